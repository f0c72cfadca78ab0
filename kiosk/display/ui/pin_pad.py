"""The PIN pad: dots for what was typed, keys in the order of a telephone, and what staff are told in one calm sentence."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import Button
from kiosk.display.page.staff_page import PadPage
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.pill import Pill, PillLook
from kiosk.display.ui.pin_key import Dots, PinKey
from kiosk.display.ui.staff_view import StaffView
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import Setting

KEYS, COLUMNS = 12, 3
KEY_PX, KEY_GAP_PX = 84, 14
PADDING_PX = 48
DELETE, ENTER = "delete", "enter"
CENTRE = Qt.AlignmentFlag.AlignHCenter


class PinPad(StaffView):
    WIDTH_PX = 560
    digit_typed = Signal(str)
    delete_requested = Signal()
    enter_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._text, self._strong_text = (Caption(self) for _ in range(3))
        self._dots = Dots(self)
        self._keys = [PinKey(self) for _ in range(KEYS)]
        self._close = Pill(self)
        self._shown: tuple[PadPage, Style] | None = None
        self._close.clicked.connect(self.close_requested)
        for key in self._keys:
            key.touched.connect(self._take)

    def show_pad(self, page: PadPage, closing: Button, style: Style) -> None:
        self.closing.show_closing(closing, style)
        if (page, style) != self._shown:
            self._shown = page, style
            self._show(page, style)

    def height_at(self, width: int) -> int:
        """Put everything in its place and give the height of all."""
        if self._shown is None:
            return 0
        page, style = self._shown
        side = style.px(PADDING_PX)
        room, y = width - 2 * side, side
        for part, gap in self._parts(page, style):
            height = part.height_at(room)
            part.setGeometry(QRect(side, y, room, height))
            y += height + (gap if height else 0)
        y = self._place_keys(QRect(side, y, room, 0), style) if page.keys else self._place_close(y, width)
        size = self.closing.size_at(room)
        y += style.px(3)
        self.closing.setGeometry((width - size.width()) // 2, y, size.width(), size.height())
        return y + size.height() + style.px(28)

    def arrange(self) -> None:
        self.height_at(self.width())

    def tab_stops(self) -> tuple[QWidget, ...]:
        return (*self._keys, self._close, self.closing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits of any script from a keyboard, and lead its Enter to the key that means it."""
        text = event.text()
        if event.key() == Qt.Key.Key_Backspace:
            self.delete_requested.emit()
        elif len(text) == 1 and text.isdecimal():
            self._keys[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.digit_typed.emit(str(int(text)))
        else:
            event.ignore()

    def _show(self, page: PadPage, style: Style) -> None:
        palette = style.palette
        ink, muted = QColor(palette.ink), QColor(palette.muted)
        self._title.show_text(page.title, Setting(style.title(38, page.title), 1.1, CENTRE), ink)
        self._text.show_text(page.text, Setting(style.sans(19), 1.4, CENTRE), ink if page.keys else muted)
        strong = Setting(style.sans(19, QFont.Weight.DemiBold), 1.4, CENTRE)
        self._strong_text.show_text(page.strong_text, strong, ink)
        self._dots.show_dots(page.rings, page.typed, page.spoken, style)
        for widget in self._keys:
            widget.setVisible(bool(page.keys))
        for widget, key in zip(self._keys, page.keys, strict=False):
            widget.show_key(key, style, rests=page.rests)
        self._close.setVisible(page.close is not None)
        if page.close:
            self._close.show_button(page.close, _close_look(style), style)

    def _parts(self, page: PadPage, style: Style) -> tuple[tuple[Caption | Dots, int], ...]:
        """Give what stands above the keys, and the gap below each."""
        last = style.px(30)
        return (
            (self._title, style.px(30)),
            (self._dots, style.px(22) if page.text else last),
            (self._text, style.px(6) if page.strong_text else style.px(26)),
            (self._strong_text, style.px(26)),
        )

    def _place_keys(self, top: QRect, style: Style) -> int:
        """Lay the keys out and give where they end; a telephone's order is the same in every language."""
        gap, height = style.px(KEY_GAP_PX), style.touch(KEY_PX)
        pitch = (top.width() + gap) / COLUMNS
        for place, key in enumerate(self._keys):
            row, column = divmod(place, COLUMNS)
            left, right = round(column * pitch), round((column + 1) * pitch) - gap
            key.setGeometry(top.x() + left, top.y() + row * (height + gap), right - left, height)
        return top.y() + KEYS // COLUMNS * (height + gap) - gap

    def _place_close(self, y: int, width: int) -> int:
        size = self._close.sizeHint()
        self._close.setGeometry((width - size.width()) // 2, y, size.width(), size.height())
        return y + size.height()

    @Slot(str)
    def _take(self, key: str) -> None:
        if key == DELETE:
            self.delete_requested.emit()
        elif key == ENTER:
            self.enter_requested.emit()
        else:
            self.digit_typed.emit(key)


def _close_look(style: Style) -> PillLook:
    palette = style.palette
    ink, ground, ring = QColor(palette.on_panel), QColor(palette.panel), QColor(palette.on_panel)
    return PillLook(ink, ground, ring, size=22, padding=32, icon="fa6s.xmark")
