"""The quiet line that counts down to the closing of a card; a touch closes it at once."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import Button
from kiosk.display.ui.control import Control
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import SetText, Setting

TOUCH_PX = 64
PADDING_PX = 16
TEXT_PX = 19


class ClosingLine(Control):
    """Its name for screen readers stays the same while its text counts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[Button, Style] | None = None

    def show_closing(self, closing: Button, style: Style) -> None:
        if (closing, style) != self._shown:
            self._shown = closing, style
            self.describe(closing.name, closing.description)
            self.update()

    def size_at(self, width: int) -> QSize:
        """Give the size that it needs where no more than `width` is free."""
        if self._shown is None:
            return QSize()
        style = self._shown[1]
        words = self._words(*self._shown, width)
        wide = round(words.natural_width + 1) + 2 * style.px(PADDING_PX)
        high = max(style.touch(TOUCH_PX), round(words.height + words.overhang))
        return QSize(max(wide, style.touch(TOUCH_PX)), high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter, style = QPainter(self), self._shown[1]
        palette = style.palette
        self.paint_ground(painter, QRectF(self.rect()), style.px(18), (QColor(palette.paper), QColor(palette.accent)))
        words = self._words(*self._shown, self.width())
        left = (self.width() - words.natural_width) / 2
        words.draw(painter, left, (self.height() - words.height) / 2, QColor(palette.muted))

    @staticmethod
    def _words(closing: Button, style: Style, width: int) -> SetText:
        return SetText(closing.text, Setting(style.sans(TEXT_PX), 1.35), width - 2 * style.px(PADDING_PX))
