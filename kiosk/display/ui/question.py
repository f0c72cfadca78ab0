"""The quiet question before the screen starts afresh: a ring that runs out, and "Yes, go on"."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import QuestionPage
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.cover import Cover
from kiosk.display.ui.pill import Pill, PillLook
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import Setting
from kiosk.edition.value import replace

WIDTH_PX = 760
PADDING_PX = 56
RING_PX = 120
RIM_PX = 11
CENTRE = Qt.AlignmentFlag.AlignHCenter
SHARES = (1.0, 0.85, 0.7, 0.6, 0.5)
SIXTEENTHS = 16
WHOLE = 360 * SIXTEENTHS
TOP = 90 * SIXTEENTHS


class Question(Cover):
    """Any touch, wheel or key is a yes, and does nothing else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._text = Caption(self), Caption(self)
        self._yes = Pill(self)
        self._page: QuestionPage | None = None
        self._style: Style | None = None
        self.ring = QRect()
        self._seconds = self._of = 1
        self._yes.clicked.connect(self.close_requested)

    def show_question(self, page: QuestionPage | None, style: Style) -> None:
        if page is None:
            self.leave()
            return
        self._page, self._style = page, style
        self.setAccessibleName(page.title)
        self._arrange()
        self.enter()

    def show_countdown(self, seconds: int, of: int) -> None:
        self._seconds, self._of = seconds, of
        self.update(self.ring)

    def tab_stops(self) -> tuple[QWidget, ...]:
        return (self._yes,)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.close_requested.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        self.close_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.close_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style:
            painter = QPainter(self)
            self.paint_card(painter, self._style)
            self._paint_ring(painter, self._style)

    def _paint_ring(self, painter: QPainter, style: Style) -> None:
        """Show what is left of the time, from the top round with the clock; and the seconds in figures."""
        palette, rim = style.palette, style.px(RIM_PX)
        ring = QRectF(self.ring).adjusted(rim, rim, -rim, -rim)
        for colour, share in ((palette.rule, 1.0), (palette.accent, min(self._seconds / self._of, 1.0))):
            painter.setPen(QPen(QColor(colour), rim, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(ring, TOP, -round(WHOLE * share))
        painter.setPen(QColor(palette.ink))
        painter.setFont(replace(style, text_scale=1.0).sans(38, QFont.Weight.DemiBold))
        painter.drawText(self.ring, Qt.AlignmentFlag.AlignCenter, self.locale().toString(self._seconds))

    def _arrange(self) -> None:
        """Put all into the card in the largest text, up to the visitor's size, that fits the screen."""
        page, style = self._page, self._style
        if page is None or style is None:
            return
        for share in SHARES:
            fitting = replace(style, text_scale=style.text_scale * share)
            self._set_words(page, fitting)
            self._arrange_card(fitting)
            if self.card.height() <= self.height():
                break

    def _set_words(self, page: QuestionPage, style: Style) -> None:
        palette = style.palette
        self._title.show_text(page.title, Setting(style.title(45, page.title), 1.18, CENTRE), QColor(palette.ink))
        self._text.show_text(page.text, Setting(style.sans(23.5), 1.5, CENTRE), QColor(palette.muted))
        self._yes.show_button(page.yes, _look(style), style)

    def _arrange_card(self, style: Style) -> None:
        padding = style.px(PADDING_PX)
        width = min(style.px(WIDTH_PX), self.width() - 2 * style.px(40))
        room = width - 2 * padding
        button = self._yes.sizeHint()
        gaps = style.px(34), style.text(14), style.text(34)
        heights = style.px(RING_PX), self._title.height_at(room), self._text.height_at(room), button.height()
        self.lay_card(QSize(width, sum(heights) + sum(gaps) + 2 * padding), style)
        x, y = self.card.x() + padding, self.card.y() + padding
        self.ring = QRect(self.card.center().x() - heights[0] // 2, y, heights[0], heights[0])
        for part, top, height in zip((self._title, self._text), _tops(y, heights, gaps), heights[1:], strict=False):
            part.setGeometry(x, top, room, height)
        below = y + sum(heights[:3]) + sum(gaps)
        self._yes.setGeometry(self.card.center().x() - button.width() // 2, below, button.width(), button.height())


def _tops(y: int, heights: tuple[int, ...], gaps: tuple[int, ...]) -> tuple[int, int]:
    """Give where title and text begin, below the ring."""
    title = y + heights[0] + gaps[0]
    return title, title + heights[1] + gaps[1]


def _look(style: Style) -> PillLook:
    palette = style.palette
    return PillLook(
        ink=QColor(palette.on_panel),
        ground=QColor(palette.panel),
        ring=QColor(palette.on_panel),
        size=24,
        padding=44,
    )
