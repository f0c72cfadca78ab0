"""One way to stay in touch: a big row with an icon, its label, its detail in full, and the sign of a code."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import Row
from kiosk.display.ui.control import Control
from kiosk.display.ui.direction import is_mirrored, mirrored
from kiosk.display.ui.icons import paint_icon
from kiosk.display.ui.pill import Pill, PillLook
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import SetText, Setting
from kiosk.edition.legible import DETAIL_PX

SMALLEST_VALUE_PX = 20
CIRCLE_PX = 52
TEXT_X_PX = 96
CODE_ROOM_PX = 60
CODE_TOUCH_PX = 64
PADDING_PX = 20


class ContactRow(Control):
    """Touched, it opens its sheet; in a window it opens the system's program, and the code is a button of its own."""

    sheet_touched = Signal(str)
    link_touched = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._code = Pill(self)
        self._row: Row | None = None
        self._style: Style | None = None
        self._set: tuple[int, SetText, SetText] | None = None
        self.clicked.connect(self._announce)
        self._code.clicked.connect(self._announce_code)

    def show_row(self, row: Row, style: Style) -> None:
        self._place_code()
        if (row, style) == (self._row, self._style):
            return
        self._row, self._style, self._set = row, style, None
        self.describe(row.name, row.description)
        self._code.setVisible(bool(row.opens))
        self._code.show_button(row.code_button, _code_look(style), style)
        self.update()

    def tab_stops(self) -> tuple[QWidget, ...]:
        return self, self._code

    def height_at(self, width: int) -> int:
        if self._row is None or self._style is None:
            return 0
        label, value = self._texts(width)
        content = label.height + value.height
        return max(round(content) + 2 * self._style.gap(PADDING_PX), self._style.touch(64))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_code()

    def paintEvent(self, _event: QPaintEvent) -> None:
        row, style = self._row, self._style
        if row is None or style is None:
            return
        painter = QPainter(self)
        palette = style.palette
        ground = QColor(palette.panel_raised)
        self.paint_ground(painter, QRectF(self.rect()), style.px(18), (ground, QColor(palette.on_panel)))
        self._paint_icons(painter, row, style)
        label, value = self._texts(self.width())
        room = self._text_room(self.width())
        top = (self.height() - label.height - value.height) / 2
        x = mirrored(self, QRectF(style.px(TEXT_X_PX), 0, room, 1)).x()
        label.draw(painter, x, top, QColor(palette.on_panel_muted))
        value.draw(painter, x, top + label.height, QColor(palette.on_panel))

    def _place_code(self) -> None:
        if self._style:
            side = self._style.touch(CODE_TOUCH_PX)
            room = QRect(self.width() - side - self._style.px(4), (self.height() - side) // 2, side, side)
            self._code.setGeometry(mirrored(self, room))

    def _paint_icons(self, painter: QPainter, row: Row, style: Style) -> None:
        palette, side, icon = style.palette, style.px(CIRCLE_PX), style.px(21)
        circle = mirrored(self, QRectF(style.px(22), (self.height() - side) / 2, side, side))
        painter.setBrush(circle_colour(style))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(circle)
        inner = (side - icon) / 2
        paint_icon(painter, row.icon, circle.adjusted(inner, inner, -inner, -inner), QColor(palette.on_panel))
        if not row.opens:
            sign = QRectF(self.width() - style.px(44), (self.height() - style.px(22)) / 2, style.px(22), style.px(22))
            paint_icon(painter, "fa6s.qrcode", mirrored(self, sign), QColor(palette.on_panel_muted))

    def _texts(self, width: int) -> tuple[SetText, SetText]:
        """Set label and value at a width, once for measuring and painting."""
        row, style = self._row, self._style
        if row is None or style is None:
            message = "a row is measured only once it shows something"
            raise RuntimeError(message)
        if self._set is None or self._set[0] != width:
            room = self._text_room(width)
            turned = is_mirrored(self)
            setting = Setting(style.sans(17), 1.3, direction=self.layoutDirection())
            label = SetText(row.label, setting, room, mirrored=turned)
            self._set = width, label, _set_value("\n".join(row.lines), style, room, mirrored=turned)
        return self._set[1:]

    def _text_room(self, width: int) -> int:
        """Leave room for the sign of a code, and more for a button that is touched on its own."""
        row, style = self._row, self._style
        if row is None or style is None:
            return width
        code = style.touch(CODE_TOUCH_PX) + style.px(8) if row.opens else style.px(CODE_ROOM_PX)
        return width - style.px(TEXT_X_PX) - code

    @Slot()
    def _announce(self) -> None:
        if self._row and self._row.opens:
            self.link_touched.emit(self._row.opens)
        else:
            self._announce_code()

    @Slot()
    def _announce_code(self) -> None:
        if self._row:
            self.sheet_touched.emit(self._row.key)


def _set_value(words: str, style: Style, room: int, *, mirrored: bool) -> SetText:
    """Set the value in the largest size that neither breaks a word nor takes more lines than it must.

    It may shrink by a tenth to save a line; it shrinks further, down to 20 pixels of the design whatever the visitor's
    text size, only where a single word is wider than the row.
    """
    whole = [setting for setting in _value_settings(style) if _widest(words, setting) <= room]
    if not whole:
        return SetText(words, _value_settings(style)[-1], room, mirrored=mirrored)
    near = [setting for setting in whole if setting.font.pixelSize() >= 0.9 * whole[0].font.pixelSize()]
    fewest = words.count("\n") + 1
    values = (SetText(words, setting, room, mirrored=mirrored) for setting in near)
    first = SetText(words, near[0], room, mirrored=mirrored)
    return first if first.line_count == fewest else min(values, key=lambda value: value.line_count)


def _value_settings(style: Style) -> list[Setting]:
    smallest = round(SMALLEST_VALUE_PX / max(style.text_scale, 1.0))
    return [Setting(style.sans(size, QFont.Weight.Medium), 1.28) for size in range(DETAIL_PX, smallest - 1, -1)]


def _widest(words: str, setting: Setting) -> float:
    """Give the width of the widest word, which a soft break would divide."""
    metrics = QFontMetricsF(setting.font)
    whole = words.replace("\u200b", "").replace("\n", " ").split(" ")
    return max(metrics.horizontalAdvance(word) for word in whole)


def circle_colour(style: Style) -> QColor:
    """Give the ground of a row's icon, a shade towards its text."""
    shade = QColor(style.palette.on_panel)
    shade.setAlphaF(0.12)
    return shade


def _code_look(style: Style) -> PillLook:
    palette = style.palette
    clear = QColor(palette.panel_raised)
    return PillLook(
        QColor(palette.on_panel_muted), clear, QColor(palette.on_panel), size=24, padding=8, icon="fa6s.qrcode"
    )
