"""The sheet over the screen: a code to take along, what it does, the same in plain words, and Close."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import SheetPage
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.code import LIGHT, QUIET_MODULES, module_px, paint_code
from kiosk.display.ui.cover import Cover
from kiosk.display.ui.direction import mirrored
from kiosk.display.ui.pill import Pill, PillLook
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import Setting
from kiosk.edition.model import QrCode
from kiosk.edition.value import replace

WIDTH_PX = 1040
CODE_PX = 400
PADDING_PX = 56
TEXT_GAP_PX = 56
SHARES = (1.0, 0.85, 0.7, 0.6, 0.5)


class Sheet(Cover):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._text, self._plain = (Caption(self) for _ in range(3))
        self._close = Pill(self)
        self._sheet: SheetPage | None = None
        self._code: QrCode | None = None
        self._style: Style | None = None
        self._square = QRect()
        self._close.clicked.connect(self.close_requested)

    def show_sheet(self, sheet: SheetPage | None, style: Style) -> None:
        """Open, refresh or close; the keyboard's focus moves to Close and returns to where it was, if that is there."""
        if sheet is None:
            self.leave()
            return
        self._sheet, self._code, self._style = sheet, sheet.code, style
        self.setAccessibleName(sheet.title)
        self._arrange()
        self.enter()

    def show_countdown(self, seconds: int) -> None:
        self._close.show_aside(str(seconds))

    def tab_stops(self) -> tuple[QWidget, ...]:
        return (self._close,)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style is None or self._code is None:
            return
        painter = QPainter(self)
        self.paint_card(painter, self._style)
        painter.setBrush(LIGHT)
        rim = self._style.px(8)
        painter.drawRoundedRect(QRectF(self._square.adjusted(-rim, -rim, rim, rim)), 2.5 * rim, 2.5 * rim)
        paint_code(painter, self._code, self._square)

    def _arrange(self) -> None:
        """Put all into the card in the largest text, up to the visitor's size, that fits the screen."""
        style, code, sheet = self._style, self._code, self._sheet
        if style is None or code is None or sheet is None:
            return
        for share in SHARES:
            fitting = replace(style, text_scale=style.text_scale * share)
            self._set_words(sheet, fitting)
            self._arrange_card(code, fitting)
            if self.card.height() <= self.height():
                break

    def _set_words(self, sheet: SheetPage, style: Style) -> None:
        palette = style.palette
        self._title.show_text(sheet.title, Setting(style.title(43, sheet.title), 1.18), QColor(palette.ink))
        self._text.show_text(sheet.text, Setting(style.sans(23.5), 1.48), QColor(palette.muted))
        self._plain.show_text(sheet.plain, Setting(style.sans(24, QFont.Weight.DemiBold), 1.4), QColor(palette.ink))
        self._close.show_button(sheet.close, _close_look(style), style)

    def _arrange_card(self, code: QrCode, style: Style) -> None:
        """Put code and words side by side, or below each other where the screen is upright."""
        padding, gap = style.px(PADDING_PX), style.px(TEXT_GAP_PX)
        width = min(style.px(WIDTH_PX), self.width() - 2 * style.px(40))
        side = self._code_side(code, style, width - 2 * padding)
        beside = width - 2 * padding - side - gap >= style.px(360)
        room = width - 2 * padding - (side + gap if beside else 0)
        words = self._words_height(room, style)
        tall = max(side, words) if beside else side + gap // 2 + words
        self.lay_card(QSize(width, tall + 2 * padding), style)
        inner = self.card.adjusted(padding, padding, -padding, -padding)
        x = inner.x() if beside else inner.x() + (inner.width() - side) // 2
        y = inner.y() + ((inner.height() - side) // 2 if beside else 0)
        self._square = mirrored(self, QRect(x, y, side, side))
        top = inner.y() + (inner.height() - words) // 2 if beside else inner.bottom() + 1 - words
        self._place_words(inner.right() + 1 - room, top, room, style)

    def _code_side(self, code: QrCode, style: Style, room: int) -> int:
        """Give whole pixels to every module, the same number to all, and nothing left over."""
        modules = code.size + 2 * QUIET_MODULES
        return modules * module_px(code, min(max(style.px(CODE_PX), 3 * modules), room))

    def _words(self, style: Style) -> tuple[tuple[Caption, int], ...]:
        return (self._title, style.text(14)), (self._text, style.text(18)), (self._plain, style.text(26))

    def _words_height(self, room: int, style: Style) -> int:
        words = sum(part.height_at(room) + gap for part, gap in self._words(style) if part.text())
        return words + self._close.sizeHint().height()

    def _place_words(self, x: int, y: int, room: int, style: Style) -> None:
        for part, gap in self._words(style):
            height = part.height_at(room)
            part.setGeometry(mirrored(self, QRect(x, y, room, height)))
            y += height + (gap if part.text() else 0)
        size = self._close.sizeHint()
        self._close.setGeometry(mirrored(self, QRect(x, y, size.width(), size.height())))


def _close_look(style: Style) -> PillLook:
    palette = style.palette
    return PillLook(
        ink=QColor(palette.on_panel),
        ground=QColor(palette.panel),
        ring=QColor(palette.on_panel),
        aside=QColor(palette.on_panel_muted),
        size=22,
        padding=32,
        icon="fa6s.xmark",
    )
