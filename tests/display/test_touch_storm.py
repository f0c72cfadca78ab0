"""Whatever fingers do to the captive screen, and whatever the touch screen forgets to tell of them, it stays and works."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.ui.article import ArticleView
from kiosk.display.ui.contact_row import ContactRow
from kiosk.display.ui.scroller import Scroller
from kiosk.display.ui.window import KioskWindow
from kiosk.paths import resources
from kiosk.prepare.starter import write_starter
from tests.reliability.escape_display import captive_window, prepared
from tests.reliability.escape_touches import Finger, Frame, Hand

LONGER_THAN_A_LONG_PRESS_MS = 900
TRIES = 3
MOMENT_MS = 200
STEP_MS = 8
"""A finger takes its time: a drag that comes all in one millisecond is none that a hand can make."""


@pytest.fixture(scope="module")
def device() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[KioskWindow]:
    write_starter(resources(), tmp_path / "staff")
    with captive_window(qapp, tmp_path / "state", prepared(tmp_path / "staff" / "contact.toml")) as opened:
        yield opened


class Screen:
    """A touch screen before the window."""

    def __init__(self, window: KioskWindow, device: QPointingDevice) -> None:
        self.window = window
        self._device = device

    def feel(self, frame: Frame) -> None:
        touches = QTest.touchEvent(self.window, self._device, autoCommit=False)
        for finger in frame:
            tell = {"press": touches.press, "move": touches.move, "release": touches.release}[finger.change]
            tell(finger.number, QPoint(*finger.place), self.window)
        touches.commit()

    def tap(self, place: QPoint) -> None:
        for frame in ((Finger(0, "press", place.toTuple()),), (Finger(0, "release", place.toTuple()),)):
            self.feel(frame)


@pytest.fixture
def screen(window: KioskWindow, device: QPointingDevice) -> Screen:
    return Screen(window, device)


def article_of(window: KioskWindow) -> ArticleView:
    return window.findChildren(ArticleView)[0]


def visible_windows(app: QApplication) -> list[QWidget]:
    """Windows of earlier tests may be among them, and go at any time."""
    return [widget for widget in app.topLevelWidgets() if widget.isVisible()]


def is_alone(window: QWidget, before: list[QWidget], app: QApplication) -> bool:
    """Tell whether the window is there, and none that was not there before."""
    return window.isVisible() and not [each for each in visible_windows(app) if each not in before]


def check_storm(screen: Screen, app: QApplication, qtbot: QtBot, *, sequences: int, seed: int) -> None:
    window = screen.window
    before = visible_windows(app)
    hand = Hand(seed, window.width(), window.height())
    sys.stdout.write(f"seed {seed}\n")

    for _ in range(sequences):
        for frame in hand.sequence():
            screen.feel(frame)

    assert is_alone(window, before, app)
    check_tap(screen, qtbot)
    qtbot.wait(app.doubleClickInterval())
    check_scroll(screen, qtbot)


def check_tap(screen: Screen, qtbot: QtBot) -> None:
    """Tap a row until its sheet comes: a finger whose end was lost may take the first tap with it."""
    window = screen.window
    row = window.findChildren(ContactRow)[0]
    calm_down(screen, qtbot)

    for _ in range(TRIES):
        window.panel.bring_into_view(row)
        screen.tap(row.mapTo(window, row.rect().center()))
        qtbot.wait(MOMENT_MS)
        if window.sheet.isVisible():
            break

    assert window.sheet.isVisible()


def check_scroll(screen: Screen, qtbot: QtBot) -> None:
    article = article_of(screen.window)
    calm_down(screen, qtbot)

    for _ in range(TRIES):
        article.scroll_to_top()
        flick_up(screen)
        qtbot.wait(MOMENT_MS)
        if article.verticalScrollBar().value() > 0:
            break

    assert article.verticalScrollBar().value() > 0


def flick_up(screen: Screen) -> None:
    article = article_of(screen.window)
    top, bottom = (article.mapTo(screen.window, QPoint(60, y)) for y in (30, article.height() - 60))
    screen.feel((Finger(0, "press", bottom.toTuple()),))
    for step in range(1, 11):
        place = bottom + (top - bottom) * step / 10
        screen.feel((Finger(0, "move", place.toTuple()),))
        QTest.qWait(STEP_MS)
    screen.feel((Finger(0, "release", top.toTuple()),))


def calm_down(screen: Screen, qtbot: QtBot) -> None:
    """Wait until nothing glides any more, and close what is open."""
    qtbot.wait(MOMENT_MS)
    qtbot.waitUntil(lambda: nothing_glides(screen.window))
    QTest.keyClick(screen.window.windowHandle(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not screen.window.sheet.isVisible())


def nothing_glides(window: KioskWindow) -> bool:
    return not any(scroller.is_moving for scroller in window.findChildren(Scroller))


@pytest.mark.parametrize("seed", range(5))
def test_a_storm_of_touches_leaves_the_screen_as_usable_as_before(
    screen: Screen, qapp: QApplication, qtbot: QtBot, seed: int
) -> None:
    check_storm(screen, qapp, qtbot, sequences=100, seed=seed)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(100, 110))
def test_a_long_storm_of_touches_leaves_the_screen_as_usable_as_before(
    screen: Screen, qapp: QApplication, qtbot: QtBot, seed: int
) -> None:
    check_storm(screen, qapp, qtbot, sequences=500, seed=seed)


def test_pinching_zooms_nothing(screen: Screen, qtbot: QtBot) -> None:
    window = screen.window
    qtbot.waitUntil(window.isActiveWindow)
    hand, before = Hand(7, window.width(), window.height()), window.grab().toImage()

    for _ in range(50):
        for frame in hand.pinch():
            screen.feel(frame)
    window.show_tops()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)

    assert window.grab().toImage() == before


def test_a_long_press_opens_nothing_else(screen: Screen, qapp: QApplication) -> None:
    middle = article_of(screen.window).mapTo(screen.window, QPoint(200, 200)).toTuple()
    before = visible_windows(qapp)

    screen.feel((Finger(0, "press", middle),))
    QTest.qWait(LONGER_THAN_A_LONG_PRESS_MS)
    screen.feel((Finger(0, "release", middle),))

    assert is_alone(screen.window, before, qapp)
    assert qapp.activePopupWidget() is None


def test_a_flick_right_after_a_tap_scrolls(screen: Screen, qtbot: QtBot) -> None:
    """Qt may take the second touch for half of a double click, wherever on the screen it is."""
    article = article_of(screen.window)
    screen.tap(article.mapTo(screen.window, QPoint(4, 4)))

    flick_up(screen)

    qtbot.waitUntil(lambda: article.verticalScrollBar().value() > 0)


def test_a_finger_whose_end_was_lost_does_not_keep_others_from_tapping(screen: Screen, qtbot: QtBot) -> None:
    for number in (5, 6):
        screen.feel((Finger(number, "press", (300, 200)),))

    check_tap(screen, qtbot)


def test_a_finger_whose_end_was_lost_does_not_keep_others_from_scrolling(screen: Screen, qtbot: QtBot) -> None:
    for number in (5, 6):
        screen.feel((Finger(number, "press", (300, 200)),))

    check_scroll(screen, qtbot)
