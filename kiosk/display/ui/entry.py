"""One entry of a report: a sign of how it stands, what it is about, what is so, and what staff can do about it."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.staff_page import Entry
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.direction import mirrored
from kiosk.display.ui.icons import paint_icon
from kiosk.display.ui.style import Style
from kiosk.display.ui.touch_ground import sign_colour
from kiosk.display.ui.typeset import Setting

SIGNS = {
    "good": "fa6s.circle-check",
    "bad": "fa6s.triangle-exclamation",
    "hint": "fa6s.circle-info",
    "unknown": "fa6s.circle-question",
}
SIGN_PX, SIGN_ROOM_PX = 23, 55
PADDING_PX = 20


class EntryView(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading, self._text, self._cure = (Caption(self) for _ in range(3))
        self._shown: tuple[Entry, Style] | None = None

    def show_entry(self, entry: Entry, style: Style) -> None:
        self._shown = entry, style
        self.setAccessibleName(entry.tone_name)
        palette, heading = style.palette, Setting(style.sans(18.5, QFont.Weight.DemiBold), 1.35)
        self._heading.show_text(entry.heading, heading, QColor(palette.muted))
        self._text.show_text(entry.text, Setting(style.sans(21, QFont.Weight.Medium), 1.35), QColor(palette.ink))
        self._cure.show_text(entry.cure, Setting(style.sans(19), 1.4), QColor(palette.muted))
        self.update()

    def height_at(self, width: int) -> int:
        """Put the texts in their places and give the height of all."""
        if self._shown is None:
            return 0
        style = self._shown[1]
        start, y = style.text(SIGN_ROOM_PX), style.px(PADDING_PX)
        for part in (self._heading, self._text, self._cure):
            height = part.height_at(width - start)
            part.setGeometry(mirrored(self, QRect(start, y, width - start, height), width))
            y += height + (style.px(4) if height else 0)
        return y + style.px(PADDING_PX) - style.px(4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.height_at(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Put the sign beside the first line."""
        if self._shown is None:
            return
        entry, style = self._shown
        side, column = style.text(SIGN_PX), style.text(34)
        first = style.text(18.5 * 1.35 if entry.heading else 21 * 1.35)
        place = QRectF((column - side) / 2, style.px(PADDING_PX) + (first - side) / 2, side, side)
        paint_icon(QPainter(self), SIGNS[entry.tone], mirrored(self, place), _colour(entry, style))


def _colour(entry: Entry, style: Style) -> QColor:
    match entry.tone:
        case "bad":
            return QColor(style.palette.accent)
        case "good":
            return sign_colour(style)
        case _:
            return QColor(style.palette.muted)
