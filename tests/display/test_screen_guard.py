"""The screens have changed: said once, when they have come to rest, whatever has changed about them."""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import TypeAlias

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QScreen, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.screen_guard import MOST_SETTLES, ScreenGuard

SETTLE_MS = 60
LONG_MS = 5000
PLACE = QRect(0, 0, 640, 480)

Change: TypeAlias = Callable[[QApplication, QScreen], None]


@pytest.fixture
def guard(qapp: QApplication) -> Iterator[ScreenGuard]:
    guard = ScreenGuard(qapp, SETTLE_MS)
    yield guard
    guard.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setGeometry(10, 10, 200, 100)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda app, screen: app.screenAdded.emit(screen), id="a screen is plugged in"),
        pytest.param(lambda app, screen: app.screenRemoved.emit(screen), id="a screen is pulled out"),
        pytest.param(lambda app, screen: app.primaryScreenChanged.emit(screen), id="another one is primary"),
        pytest.param(lambda _, screen: screen.geometryChanged.emit(PLACE), id="another resolution"),
        pytest.param(lambda _, screen: screen.availableGeometryChanged.emit(PLACE), id="a task bar"),
        pytest.param(lambda _, screen: screen.logicalDotsPerInchChanged.emit(144.0), id="another scale"),
        pytest.param(lambda _, screen: screen.physicalDotsPerInchChanged.emit(81.5), id="another density"),
        pytest.param(
            lambda _, screen: screen.orientationChanged.emit(Qt.ScreenOrientation.PortraitOrientation), id="turned"
        ),
    ],
)
def test_a_change_of_the_screens_is_said(guard: ScreenGuard, qapp: QApplication, qtbot: QtBot, change: Change) -> None:
    with qtbot.waitSignal(guard.changed, timeout=LONG_MS):
        change(qapp, qapp.primaryScreen())


def test_a_screen_that_came_later_is_listened_to(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = qapp.primaryScreen()
    monkeypatch.setattr(qapp, "screens", list)
    guard = ScreenGuard(qapp, SETTLE_MS, parent=qapp)
    with qtbot.waitSignal(guard.changed, timeout=LONG_MS):
        qapp.screenAdded.emit(screen)

    with qtbot.waitSignal(guard.changed, timeout=LONG_MS):
        screen.geometryChanged.emit(PLACE)

    guard.deleteLater()


def test_many_changes_are_said_once(guard: ScreenGuard, qapp: QApplication, qtbot: QtBot) -> None:
    said = times_of(guard)

    for _ in range(5):
        qapp.screenRemoved.emit(qapp.primaryScreen())
        qapp.screenAdded.emit(qapp.primaryScreen())
    qtbot.waitUntil(lambda: bool(said), timeout=LONG_MS)
    last = said[-1]
    qtbot.waitUntil(lambda: monotonic() - last > 2 * SETTLE_MS / 1000, timeout=LONG_MS)

    assert len(said) == 1


def test_the_rest_is_counted_from_the_last_change(qapp: QApplication, qtbot: QtBot) -> None:
    guard = ScreenGuard(qapp, SETTLE_MS * 5, parent=qapp)
    rest, said = guard.findChildren(QTimer)[0], times_of(guard)
    qapp.screenAdded.emit(qapp.primaryScreen())
    qtbot.waitUntil(lambda: rest.remainingTime() < SETTLE_MS * 2, timeout=LONG_MS)

    last = monotonic()
    qapp.screenRemoved.emit(qapp.primaryScreen())
    qtbot.waitUntil(lambda: bool(said), timeout=LONG_MS)

    assert said[0] - last > SETTLE_MS * 4 / 1000
    guard.deleteLater()


def test_changes_without_end_are_said_after_a_while(guard: ScreenGuard, qapp: QApplication, qtbot: QtBot) -> None:
    mover = QTimer(guard, interval=SETTLE_MS // 6)
    mover.timeout.connect(lambda: qapp.screenAdded.emit(qapp.primaryScreen()))
    said = times_of(guard)

    mover.start()

    qtbot.waitUntil(lambda: len(said) >= 2, timeout=LONG_MS)
    assert said[1] - said[0] >= SETTLE_MS * (MOST_SETTLES - 1) / 1000


def test_at_rest_no_timer_runs(guard: ScreenGuard, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(guard.changed, timeout=LONG_MS):
        qapp.screenAdded.emit(qapp.primaryScreen())

    assert [timer for timer in guard.findChildren(QTimer) if timer.isActive()] == []


@pytest.mark.parametrize(
    "disturb",
    [
        pytest.param(lambda window: window.setX(window.x() + 20), id="moved across"),
        pytest.param(lambda window: window.setY(window.y() + 20), id="moved down"),
        pytest.param(lambda window: window.setWidth(220), id="wider"),
        pytest.param(lambda window: window.setHeight(120), id="taller"),
        pytest.param(lambda window: window.screenChanged.emit(window.screen()), id="on another screen"),
        pytest.param(lambda window: window.showMinimized(), id="minimised"),
        pytest.param(lambda window: window.hide(), id="hidden"),
    ],
)
def test_what_others_do_to_a_watched_window_is_said(
    guard: ScreenGuard, window: QWidget, qtbot: QtBot, disturb: Callable[[QWindow], None]
) -> None:
    guard.watch(window.windowHandle())

    with qtbot.waitSignal(guard.changed, timeout=LONG_MS):
        disturb(window.windowHandle())


def test_painting_a_watched_window_is_no_change(guard: ScreenGuard, window: QWidget, qtbot: QtBot) -> None:
    guard.watch(window.windowHandle())

    with qtbot.assertNotEmitted(guard.changed, wait=2 * SETTLE_MS):
        window.repaint()


def times_of(guard: ScreenGuard) -> list[float]:
    """Give a list that grows by the time of every `changed`."""
    times = list[float]()
    guard.changed.connect(lambda: times.append(monotonic()))
    return times
