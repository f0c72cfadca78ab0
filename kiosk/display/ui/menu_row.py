"""One row of the staff's menu: an icon, what it does, and quietly or as a badge what there is to know before."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.staff_page import MenuRow
from kiosk.display.ui.control import Control
from kiosk.display.ui.direction import is_mirrored, mirrored
from kiosk.display.ui.icons import paint_icon
from kiosk.display.ui.style import Style
from kiosk.display.ui.touch_ground import sign_colour, touch_ground
from kiosk.display.ui.typeset import SetText, Setting

ROW_PX = 74
ICON_PX, ICON_ROOM_PX = 23, 55
GAP_PX = 20
BADGE_SIDE_PX, BADGE_HEIGHT_PX, BADGE_CORNER_PX = 14, 33, 12
MOST_ASIDE_SHARE = 0.45
AMBER, ON_AMBER = "#f6dfae", "#5f4100"
TURNED = "fa6s.right-from-bracket"
"""It points where the text runs."""


class MenuRowView(Control):
    touched = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[MenuRow, Style, int] | None = None
        self.clicked.connect(self._announce)

    def show_row(self, row: MenuRow, style: Style, inset: int) -> None:
        """Show the row with `inset` pixels of its own ground on either side."""
        if (row, style, inset) != self._shown:
            self._shown = row, style, inset
            self.describe(row.name, row.description)
            self.update()

    def height_at(self, width: int) -> int:
        if self._shown is None:
            return 0
        style = self._shown[1]
        text, aside = self._texts(width)
        tallest = max(text.height, self._aside_height(aside))
        return max(style.touch(ROW_PX), round(tallest) + 2 * style.px(GAP_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None:
            return
        row, style, inset = self._shown
        painter, palette = QPainter(self), style.palette
        ground = touch_ground(style, is_down=True) if self.isDown() else QColor(palette.paper)
        self.paint_ground(painter, QRectF(self.rect()), style.px(16), (ground, QColor(palette.accent)))
        self._paint_icon(painter, row, style, inset)
        text, aside = self._texts(self.width())
        start, room = inset + style.text(ICON_ROOM_PX), self._text_room(self.width(), aside)
        x = mirrored(self, QRectF(start, 0, room, 1)).x()
        text.draw(painter, x, (self.height() - text.height) / 2, QColor(palette.ink))
        if row.aside:
            self._paint_aside(painter, row, aside, style, inset)

    def _paint_icon(self, painter: QPainter, row: MenuRow, style: Style, inset: int) -> None:
        side, column = style.text(ICON_PX), style.text(34)
        place = QRectF(inset + (column - side) / 2, (self.height() - side) / 2, side, side)
        painter.save()
        if is_mirrored(self) and row.icon == TURNED:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        else:
            place = mirrored(self, place)
        paint_icon(painter, row.icon, place, sign_colour(style))
        painter.restore()

    def _paint_aside(self, painter: QPainter, row: MenuRow, aside: SetText, style: Style, inset: int) -> None:
        ground, ink = self._badge_colours(row, style)
        side = style.text(BADGE_SIDE_PX) if row.badge != "none" else 0
        width, height = aside.natural_width + 2 * side, self._aside_height(aside)
        place = QRectF(self.width() - inset - width, (self.height() - height) / 2, width, height)
        place = mirrored(self, place)
        if row.badge != "none":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(place, style.text(BADGE_CORNER_PX), style.text(BADGE_CORNER_PX))
        aside.draw(painter, place.x() + side, place.center().y() - aside.height / 2, ink)

    @staticmethod
    def _badge_colours(row: MenuRow, style: Style) -> tuple[QColor, QColor]:
        palette = style.palette
        if row.badge == "amber":
            return QColor(AMBER), QColor(ON_AMBER)
        if row.badge == "quiet":
            return touch_ground(style, is_down=False), QColor(palette.ink)
        return QColor(palette.paper), QColor(palette.muted)

    def _texts(self, width: int) -> tuple[SetText, SetText]:
        """Set the aside in the width it needs, up to a share, and the text in what that leaves."""
        if self._shown is None:
            raise RuntimeError("a row is measured only once it shows something")
        row, style, inset = self._shown
        weight = QFont.Weight.Normal if row.badge == "none" else QFont.Weight.DemiBold
        setting = Setting(style.sans(17.5 if row.badge == "none" else 17, weight), 1.3)
        aside = SetText(row.aside, setting, (width - 2 * inset) * MOST_ASIDE_SHARE)
        room = self._text_room(width, aside)
        return SetText(
            row.text, Setting(style.sans(24, QFont.Weight.Medium), 1.25), room, mirrored=is_mirrored(self)
        ), aside

    def _text_room(self, width: int, aside: SetText) -> float:
        if self._shown is None:
            return 0
        row, style, inset = self._shown
        badge = 2 * style.text(BADGE_SIDE_PX) if row.badge != "none" else 0
        taken = aside.natural_width + badge + style.px(GAP_PX) if row.aside else 0
        return width - 2 * inset - style.text(ICON_ROOM_PX) - taken

    def _aside_height(self, aside: SetText) -> float:
        if self._shown is None:
            return 0
        row, style, _ = self._shown
        return aside.height + (style.text(BADGE_HEIGHT_PX) - style.text(22) if row.badge != "none" else 0)

    @Slot()
    def _announce(self) -> None:
        if self._shown:
            self.touched.emit(self._shown[0].key)
