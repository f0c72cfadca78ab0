"""Real children in the place of the display: small programs of the shell, where they do."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from time import monotonic
from typing import TypeAlias

import pytest

from kiosk.supervise.display import Display
from kiosk.supervise.messages import Beat, Mark, Painted
from kiosk.supervise.pipes import Ended, Line
from kiosk.supervise.wire import to_line

PATIENCE_SECONDS = 20.0
SAY_NOTHING = "cat > /dev/null"
Raise: TypeAlias = Callable[[str], Display]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shell is of POSIX")


@pytest.fixture
def heard() -> "SimpleQueue[object]":
    return SimpleQueue()


@pytest.fixture
def display(heard: "SimpleQueue[object]") -> Iterator[Raise]:
    """Give a function that starts a program of the shell as the display; it ends with the test."""
    displays = []

    def start(script: str) -> Display:
        child = subprocess.Popen(
            ["sh", "-c", script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        displays.append(Display(child, "display 1", heard.put, PATIENCE_SECONDS))
        return displays[-1]

    yield start
    for started in displays:
        started.kill()
        started.end()


def next_of(heard: "SimpleQueue[object]") -> object:
    return heard.get(timeout=10)


def said(*messages: Beat | Painted) -> str:
    """Give a program that says this and leaves."""
    return "".join(f"echo '{to_line(message).strip()}'; " for message in messages)


def test_it_is_told_what_it_is_to_do(display: Raise, heard: "SimpleQueue[object]") -> None:
    echo = display("exec cat")

    echo.tell(Mark(on=True))

    assert next_of(heard) == Line("display 1", to_line(Mark(on=True)))


def test_a_beat_goes_to_the_pulse_and_wakes_nobody_while_all_is_well(
    display: Raise, heard: "SimpleQueue[object]"
) -> None:
    beating = display(said(Beat("ab12", 0.5, 3.0)))

    assert next_of(heard) == Ended("display 1")
    assert beating.pulse.beat == Beat("ab12", 0.5, 3.0)


def test_a_beat_that_tells_of_trouble_is_heard_too(display: Raise, heard: "SimpleQueue[object]") -> None:
    frozen = Beat("ab12", PATIENCE_SECONDS)

    ill = display(said(Beat("ab12", 1.0), frozen))

    assert next_of(heard) == Line("display 1", to_line(frozen))
    assert ill.pulse.beat == frozen


def test_all_else_is_heard(display: Raise, heard: "SimpleQueue[object]") -> None:
    display(said(Beat("ab12"), Painted("ab12"), Beat("ab12")))

    assert [next_of(heard), next_of(heard)] == [Line("display 1", to_line(Painted("ab12"))), Ended("display 1")]


def test_what_only_looks_like_a_beat_is_heard(display: Raise, heard: "SimpleQueue[object]") -> None:
    display("""echo '{"kind":"Beat","edition":5}'""")

    assert next_of(heard) == Line("display 1", '{"kind":"Beat","edition":5}\n')


def test_an_edition_called_like_a_beat_is_painted_all_the_same(display: Raise, heard: "SimpleQueue[object]") -> None:
    painted = Painted('"kind":"Beat"')

    display(said(painted))

    assert next_of(heard) == Line("display 1", to_line(painted))


def test_telling_one_that_is_gone_is_no_fault(display: Raise, heard: "SimpleQueue[object]") -> None:
    gone = display("exit 0")
    assert next_of(heard) == Ended("display 1")

    for _ in range(3):
        gone.tell(Mark(on=True))

    assert gone.end() == 0


@pytest.mark.parametrize(
    ("script", "status"),
    [
        pytest.param(SAY_NOTHING, 0, id="it leaves when its pipe is closed"),
        pytest.param("exit 3", 3, id="it left before"),
        pytest.param("kill -SEGV $$", -signal.SIGSEGV, id="it crashed before"),
    ],
)
def test_its_end_gives_its_exit_status(display: Raise, script: str, status: int) -> None:
    assert display(script).end() == status


@pytest.mark.parametrize(
    ("script", "status"),
    [
        pytest.param("echo here; exec sleep 60", -signal.SIGTERM, id="it does not mind its pipe"),
        pytest.param("trap '' TERM; echo here; sleep 60; sleep 60", -signal.SIGKILL, id="it minds nothing"),
    ],
)
def test_one_that_does_not_leave_is_ended_by_force(
    display: Raise, heard: "SimpleQueue[object]", script: str, status: int
) -> None:
    stubborn = display(script)
    assert next_of(heard) == Line("display 1", "here\n")

    began = monotonic()
    assert stubborn.end() == status
    assert monotonic() - began < 3


def test_killing_it_ends_what_it_started_too(display: Raise, heard: "SimpleQueue[object]") -> None:
    family = display("sleep 60 & echo here; wait")
    assert next_of(heard) == Line("display 1", "here\n")

    family.kill()

    assert next_of(heard) == Ended("display 1")
    assert family.end() == -signal.SIGKILL
