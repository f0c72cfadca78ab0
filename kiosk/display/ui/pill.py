"""A rounded button with an icon, a text, or both: the visitor's bar, the source button, Close."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import Button
from kiosk.display.ui.control import Control
from kiosk.display.ui.icons import paint_icon
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import SetText, Setting
from kiosk.edition.value import Value

TOUCH_PX = 64
RIM_PX = 4
"""Above and below what is painted, a pill may be touched as well."""


class PillLook(Value, frozen=True):
    """Colours and size; `outline` is drawn where there is no ground, `aside` is the colour of the second text."""

    ink: QColor
    ground: QColor
    ring: QColor
    size: float = 19
    outline: QColor | None = None
    aside: QColor | None = None
    padding: float = 20
    icon: str = ""


class Pill(Control):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._aside = ""
        self._look: PillLook | None = None
        self._style: Style | None = None

    def show_button(self, button: Button, look: PillLook, style: Style) -> None:
        self.show_text(button.text)
        self.describe(button.name, button.description)
        self._look, self._style = look, style
        self.update()

    @property
    def aside(self) -> str:
        return self._aside

    def show_aside(self, text: str) -> None:
        """Show a second, quieter text behind the first, such as a countdown; it has room for two digits."""
        if text != self._aside:
            self._aside = text
            self.update()

    def sizeHint(self) -> QSize:
        look, style = self._look, self._style
        if look is None or style is None:
            return QSize()
        width = sum(self._widths(look, style)) + 2 * style.text(look.padding)
        height = max(style.touch(TOUCH_PX), style.text(look.size * 1.5) + style.px(20))
        return QSize(max(round(width), height), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, style = self._look, self._style
        if look is None or style is None:
            return
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(0, style.px(RIM_PX), 0, -style.px(RIM_PX))
        self.paint_ground(painter, rect, rect.height() / 2, (look.ground, look.ring))
        if look.outline:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.outline, max(1.0, style.px(2))))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), rect.height() / 2 - 1, rect.height() / 2 - 1)
        self._paint_content(painter, look, style)

    def _paint_content(self, painter: QPainter, look: PillLook, style: Style) -> None:
        """Icon, text, aside: in reading order, which a right-to-left language turns round."""
        icon, text, aside = self._widths(look, style)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = (self.width() - icon - text - aside) / 2
        if look.icon:
            side = style.text(look.size * 0.9)
            x = self.width() - left - side if mirrored else left
            paint_icon(painter, look.icon, QRectF(x, (self.height() - side) / 2, side, side), look.ink)
        for words, start, colour in ((self.text(), icon, look.ink), (self._aside, icon + text, look.aside or look.ink)):
            line = _set(words, look, style)
            room = aside - line.natural_width if words is self._aside and words else 0
            x = self.width() - left - start - line.natural_width - room if mirrored else left + start + room
            line.draw(painter, x, (self.height() - line.height) / 2, colour)

    def _widths(self, look: PillLook, style: Style) -> tuple[float, float, float]:
        icon = style.text(look.size * 0.9) + (style.text(10) if self.text() else 0) if look.icon else 0
        text = _set(self.text(), look, style).natural_width
        aside = _set("00", look, style).natural_width + style.text(16) if look.aside else 0
        return icon, text, aside


def _set(text: str, look: PillLook, style: Style) -> SetText:
    return SetText(text, Setting(style.sans(look.size, QFont.Weight.DemiBold), 1.3), 100_000)
