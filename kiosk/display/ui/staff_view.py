"""What the pad, the menu and the reports have in common: a share of the staff's card, and the line that counts down."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.display.ui.closing_line import ClosingLine


class StaffView(QWidget):
    """Fills the card; `WIDTH_PX` is the width of the card that it wants."""

    WIDTH_PX = 620
    close_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.closing = ClosingLine(self)
        self.closing.clicked.connect(self.close_requested)
        self.hide()

    def height_at(self, width: int) -> int:
        """Give the height that shows all of it."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Put everything in its place, for the size that this now has."""
        raise NotImplementedError

    def tab_stops(self) -> tuple[QWidget, ...]:
        raise NotImplementedError

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to what Tab has led to, where something scrolls."""
