"""The window's screen: which one is wanted, and how a captive window fills it whatever others do to it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QScreen, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.place import MOST_REQUESTS, FullScreen, NoScreen, is_in_place, screen_wanted, window_place
from kiosk.paths import resources
from kiosk.prepare.starter import write_starter
from tests.reliability.escape_display import captive_window, prepared

FULL_HD = QRect(0, 0, 1920, 1080)


@dataclass(frozen=True)
class Described:
    """A screen as far as the choice goes; without a place it is the empty one that Qt has where there is none."""

    called: str
    serial: str = ""
    place: QRect = FULL_HD

    def name(self) -> str:
        return self.called

    def serialNumber(self) -> str:
        return self.serial

    def geometry(self) -> QRect:
        return self.place


PRIMARY, SECOND, THIRD = Described("HDMI-1"), Described("DP-2", "0x1234"), Described("2", "")
TWIN = Described("DP-3", "HDMI-1")
PLACEHOLDER = Described("placeholder", "", QRect())
ALL = (PRIMARY, SECOND, THIRD)


@pytest.mark.parametrize(
    ("wanted", "screens", "found"),
    [
        pytest.param("primary", ALL, PRIMARY, id="the primary one"),
        pytest.param("DP-2", ALL, SECOND, id="a name"),
        pytest.param("0x1234", ALL, SECOND, id="a serial number"),
        pytest.param("1", ALL, SECOND, id="an index"),
        pytest.param("0", ALL, PRIMARY, id="the first index"),
        pytest.param("2", (PRIMARY, THIRD), THIRD, id="a name of digits"),
        pytest.param("2", (THIRD, SECOND, PRIMARY), THIRD, id="a name of digits before an index"),
        pytest.param("3", ALL, PRIMARY, id="an index too large"),
        pytest.param("-1", ALL, PRIMARY, id="an index below nought"),
        pytest.param("²", ALL, PRIMARY, id="a digit that is none"),
        pytest.param("\u0661", ALL, PRIMARY, id="a digit of another script"),
        pytest.param("HDMI-1", (TWIN, PRIMARY), PRIMARY, id="a name before the same serial number"),
        pytest.param("VGA-1", ALL, PRIMARY, id="one that is away"),
        pytest.param("", (SECOND, PRIMARY, THIRD), SECOND, id="no wish and no serial number"),
        pytest.param("0", (PLACEHOLDER, SECOND), SECOND, id="an index among those that are live"),
        pytest.param("placeholder", (PLACEHOLDER, SECOND), SECOND, id="the empty one is never wanted"),
    ],
)
def test_the_screen_that_is_wanted(wanted: str, screens: tuple[Described, ...], found: Described) -> None:
    assert screen_wanted(wanted, screens) == found


@pytest.mark.parametrize("screens", [(), (PLACEHOLDER,)], ids=["none", "the empty one"])
@pytest.mark.parametrize("wanted", ["primary", "", "0", "placeholder", "HDMI-1"])
def test_no_screen_is_an_answer(wanted: str, screens: tuple[Described, ...]) -> None:
    assert screen_wanted(wanted, screens) == NoScreen()


@pytest.mark.parametrize("free", [FULL_HD, QRect(1920, 40, 1080, 1880), QRect(0, 0, 3840, 800)], ids=str)
def test_a_window_stands_in_the_middle_of_the_free_part(free: QRect) -> None:
    place = window_place(free)

    assert free.contains(place)
    assert (place.center() - free.center()).manhattanLength() <= 1


@pytest.fixture
def screen(qapp: QApplication) -> QScreen:
    return qapp.primaryScreen()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def shown(window: QWidget, screen: QScreen) -> FullScreen:
    """Have the window fill the screen."""
    full_screen = FullScreen(window)
    full_screen.fill(screen)
    window.showFullScreen()
    return full_screen


def test_a_window_is_prepared_for_its_screen_before_it_is_shown(window: QWidget, screen: QScreen) -> None:
    FullScreen(window).fill(screen)

    assert not window.isVisible()
    assert window.geometry() == screen.geometry()


@pytest.mark.usefixtures("shown")
def test_a_window_that_fills_its_screen_is_in_place(window: QWidget, screen: QScreen) -> None:
    assert is_in_place(window, screen)


DISTURBANCES = [
    pytest.param(lambda window: window.showNormal(), id="no longer full screen"),
    pytest.param(lambda window: window.resize(300, 200), id="of another size"),
    pytest.param(lambda window: window.move(50, 50), id="elsewhere"),
    pytest.param(lambda window: window.showMinimized(), id="minimised"),
    pytest.param(
        lambda window: window.setWindowState(Qt.WindowState.WindowMinimized | Qt.WindowState.WindowFullScreen),
        id="minimised out of full screen",
    ),
    pytest.param(lambda window: window.hide(), id="hidden"),
    pytest.param(lambda window: window.windowHandle().destroy(), id="hidden by Qt, as when its last screen goes"),
]


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("disturb", DISTURBANCES)
def test_a_window_that_was_disturbed_is_not_in_place(
    window: QWidget, screen: QScreen, disturb: Callable[[QWidget], None]
) -> None:
    disturb(window)

    assert not is_in_place(window, screen)


class Disobeyed(QWidget):
    """A window that says it fills the screen, while the window manager has given it another place."""

    def __init__(self, place: QRect) -> None:
        super().__init__()
        self._native = QWindow()
        self._native.setGeometry(place)

    def windowHandle(self) -> QWindow:
        return self._native


@pytest.mark.parametrize("place", [QRect(0, 0, 300, 200), QRect(50, 0, 800, 800)], ids=["of another size", "elsewhere"])
def test_a_window_in_another_place_than_it_was_given_is_not_in_place(
    qtbot: QtBot, screen: QScreen, place: QRect
) -> None:
    window = Disobeyed(place)
    qtbot.addWidget(window)
    window.showFullScreen()

    assert not is_in_place(window, screen)


@pytest.mark.parametrize("disturb", DISTURBANCES)
def test_a_window_that_was_disturbed_fills_its_screen_again(
    shown: FullScreen, window: QWidget, screen: QScreen, disturb: Callable[[QWidget], None]
) -> None:
    disturb(window)

    shown.fill(screen)

    assert is_in_place(window, screen)


def test_nothing_is_done_to_a_window_in_place(window: QWidget, screen: QScreen, shown: FullScreen) -> None:
    done = list[object]()
    native = window.windowHandle()
    for happened in (native.windowStateChanged, native.visibleChanged, native.widthChanged, native.screenChanged):
        happened.connect(done.append)

    shown.fill(screen)

    assert done == []


def test_it_leaves_full_screen_before_it_moves(window: QWidget, screen: QScreen, shown: FullScreen) -> None:
    """Some window managers keep what fills a screen where it is, and Wayland's all do."""
    states = list[Qt.WindowState]()
    window.setWindowState(Qt.WindowState.WindowMinimized | Qt.WindowState.WindowFullScreen)
    window.windowHandle().windowStateChanged.connect(states.append)

    shown.fill(screen)

    assert states == [Qt.WindowState.WindowNoState, Qt.WindowState.WindowFullScreen]


