"""One key of the PIN pad, and the dots that tell how many digits were typed."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.display.page.staff_page import PadKey
from kiosk.display.ui.control import Control
from kiosk.display.ui.icons import paint_icon
from kiosk.display.ui.style import Style, mixed
from kiosk.display.ui.touch_ground import is_outlined, touch_ground
from kiosk.display.ui.typeset import SetText, Setting

CORNER_PX = 20
DIGIT_PX = 32
ICON_PX = 25
RESTING = 0.6
DOT_PX = 20
GAP_PX = 18
RIM_PX = 3


class PinKey(Control):
    touched = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[PadKey, Style, bool] | None = None
        self.clicked.connect(self._announce)

    def show_key(self, key: PadKey, style: Style, *, rests: bool) -> None:
        """Show the key, faint while it rests."""
        if (key, style, rests) != self._shown:
            self._shown = key, style, rests
            self.describe(key.name, key.description)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None:
            return
        key, style, rests = self._shown
        painter, palette, rect = QPainter(self), style.palette, QRectF(self.rect())
        ground = touch_ground(style, is_down=self.isDown())
        self.paint_ground(painter, rect, style.px(CORNER_PX), (ground, QColor(palette.accent)))
        ink = mixed(palette.ink, palette.paper, RESTING if rests else 0)
        if is_outlined(style) and not self.shows_focus:
            self._paint_outline(painter, rect, style, ink)
        if key.icon:
            side = style.text(ICON_PX)
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(rect.center())
            paint_icon(painter, key.icon, middle, ink)
        else:
            digit = SetText(key.text, Setting(style.sans(DIGIT_PX, QFont.Weight.DemiBold), 1.2), self.width())
            digit.draw(painter, (self.width() - digit.natural_width) / 2, (self.height() - digit.height) / 2, ink)

    @staticmethod
    def _paint_outline(painter: QPainter, rect: QRectF, style: Style, ink: QColor) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, max(1.0, style.px(2))))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), style.px(CORNER_PX), style.px(CORNER_PX))

    @Slot()
    def _announce(self) -> None:
        if self._shown:
            self.touched.emit(self._shown[0].key)


class Dots(QWidget):
    """Rings, of which as many are filled as digits were typed; a screen reader says how many, and nothing else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[int, int, Style] | None = None

    def show_dots(self, rings: int, typed: int, spoken: str, style: Style) -> None:
        self.setVisible(rings > 0)
        if (rings, typed, style) != self._shown:
            self._shown = rings, typed, style
            self.update()
        if spoken != self.accessibleName():
            self.setAccessibleName(spoken)
            if self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def height_at(self, width: int) -> int:
        return round(self._pitch(width)[0]) if self._shown and self._shown[0] else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None:
            return
        rings, typed, style = self._shown
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, gap = self._pitch(self.width())
        x = (self.width() - rings * side - (rings - 1) * gap) / 2
        for place in range(rings):
            self._paint_dot(painter, QRectF(x + place * (side + gap), 0, side, side), style, is_filled=place < typed)

    def _pitch(self, width: int) -> tuple[float, float]:
        """Give diameter and gap, drawn together where many dots would be wider than the pad."""
        if self._shown is None:
            return 0, 0
        rings, _, style = self._shown
        side, gap = style.px(DOT_PX), style.px(GAP_PX)
        share = min(1.0, width / max(1, rings * side + (rings - 1) * gap))
        return side * share, gap * share

    @staticmethod
    def _paint_dot(painter: QPainter, circle: QRectF, style: Style, *, is_filled: bool) -> None:
        palette = style.palette
        if is_filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.ink))
            painter.drawEllipse(circle)
            return
        rim = max(1.5, style.unit * RIM_PX)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.muted), rim))
        painter.drawEllipse(circle.adjusted(rim / 2, rim / 2, -rim / 2, -rim / 2))
