"""The social buttons: round, one each network, as many rows as they need."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import SocialButton
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.control import Control
from kiosk.display.ui.direction import mirrored
from kiosk.display.ui.icons import has_icon, paint_icon
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import Setting

BUTTON_PX = 72
SMALLEST_BUTTON_PX = 64
GAP_PX = 14
SMALLEST_GAP_PX = 9


class Socials(QWidget):
    sheet_touched = Signal(str)
    link_touched = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = Caption(self)
        self._buttons: list[RoundButton] = []
        self._style: Style | None = None

    def show_socials(self, heading: str, socials: tuple[SocialButton, ...], style: Style) -> None:
        self._style = style
        self._heading.show_text(heading, Setting(style.sans(19), 1.35), QColor(style.palette.on_panel_muted))
        self._have(len(socials))
        for button, social in zip(self._buttons, socials, strict=True):
            button.show_social(social, style)
        self.setVisible(bool(socials))

    def tab_stops(self) -> tuple[QWidget, ...]:
        return tuple(self._buttons)

    def height_at(self, width: int) -> int:
        """Place the buttons row by row below the heading and give the height of all."""
        style = self._style
        if style is None or not self._buttons:
            return 0
        height = self._heading.height_at(width)
        self._heading.setGeometry(0, 0, width, height)
        top, gap = height + style.gap(14), style.px(GAP_PX)
        side = self._side(width, style)
        a_row = max(1, (width + style.px(SMALLEST_GAP_PX)) // (side + style.px(SMALLEST_GAP_PX)))
        most = min(len(self._buttons), a_row)
        gap = min(gap, (width - most * side) // max(most - 1, 1))
        for place, button in enumerate(self._buttons):
            line, column = divmod(place, a_row)
            rect = QRect(column * (side + gap), top + line * (side + gap), side, side)
            button.setGeometry(mirrored(self, rect, width))
        return top + -(-len(self._buttons) // a_row) * (side + gap) - gap

    def _side(self, width: int, style: Style) -> int:
        """Shrink the buttons a little where that keeps them in one row."""
        count, gap = len(self._buttons), style.px(SMALLEST_GAP_PX)
        fitting = (width - (count - 1) * gap) // count
        return (
            min(fitting, style.touch(BUTTON_PX))
            if fitting >= style.touch(SMALLEST_BUTTON_PX)
            else style.touch(BUTTON_PX)
        )

    def _have(self, count: int) -> None:
        while len(self._buttons) > count:
            self._buttons.pop().deleteLater()
        while len(self._buttons) < count:
            button = RoundButton(self)
            button.sheet_touched.connect(self.sheet_touched)
            button.link_touched.connect(self.link_touched)
            button.show()
            self._buttons.append(button)


class RoundButton(Control):
    """Shows a network's icon, or its initial where the icon fonts have none."""

    sheet_touched = Signal(str)
    link_touched = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._social: SocialButton | None = None
        self._style: Style | None = None
        self.clicked.connect(self._announce)

    def show_social(self, social: SocialButton, style: Style) -> None:
        if (social, style) == (self._social, self._style):
            return
        self._social, self._style = social, style
        self.describe(social.name, social.description)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        social, style = self._social, self._style
        if social is None or style is None:
            return
        painter = QPainter(self)
        rect, ink = QRectF(self.rect()), QColor(style.palette.on_panel)
        self.paint_ground(painter, rect, rect.height() / 2, (QColor(style.palette.panel_raised), ink))
        inset = rect.height() * 0.31
        if has_icon(social.icon):
            paint_icon(painter, social.icon, rect.adjusted(inset, inset, -inset, -inset), ink)
        else:
            painter.setFont(style.title(34))
            painter.setPen(ink)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, social.initial)

    @Slot()
    def _announce(self) -> None:
        if self._social is None:
            return
        if self._social.opens:
            self.link_touched.emit(self._social.opens)
        else:
            self.sheet_touched.emit(self._social.key)
