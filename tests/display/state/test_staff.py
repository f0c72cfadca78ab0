"""What of staff's is open: who opens it, how long it stays, and where the digits are."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from kiosk.display.page.staff_view import Closed, MenuOpen, PadOpen, ReportOpen
from kiosk.display.state.staff import OPEN_SECONDS, READ_SECONDS, StaffState
from kiosk.supervise.messages import Facts, Finding, Told

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
FACTS = Facts("shown", "shown", "1.0", NOON, "7f3a", NOON, NOON)
MISTAKE = Told("contact.toml", 44, 10, "phone.number", "it is too short", "", "error", "")
HELD = Finding("keys", "Keys", "held", "They are quiet.")


class Listener(QObject):
    """Records what was announced, in its order."""

    def __init__(self, state: StaffState) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.seconds: list[int] = []
        self.changes = 0
        self._state = state
        state.pin_entered.connect(self._record_pin)
        state.wished.connect(self._record_wish)
        state.left.connect(self._record_leaving)
        state.changed.connect(self._record_change)
        state.ticked.connect(self._record_seconds)

    def _record_pin(self, pin: str) -> None:
        self.heard.append(f"PIN {pin}")

    def _record_wish(self, wish: str) -> None:
        self.heard.append(f"wish {wish}")

    def _record_leaving(self) -> None:
        self.heard.append("left")

    def _record_change(self) -> None:
        self.changes += 1

    def _record_seconds(self) -> None:
        self.seconds.append(self._state.seconds_left)


@pytest.fixture
def state(qapp: QObject) -> StaffState:
    """Give a state whose seconds are so long that none passes in a test."""
    return StaffState(qapp, second_ms=1_000_000)


@pytest.fixture
def fast(qapp: QObject) -> StaffState:
    """Give a state whose seconds are milliseconds."""
    return StaffState(qapp, second_ms=1)


@pytest.fixture
def menu(state: StaffState) -> StaffState:
    """Give the state with its menu open."""
    return in_menu(state)


@pytest.fixture
def listener(state: StaffState) -> Listener:
    """Give who listens from then on when everything else is as the test wants it."""
    return Listener(state)


def in_menu(state: StaffState) -> StaffState:
    state.show_pad(has_pin=True)
    type_in(state, "1234")
    state.enter()
    state.show_menu(FACTS, ())
    return state


def type_in(state: StaffState, digits: str) -> None:
    for digit in digits:
        state.type_digit(digit)


def test_nothing_is_open_in_the_beginning(state: StaffState) -> None:
    assert state.view == Closed()
    assert not state.is_open


def test_the_supervisor_opens_the_pad(state: StaffState, listener: Listener) -> None:
    state.show_pad(has_pin=True, wait_seconds=30)

    assert state.view == PadOpen(wait_seconds=30)
    assert (listener.changes, listener.seconds) == (1, [OPEN_SECONDS])


def test_digits_are_counted(state: StaffState) -> None:
    state.show_pad(has_pin=True)
    type_in(state, "471")
    state.delete_digit()

    assert state.view == PadOpen(typed=2)


def test_there_is_nothing_to_delete_before_the_first_digit(state: StaffState, listener: Listener) -> None:
    state.show_pad(has_pin=True)
    state.delete_digit()

    assert (state.view, listener.changes) == (PadOpen(), 1)


def test_no_more_than_twelve_digits_are_taken(state: StaffState, listener: Listener) -> None:
    state.show_pad(has_pin=True)
    type_in(state, "1234567890123")
    state.enter()

    assert listener.heard == ["PIN 123456789012"]


@pytest.mark.parametrize("digit", ["", "12", "a", "-", "\N{ARABIC-INDIC DIGIT ONE}", "\N{SUPERSCRIPT TWO}"])
def test_what_is_no_digit_is_not_taken(state: StaffState, digit: str) -> None:
    state.show_pad(has_pin=True)
    state.type_digit(digit)

    assert state.view == PadOpen()


def test_a_pin_is_announced_once_and_forgotten(state: StaffState, listener: Listener) -> None:
    state.show_pad(has_pin=True)
    type_in(state, "4711")
    state.enter()
    state.enter()

    assert listener.heard == ["PIN 4711"]
    assert "4711" not in repr(vars(state)) + repr(state.view)


def test_without_a_digit_there_is_nothing_to_enter(state: StaffState, listener: Listener) -> None:
    state.show_pad(has_pin=True)
    state.enter()

    assert listener.heard == []


@pytest.mark.parametrize(
    "pad",
    [
        pytest.param({"has_pin": False}, id="no PIN is set"),
        pytest.param({"has_pin": True, "wait_seconds": 30}, id="within a wait"),
    ],
)
def test_keys_that_rest_type_nothing(state: StaffState, listener: Listener, pad: dict[str, bool]) -> None:
    state.show_pad(**pad)
    before = state.view
    type_in(state, "4711")
    state.delete_digit()
    state.enter()

    assert (state.view, listener.heard) == (before, [])


def test_while_a_pin_is_checked_the_dots_stay_and_the_keys_rest(state: StaffState) -> None:
    state.show_pad(has_pin=True)
    type_in(state, "4711")
    state.enter()
    type_in(state, "12")
    state.delete_digit()

    assert state.view == PadOpen(typed=4, awaits_answer=True)


def test_a_wrong_pin_leaves_an_empty_pad(state: StaffState, listener: Listener) -> None:
    state.show_pad(has_pin=True)
    type_in(state, "4711")
    state.enter()
    state.show_pad(has_pin=True, was_wrong=True)
    type_in(state, "12")
    state.enter()

    assert listener.heard == ["PIN 4711", "PIN 12"]


def test_the_right_pin_opens_the_menu(menu: StaffState) -> None:
    assert menu.view == MenuOpen(FACTS)


def test_no_menu_opens_before_a_pin_was_entered(state: StaffState) -> None:
    state.show_menu(FACTS, ())
    closed = state.view
    state.show_pad(has_pin=True)
    state.show_menu(FACTS, ())

    assert (closed, state.view) == (Closed(), PadOpen())


def test_the_answer_to_somebody_who_has_left_opens_nothing(state: StaffState) -> None:
    state.show_pad(has_pin=True)
    type_in(state, "4711")
    state.enter()
    state.close()
    state.show_pad(has_pin=True, was_wrong=True)
    state.show_menu(FACTS, ())

    assert state.view == Closed()


def test_staff_whose_time_is_over_see_the_pad_again(menu: StaffState) -> None:
    menu.choose("status")
    menu.show_pad(has_pin=True, was_wrong=True)

    assert menu.view == PadOpen(was_wrong=True)


def test_a_menu_that_is_open_follows_what_has_changed(menu: StaffState) -> None:
    menu.choose("leave")
    menu.show_menu(FACTS, (MISTAKE,))

    assert menu.view == MenuOpen(FACTS, (MISTAKE,), asks_to_leave=True)


def test_the_menu_behind_a_report_follows_too(menu: StaffState) -> None:
    menu.choose("problems")
    menu.show_menu(FACTS, (MISTAKE,))

    assert menu.view == ReportOpen("problems", MenuOpen(FACTS, (MISTAKE,)))


def test_what_has_not_changed_is_not_announced(menu: StaffState, listener: Listener) -> None:
    before = listener.changes
    menu.show_menu(FACTS, ())

    assert listener.changes == before


@pytest.mark.parametrize("topic", ["problems", "status"])
def test_a_report_opens_without_the_supervisor(menu: StaffState, listener: Listener, topic: str) -> None:
    menu.choose(topic)

    assert isinstance(menu.view, ReportOpen)
    assert menu.view.topic == topic
    assert listener.heard == []


def test_the_computer_is_examined_on_demand(menu: StaffState, listener: Listener) -> None:
    menu.choose("doctor")
    asked = menu.view
    menu.show_findings((HELD,))

    assert listener.heard == ["wish doctor"]
    assert [asked, menu.view] == [
        ReportOpen("doctor", MenuOpen(FACTS)),
        ReportOpen("doctor", MenuOpen(FACTS), (HELD,)),
    ]


def test_findings_that_come_too_late_are_dropped(menu: StaffState) -> None:
    menu.choose("doctor")
    menu.go_back()
    menu.show_findings((HELD,))

    assert menu.view == MenuOpen(FACTS)


def test_findings_are_no_other_reports(menu: StaffState) -> None:
    menu.choose("status")
    menu.show_findings((HELD,))

    assert menu.view == ReportOpen("status", MenuOpen(FACTS))


def test_back_leads_to_the_menu(menu: StaffState) -> None:
    menu.choose("status")
    menu.go_back()

    assert menu.view == MenuOpen(FACTS)


def test_back_does_nothing_elsewhere(state: StaffState) -> None:
    state.show_pad(has_pin=True)
    state.go_back()

    assert state.view == PadOpen()


def test_files_are_read_again_while_the_menu_stays(menu: StaffState, listener: Listener) -> None:
    menu.choose("reload")
    asked = menu.view
    menu.show_menu(replace(FACTS, deaths=1), ())
    still = menu.view
    menu.show_menu(replace(FACTS, read_at=NOON.replace(minute=1)), ())

    assert listener.heard == ["wish reload"]
    assert [isinstance(view, MenuOpen) and view.awaits_reading for view in (asked, still, menu.view)] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("key", ["restart", "switch off"])
def test_a_wish_that_ends_the_view_closes_the_menu(menu: StaffState, listener: Listener, key: str) -> None:
    menu.choose(key)

    assert menu.view == Closed()
    assert listener.heard == [f"wish {key}", "left"]


def test_leaving_is_asked_for_twice(menu: StaffState, listener: Listener) -> None:
    menu.choose("leave")
    once = menu.view
    menu.choose("leave")

    assert once == MenuOpen(FACTS, asks_to_leave=True)
    assert listener.heard == ["wish leave", "left"]


def test_another_choice_takes_the_question_back(menu: StaffState) -> None:
    menu.choose("leave")
    menu.choose("reload")

    assert menu.view == MenuOpen(FACTS, awaits_reading=True)


@pytest.mark.parametrize("key", ["status", "restart", "leave", "reload"])
def test_nothing_is_chosen_where_no_menu_is_open(state: StaffState, listener: Listener, key: str) -> None:
    state.choose(key)
    state.show_pad(has_pin=True)
    state.choose(key)

    assert (state.view, listener.heard) == (PadOpen(), [])


def test_closing_is_announced_once(menu: StaffState, listener: Listener) -> None:
    menu.close()
    menu.close()

    assert listener.heard == ["left"]


@pytest.mark.parametrize(
    ("opening", "seconds"),
    [
        pytest.param(lambda state: state.show_pad(has_pin=True), OPEN_SECONDS, id="the pad"),
        pytest.param(in_menu, OPEN_SECONDS, id="the menu"),
        pytest.param(lambda state: in_menu(state).choose("status"), READ_SECONDS, id="a report, which is read"),
    ],
)
def test_what_is_open_closes_by_itself(
    fast: StaffState, qtbot: QtBot, opening: Callable[[StaffState], object], seconds: int
) -> None:
    listener = Listener(fast)
    opening(fast)
    first = fast.seconds_left
    with qtbot.waitSignal(fast.left, timeout=2000):
        pass

    assert (first, listener.seconds[-1]) == (seconds, 1)
    assert fast.view == Closed()


def test_a_closed_card_counts_no_further(fast: StaffState, qtbot: QtBot) -> None:
    listener = Listener(fast)
    fast.show_pad(has_pin=True)
    fast.close()
    other = StaffState(fast, second_ms=1)
    other.show_pad(has_pin=True)
    qtbot.waitUntil(lambda: not other.is_open)

    assert listener.seconds == [OPEN_SECONDS]


def test_every_touch_begins_the_time_anew(fast: StaffState, qtbot: QtBot) -> None:
    fast.show_pad(has_pin=True)
    qtbot.waitUntil(lambda: fast.seconds_left < OPEN_SECONDS - 3)
    fast.note_touch()

    assert fast.seconds_left == OPEN_SECONDS


def test_a_touch_opens_nothing(state: StaffState, listener: Listener) -> None:
    state.note_touch()

    assert (state.seconds_left, listener.seconds) == (0, [])


def test_a_report_that_is_left_gives_the_menu_its_own_time(menu: StaffState, listener: Listener) -> None:
    menu.choose("status")
    menu.go_back()

    assert listener.seconds == [READ_SECONDS, OPEN_SECONDS]


def test_a_wait_counts_down_and_then_the_keys_work(fast: StaffState, qtbot: QtBot) -> None:
    fast.show_pad(has_pin=True, wait_seconds=5)
    qtbot.waitUntil(lambda: isinstance(fast.view, PadOpen) and fast.view.takes_digits)
    fast.type_digit("1")

    assert fast.view == PadOpen(typed=1)


def test_a_finger_that_moves_stops_no_wait(qapp: QObject, qtbot: QtBot) -> None:
    slow = StaffState(qapp, second_ms=40)
    finger = QTimer(slow, interval=2)
    finger.timeout.connect(slow.note_touch)
    finger.start()
    slow.show_pad(has_pin=True, wait_seconds=3)

    qtbot.waitUntil(lambda: isinstance(slow.view, PadOpen) and slow.view.wait_seconds == 0)
    finger.stop()
    slow.close()


def test_who_goes_on_touching_is_not_shut_out(fast: StaffState, qtbot: QtBot) -> None:
    fast.show_pad(has_pin=True, wait_seconds=40)
    fast.ticked.connect(fast.note_touch)

    qtbot.waitUntil(lambda: isinstance(fast.view, PadOpen) and fast.view.wait_seconds == 0)

    assert fast.is_open
