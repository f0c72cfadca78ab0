"""A column that scrolls by touch, wheel and keys, without scroll bars; a fade shows where it runs on."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QScrollerProperties, QWidget

from kiosk.display.ui.style import Style

FADE_PX = 110
STEP_PX = 96
PAGE_SHARE = 0.86


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
        if self._style is None or style.moves != self._style.moves:
            _scroll_by_touch(self._view, glides=style.moves)
        self._style = style
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
            self.ensureWidgetVisible(widget, 0, self._px(FADE_PX))

    def scroll_to_top(self) -> None:
        QScroller.scroller(self._view).stop()
        self.verticalScrollBar().setValue(0)

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
            bar.setValue(bar.value() + move)
        return move is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_fades()

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


def _scroll_by_touch(viewport: QWidget, *, glides: bool) -> None:
    """Follow the finger at once and glide to a soft stop, or stop with it; never with Qt's elastic overshoot."""
    QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.LeftMouseButtonGesture)
    metric = QScrollerProperties.ScrollMetric
    wishes = QScroller.scroller(viewport).scrollerProperties()
    wishes.setScrollMetric(metric.VerticalOvershootPolicy, QScrollerProperties.OvershootPolicy.OvershootAlwaysOff)
    wishes.setScrollMetric(metric.HorizontalOvershootPolicy, QScrollerProperties.OvershootPolicy.OvershootAlwaysOff)
    wishes.setScrollMetric(metric.DragStartDistance, 0.003)
    wishes.setScrollMetric(metric.DecelerationFactor, 0.35)
    wishes.setScrollMetric(metric.MaximumVelocity, 0.6 if glides else 0.0)
    wishes.setScrollMetric(metric.MousePressEventDelay, 0.12)
    QScroller.scroller(viewport).setScrollerProperties(wishes)
