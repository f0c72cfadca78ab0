"""Real pipes in the places of the display's standard input and output."""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from typing import TextIO, TypeAlias

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread
from pytestqt.qtbot import QtBot

from kiosk.display.pipe import LEAVES_WITHIN_SECONDS, SupervisorPipe
from kiosk.supervise.messages import (
    Beat,
    ComeForward,
    Cover,
    Facts,
    Findings,
    Mark,
    Menu,
    Message,
    Pad,
    Painted,
    Show,
    SwitchOff,
    Uncover,
    from_line,
)
from kiosk.supervise.wire import to_line

PIPE_BYTES = 65_536
BEAT = Beat("ab12" * 16, 0.5, 3.0)


class Supervisor:
    """The other end of both pipes."""

    def __init__(self, orders: TextIO, answers: TextIO) -> None:
        self._orders = orders
        self.answers = answers

    def say(self, line: str) -> None:
        self._orders.write(line)
        self._orders.flush()

    def leave(self) -> None:
        self._orders.close()


Begin: TypeAlias = Callable[..., tuple[SupervisorPipe, Supervisor]]


@pytest.fixture
def begin(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Begin]:
    """Give a function that gives both ends, of which the supervisor's are in the test's hand."""
    assert qapp is not None
    (their_in, our_out), (our_in, their_out) = os.pipe(), os.pipe()
    ends = [open(end, mode, encoding="utf-8") for end, mode in ((their_in, "r"), (their_out, "w"))]  # noqa: PTH123, SIM115  # descriptors, closed below
    ours = [open(our_out, "w", encoding="utf-8"), open(our_in, encoding="utf-8")]  # noqa: PTH123, SIM115  # as above

    def begun(last_resort: Callable[[], None] | None = None) -> tuple[SupervisorPipe, Supervisor]:
        monkeypatch.setattr(sys, "stdin", ends[0])
        monkeypatch.setattr(sys, "stdout", ends[1])  # by the test itself: pytest sets it anew before each
        return SupervisorPipe(last_resort), Supervisor(*ours)

    yield begun
    monkeypatch.undo()
    for end in (*ours, *ends):
        try:
            end.close()
        except OSError:  # what a full or broken pipe did not take
            continue


MENU = Menu(Facts("shown", "shown", "1.0", datetime(2026, 11, 25, tzinfo=UTC)))


class Listener(QObject):
    """Records the orders, and in which thread they came."""

    def __init__(self, pipe: SupervisorPipe) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[QThread] = set()
        pipe.show_ordered.connect(self._record)
        pipe.mark_ordered.connect(self._record)
        pipe.forward_ordered.connect(self._record)
        pipe.staff_ordered.connect(self._record)
        pipe.cover_ordered.connect(self._record)
        pipe.uncover_ordered.connect(self._record_uncover)
        pipe.hung_up.connect(self._record_end)

    def _record(self, order: object) -> None:
        self.heard.append(order)
        self.threads.add(QThread.currentThread())

    def _record_uncover(self) -> None:
        self._record("over the card")

    def _record_end(self) -> None:
        self._record("the end")


def test_what_is_sent_is_one_line_at_the_other_end(begin: Begin) -> None:
    pipe, supervisor = begin()
    pipe.start()

    pipe.send(Painted("ab12"))

    assert supervisor.answers.readline() == to_line(Painted("ab12"))


@pytest.mark.parametrize(
    ("line", "heard"),
    [
        pytest.param(to_line(Show("/state", "ab12")), [Show("/state", "ab12")], id="show"),
        pytest.param(to_line(Mark(on=True)), [True], id="mark"),
        pytest.param(to_line(Mark(on=False)), [False], id="mark no more"),
        pytest.param(to_line(ComeForward("k1")), ["k1"], id="come forward"),
        pytest.param(to_line(Pad(has_pin=True)), [Pad(has_pin=True)], id="the pad"),
        pytest.param(to_line(MENU), [MENU], id="the menu"),
        pytest.param(to_line(Findings(())), [Findings(())], id="findings"),
        pytest.param(to_line(SwitchOff()), [SwitchOff()], id="darkness"),
        pytest.param(to_line(Cover("/state")), [Cover("/state")], id="cover"),
        pytest.param(to_line(Uncover()), ["over the card"], id="uncover"),
        pytest.param(to_line(Painted("ab12")), [], id="no order"),
        pytest.param("good morning\n", [], id="nonsense"),
        pytest.param("\n", [], id="nothing"),
    ],
)
def test_an_order_is_a_signal_in_this_thread_and_the_end_is_one(
    qapp: QCoreApplication,
    begin: Begin,
    qtbot: QtBot,
    line: str,
    heard: list[object],
) -> None:
    pipe, supervisor = begin()
    listener = Listener(pipe)
    pipe.start()

    supervisor.say(line)
    supervisor.leave()

    qtbot.waitUntil(lambda: "the end" in listener.heard)
    assert listener.heard == [*heard, "the end"]
    assert listener.threads == {qapp.thread()}


def test_a_supervisor_that_does_not_read_never_blocks_the_display(begin: Begin) -> None:
    pipe, supervisor = begin()
    pipe.start()
    count = 3 * PIPE_BYTES // len(to_line(BEAT))
    sent = Event()

    def send_many() -> None:
        for _ in range(count):
            pipe.send(BEAT)
        sent.set()

    Thread(target=send_many, daemon=True).start()

    assert sent.wait(10)
    assert supervisor.answers.readline() == to_line(BEAT)


def test_what_is_sent_when_it_reads_again_arrives_whole(begin: Begin) -> None:
    pipe, supervisor = begin()
    pipe.start()
    for _ in range(3 * PIPE_BYTES // len(to_line(BEAT))):
        pipe.send(BEAT)
    drain(supervisor.answers)

    pipe.send(Painted("ab12"))
    pipe.send(Painted("cd34"))

    heard = messages_in(drain(supervisor.answers))
    assert heard[-2:] == [Painted("ab12"), Painted("cd34")]


def drain(answers: TextIO) -> str:
    """Read what lies in the pipe now."""
    os.set_blocking(answers.fileno(), False)
    return b"".join(iter(lambda: _read(answers.fileno()), b"")).decode()


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, PIPE_BYTES)
    except BlockingIOError:
        return b""


def messages_in(text: str) -> list[Message | object]:
    return [from_line(line) for line in text.splitlines()]


def test_a_supervisor_that_is_gone_is_no_fault(begin: Begin) -> None:
    pipe, supervisor = begin()
    pipe.start()
    supervisor.answers.close()

    for _ in range(10):
        pipe.send(BEAT)

    assert supervisor.answers.closed


def test_without_a_pipe_it_is_silent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "nothing").touch()
    with (tmp_path / "nothing").open() as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        monkeypatch.setattr(sys, "stdout", None)
        pipe = SupervisorPipe()

        with qtbot.waitSignal(pipe.hung_up):
            pipe.start()


def test_one_that_does_not_leave_by_itself_is_made_to(begin: Begin, qtbot: QtBot) -> None:
    forced = Event()
    pipe, supervisor = begin(last_resort=forced.set)
    with qtbot.waitSignal(pipe.hung_up):
        pipe.start()
        supervisor.leave()

    assert not forced.is_set()
    assert forced.wait(LEAVES_WITHIN_SECONDS + 5)
