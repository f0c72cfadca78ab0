"""A process that writes what a kiosk writes, and is killed meanwhile: run as `python -m`, one order a line.

It has neither Qt nor threads, so that it may fork: each trial is a fork of it, which starts within a millisecond.
"""

import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from kiosk.edition.codec import encode
from kiosk.edition.device import Device
from kiosk.edition.digest import sha256
from kiosk.edition.journal import JOURNAL, read_journal, write_pin
from kiosk.edition.manifest import edition_hash, manifest_of, to_bytes
from kiosk.edition.sealed import write_sealed
from kiosk.edition.store import EDITION, MANIFEST
from kiosk.edition.value import replace
from kiosk.paths import device_settings_in, store_in
from kiosk.supervise.editions import Editions
from tests.reliability.fault_store import MONDAY, PICTURES, TUESDAY, edition_called, put
from tests.reliability.faults import Watch

TRIAL_SECONDS = 60.0
PIECES = 64
TIMES = 6


@dataclass(frozen=True)
class Order:
    """Do this series in this folder of state, and die: `when` one call below it is made, or after some seconds of it."""

    series: str
    state: str
    at: int = 0
    when: str = ""
    seconds: float | None = None


@dataclass(frozen=True)
class Death:
    """How it ended: after how many steps of the series, how long these took, and its calls, "w" for a write."""

    killed: bool
    steps: int
    calls: str
    seconds: float
    trouble: str = ""


def ours(state: Path) -> Iterator[None]:
    """Write all that a kiosk writes, in the order of some busy days; each yield is a moment between two changes."""
    store = store_in(state)
    yield
    first = put(state, "first")
    yield
    editions = Editions(store, TRIAL_SECONDS)
    editions.accept(first)
    yield
    editions.put_on_trial(first)
    yield
    editions.painted(first, 0.0)
    editions.pass_trial(TRIAL_SECONDS)
    yield
    write_pin(store, read_journal(store).previous)
    yield
    editions.follow_pin()
    write_sealed(device_settings_in(state), Device(screen="DP-2", sheet_seconds=45))
    yield
    put(state, "first", TUESDAY)
    yield
    write_pin(store, "")
    yield
    editions.follow_pin()
    second = put(state, "another")
    yield
    editions.accept(second)
    yield
    editions.painted(second, 0.0)
    yield
    editions.display_died("it hung", is_guilty=True)
    yield
    last = put(state, "the last")
    yield
    write_sealed(device_settings_in(state), Device())
    yield
    editions.accept(last)
    yield
    editions.put_on_trial(last)
    yield


def naive_journal(state: Path) -> Iterator[None]:
    """Write the journal over the old one."""
    store = store_in(state)
    yield
    for number in range(TIMES):
        content = encode(replace(read_journal(store), current=f"{number:064x}"))
        over(store / JOURNAL, f"{sha256(content)}\n".encode() + content)
        yield


def naive_deposit(state: Path) -> Iterator[None]:
    """Write editions where they are to be read, and call each the good one."""
    yield
    for number in range(TIMES):
        contents = {EDITION: encode(edition_called(f"naive {number}")), "pictures/logo.png": PICTURES["logo.png"]}
        manifest = manifest_of(contents, MONDAY)
        folder = store_in(state) / edition_hash(manifest)
        for path, content in {MANIFEST: to_bytes(manifest), **contents}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            over(folder / path, content)
        yield


def over(path: Path, content: bytes) -> None:
    """Write as programs do that have much to write, in pieces: there is time to be killed in between."""
    size = len(content) // PIECES + 1
    with path.open("w", encoding="utf-8") as file:
        for start, end in pairwise(range(0, len(content) + size, size)):
            file.write(content[start:end].decode("latin-1"))
            file.flush()


SERIES: dict[str, Callable[[Path], Iterator[None]]] = {
    function.__name__: function for function in (ours, naive_journal, naive_deposit)
}


class Killer(Watch):
    """Kills this process before or after a call, or when half of what it writes is written."""

    def __init__(self, order: Order, report: Callable[[str], None]) -> None:
        super().__init__(Path(order.state))
        self._order = order
        self._report = report
        self.calls = 0

    def around(self, call: str, path: str, do: Callable[[], Any]) -> Any:  # noqa: ANN401, ARG002  # what os gives
        self.calls += 1
        self._report("w" if call == "write" else "c")
        self._die("before")
        given = do()
        self._die("after")
        if call == "write":
            self._die("midway")
        return given

    def taken(self, data: memoryview) -> memoryview:
        is_midway = self.calls == self._order.at and self._order.when == "midway"
        return data[: len(data) // 2] if is_midway else data

    def _die(self, when: str) -> None:
        if self.calls == self._order.at and when == self._order.when:
            os.kill(os.getpid(), signal.SIGKILL)


def die(order: Order) -> Death:
    reading, writing = os.pipe()
    while signal.sigtimedwait({signal.SIGCHLD}, 0) is not None:
        pass
    child = os.fork()
    if child == 0:
        _live(order, writing)
    os.close(writing)
    with os.fdopen(reading, "r") as pipe:
        told = pipe.read(1)  # it is there, and begins
        begin = time.perf_counter()
        if order.seconds is not None:
            signal.sigtimedwait({signal.SIGCHLD}, order.seconds)
            os.kill(child, signal.SIGKILL)
        told += pipe.read()
    _, status = os.waitpid(child, 0)
    seconds = time.perf_counter() - begin
    told, _, trouble = told.partition("!")
    return Death(os.WIFSIGNALED(status), told.count("s"), told.replace("s", ""), seconds, trouble)


def _live(order: Order, report: int) -> None:
    """Do the whole series, telling each step and call by a letter, and what went wrong after a "!"."""

    def tell(text: str) -> None:
        os.write(report, text.encode())

    try:
        with Killer(order, tell) if order.when else nullcontext():
            for _ in SERIES[order.series](Path(order.state)):
                tell("s")
    except BaseException:  # noqa: BLE001  # a fork must not go on with its parent's work
        tell(f"!{traceback.format_exc()}")
    finally:
        os._exit(0)


def main() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    for line in sys.stdin:
        sys.stdout.write(f"{json.dumps(asdict(die(Order(**json.loads(line)))))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
