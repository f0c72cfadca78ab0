from collections.abc import Iterator
from time import monotonic

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.display.state.attention import AttentionState
from kiosk.display.visitor.attention import QUESTION_SECONDS, Attract, Reading, StillThere

IDLE = 60.0
SHORT = QUESTION_SECONDS + 0.05


class Visit:
    """A visitor whom the test moves, and a clock that it sets."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.is_changed = True
        self.is_held = False
        self.heard: list[str] = []


@pytest.fixture
def visit() -> Visit:
    return Visit()


@pytest.fixture
def attention(qtbot: QtBot, visit: Visit) -> Iterator[AttentionState]:  # noqa: ARG001  # timers need the application
    parent = QObject()
    state = AttentionState(parent, lambda: visit.is_changed, lambda: visit.is_held, IDLE, lambda: visit.time)
    state.changed.connect(lambda: visit.heard.append(type(state.now).__name__))
    state.ticked.connect(lambda: visit.heard.append("tick"))
    yield state
    parent.deleteLater()


def test_a_visit_is_announced_once_however_often_the_screen_is_touched(attention: AttentionState, visit: Visit) -> None:
    for _ in range(3):
        visit.time += 1
        attention.note_touch()

    assert attention.now == Reading(1003.0)
    assert visit.heard == ["Reading"]


def test_who_leaves_the_screen_changed_is_asked_and_then_it_starts_afresh(
    attention: AttentionState, visit: Visit
) -> None:
    attention.note_touch()
    visit.time += IDLE - QUESTION_SECONDS
    attention.look()
    assert attention.seconds_left == QUESTION_SECONDS

    visit.time += QUESTION_SECONDS - 0.5
    attention.look()
    assert attention.seconds_left == 1

    visit.time += 0.5
    attention.look()
    assert attention.now == Attract()
    assert visit.heard == ["Reading", "StillThere", "tick", "Attract"]


def test_who_changed_nothing_is_not_asked_and_nothing_starts_afresh(attention: AttentionState, visit: Visit) -> None:
    visit.is_changed = False
    attention.note_touch()
    visit.time += IDLE
    attention.look()

    assert visit.heard == ["Reading", "Attract"]


def test_an_answer_goes_on_with_the_visit(attention: AttentionState, visit: Visit) -> None:
    attention.note_touch()
    visit.time += IDLE
    attention.look()
    attention.answer()

    assert attention.now == Reading(visit.time)
    assert visit.heard == ["Reading", "StillThere", "Reading"]
    assert attention.seconds_left == 0


def test_nobody_is_asked_over_something_that_waits_by_itself(attention: AttentionState, visit: Visit) -> None:
    visit.is_held = True
    attention.note_touch()
    visit.time += 10 * IDLE
    attention.look()
    assert visit.heard == ["Reading"]

    visit.is_held = False
    attention.look()
    assert visit.heard == ["Reading", "StillThere"]


def test_another_patience_holds_for_this_visit_too(attention: AttentionState, visit: Visit, qtbot: QtBot) -> None:
    attention.note_touch()
    attention.be_patient_for(QUESTION_SECONDS)
    visit.time += 1

    qtbot.waitUntil(lambda: isinstance(attention.now, StillThere), timeout=3000)


def test_whoever_is_taken_to_be_gone_is_asked_nothing(attention: AttentionState, visit: Visit) -> None:
    attention.note_touch()
    attention.leave()
    attention.leave()

    assert visit.heard == ["Reading", "Attract"]


def test_how_long_the_visitor_has_been_quiet(attention: AttentionState, visit: Visit) -> None:
    assert attention.quiet_seconds == 0
    attention.note_touch()
    visit.time += 7

    assert attention.quiet_seconds == 7


def test_the_timer_looks_by_itself(qtbot: QtBot) -> None:
    parent = QObject()
    state = AttentionState(parent, lambda: True, lambda: False, SHORT, monotonic)
    with qtbot.waitSignal(state.changed):
        state.note_touch()
    with qtbot.waitSignal(state.changed, timeout=2000):
        pass

    assert isinstance(state.now, StillThere)
    with qtbot.waitSignal(state.ticked, timeout=2000):
        pass
    parent.deleteLater()


def test_touches_in_between_put_the_question_off(qtbot: QtBot) -> None:
    parent = QObject()
    state = AttentionState(parent, lambda: True, lambda: False, QUESTION_SECONDS + 0.3, monotonic)
    begun = monotonic()
    state.note_touch()
    while monotonic() - begun < 0.6:
        qtbot.wait(20)
        state.note_touch()

    assert isinstance(state.now, Reading)
    qtbot.waitUntil(lambda: isinstance(state.now, StillThere), timeout=3000)
    assert monotonic() - begun >= 0.8
    parent.deleteLater()
