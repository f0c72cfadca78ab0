"""The dark screen: black over everything, and what wakes it does nothing else."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.display.ui.curtain import Curtain
from kiosk.display.ui.mark import StaffMark
from kiosk.display.ui.pill import Pill
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Edition

ShowPage: TypeAlias = Callable[..., KioskWindow]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dark(make_edition: Callable[..., Edition], show_page: ShowPage) -> KioskWindow:
    """Give a window with an open sheet, and dark."""
    window = show_page(make_edition(), choices=Choices(sheet="vcard"))
    window.show_mark(on=True)
    window.show_dark(on=True)
    return window


@pytest.fixture
def curtain(dark: KioskWindow) -> Curtain:
    return dark.curtain


def test_it_is_open_in_the_beginning(make_edition: Callable[..., Edition], show_page: ShowPage) -> None:
    assert not show_page(make_edition()).curtain.isVisible()


def test_everything_is_black(dark: KioskWindow, pixels: Callable[..., QImage]) -> None:
    image = pixels(dark)
    black = QImage(image.size(), image.format())
    black.fill(QColor("black"))

    assert image == black


def test_in_the_dusk_a_third_of_the_brightness_is_left(
    make_edition: Callable[..., Edition], show_page: ShowPage, pixels: Callable[..., QImage]
) -> None:
    window = show_page(make_edition())
    lit = pixels(window)
    window.show_light("dimmed")
    dim = pixels(window)

    for x, y in ((40, 500), (1900, 20), (300, 150)):
        assert dim.pixelColor(x, y).lightnessF() == pytest.approx(0.35 * lit.pixelColor(x, y).lightnessF(), abs=0.01)
    assert not window.curtain.is_black


def test_dusk_turns_into_darkness_and_back(show_page: ShowPage, make_edition: Callable[..., Edition]) -> None:
    curtain, seen = show_page(make_edition()).curtain, []
    for light in ("dimmed", "off", "dimmed", "lit"):
        show_page(make_edition()).show_light(light)
        seen.append((curtain.isVisible(), curtain.is_black))

    assert seen == [(True, False), (True, True), (True, False), (False, False)]


@pytest.mark.parametrize("size", [(1080, 1920), (3840, 2160)])
def test_it_grows_with_the_window(
    make_edition: Callable[..., Edition], dark: KioskWindow, show_page: ShowPage, size: tuple[int, int]
) -> None:
    show_page(make_edition(), size)

    assert dark.curtain.geometry() == dark.rect()
    assert dark.childAt(5, 5) is dark.curtain


def test_a_mark_that_comes_stays_below(dark: KioskWindow, pixels: Callable[..., QImage]) -> None:
    dark.show_mark(on=True)

    assert pixels(dark).pixelColor(dark.findChildren(StaffMark)[0].geometry().center()) == QColor("black")


def test_a_touch_wakes_when_the_finger_is_lifted(curtain: Curtain, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(curtain.woken):
        QTest.mousePress(curtain, LEFT)
    with qtbot.waitSignal(curtain.woken, timeout=1000):
        QTest.mouseRelease(curtain, LEFT)


def test_a_finger_that_was_down_before_does_not_wake(curtain: Curtain, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(curtain.woken):
        QTest.mouseRelease(curtain, LEFT)


def test_a_mouse_that_trembles_does_not_wake(curtain: Curtain, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(curtain.woken):
        QTest.mouseMove(curtain, QPoint(10, 10))
        QTest.mouseMove(curtain, QPoint(90, 90))


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_5],
    ids=lambda key: key.name,
)  # fmt: skip
def test_a_key_wakes_when_it_is_let_go(dark: KioskWindow, curtain: Curtain, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.assertNotEmitted(curtain.woken):
        QTest.keyPress(dark.focusWidget(), key)
    with qtbot.waitSignal(curtain.woken, timeout=1000):
        QTest.keyRelease(dark.focusWidget(), key)


def test_the_key_that_switched_it_off_does_not_wake_it(curtain: Curtain, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(curtain.woken):
        QTest.keyRelease(curtain, Qt.Key.Key_Return)


def test_what_wakes_does_nothing_else(dark: KioskWindow, curtain: Curtain, qtbot: QtBot) -> None:
    close = dark.sheet.findChildren(Pill)[0]
    place = close.mapTo(dark, close.rect().center())

    with qtbot.assertNotEmitted(dark.sheet.close_requested):
        QTest.mouseClick(curtain, LEFT, pos=place)
        QTest.keyClick(curtain, Qt.Key.Key_Escape)


def test_awake_the_focus_is_where_it_was(dark: KioskWindow) -> None:
    dark.show_dark(on=False)

    assert dark.focusWidget() is dark.sheet.findChildren(Pill)[0]
    assert not dark.curtain.isVisible()


def test_dark_twice_is_dark_once(dark: KioskWindow) -> None:
    dark.show_dark(on=True)
    dark.show_dark(on=False)

    assert dark.focusWidget() is dark.sheet.findChildren(Pill)[0]
