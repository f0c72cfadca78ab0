"""The visitor's bar: text size, contrast, reach, language, and the clock."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import Bar
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.direction import mirrored
from kiosk.display.ui.pill import Pill, PillLook
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import Setting
from kiosk.edition.value import replace

GAP_PX = 11
CONTRAST_ICON, LOW_REACH_ICON = "fa6s.circle-half-stroke", "fa6s.wheelchair"


class VisitorBar(QWidget):
    smaller_requested = Signal()
    larger_requested = Signal()
    contrast_requested = Signal()
    language_requested = Signal()
    low_reach_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._smaller, self._larger, self._contrast, self._low_reach, self._language = (Pill(self) for _ in range(5))
        self._clock = Caption(self)
        self._style: Style | None = None
        self._margin = 0
        self._smaller.clicked.connect(self.smaller_requested)
        self._larger.clicked.connect(self.larger_requested)
        self._contrast.clicked.connect(self.contrast_requested)
        self._low_reach.clicked.connect(self.low_reach_requested)
        self._language.clicked.connect(self.language_requested)

    def show_bar(self, bar: Bar, style: Style, margin: int) -> None:
        self._style, self._margin = style, margin
        palette = style.palette
        plain = PillLook(QColor(palette.on_panel), QColor(palette.panel_raised), QColor(palette.on_panel), padding=18)
        contrast, low_reach = (replace(plain, padding=20, icon=icon) for icon in (CONTRAST_ICON, LOW_REACH_ICON))
        self._smaller.show_button(bar.smaller, plain, style)
        self._larger.show_button(bar.larger, plain, style)
        self._contrast.show_button(bar.contrast, contrast, style)
        self._low_reach.show_button(bar.low_reach, low_reach, style)
        self._language.setVisible(bar.language is not None)
        if bar.language:
            self._language.show_button(bar.language, plain, style)
        self._clock.show_text(bar.clock, Setting(style.sans(24, QFont.Weight.DemiBold), 1.2), plain.ink)
        self._arrange()
        self.update()

    def tab_stops(self) -> tuple[QWidget, ...]:
        return self._pills()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style:
            line = QRect(self._margin, 0, self.width() - 2 * self._margin, max(1, self._style.px(2)))
            QPainter(self).fillRect(line, QColor(self._style.palette.panel_raised))

    def _pills(self) -> tuple[Pill, ...]:
        return self._smaller, self._larger, self._contrast, self._low_reach, self._language

    def _arrange(self) -> None:
        if self._style is None:
            return
        x = self._margin
        for pill in self._pills():
            size = pill.sizeHint()
            if not pill.isHidden():
                pill.setGeometry(mirrored(self, self._centred(x, size.width(), size.height())))
                x += size.width() + self._style.px(GAP_PX)
        width = self._clock.width_of_text()
        height = self._clock.height_at(width)
        place = self._centred(self.width() - self._margin - width, width, height)
        self._clock.setVisible(x <= place.x())
        self._clock.setGeometry(mirrored(self, place))

    def _centred(self, x: int, width: int, height: int) -> QRect:
        return QRect(x, (self.height() - height) // 2, width, height)
