"""What every control shares: it is named for screen readers, reached by Tab, worked by touch, Space and Enter."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.display.ui.focus import is_by_keyboard
from kiosk.edition.colour import TEXT_RATIO, contrast


class Control(QAbstractButton):
    """A button that paints itself; the focus ring shows only where the keyboard led."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.pressed.connect(self.update)
        self.released.connect(self.update)
        self._ring = False

    def show_text(self, text: str) -> None:
        """Take the text as it is: Qt would make a shortcut of an ampersand."""
        if text != self.text():
            self.setText(text)
            self.setShortcut(QKeySequence())

    def describe(self, name: str, description: str) -> None:
        if self.accessibleName() != name:
            self.setAccessibleName(name)
        if self.accessibleDescription() != description:
            self.setAccessibleDescription(description)

    def paint_ground(self, painter: QPainter, rect: QRectF, radius: float, colours: tuple[QColor, QColor]) -> None:
        """Paint the rounded ground, another while it is pressed, and the ring in the second colour where it is due."""
        ground, ring = colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pressed(ground, ring) if self.isDown() else ground)
        painter.drawRoundedRect(rect, radius, radius)
        if self._ring:
            self._paint_ring(painter, rect, radius, ring)

    @property
    def shows_focus(self) -> bool:
        """Whether the keyboard led here."""
        return self._ring

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = is_by_keyboard(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _paint_ring(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
        width = max(3.0, rect.height() * 0.04)
        inset = width / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, width))
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def pressed(ground: QColor, ink: QColor) -> QColor:
    """Give a lighter ground, or a darker one where what is written on it could not be read any more."""
    lighter = ground.lighter(125)
    is_lost = contrast(ground.name(), ink.name()) >= TEXT_RATIO > contrast(lighter.name(), ink.name())
    return ground.darker(125) if is_lost else lighter
