"""A text that is read and not touched: set by our own lines, a static text to screen readers."""

from math import ceil

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.display.ui.direction import is_mirrored
from kiosk.display.ui.typeset import SetText, Setting, Strong


class Caption(QLabel):
    """Shows one plain text; `height_at` says how tall it is at a width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(self.textFormat().PlainText)
        self._setting: Setting | None = None
        self._colour = QColor()
        self._strong: Strong | None = None
        self._set: tuple[tuple[int, bool], SetText] | None = None

    def show_text(self, text: str, setting: Setting, colour: QColor, strong: Strong | None = None) -> None:
        if (text, setting, colour, strong) == (self.text(), self._setting, self._colour, self._strong):
            return
        self._setting, self._colour, self._strong, self._set = setting, colour, strong, None
        self.setText(text)
        self.setVisible(bool(text))
        self.update()

    def height_at(self, width: int) -> int:
        """Give the height of all lines, the last one's descenders included."""
        return ceil(self.set_at(width).height + self.set_at(width).overhang) if self.text() else 0

    def width_of_text(self) -> int:
        """Give the width that the text takes when nothing makes it wrap."""
        return round(self.set_at(100_000).natural_width + 1)

    def set_at(self, width: int) -> SetText:
        wanted = width, is_mirrored(self)
        if self._set is None or self._set[0] != wanted:
            setting = self._setting or Setting(self.font())
            self._set = wanted, SetText(self.text(), setting, width, self._strong, mirrored=wanted[1])
        return self._set[1]

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.set_at(self.width()).draw(QPainter(self), 0, 0, self._colour)
