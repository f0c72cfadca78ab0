import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from kiosk.system.keep_awake import Holder, KeepAwake, holders_of

PATIENCE_SECONDS = 30.0


class Way:
    """A way of keeping awake that holds what a test wants; `calls` are the threads that asked, by name of the order."""

    def __init__(self, *names: str) -> None:
        self.names = names
        self.calls: queue.SimpleQueue[tuple[str, int]] = queue.SimpleQueue()

    def hold(self) -> tuple[str, ...]:
        self.calls.put(("hold", threading.get_ident()))
        return self.names

    def release(self) -> None:
        self.calls.put(("release", threading.get_ident()))

    def next_call(self) -> tuple[str, int]:
        return self.calls.get(timeout=PATIENCE_SECONDS)


class HangingWay:
    def __init__(self) -> None:
        self.hangs = threading.Event()
        self.goes_on = threading.Event()
        self.is_released = threading.Event()

    def hold(self) -> tuple[str, ...]:
        self.hangs.set()
        self.goes_on.wait(PATIENCE_SECONDS)
        return ("late",)

    def release(self) -> None:
        self.is_released.set()


class Heard:
    def __init__(self) -> None:
        self.all: queue.SimpleQueue[tuple[str, ...]] = queue.SimpleQueue()

    def next(self) -> tuple[str, ...]:
        return self.all.get(timeout=PATIENCE_SECONDS)


Start = Callable[..., KeepAwake]


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def start(heard: Heard) -> Iterator[Start]:
    started: list[KeepAwake] = []

    def begin(*holders: Holder, every_seconds: float = 0.001) -> KeepAwake:
        started.append(KeepAwake(heard.all.put, every_seconds, holders=holders))
        started[-1].start()
        return started[-1]

    yield begin
    for keep_awake in started:
        keep_awake.end()


def test_what_holds_is_heard_in_the_order_of_the_ways(start: Start, heard: Heard) -> None:
    start(Way("a", "b"), Way(), Way("c"), every_seconds=3600.0)

    assert heard.next() == ("a", "b", "c")


def test_nothing_is_heard_before_all_have_been_asked(start: Start, heard: Heard) -> None:
    slow = HangingWay()
    quick = Way("a")
    start(quick, slow)
    for _ in range(3):
        quick.next_call()

    slow.goes_on.set()

    assert heard.next() == ("a", "late")


def test_that_nothing_holds_is_heard(start: Start, heard: Heard) -> None:
    start(Way(), every_seconds=3600.0)

    assert heard.next() == ()


def test_a_system_without_any_way_holds_nothing(start: Start, heard: Heard) -> None:
    start()

    assert heard.next() == ()


def test_only_a_change_is_heard(start: Start, heard: Heard) -> None:
    way = Way("a")
    start(way)
    for _ in range(10):
        way.next_call()

    way.names = ("b",)

    assert (heard.next(), heard.next()) == (("a",), ("b",))


def test_a_way_is_asked_again_and_again_by_one_thread_and_released_by_it(start: Start) -> None:
    way = Way("a")
    keep_awake = start(way)
    calls = [way.next_call() for _ in range(3)]

    keep_awake.end()

    while calls[-1][0] == "hold":
        calls.append(way.next_call())
    assert len({thread for _, thread in calls}) == 1
    assert calls[0][1] != threading.get_ident()


def test_the_end_does_not_wait_for_the_next_check(start: Start) -> None:
    way = Way("a")
    keep_awake = start(way, every_seconds=3600.0)
    way.next_call()

    keep_awake.end()

    assert way.calls.get_nowait()[0] == "release"


def test_the_end_waits_for_no_way_that_hangs(start: Start) -> None:
    slow, quick = HangingWay(), Way("a")
    keep_awake = start(slow, quick, every_seconds=3600.0)
    slow.hangs.wait(PATIENCE_SECONDS)
    quick.next_call()
    began = time.monotonic()

    keep_awake.end()

    assert time.monotonic() - began < 1.5
    assert quick.calls.get_nowait()[0] == "release"
    slow.goes_on.set()


def test_a_way_that_hung_is_released_late_and_not_heard_of(start: Start, heard: Heard) -> None:
    slow = HangingWay()
    keep_awake = start(slow)
    slow.hangs.wait(PATIENCE_SECONDS)
    keep_awake.end()

    slow.goes_on.set()

    assert slow.is_released.wait(PATIENCE_SECONDS)
    assert heard.all.empty()


def test_an_end_without_a_start_is_fine(heard: Heard) -> None:
    KeepAwake(heard.all.put, holders=(Way("a"),)).end()

    assert heard.all.empty()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its libraries")
def test_windows_has_its_file() -> None:
    with pytest.raises(OSError, match="of Windows"):
        holders_of("win32")


def test_macos_has_its_file() -> None:
    assert [type(holder).__name__ for holder in holders_of("darwin")] == ["Caffeinate"]


def test_an_unknown_system_has_no_way() -> None:
    assert holders_of("plan9") == ()


def test_a_kiosk_that_may_sleep_loads_no_bus() -> None:
    script = "import sys; import kiosk.system.keep_awake; print(sorted({'jeepney', 'socket'} & set(sys.modules)))"

    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)

    assert ended.stdout.strip() == "[]"
