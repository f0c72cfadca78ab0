"""Below the article: the position in the rotation, what comes next, and the way to the source."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import Button, Footer
from kiosk.display.ui.control import Control
from kiosk.display.ui.direction import is_mirrored, mirrored
from kiosk.display.ui.focus import set_shown
from kiosk.display.ui.pill import TOUCH_PX, Pill, PillLook
from kiosk.display.ui.style import Style, border_on_paper
from kiosk.edition.value import replace

DOT_PX = 12
GAP_PX = 9
CURRENT_PX = 40
BACK_ICON, ON_ICON = "fa6s.chevron-up", "fa6s.chevron-down"
INSET_PX = 16
"""Room for the focus ring around the rotation, outside the column."""

MOST_DOTS = 12
"""With more articles the words alone tell the position."""
LEAST_ROTATION_PX = 160
SOURCE_SCALES = (1.45, 1.2, 1.0, 0.85, 0.7)


class FooterBar(QWidget):
    next_requested = Signal()
    source_touched = Signal()
    page_turned = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rotation = Rotation(self)
        self._back, self._on, self._source = (Pill(self) for _ in range(3))
        self._style: Style | None = None
        self._margins = (0, 0)
        self._rotation.clicked.connect(self.next_requested)
        self._back.clicked.connect(self._turn_back)
        self._on.clicked.connect(self._turn_on)
        self._source.clicked.connect(self.source_touched)

    def show_footer(self, footer: Footer, style: Style, margins: tuple[int, int]) -> None:
        self._style, self._margins = style, margins
        set_shown(self._rotation, on=footer.following is not None)
        set_shown(self._source, on=footer.source is not None)
        if footer.following:
            self._rotation.show_rotation(footer, footer.following, style)
        for pill, button, icon in ((self._back, footer.back, BACK_ICON), (self._on, footer.on, ON_ICON)):
            set_shown(pill, on=button is not None)
            if button:
                pill.show_button(button, _turns(style, icon), replace(style, text_scale=1.0))
        if footer.source:
            self._show_source(footer.source, style)
        self._arrange()
        self.update()

    def tab_stops(self) -> tuple[QWidget, ...]:
        return self._rotation, self._back, self._on, self._source

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style:
            leading, trailing = self._margins
            hairline = QRect(leading, 0, self.width() - leading - trailing, max(1, self._style.px(2)))
            QPainter(self).fillRect(mirrored(self, hairline), QColor(self._style.palette.rule))

    def _show_source(self, source: Button, style: Style) -> None:
        """Enlarge the words with the visitor's text as far as the dots beside them keep their place."""
        turns = sum(
            pill.sizeHint().width() + style.px(GAP_PX) for pill in (self._back, self._on) if not pill.isHidden()
        )
        room = self.width() - sum(self._margins) - style.px(LEAST_ROTATION_PX) - turns
        for scale in sorted({style.text_scale, *SOURCE_SCALES}, reverse=True):
            if scale <= style.text_scale:
                self._source.show_button(source, _outlined(style), replace(style, text_scale=scale))
                if self._source.sizeHint().width() <= room:
                    break

    def _arrange(self) -> None:
        """Let the buttons have what they need and the rotation the rest."""
        if self._style is None:
            return
        leading, trailing = self._margins
        end = self.width() - trailing
        for pill in (self._source, self._on, self._back):
            if not pill.isHidden():
                size = pill.sizeHint()
                pill.setGeometry(mirrored(self, self._centred(end - size.width(), size)))
                end -= size.width() + self._style.px(GAP_PX)
        start = leading - self._style.px(INSET_PX)
        room = QSize(end - start - self._style.px(32), self._style.touch(TOUCH_PX))
        self._rotation.setGeometry(mirrored(self, self._centred(start, room)))

    def _centred(self, x: int, size: QSize) -> QRect:
        return QRect(x, (self.height() - size.height()) // 2, size.width(), size.height())

    @Slot()
    def _turn_back(self) -> None:
        self.page_turned.emit(-1)

    @Slot()
    def _turn_on(self) -> None:
        self.page_turned.emit(1)


class Rotation(Control):
    """One dot for each article, the current one long, and the title of the next, shortened where it must be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._footer: Footer | None = None
        self._style: Style | None = None

    def show_rotation(self, footer: Footer, following: Button, style: Style) -> None:
        self.show_text(following.text)
        self.describe(following.name, following.description)
        self._footer, self._style = footer, style
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        footer, style = self._footer, self._style
        if footer is None or style is None:
            return
        painter = QPainter(self)
        palette = style.palette
        self.paint_ground(painter, QRectF(self.rect()), style.px(12), (QColor(palette.paper), QColor(palette.accent)))
        dots = self._paint_dots(painter, footer, style)
        font = style.sans(19, QFont.Weight.Normal)
        start = style.px(INSET_PX) + (dots + style.px(24) if dots else 0)
        place = mirrored(self, QRectF(start, 0, self.width() - start - style.px(INSET_PX), self.height()))
        words = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(QColor(palette.muted))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | self._leading()), words)

    def _paint_dots(self, painter: QPainter, footer: Footer, style: Style) -> float:
        """Paint the dots and give the width they take."""
        palette, x = style.palette, float(style.px(INSET_PX))
        dot, top = style.px(DOT_PX), (self.height() - style.px(DOT_PX)) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if footer.count > MOST_DOTS:
            return 0
        for place in range(footer.count):
            current = place == footer.current
            width = style.px(CURRENT_PX) if current else dot
            painter.setBrush(QColor(palette.accent) if current else border_on_paper(style))
            painter.drawRoundedRect(mirrored(self, QRectF(x, top, width, dot)), dot / 2, dot / 2)
            x += width + style.px(GAP_PX)
        return x - style.px(GAP_PX + INSET_PX)

    def _leading(self) -> Qt.AlignmentFlag:
        absolute = Qt.AlignmentFlag.AlignRight if is_mirrored(self) else Qt.AlignmentFlag.AlignLeft
        return absolute | Qt.AlignmentFlag.AlignAbsolute


def _outlined(style: Style) -> PillLook:
    palette = style.palette
    return PillLook(
        ink=QColor(palette.ink),
        ground=QColor(palette.paper),
        ring=QColor(palette.accent),
        outline=border_on_paper(style),
        padding=27,
        icon="fa6s.qrcode",
    )


def _turns(style: Style, icon: str) -> PillLook:
    return replace(_outlined(style), size=26, padding=20, icon=icon)
