"""A column that scrolls by touch, wheel and keys, without scroll bars; a fade shows where it runs on."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kiosk.display.ui.course import even, nudge, thrown
from kiosk.display.ui.drag import Drag
from kiosk.display.ui.runner import Runner
from kiosk.display.ui.style import Style

FADE_PX = 110
STEP_PX = 96
PAGE_SHARE = 0.86
SLOP_PX = 12
"""A finger that has moved by more does not tap."""
NOTCH = 120
"""Qt's measure of one notch of a wheel."""


class Column(QWidget):
    """What a Scroller holds: a widget that knows how tall it is at a width."""

    def height_at(self, width: int) -> int:
        raise NotImplementedError


class Scroller(QScrollArea):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = QWidget()  # one of ours: asked for Qt's, PySide6 makes up all its classes of widgets, in 10 ms
        self.setViewport(self._view)
        self._column: Column | None = None
        self._style: Style | None = None
        self._fades = (_Fade(self, upside_down=True), _Fade(self, upside_down=False))
        self._runner = Runner(self.verticalScrollBar())
        self._drag = Drag(self._view, self._is_in_haste)
        self._led = 0
        self._drag.pressed.connect(self._hold_still)
        self._drag.dragged.connect(self._follow_finger)
        self._drag.thrown.connect(self._run_on)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._show_fades)
        self.verticalScrollBar().rangeChanged.connect(self._show_fades)

    def hold(self, column: Column) -> None:
        """Take the one widget that scrolls."""
        self._column = column
        self.setWidget(column)
        self.setAutoFillBackground(False)
        self._view.setAutoFillBackground(False)
        column.setAutoFillBackground(False)

    def show_style(self, style: Style, ground: QColor) -> None:
        self._style = style
        self._drag.slop = style.px(SLOP_PX)
        for fade in self._fades:
            fade.show_ground(ground)
        self._place_fades()

    def fit(self) -> None:
        """Give the column the width of the view and the height it asks for."""
        if self._column:
            height = self._column.height_at(self.width())
            self._column.resize(self.width(), max(height, self.height()))
        self._show_fades()

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll until a widget of the column is clear of the fades."""
        if self._column and self._column.isAncestorOf(widget):
            self._runner.stop()
            self.ensureWidgetVisible(widget, 0, self._px(FADE_PX))

    def place(self) -> int:
        """Tell how far it is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    @property
    def is_at_top(self) -> bool:
        return self.place() == 0

    @property
    def is_moving(self) -> bool:
        """Whether it moves by itself."""
        return self._runner.is_running

    def hidden_height(self) -> int:
        """Tell how many pixels of the column do not fit."""
        return self.verticalScrollBar().maximum()

    def scroll_to_top(self) -> None:
        self._runner.stop()
        self.verticalScrollBar().setValue(0)

    def glide_slowly(self, seconds: float) -> None:
        """Move evenly from here to the end in that time, until anybody touches it."""
        bar = self.verticalScrollBar()
        if bar.value() < bar.maximum() and seconds > 0:
            self._runner.run(even(bar.value(), bar.maximum(), seconds))

    def stop_gliding(self) -> None:
        self._runner.stop()

    @Slot(int)
    def turn_pages(self, pages: int) -> None:
        """Scroll by so many screens; below 0 is back."""
        bar = self.verticalScrollBar()
        self._runner.stop()
        bar.setValue(bar.value() + pages * round(self.height() * PAGE_SHARE))

    def scrolled_by_key(self, event: QKeyEvent) -> bool:
        """Scroll as the key asks and tell whether it was a key for scrolling."""
        bar = self.verticalScrollBar()
        step, page = self._px(STEP_PX), round(self.height() * PAGE_SHARE)
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        moves = {
            Qt.Key.Key_Up: -step,
            Qt.Key.Key_Down: step,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: -page if back else page,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        move = moves.get(Qt.Key(event.key()))
        if move is not None:
            self._runner.stop()
            bar.setValue(bar.value() + move)
        return move is not None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go a step for each notch; what a touch pad tells in pixels is as smooth as its fingers."""
        if pixels := event.pixelDelta().y():
            self._runner.stop()
            self.verticalScrollBar().setValue(self.place() - pixels)
        else:
            self._run_by(-round(event.angleDelta().y() / NOTCH * self._px(STEP_PX)))
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drag.watch(self.window().windowHandle())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_fades()

    def _is_in_haste(self) -> bool:
        """Tell whether it moves too fast for a touch to be meant for anything in it."""
        course = self._runner.course
        return course is not None and bool(course.decay)

    @Slot()
    def _hold_still(self) -> None:
        self._runner.stop()
        self._led = 0

    @Slot(float)
    def _follow_finger(self, down: float) -> None:
        """Stay under the finger; at an end, wait for it there, and follow as soon as it turns."""
        before, self._led = self._led, round(down)
        self.verticalScrollBar().setValue(self.place() + before - self._led)

    @Slot(float)
    def _run_on(self, down_a_second: float) -> None:
        style = self._style
        if style is not None and style.moves:
            course = thrown(self.place(), -down_a_second, self.hidden_height(), style.unit)
            if course is not None:
                self._runner.run(course)

    def _run_by(self, pixels: int) -> None:
        """Go on from where the wheel has led by now: notches that come faster than steps add up."""
        course, bar = self._runner.course, self.verticalScrollBar()
        aim = round(course.end) if course is not None and self._is_in_haste() else bar.value()
        end = max(0, min(aim + pixels, bar.maximum()))
        if self._style is not None and self._style.moves:
            self._runner.run(nudge(bar.value(), end))
        else:
            bar.setValue(end)

    def _px(self, design: float) -> int:
        return self._style.px(design) if self._style else round(design)

    def _place_fades(self) -> None:
        height = self._px(FADE_PX)
        above, below = self._fades
        above.setGeometry(0, 0, self.width(), height // 2)
        below.setGeometry(0, self.height() - height, self.width(), height)

    @Slot()
    def _show_fades(self) -> None:
        bar = self.verticalScrollBar()
        above, below = self._fades
        above.setVisible(bar.value() > 0)
        below.setVisible(bar.value() < bar.maximum())
        above.raise_()
        below.raise_()


class _Fade(QWidget):
    """Lets the text run into the ground; it is looked through by touches and screen readers."""

    def __init__(self, parent: QWidget, *, upside_down: bool) -> None:
        super().__init__(parent)
        self._ground = QColor()
        self._upside_down = upside_down
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_ground(self, ground: QColor) -> None:
        if ground != self._ground:
            self._ground = ground
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        clear = QColor(self._ground)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(0, self._ground if self._upside_down else clear)
        gradient.setColorAt(1, clear if self._upside_down else self._ground)
        QPainter(self).fillRect(self.rect(), gradient)
