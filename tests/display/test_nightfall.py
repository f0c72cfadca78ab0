"""Night in the real window: hours, touches, staff and notices, with the clocks of the test."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.display.attendance import Attendance
from kiosk.display.nightfall import Nightfall
from kiosk.display.showing import Showing
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.device import Device
from kiosk.edition.model import Edition, Hours, Notice, Span
from kiosk.edition.store import Verified
from kiosk.supervise.messages import Message, Scene

DAY = datetime(2026, 11, 23, 10, tzinfo=UTC)
"""Noon in Harare, a Monday."""
NIGHT = datetime(2026, 11, 23, 20, tzinfo=UTC)
MORNING = datetime(2026, 11, 24, 5, 50, tzinfo=UTC)
"""Ten minutes before eight."""
WEEKDAYS = Hours(week=((Span(8 * 60, 17 * 60),),) * 5 + ((), ()))
IDLE = 60.0


class Lobby:
    def __init__(self, app: QApplication, edition: Edition, night: Literal["on", "dim", "off"], now: datetime) -> None:
        self.now, self.time = now, 0.0
        self.are_staff_in = False
        self.heard: list[Message] = []
        self.window = KioskWindow()
        self.window.resize(1280, 720)
        self.showing = Showing(app, self.window, sheet_seconds=30, captive=True)
        self.showing.clock.now = lambda: self.now
        self.take_up(edition)
        self.window.show()
        self.attendance = Attendance(self.window, self.showing, IDLE, lambda: False, lambda: self.time)
        self.attendance.start()
        device, attention = Device(night=night), self.attendance.attention
        self.nightfall = Nightfall(
            self.window, self.showing, attention, device, lambda: self.are_staff_in, self.heard.append
        )
        self.nightfall.start()

    @property
    def light(self) -> str:
        """Tell what is to be seen."""
        curtain = self.window.curtain
        return "lit" if curtain.isHidden() else "off" if curtain.is_black else "dimmed"

    def take_up(self, edition: Edition) -> None:
        self.showing.take_up(Verified("0" * 64, edition, {}), edition)
        self.showing.refresh()

    def pass_to(self, now: datetime) -> None:
        self.now = now
        self.showing.clock.changed.emit()

    def press(self) -> None:
        QTest.mousePress(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=self.window.rect().center())

    def touch(self) -> None:
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=self.window.rect().center())

    def wait_until_idle(self) -> None:
        for _ in range(2):
            self.time += IDLE
            self.attendance.attention.look()


Open = Callable[..., Lobby]


@pytest.fixture
def open_lobby(qapp: QApplication, make_edition: Callable[..., Edition]) -> Iterator[Open]:
    """Give a function that opens a lobby at night, whose screen is dimmed then, if nothing else is said."""
    lobbies = []

    def opened(night: Literal["on", "dim", "off"] = "dim", now: datetime = NIGHT, **changes: object) -> Lobby:
        lobbies.append(Lobby(qapp, make_edition(**{"hours": WEEKDAYS, **changes}), night, now))
        return lobbies[-1]

    yield opened
    for lobby in lobbies:
        lobby.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(("night", "light"), [("on", "lit"), ("dim", "dimmed"), ("off", "off")])
def test_at_night_the_screen_is_as_device_toml_says(
    open_lobby: Open, night: Literal["on", "dim", "off"], light: str
) -> None:
    assert open_lobby(night).light == light


@pytest.mark.parametrize("night", ["on", "dim", "off"])
def test_by_day_it_is_lit(open_lobby: Open, night: str) -> None:
    assert open_lobby(night, DAY).light == "lit"


def test_without_hours_it_is_lit(open_lobby: Open) -> None:
    assert open_lobby("off", hours=None).light == "lit"


@pytest.mark.parametrize("night", ["dim", "off"])
def test_it_falls_and_is_over_by_the_hours(open_lobby: Open, night: str) -> None:
    lobby = open_lobby(night, DAY)
    lobby.pass_to(NIGHT)
    fallen = lobby.light
    lobby.pass_to(MORNING)

    assert (fallen, lobby.light) == ("dimmed" if night == "dim" else "off", "lit")


@pytest.mark.parametrize("night", ["dim", "off"])
def test_a_touch_wakes_until_nobody_is_there_any_more(open_lobby: Open, night: str) -> None:
    lobby = open_lobby(night)
    before = lobby.light
    lobby.touch()
    touched = lobby.light
    lobby.wait_until_idle()

    assert (touched, lobby.light) == ("lit", before)


def test_the_finger_is_lifted_from_the_curtain_and_not_from_what_lies_below(open_lobby: Open) -> None:
    lobby = open_lobby()
    lobby.press()

    assert lobby.light == "dimmed"


def test_it_does_not_fall_on_somebody_who_reads(open_lobby: Open) -> None:
    lobby = open_lobby(now=DAY)
    lobby.touch()
    lobby.pass_to(NIGHT)
    reading = lobby.light
    lobby.wait_until_idle()

    assert (reading, lobby.light) == ("lit", "dimmed")


def test_a_visitor_of_the_day_is_forgotten_by_night(open_lobby: Open) -> None:
    lobby = open_lobby(now=DAY)
    lobby.touch()
    lobby.wait_until_idle()
    lobby.pass_to(NIGHT)

    assert lobby.light == "dimmed"


def test_while_staff_are_in_it_is_lit(open_lobby: Open) -> None:
    lobby = open_lobby("off")
    lobby.are_staff_in = True
    lobby.nightfall.follow()
    in_there = lobby.light
    lobby.are_staff_in = False
    lobby.nightfall.follow()

    assert (in_there, lobby.light) == ("lit", "off")


@pytest.mark.parametrize(("severity", "light"), [("info", "off"), ("warning", "off"), ("urgent", "lit")])
def test_only_an_urgent_notice_lights_it(
    open_lobby: Open, make_edition: Callable[..., Edition], severity: Literal["info", "warning", "urgent"], light: str
) -> None:
    lobby = open_lobby("off")
    notice = Notice("Leave the building", "Use the stairs.", until=NIGHT + timedelta(seconds=30), severity=severity)
    lobby.take_up(make_edition(hours=WEEKDAYS, notice=notice))
    noticed = lobby.light
    lobby.pass_to(notice.until)

    assert (noticed, lobby.light) == (light, "off")


def test_another_setting_is_followed_at_once(open_lobby: Open) -> None:
    lobby = open_lobby("dim")
    seen = []
    for night in ("off", "on", "dim"):
        lobby.nightfall.follow_device(Device(night=night))
        seen.append(lobby.light)

    assert seen == ["off", "lit", "dimmed"]


def test_other_hours_are_followed_at_once(open_lobby: Open, make_edition: Callable[..., Edition]) -> None:
    lobby = open_lobby("off")
    lobby.take_up(make_edition(hours=Hours(week=((Span(0, 24 * 60),),) * 7)))

    assert lobby.light == "lit"


def test_a_clock_that_is_put_back_to_the_day_lights_it(open_lobby: Open) -> None:
    lobby = open_lobby("off")
    lobby.pass_to(DAY - timedelta(days=3))

    assert lobby.light == "lit"


def test_who_was_switched_off_by_staff_stays_dark_by_day(open_lobby: Open) -> None:
    lobby = open_lobby("dim")
    lobby.window.show_dark(on=True)
    lobby.pass_to(MORNING)
    by_day = lobby.light
    lobby.window.show_dark(on=False)

    assert (by_day, lobby.light) == ("off", "lit")


def test_woken_from_staffs_darkness_at_night_it_is_lit(open_lobby: Open) -> None:
    lobby = open_lobby("dim")
    lobby.window.show_dark(on=True)
    lobby.window.curtain.woken.connect(lambda: lobby.window.show_dark(on=False))
    lobby.touch()

    assert lobby.light == "lit"


def test_the_supervisor_hears_how_it_is_from_the_beginning(open_lobby: Open) -> None:
    assert open_lobby("dim", DAY).heard == [Scene()]


def test_the_supervisor_hears_of_every_change_and_of_nothing_else(open_lobby: Open) -> None:
    lobby = open_lobby("dim", DAY)
    for moment in (NIGHT, NIGHT + timedelta(minutes=1), MORNING):
        lobby.pass_to(moment)

    assert lobby.heard[1:] == [Scene("dimmed", dark_until=MORNING), Scene()]


def test_the_supervisor_hears_when_a_notice_came_and_went(
    open_lobby: Open, make_edition: Callable[..., Edition]
) -> None:
    lobby = open_lobby("on", DAY)
    begins, ends = DAY + timedelta(seconds=20), DAY + timedelta(seconds=50)
    lobby.take_up(make_edition(notice=Notice("No water", "Sorry.", until=ends, since=begins)))
    for moment in (begins, ends - timedelta(seconds=1), ends):
        lobby.pass_to(moment)

    assert lobby.heard[1:] == [Scene(notice_since=begins, notice_until=ends), Scene()]
