"""Staff at the screen, from the supervisor's order to the widgets and from a touch to what the supervisor hears."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.display.page.derive import derive_holding, derive_page
from kiosk.display.page.moment import Moment
from kiosk.display.page.speech import Speech
from kiosk.display.page.staff_view import Closed, MenuOpen, PadOpen, ReportOpen
from kiosk.display.staff_desk import StaffDesk
from kiosk.display.state.clock import MinuteClock
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.menu_row import MenuRowView
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.pin_key import PinKey
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Edition, Hours, Span
from kiosk.edition.palettes import LIGHT
from kiosk.supervise.messages import (
    CallStaff,
    Facts,
    Finding,
    Findings,
    Menu,
    Message,
    Pad,
    StaffLeft,
    SwitchOff,
    TryPin,
    Wish,
    Woken,
)

NIGHT = datetime(2026, 11, 23, 20, tzinfo=UTC)
"""Ten in the evening in Harare, a Monday."""
FACTS = Facts("shown", "shown", "1.0", NIGHT, "7f3a" * 16, NIGHT, NIGHT)
WEEKDAYS = Hours(week=((Span(8 * 60, 17 * 60),),) * 5 + ((), ()))


class Lobby:
    """A window with a desk, a clock that stands still, and what the supervisor heard."""

    def __init__(self, app: QApplication, edition: Edition | None, speech: Speech) -> None:
        self.edition = edition
        self.now = NIGHT
        self.heard: list[Message] = []
        self.window = KioskWindow()
        self.clock = MinuteClock(app, lambda: self.now)
        self.desk = StaffDesk(app, self.window, self.clock, lambda: (self.edition, speech), self.heard.append)
        self.window.resize(1280, 720)
        if edition is None:
            self.window.show_holding(derive_holding(LIGHT, NIGHT, speech))
        else:
            self.window.show_page(derive_page(edition, Moment(NIGHT), Choices(), speech), Pictures())
        self.window.show()

    def pass_time(self, hours: float) -> None:
        self.now += timedelta(hours=hours)
        self.clock.changed.emit()

    def touch_key(self, key: str) -> None:
        self._touch(next(it for it in self.window.findChildren(PinKey) if it.accessibleName() == key))

    def touch_row(self, name: str) -> None:
        rows = self.window.findChildren(MenuRowView)
        self._touch(next(row for row in rows if row.accessibleName().startswith(name)))

    def let_staff_in(self) -> None:
        self.desk.obey(Pad(has_pin=True))
        self.touch_key("1")
        self.touch_key("OK")
        self.desk.obey(Menu(FACTS))

    def words(self) -> list[str]:
        return [caption.text() for caption in self.window.staff.findChildren(Caption) if caption.isVisible()]

    @staticmethod
    def _touch(control: PinKey | MenuRowView) -> None:
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)


@pytest.fixture
def make_lobby(
    qapp: QApplication, qtbot: QtBot, make_edition: Callable[..., Edition], speech: Speech
) -> Iterator[Callable[..., Lobby]]:
    made: list[Lobby] = []

    def make(**changes: object) -> Lobby:
        made.append(Lobby(qapp, make_edition(**changes), speech))
        qtbot.addWidget(made[-1].window)
        return made[-1]

    yield make
    for lobby in made:
        lobby.desk.state.close()


@pytest.fixture
def lobby(make_lobby: Callable[..., Lobby]) -> Lobby:
    return make_lobby(hours=WEEKDAYS)


def test_the_gesture_asks_the_supervisor(lobby: Lobby) -> None:
    lobby.desk.call_staff()

    assert lobby.heard == [CallStaff()]
    assert not lobby.desk.state.is_open


def test_who_is_in_already_needs_no_pad(lobby: Lobby) -> None:
    lobby.desk.obey(Pad(has_pin=True))
    lobby.desk.call_staff()

    assert lobby.heard == []


def test_a_pad_is_shown_when_it_is_ordered(lobby: Lobby) -> None:
    lobby.desk.obey(Pad(has_pin=True, wait_seconds=30))

    assert lobby.window.staff.isVisible()
    assert lobby.desk.state.view == PadOpen(wait_seconds=30)
    assert "Try again in 30 seconds" in lobby.words()


def test_what_is_typed_on_the_pad_is_tried(lobby: Lobby) -> None:
    lobby.desk.obey(Pad(has_pin=True))
    for key in ("4", "7", "9", "Delete", "1", "1", "OK"):
        lobby.touch_key(key)

    assert lobby.heard == [TryPin("4711")]


def test_a_keyboard_types_and_enters(lobby: Lobby, qtbot: QtBot) -> None:
    lobby.window.activateWindow()
    qtbot.waitUntil(lobby.window.isActiveWindow)
    lobby.desk.obey(Pad(has_pin=True))
    for key in (Qt.Key.Key_4, Qt.Key.Key_7, Qt.Key.Key_Backspace, Qt.Key.Key_1, Qt.Key.Key_Return):
        QTest.keyClick(lobby.window.focusWidget(), key)

    assert lobby.heard == [TryPin("41")]


def test_the_right_pin_shows_the_menu(lobby: Lobby) -> None:
    lobby.let_staff_in()

    assert lobby.desk.state.view == MenuOpen(FACTS)
    assert "This screen" in lobby.words()


def test_a_wish_is_told(lobby: Lobby) -> None:
    lobby.let_staff_in()
    lobby.touch_row("Read the files again")

    assert lobby.heard[1:] == [Wish("reload")]


def test_what_was_found_is_shown(lobby: Lobby) -> None:
    lobby.let_staff_in()
    lobby.touch_row("Check this computer")
    lobby.desk.obey(Findings((Finding("keys", "Keys", "held", "They are quiet."),)))

    assert lobby.heard[1:] == [Wish("doctor")]
    assert isinstance(lobby.desk.state.view, ReportOpen)
    assert {"Keys", "They are quiet."} <= set(lobby.words())


def test_leaving_takes_two_touches(lobby: Lobby) -> None:
    lobby.let_staff_in()
    lobby.touch_row("Leave kiosk mode")
    once = lobby.heard[1:]
    lobby.touch_row("Touch again to leave")

    assert (once, lobby.heard[1:]) == ([], [Wish("leave"), StaffLeft()])


def test_who_closes_the_card_has_left(lobby: Lobby, qtbot: QtBot) -> None:
    lobby.desk.obey(Pad(has_pin=True))
    QTest.keyClick(lobby.window.staff, Qt.Key.Key_Escape)

    qtbot.waitUntil(lobby.window.staff.isHidden)
    assert lobby.heard == [StaffLeft()]


def test_a_touch_of_the_screen_begins_the_time_anew(lobby: Lobby) -> None:
    lobby.desk.start()
    lobby.desk.obey(Pad(has_pin=True))
    lobby.desk.state.seconds_left = 3
    place = QPointF(640, 360)
    left = Qt.MouseButton.LeftButton
    press = QMouseEvent(QEvent.Type.MouseButtonPress, place, place, left, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(lobby.window.windowHandle(), press)

    assert lobby.desk.state.seconds_left == 20


def test_the_countdown_is_on_the_card(lobby: Lobby) -> None:
    lobby.desk.obey(Pad(has_pin=True))
    before = lobby.window.staff.grab().toImage()
    lobby.desk.state.seconds_left = 7
    lobby.desk.state.ticked.emit()

    assert lobby.window.staff.grab().toImage() != before


def test_it_tells_that_digits_of_a_keyboard_are_wanted(lobby: Lobby, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lobby.desk.changed):
        lobby.desk.obey(Pad(has_pin=True))
    opened = lobby.desk.is_pad_open
    with qtbot.waitSignal(lobby.desk.changed):
        lobby.desk.state.close()

    assert (opened, lobby.desk.is_pad_open) == (True, False)


def test_the_card_is_not_made_before_it_is_needed(lobby: Lobby) -> None:
    lobby.desk.call_staff()

    assert lobby.window.findChildren(PinKey) == []


def test_staff_get_in_without_an_edition(qapp: QApplication, qtbot: QtBot, speech: Speech) -> None:
    lobby = Lobby(qapp, None, speech)
    qtbot.addWidget(lobby.window)
    lobby.let_staff_in()

    assert "Switch the screen off, until it is touched" in [
        row.accessibleName() for row in lobby.window.findChildren(MenuRowView)
    ]
    lobby.desk.state.close()


def test_switched_off_it_is_dark_and_nothing_is_open(lobby: Lobby) -> None:
    lobby.let_staff_in()
    lobby.touch_row("Switch the screen off")
    lobby.desk.obey(SwitchOff())

    assert lobby.heard[1:] == [Wish("switch off"), StaffLeft()]
    assert (lobby.desk.is_dark, lobby.window.curtain.isVisible()) == (True, True)
    assert lobby.desk.state.view == Closed()


def test_what_is_open_when_it_goes_dark_is_closed(lobby: Lobby) -> None:
    lobby.let_staff_in()
    lobby.desk.obey(SwitchOff())

    assert lobby.heard[1:] == [StaffLeft()]
    assert lobby.desk.state.view == Closed()


def test_a_touch_wakes_it(lobby: Lobby) -> None:
    lobby.desk.obey(SwitchOff())
    QTest.mouseClick(lobby.window.curtain, Qt.MouseButton.LeftButton)

    assert lobby.heard == [Woken()]
    assert (lobby.desk.is_dark, lobby.window.curtain.isVisible()) == (False, False)


def test_the_gesture_wakes_it_too(lobby: Lobby) -> None:
    lobby.desk.obey(SwitchOff())
    lobby.desk.call_staff()

    assert lobby.heard == [Woken(), CallStaff()]


@pytest.mark.parametrize(
    ("hours", "wakes"),
    [
        pytest.param(9.9, False, id="six minutes before the office opens"),
        pytest.param(10, True, id="the minute it opens"),
        pytest.param(15, True, id="hours later, as after a sleep"),
    ],
)
def test_it_wakes_when_the_office_opens(lobby: Lobby, hours: float, *, wakes: bool) -> None:
    lobby.desk.obey(SwitchOff())
    lobby.pass_time(hours)

    assert lobby.desk.is_dark is not wakes
    assert lobby.heard == ([Woken()] if wakes else [])


def test_switched_off_while_open_it_waits_for_the_next_day(make_lobby: Callable[..., Lobby]) -> None:
    lobby = make_lobby(hours=WEEKDAYS)
    lobby.now = NIGHT - timedelta(hours=10)
    lobby.desk.obey(SwitchOff())
    lobby.pass_time(12)

    assert lobby.desk.is_dark


def test_new_hours_count_for_a_screen_that_is_dark(lobby: Lobby) -> None:
    lobby.desk.obey(SwitchOff())
    assert lobby.edition is not None
    lobby.edition = replace(lobby.edition, hours=Hours(week=((Span(6 * 60, 17 * 60),),) * 7))
    lobby.pass_time(8)

    assert not lobby.desk.is_dark


@pytest.mark.parametrize("hours", [None, Hours(week=((),) * 7)], ids=["no hours", "never open"])
def test_without_hours_only_a_touch_wakes_it(make_lobby: Callable[..., Lobby], hours: Hours | None) -> None:
    lobby = make_lobby(hours=hours)
    lobby.desk.obey(SwitchOff())
    lobby.pass_time(24 * 13)

    assert lobby.desk.is_dark


def test_a_screen_that_is_lit_is_not_woken(lobby: Lobby) -> None:
    lobby.pass_time(10)

    assert lobby.heard == []
