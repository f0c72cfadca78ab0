"""The holding card: a calm screen of its own, made from the package alone, when there is no edition to show."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import HoldingPage
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import Setting

CENTRE = Qt.AlignmentFlag.AlignHCenter


class Holding(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._text, self._clock = (Caption(self) for _ in range(3))
        self._style: Style | None = None

    def show_holding(self, page: HoldingPage, style: Style) -> None:
        self._style = style
        ink, muted = QColor(style.palette.on_panel), QColor(style.palette.on_panel_muted)
        self._title.show_text(page.title, Setting(style.title(74, page.title), 1.15, CENTRE), ink)
        self._text.show_text(page.text, Setting(style.sans(28), 1.4, CENTRE), muted)
        self._clock.show_text(page.clock, Setting(style.sans(30, QFont.Weight.DemiBold), 1.2, CENTRE), ink)
        self._arrange()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style:
            QPainter(self).fillRect(self.rect(), QColor(self._style.palette.panel))

    def _arrange(self) -> None:
        if self._style is None:
            return
        side = self._style.px(60)
        room = self.width() - 2 * side
        title, text, clock = (part.height_at(room) for part in (self._title, self._text, self._clock))
        gap = self._style.px(12)
        top = (self.height() - title - gap - text) // 2
        self._title.setGeometry(QRect(side, top, room, title))
        self._text.setGeometry(QRect(side, top + title + gap, room, text))
        self._clock.setGeometry(QRect(side, self.height() - self._style.px(82) - clock // 2, room, clock))
