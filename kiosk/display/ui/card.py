"""The "save our contact" card: the vCard's code, big enough to scan from where one stands."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import CardPage
from kiosk.display.ui.code import DARK, LIGHT, QUIET_MODULES, module_px, paint_code
from kiosk.display.ui.control import Control
from kiosk.display.ui.direction import is_mirrored, mirrored
from kiosk.display.ui.style import Style, mixed, sign_on
from kiosk.display.ui.typeset import SetText, Setting

CODE_PX = 208
PADDING_PX = 22
CORNER_PX = 18
INSET_PX = 6
"""Keeps the quiet zone out of the card's rounded corners."""


class Card(Control):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._card: CardPage | None = None
        self._style: Style | None = None

    def show_card(self, card: CardPage, style: Style) -> None:
        if (card, style) == (self._card, self._style):
            return
        self._card, self._style = card, style
        self.describe(card.button.name, card.button.description)
        self.update()

    def height_at(self, width: int) -> int:
        if self._card is None or self._style is None:
            return 0
        title, text = self._texts(self._card, self._style, width)
        words = title.height + text.height + self._style.px(6) + 2 * self._style.gap(PADDING_PX)
        return max(self._code_side(self._card, self._style) + 2 * self._style.px(INSET_PX), round(words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        card, style = self._card, self._style
        if card is None or style is None:
            return
        painter = QPainter(self)
        self.paint_ground(
            painter, QRectF(self.rect()), style.px(CORNER_PX), (LIGHT, sign_on(LIGHT.name(), style.palette.accent))
        )
        side = self._code_side(card, style)
        square = QRect(style.px(INSET_PX), (self.height() - side) // 2, side, side)
        paint_code(painter, card.code, mirrored(self, square))
        self._paint_texts(painter, card, style)

    def _paint_texts(self, painter: QPainter, card: CardPage, style: Style) -> None:
        title, text = self._texts(card, style, self.width())
        start = self._code_room(card, style)
        x = mirrored(self, QRectF(start, 0, self._room(card, style, self.width()), 1)).x()
        top = (self.height() - title.height - text.height - style.px(6)) / 2
        title.draw(painter, x, top, DARK)
        text.draw(painter, x, top + title.height + style.px(6), mixed(DARK.name(), LIGHT.name(), 0.22))

    def _texts(self, card: CardPage, style: Style, width: int) -> tuple[SetText, SetText]:
        room, direction = self._room(card, style, width), self.layoutDirection()
        title = Setting(style.sans(23, QFont.Weight.DemiBold), 1.25, direction=direction)
        text = Setting(style.sans(17.5), 1.4, direction=direction)
        turned = is_mirrored(self)
        return SetText(card.button.text, title, room, mirrored=turned), SetText(card.text, text, room, mirrored=turned)

    def _room(self, card: CardPage, style: Style, width: int) -> int:
        return max(width - self._code_room(card, style) - style.px(PADDING_PX), style.px(120))

    def _code_room(self, card: CardPage, style: Style) -> int:
        return self._code_side(card, style) + style.px(INSET_PX) + style.px(4)

    def _code_side(self, card: CardPage, style: Style) -> int:
        """Give the side of the code with its quiet zone: three design pixels a module, or what fits the usual card."""
        modules = card.code.size + 2 * QUIET_MODULES
        return modules * module_px(card.code, max(style.px(CODE_PX), 2 * modules))
