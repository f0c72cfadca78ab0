from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.ui.fade import FADE_MS, STEP_MS, Fade

SIZE = 40
BEFORE, AFTER, BELOW = "#000000", "#ffffff", "#3366cc"


def frame(colour: str) -> QPixmap:
    pixmap = QPixmap(SIZE, SIZE)
    pixmap.fill(QColor(colour))
    return pixmap


class Stage:
    """A window with a button, and a fade over it whose clock is the test's."""

    def __init__(self) -> None:
        self.seconds = 100.0
        self.window = QWidget()
        self.window.resize(SIZE, SIZE)
        self.window.setStyleSheet(f"background: {BELOW}")
        self.button = QPushButton(self.window)
        self.button.setGeometry(0, 0, SIZE, SIZE)
        self.fade = Fade(self.window, lambda: self.seconds)
        self.finished: list[None] = []
        self.fade.finished.connect(self._note)

    def start(self) -> None:
        self.fade.start(frame(BEFORE), frame(AFTER))

    def pass_ms(self, milliseconds: float) -> None:
        self.seconds += milliseconds / 1000

    def grey(self) -> int:
        return self.picture().pixelColor(5, 5).red()

    def picture(self) -> QImage:
        return self.fade.grab(QRect(0, 0, SIZE, SIZE)).toImage()

    def _note(self) -> None:
        self.finished.append(None)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    stage = Stage()
    qtbot.addWidget(stage.window)
    stage.window.show()
    qtbot.waitExposed(stage.window)
    yield stage
    stage.fade.finish()


def test_each_frame_shows_what_is_due_by_then(stage: Stage) -> None:
    stage.start()
    greys = [stage.grey()]
    for milliseconds in (64, 80, 80):
        stage.pass_ms(milliseconds)
        greys.append(stage.grey())

    due = [(milliseconds + STEP_MS) / FADE_MS * 255 for milliseconds in (0, 64, 144, 224)]
    assert greys == pytest.approx(due, abs=2)


def test_already_the_first_frame_shows_something_of_the_next(stage: Stage) -> None:
    stage.start()

    assert stage.grey() > 8


def test_a_frame_that_is_late_skips_what_it_missed(stage: Stage, qtbot: QtBot) -> None:
    stage.start()
    stage.pass_ms(FADE_MS * 10)

    with qtbot.waitSignal(stage.fade.finished):
        pass

    assert stage.finished == [None]


def test_it_takes_its_time_and_leaves_what_is_below(stage: Stage, qtbot: QtBot) -> None:
    stage.start()
    stage.pass_ms(FADE_MS - STEP_MS - 1)
    qtbot.wait(3 * STEP_MS)
    was_running = stage.fade.is_running
    stage.pass_ms(2)
    qtbot.waitUntil(lambda: not stage.fade.is_running)

    assert was_running
    assert stage.fade.isHidden()


def test_it_lets_go_of_the_frames(stage: Stage) -> None:
    stage.start()
    stage.pass_ms(FADE_MS)
    stage.fade.finish()

    stage.fade.show()
    assert stage.fade._before.isNull()
    assert stage.fade._after.isNull()


def press(stage: Stage) -> bool:
    """Tell whether it still runs while the finger is down."""
    QTest.mousePress(stage.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    runs = stage.fade.is_running
    QTest.mouseRelease(stage.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    return runs


def type_key(stage: Stage) -> bool:
    QTest.keyPress(stage.window.windowHandle(), Qt.Key.Key_Down)
    return stage.fade.is_running


@pytest.mark.parametrize("act", [press, type_key])
def test_a_touch_or_key_ends_it_at_once(stage: Stage, act: Callable[[Stage], bool]) -> None:
    stage.start()

    assert not act(stage)


def test_a_touch_reaches_what_is_below(stage: Stage) -> None:
    clicks: list[None] = []
    stage.button.clicked.connect(lambda: clicks.append(None))
    stage.start()

    QTest.mouseClick(stage.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

    assert clicks == [None]


def test_a_mouse_points_at_what_is_below(stage: Stage) -> None:
    stage.start()

    assert stage.window.childAt(5, 5) is stage.button


def test_a_mouse_that_nobody_presses_lets_it_go_on(stage: Stage) -> None:
    stage.start()

    QTest.mouseMove(stage.window.windowHandle(), QPoint(9, 9))

    assert stage.fade.is_running


def test_another_one_takes_its_place(stage: Stage) -> None:
    stage.start()
    stage.pass_ms(FADE_MS / 2)
    stage.fade.start(frame(AFTER), frame(BEFORE))

    assert stage.finished == [None]
    assert stage.grey() > 200


def test_while_it_runs_nothing_below_is_painted(stage: Stage, qtbot: QtBot) -> None:
    painted: list[None] = []

    class Below(QWidget):
        def paintEvent(self, _event: object) -> None:
            painted.append(None)

    below = Below(stage.window)
    below.setGeometry(0, 0, SIZE, SIZE)
    below.show()
    stage.fade.raise_()
    qtbot.waitUntil(lambda: bool(painted))
    stage.start()
    qtbot.wait(2 * STEP_MS)
    painted.clear()

    qtbot.wait(4 * STEP_MS)

    assert painted == []
