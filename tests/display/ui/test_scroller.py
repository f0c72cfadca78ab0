"""A column under fingers, wheels and keys, and moving by itself: real events on a real window; the clock is the test's."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.ui.drag import Drag
from kiosk.display.ui.runner import Runner
from kiosk.display.ui.scroller import SLOP_PX, STEP_PX, Column, Scroller
from kiosk.display.ui.style import Style
from kiosk.edition.palettes import LIGHT
from kiosk.edition.value import replace

WIDTH, HEIGHT, TALL = 300, 400, 3000
MOST = TALL - HEIGHT
MIDDLE = 1000
LEFT = Qt.MouseButton.LeftButton
STYLE = Style(LIGHT, 1.0)
FRAME_SECONDS = 0.016


class TallColumn(Column):
    """Full of buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.clicks: list[int] = []
        self.buttons = [self._button(number) for number in range(TALL // 100)]

    def height_at(self, width: int) -> int:
        return TALL if width else 0

    def _button(self, number: int) -> QPushButton:
        button = QPushButton(str(number), self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setGeometry(0, number * 100, WIDTH, 100)
        button.clicked.connect(lambda: self.clicks.append(number))
        return button


class Rig:
    """A window with a scroller at its middle, and a hand; time passes only when the test says so."""

    def __init__(self) -> None:
        self.time = 50.0
        self.window = QWidget()
        self.window.resize(WIDTH + 100, HEIGHT)
        self.scroller = Scroller(self.window)
        self.scroller.setGeometry(0, 0, WIDTH, HEIGHT)
        self.column = TallColumn(self.scroller)
        self.scroller.hold(self.column)
        self.scroller.show_style(STYLE, QColor("white"))
        self.scroller.fit()
        self.runner = self.scroller.findChildren(Runner)[0]
        self.drag = self.scroller.findChildren(Drag)[0]
        self.runner._clock = self.drag._clock = lambda: self.time
        self._is_down = False

    @property
    def place(self) -> int:
        return self.scroller.place()

    def press(self, y: int, x: int = 100) -> None:
        self._is_down = True
        QTest.mousePress(self.window.windowHandle(), LEFT, pos=QPoint(x, y))

    def move(self, y: int, x: int = 100, seconds: float = FRAME_SECONDS) -> None:
        self.time += seconds
        QTest.mouseMove(self.window.windowHandle(), QPoint(x, y))
        QApplication.processEvents()

    def release(self, y: int, x: int = 100) -> None:
        self._is_down = False
        QTest.mouseRelease(self.window.windowHandle(), LEFT, pos=QPoint(x, y))

    def lift(self) -> None:
        """Leave no button of the mouse down for the next test."""
        if self._is_down:
            self.release(1)

    def tap(self, y: int, x: int = 100) -> None:
        self.press(y, x)
        self.release(y, x)

    def flick(self, begin: int = 350, step: int = -30, steps: int = 10) -> None:
        self.press(begin)
        for number in range(1, steps + 1):
            self.move(begin + number * step)
        self.release(begin + steps * step)

    def run(self, seconds: float) -> list[int]:
        """Let time pass a frame at a time, and give the places."""
        places = []
        for _ in range(round(seconds / FRAME_SECONDS)):
            self.time += FRAME_SECONDS
            self.runner._step()
            places.append(self.place)
        return places

    def turn_wheel(self, notches: int) -> None:
        QTest.wheelEvent(self.window.windowHandle(), QPointF(100, 200), QPoint(0, 120 * notches))


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    rig = Rig()
    qtbot.addWidget(rig.window)
    rig.window.show()
    qtbot.waitExposed(rig.window)
    rig.scroller.verticalScrollBar().setValue(MIDDLE)
    yield rig
    rig.scroller.stop_gliding()
    rig.lift()


def test_a_tap_presses_what_is_below(rig: Rig) -> None:
    rig.tap(150)

    assert rig.column.clicks == [11]


def test_a_tap_that_trembles_still_presses(rig: Rig) -> None:
    rig.press(150)
    rig.move(150 + SLOP_PX)
    rig.release(150 + SLOP_PX)

    assert (rig.column.clicks, rig.place) == ([11], MIDDLE)


def test_a_slow_drag_follows_the_finger_pixel_by_pixel_from_where_it_began(rig: Rig) -> None:
    rig.press(200)
    places = []
    for y in range(200, 200 + SLOP_PX + 6):
        rig.move(y, seconds=0.5)
        places.append(rig.place)

    assert places == [*[MIDDLE] * (SLOP_PX + 1), *(MIDDLE - led for led in (1, 2, 3, 4, 5))]


@pytest.mark.parametrize(("x", "y"), [(100, 150 - SLOP_PX - 1), (100, 130), (140, 150), (140, 140)])
def test_a_swipe_presses_nothing_even_where_it_ends_on_what_it_began_on(rig: Rig, x: int, y: int) -> None:
    rig.press(150)
    rig.move(y, x)
    was_down = rig.column.buttons[11].isDown()
    rig.release(y, x)

    assert (rig.column.clicks, was_down) == ([], False)


class Releases(QObject):
    """Counts the fingers that a widget sees lifted."""

    seen = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen += event.type() == QEvent.Type.MouseButtonRelease
        return False


def test_nobody_but_what_was_pressed_sees_that_a_swipe_ends_the_press(rig: Rig) -> None:
    """A cover would take a finger lifted far away for a touch beside its card."""
    releases, below = Releases(), Releases()
    rig.window.installEventFilter(releases)
    rig.column.buttons[11].installEventFilter(below)

    rig.press(150)
    rig.move(100)
    rig.release(100)

    assert (releases.seen, below.seen) == (0, 1)


def test_after_a_swipe_the_next_tap_presses(rig: Rig) -> None:
    rig.press(150)
    rig.move(190, seconds=1)
    rig.move(191, seconds=1)
    rig.release(191)
    rig.time += 1

    rig.tap(150)

    assert len(rig.column.clicks) == 1


def test_a_flick_runs_on_slower_and_slower_and_stands_within_about_1_2_seconds(rig: Rig) -> None:
    rig.flick()
    led = rig.place
    places = rig.run(1.4)

    steps = [later - sooner for sooner, later in zip([led, *places], places, strict=False)]
    assert places[-1] - led > HEIGHT
    assert steps[0] == pytest.approx(30, abs=3)
    assert all(later <= sooner + 1 for sooner, later in pairwise(steps))
    assert not rig.scroller.is_moving


def test_a_flick_downwards_runs_back(rig: Rig) -> None:
    rig.flick(begin=30, step=30)

    assert rig.run(1.4)[-1] < MIDDLE - 300


def test_a_second_touch_stops_it_at_once_and_does_nothing_else(rig: Rig) -> None:
    rig.flick()
    rig.run(0.1)
    before = rig.place

    rig.tap(150)

    assert rig.run(0.5)[-1] == before
    assert rig.column.clicks == []


def test_a_tap_after_that_one_presses(rig: Rig) -> None:
    rig.flick()
    rig.run(0.1)
    rig.tap(150)

    rig.tap(150)

    assert len(rig.column.clicks) == 1


def test_a_finger_that_has_stopped_it_can_drag_on(rig: Rig) -> None:
    rig.flick()
    rig.run(0.1)
    before = rig.place
    rig.press(200)
    rig.move(200 - SLOP_PX - 40)

    assert rig.place == before + 40


def test_a_finger_that_rests_before_it_is_lifted_lets_it_stand(rig: Rig) -> None:
    rig.press(350)
    rig.move(250)
    rig.move(150)
    rig.time += 0.3
    rig.release(150)

    assert not rig.scroller.is_moving


def test_without_motion_a_flick_stops_with_the_finger(rig: Rig) -> None:
    rig.scroller.show_style(replace(STYLE, moves=False), QColor("white"))
    rig.flick()

    assert rig.place > MIDDLE
    assert not rig.scroller.is_moving


def test_at_an_end_it_waits_for_the_finger_and_follows_as_soon_as_it_turns(rig: Rig) -> None:
    rig.scroller.scroll_to_top()
    rig.press(100)
    rig.move(300)
    rig.move(250)

    assert rig.place == 50


def test_what_is_sent_to_its_top_under_a_finger_follows_from_there(rig: Rig) -> None:
    rig.press(300)
    rig.move(250)
    rig.scroller.scroll_to_top()
    rig.move(240)

    assert rig.place == 10


def test_a_flick_that_would_run_over_the_end_comes_to_rest_there(rig: Rig) -> None:
    rig.scroller.verticalScrollBar().setValue(MOST - 500)
    rig.flick()
    places = rig.run(1.4)

    assert max(places) == places[-1] == MOST
    assert places[-1] - places[-30] < 200


def test_a_touch_beside_it_is_none_of_its_business(rig: Rig) -> None:
    rig.press(350, x=WIDTH + 50)
    rig.move(150, x=WIDTH + 50)
    rig.release(150, x=WIDTH + 50)

    assert rig.place == MIDDLE


def test_what_lies_over_it_keeps_its_touches(rig: Rig) -> None:
    cover = QWidget(rig.window)
    cover.setGeometry(rig.window.rect())
    cover.show()

    rig.flick()

    assert rig.place == MIDDLE


def test_a_button_that_goes_while_it_is_pressed_harms_nothing(rig: Rig) -> None:
    rig.press(150)
    shiboken6.delete(rig.column.buttons[11])
    rig.move(100)
    rig.release(100)
    rig.time += 1

    rig.tap(250)

    assert rig.column.clicks == [12]


def test_a_touch_whose_end_was_lost_keeps_nothing_from_the_next(rig: Rig) -> None:
    rig.press(150)
    rig.move(100)
    rig.time += 1

    rig.tap(350)

    assert len(rig.column.clicks) == 1


@pytest.mark.parametrize("notches", [1, -1, 3])
def test_the_wheel_goes_a_step_for_each_notch_and_softly(rig: Rig, notches: int) -> None:
    rig.turn_wheel(notches)
    places = rig.run(0.3)

    assert places[-1] == MIDDLE - notches * STEP_PX
    assert len(set(places)) > 5


def test_notches_that_come_faster_than_steps_add_up(rig: Rig) -> None:
    for _ in range(4):
        rig.turn_wheel(-1)
        rig.run(0.05)

    assert rig.run(0.3)[-1] == MIDDLE + 4 * STEP_PX


def test_without_motion_the_wheel_goes_its_step_at_once(rig: Rig) -> None:
    rig.scroller.show_style(replace(STYLE, moves=False), QColor("white"))
    rig.turn_wheel(-1)

    assert (rig.place, rig.scroller.is_moving) == (MIDDLE + STEP_PX, False)


def test_it_glides_evenly_to_its_end_in_the_time_it_is_given(rig: Rig) -> None:
    rig.scroller.glide_slowly(80.0)
    rig.run(40.0)
    at_half = rig.place
    rig.run(41.0)

    assert at_half == pytest.approx((MIDDLE + MOST) / 2, abs=2)
    assert (rig.place, rig.scroller.is_moving) == (MOST, False)


def test_gliding_takes_no_more_than_25_steps_a_second(rig: Rig) -> None:
    rig.scroller.glide_slowly(3.0)

    assert rig.runner._steps.interval() >= 40


def tap(rig: Rig) -> None:
    rig.tap(150)


def stop(rig: Rig) -> None:
    rig.scroller.stop_gliding()


@pytest.mark.parametrize("act", [tap, stop])
def test_gliding_stops_at_once_where_it_is(rig: Rig, act: Callable[[Rig], None]) -> None:
    rig.scroller.glide_slowly(10.0)
    rig.run(1.0)
    before = rig.place

    act(rig)

    assert rig.run(1.0)[-1] == before > MIDDLE


def test_the_wheel_takes_over_from_gliding(rig: Rig) -> None:
    rig.scroller.glide_slowly(10.0)
    rig.run(1.0)
    before = rig.place

    rig.turn_wheel(1)

    assert rig.run(1.0)[-1] == before - STEP_PX


def test_a_tap_on_what_glides_slowly_is_meant_for_what_is_there(rig: Rig) -> None:
    rig.scroller.glide_slowly(100.0)

    rig.tap(150)

    assert rig.column.clicks == [11]


def test_at_its_end_or_without_time_it_does_not_glide(rig: Rig) -> None:
    rig.scroller.glide_slowly(0.0)
    without_time = rig.scroller.is_moving
    rig.scroller.verticalScrollBar().setValue(MOST)
    rig.scroller.glide_slowly(10.0)

    assert (without_time, rig.scroller.is_moving) == (False, False)


def test_it_tells_where_it_is_and_what_does_not_fit(rig: Rig) -> None:
    was_at_top = rig.scroller.is_at_top
    rig.scroller.scroll_to_top()

    assert (was_at_top, rig.scroller.is_at_top, rig.scroller.hidden_height()) == (False, True, MOST)


def test_going_to_the_top_ends_every_motion(rig: Rig) -> None:
    rig.flick()
    rig.scroller.scroll_to_top()

    assert rig.run(0.5)[-1] == 0


def test_while_nothing_moves_no_timer_runs(rig: Rig) -> None:
    rig.flick()
    rig.run(1.5)

    assert not rig.runner._steps.isActive()


def test_a_finger_on_a_touch_screen_does_the_same(rig: Rig) -> None:
    device = QTest.createTouchDevice()
    assert isinstance(device, QPointingDevice)
    QTest.touchEvent(rig.window, device).press(0, QPoint(100, 350), rig.window).commit()
    for y in (300, 250, 200):
        rig.time += FRAME_SECONDS
        QTest.touchEvent(rig.window, device).move(0, QPoint(100, y), rig.window).commit()
    QTest.touchEvent(rig.window, device).release(0, QPoint(100, 200), rig.window).commit()

    assert rig.place == MIDDLE + 150 - SLOP_PX
    assert rig.scroller.is_moving
    assert rig.column.clicks == []
