"""A message in the article's place: a notice that must be read, or a welcome where there is no article."""

from typing import assert_never

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import NoArticlePage, NoticePage
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.direction import mirrored
from kiosk.display.ui.icons import paint_icon
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import SetText, Setting
from kiosk.edition.value import replace

WARNS, INFORMS = "fa6s.triangle-exclamation", "fa6s.circle-info"
TITLE_PX = 92
SMALLEST_TITLE_PX = 44
MEASURE_PX = 1000
MOST_TITLE_LINES = 3
SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)


class MessageView(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kicker, self._title, self._text, self._until = (Caption(self) for _ in range(4))
        self._style: Style | None = None
        self._margins = (0, 0)
        self.ground = QColor()
        self._ink = QColor()
        self._sign = WARNS

    def show_message(self, message: NoticePage | NoArticlePage, style: Style, margins: tuple[int, int]) -> None:
        self._style, self._margins = style, margins
        palette = style.palette
        match message:
            case NoticePage():
                calm = message.severity == "info"
                self.ground = QColor(palette.panel_raised if calm else palette.accent)
                self._ink = QColor(palette.on_panel if calm else palette.on_accent)
                self._sign = INFORMS if calm else WARNS
                self._show(message.kicker, message.title, message.text, message.until)
            case NoArticlePage():
                self.ground, self._ink = QColor(palette.paper), QColor(palette.ink)
                self._show("", message.title, message.text, "")
            case other:
                assert_never(other)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.ground)
        if self._style and self._kicker.text():
            side, place = self._style.text(24), self._kicker.geometry()
            sign = QRectF(self._margins[0], place.center().y() - side / 2, side, side)
            paint_icon(painter, self._sign, mirrored(self, sign), self._ink)

    def _show(self, kicker: str, title: str, text: str, until: str) -> None:
        """Set all of it in the largest text, up to the visitor's size, that shows it whole."""
        if self._style is None:
            return
        whole = self._style
        for share in SHARES:
            self._style = style = replace(whole, text_scale=whole.text_scale * share)
            self._kicker.show_text(kicker, Setting(style.kicker(24, kicker), 1.2), self._ink)
            self._title.show_text(title, _title_setting(title, style, self._room()), self._ink)
            self._text.show_text(text, Setting(style.sans(36), 1.47), self._ink)
            self._until.show_text(until, Setting(style.sans(24), 1.35), self._ink)
            if self._arrange() <= self.height():
                break

    def _room(self) -> int:
        whole = self.width() - sum(self._margins)
        return max(1, min(whole, self._style.px(MEASURE_PX)) if self._style else whole)

    def _arrange(self) -> int:
        """Centre the parts as one group, and give the height that they need."""
        if self._style is None:
            return 0
        style, room = self._style, self._room()
        parts = ((self._kicker, 40), (self._title, 34), (self._text, 48), (self._until, 0))
        heights = [(part, part.height_at(room), style.text(gap)) for part, gap in parts]
        total = sum(height + gap for _, height, gap in heights if height)
        y = max(style.px(24), (self.height() - total) // 2)
        for part, height, gap in heights:
            indent = style.text(44) if part is self._kicker else 0
            place = QRect(self._margins[0] + indent, y, room - indent, height)
            part.setGeometry(mirrored(self, place))
            y += height + gap if height else 0
        return total + 2 * style.px(24)


def _title_setting(title: str, style: Style, room: int) -> Setting:
    """Shrink a long title until it leaves room for the text."""
    sizes = range(TITLE_PX, SMALLEST_TITLE_PX - 1, -6)
    settings = [Setting(style.glance(size, title), 1.13) for size in sizes]
    fitting = (setting for setting in settings if SetText(title, setting, room).line_count <= MOST_TITLE_LINES)
    return next(fitting, settings[-1])
