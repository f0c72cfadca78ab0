"""What the second process does; the first is a thread that hears, or nobody."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import pytest

from kiosk.commands import call as commands_call
from kiosk.commands.call import CallRequest, call_forward
from kiosk.commands.exit_status import DONE, REFUSED
from kiosk.paths import call_in
from kiosk.supervise.call import Call, make_ready, take_call
from kiosk.supervise.standing import NotYetKnown
from kiosk.supervise.status import Status, utc_now, write_status
from kiosk.system.lock import HeldBy

HOLDER = HeldBy(4711, "2026-11-28T08:00:00Z")
SINCE = datetime(2026, 11, 28, 8, tzinfo=UTC).astimezone()
IT = f"A kiosk runs here already (process 4711, since {SINCE:%Y-%m-%d %H:%M})"
SOON_SECONDS = 0.05
Heard: TypeAlias = list[object]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    make_ready(tmp_path)
    return tmp_path


@pytest.fixture
def hear() -> Iterator[Callable[[Path], Heard]]:
    """Give a function that begins to hear calls in a folder, and gives the list of them."""
    ended, threads = threading.Event(), list[threading.Thread]()

    def begin(state: Path) -> Heard:
        heard: Heard = []

        def listen() -> None:
            while not ended.wait(0.005):
                if isinstance(taken := take_call(state), Call):
                    heard.append(taken)

        threads.append(threading.Thread(target=listen))
        threads[-1].start()
        return heard

    yield begin
    ended.set()
    for thread in threads:
        thread.join()


def tell(usual: Path, *, pid: int = HOLDER.pid, captive: bool = False, folder: Path | None = None) -> None:
    """Write what the kiosk that runs says of itself."""
    now, lock = utc_now(), str(usual / "lock")
    standing, in_use = NotYetKnown(), str(folder or usual)
    status = Status(now, now, "1.0", pid, "shown", standing, lock, in_use, is_captive=captive)
    write_status((usual,), status)


@pytest.mark.parametrize(
    ("runs_captive", "asked_captive", "words", "status"),
    [
        pytest.param(False, False, ", and was brought to the front.", DONE, id="a window"),
        pytest.param(True, False, ", and fills its screen.", DONE, id="a window, while it fills the screen"),
        pytest.param(True, True, ", and fills its screen.", DONE, id="a full screen"),
        pytest.param(
            False, True, ", in a window, which was brought to the front.", REFUSED, id="a full screen, of a window"
        ),
    ],
)
def test_it_says_what_came_of_the_call(  # noqa: PLR0917  # pytest names what it hands over
    state: Path,
    hear: Callable[[Path], Heard],
    capsys: pytest.CaptureFixture[str],
    runs_captive: bool,  # noqa: FBT001  # a case of the table
    asked_captive: bool,  # noqa: FBT001  # as above
    words: str,
    status: int,
) -> None:
    tell(state, captive=runs_captive)
    heard = hear(state)

    assert call_forward(HOLDER, CallRequest(state, "k1", asked_captive)) == status
    assert capsys.readouterr().err.startswith(f"{IT}{words}")
    assert heard == [Call("k1")]


def test_one_that_has_said_nothing_yet_is_called_where_it_usually_is(
    state: Path, hear: Callable[[Path], Heard]
) -> None:
    hear(state)

    assert call_forward(HOLDER, CallRequest(state, "", captive=False)) == DONE


def test_one_that_moved_is_called_where_it_is(state: Path, tmp_path: Path, hear: Callable[[Path], Heard]) -> None:
    refuge = tmp_path / "refuge"
    make_ready(refuge)
    tell(state, folder=refuge)
    hear(refuge)

    assert call_forward(HOLDER, CallRequest(state, "", captive=False)) == DONE


def test_what_one_that_is_dead_said_does_not_count(state: Path, tmp_path: Path, hear: Callable[[Path], Heard]) -> None:
    tell(state, pid=HOLDER.pid + 1, folder=tmp_path / "elsewhere")
    hear(state)

    assert call_forward(HOLDER, CallRequest(state, "", captive=False)) == DONE


def test_one_that_does_not_answer_is_not_called_any_more(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    began = time.monotonic()

    assert call_forward(HOLDER, CallRequest(state, "", captive=False), SOON_SECONDS) == REFUSED
    assert capsys.readouterr().err.startswith(f"{IT}, but it does not answer. Give it a minute")
    assert time.monotonic() - began >= SOON_SECONDS
    assert not call_in(state).exists()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        pytest.param(OSError(28, "No space left on device"), "because its disk is full. Make room there", id="full"),
        pytest.param(PermissionError(13, "Permission denied"), "it belongs to another user", id="of another user"),
        pytest.param(
            FileNotFoundError(2, "No such file"), "to the front (No such file). Choose", id="an older version"
        ),
    ],
)
def test_where_it_cannot_be_called_staff_are_told_what_to_do(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: OSError, words: str
) -> None:
    def refuse(_state: Path, _token: str) -> None:
        raise error

    monkeypatch.setattr(commands_call, "call", refuse)

    assert call_forward(HOLDER, CallRequest(state, "", captive=False)) == REFUSED
    assert words in capsys.readouterr().err
