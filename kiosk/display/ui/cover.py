"""What covers the screen while something else is to be seen: a card over dimmed content that takes every touch and key."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.display.ui.control import Control
from kiosk.display.ui.style import Style

DIM = QColor(8, 16, 14, 158)
CORNER_PX = 34
RIM_PX = 2
LOW_MARGIN_PX = 40
DARK_BELOW = 128
"""Paper of less lightness hardly stands out from what is dimmed, and has a rim."""


class Cover(QWidget):
    """Keeps the focus inside; Escape and a touch beside the card ask to close."""

    close_requested = Signal()

    def __init__(self, parent: QWidget, settle_ms: int = 0) -> None:
        """Take no touch beside the card for a request within `settle_ms` of its coming."""
        super().__init__(parent)
        self.card = QRect()
        self._came_from: QWidget | None = None
        self._was_pressed_beside = False
        self._settling = QTimer(self, singleShot=True, interval=settle_ms)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.hide()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Give all that Tab leads to; the first has the focus when the card comes."""
        raise NotImplementedError

    def enter(self) -> None:
        """Come over the screen and take the focus, showing it where the keyboard was used."""
        self.raise_()
        if self.isHidden():
            self._came_from = self.window().focusWidget()
            self._settling.start()
            self.show()
            self.lead_focus_to_first(self._came_from)
        self.update()

    def leave(self) -> None:
        """Give the focus back to where it was, unless something lies over this cover and has it."""
        if self.isHidden():
            return
        here: QWidget | None = self.window().focusWidget()
        is_last = here is None or self.isAncestorOf(here)
        reason = _reason(here)
        self.hide()
        if is_last:
            give_focus_back(self._came_from, self.window(), reason)
        self._came_from = None

    def forget_focus(self) -> None:
        """Give the focus to the window when this goes, not to where it was."""
        self._came_from = None

    def lead_focus_to_first(self, before: QWidget | None) -> None:
        """Lead the focus from where it was to what Tab comes to first."""
        self._visible_stops()[0].setFocus(_reason(before))

    def lay_card(self, size: QSize, style: Style) -> None:
        """Have the card in the middle, or at the bottom for who reaches no higher."""
        self.card = QRect(QPoint(), size)
        self.card.moveCenter(self.rect().center())
        if style.low_reach:
            self.card.moveBottom(self.rect().bottom() - min(style.px(LOW_MARGIN_PX), max(self.card.y(), 0)))

    def paint_card(self, painter: QPainter, style: Style) -> None:
        painter.fillRect(self.rect(), DIM)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = QColor(style.palette.paper)
        rim = QPen(QColor(style.palette.rule), max(1, style.px(RIM_PX)))
        painter.setPen(rim if paper.lightness() < DARK_BELOW else Qt.PenStyle.NoPen)
        painter.setBrush(paper)
        painter.drawRoundedRect(QRectF(self.card), style.px(CORNER_PX), style.px(CORNER_PX))
        painter.setPen(Qt.PenStyle.NoPen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._was_pressed_beside = not self.card.contains(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close on a touch beside the card, as people expect, but not where a finger slid off it."""
        is_beside = not self.card.contains(event.position().toPoint())
        if is_beside and self._was_pressed_beside and not self._settling.isActive():
            self.close_requested.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's signature
        """Lead round inside, whatever order the controls were made in."""
        if not self.isVisible():  # Qt asks while this is being hidden
            return True
        stops, here = self._visible_stops(), self.window().focusWidget()
        place = stops.index(here) if here in stops else -1 if forward else 0
        stops[(place + (1 if forward else -1)) % len(stops)].setFocus(_tab_reason(forward=forward))
        return True

    def _visible_stops(self) -> list[QWidget]:
        return [stop for stop in self.tab_stops() if stop.isVisibleTo(self)]


def give_focus_back(came_from: QWidget | None, window: QWidget, reason: Qt.FocusReason) -> None:
    """Lead the focus where it was, or to the window if that is gone: never to what is hidden."""
    is_there = came_from is not None and isValid(came_from) and came_from.isVisible()
    (came_from if came_from is not None and is_there else window).setFocus(reason)


def _reason(focus: QWidget | None) -> Qt.FocusReason:
    is_shown = isinstance(focus, Control) and focus.shows_focus
    return Qt.FocusReason.ShortcutFocusReason if is_shown else Qt.FocusReason.OtherFocusReason


def _tab_reason(*, forward: bool) -> Qt.FocusReason:
    return Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