class Stubborn(QWidget):
    """A window that, as under a tiling window manager, never fills the screen; counts how often it was asked to."""

    def __init__(self) -> None:
        super().__init__()
        self.requests = 0

    def showFullScreen(self) -> None:
        self.requests += 1
        self.resize(300, 200)


@pytest.fixture
def stubborn(qtbot: QtBot) -> Stubborn:
    stubborn = Stubborn()
    qtbot.addWidget(stubborn)
    stubborn.show()
    return stubborn


def test_one_that_refuses_is_not_asked_for_ever(stubborn: Stubborn, screen: QScreen) -> None:
    full_screen = FullScreen(stubborn, clock=lambda: 100.0)

    for _ in range(10):
        full_screen.fill(screen)

    assert stubborn.requests == MOST_REQUESTS


def test_one_that_refused_is_asked_again_when_something_happens_much_later(stubborn: Stubborn, screen: QScreen) -> None:
    now = 100.0
    full_screen = FullScreen(stubborn, clock=lambda: now)
    for _ in range(10):
        full_screen.fill(screen)

    now = 110.0
    full_screen.fill(screen)

    assert stubborn.requests == MOST_REQUESTS + 1


def test_one_that_fell_in_with_it_is_asked_as_often_as_before(
    shown: FullScreen, window: QWidget, screen: QScreen
) -> None:
    for _ in range(2 * MOST_REQUESTS):
        window.showNormal()
        shown.fill(screen)
        assert is_in_place(window, screen)
        shown.fill(screen)


def test_one_that_refused_is_asked_again_although_nothing_happens(
    stubborn: Stubborn, screen: QScreen, qtbot: QtBot
) -> None:
    full_screen = FullScreen(stubborn, clock=lambda: 100.0, forgiven_after=0.05)
    full_screen.forgiven.connect(lambda: full_screen.fill(screen))

    for _ in range(MOST_REQUESTS + 1):
        full_screen.fill(screen)

    qtbot.waitUntil(lambda: stubborn.requests > MOST_REQUESTS, timeout=5000)


def test_one_that_fell_in_with_it_late_is_left_alone(stubborn: Stubborn, screen: QScreen) -> None:
    full_screen = FullScreen(stubborn, clock=lambda: 100.0)
    for _ in range(MOST_REQUESTS + 1):
        full_screen.fill(screen)

    stubborn.setGeometry(screen.geometry())
    QWidget.showFullScreen(stubborn)
    full_screen.fill(screen)

    assert is_in_place(stubborn, screen)
    assert [timer for timer in full_screen.findChildren(QTimer) if timer.isActive()] == []


def test_the_display_puts_its_window_back_once_it_may_ask_again(qapp: QApplication, tmp_path: Path) -> None:
    write_starter(resources(), tmp_path / "staff")
    with captive_window(qapp, tmp_path / "state", prepared(tmp_path / "staff" / "contact.toml")) as window:
        (full_screen,) = window.findChildren(FullScreen)
        window.showNormal()

        full_screen.forgiven.emit()

        assert window.isFullScreen()
