"""When the focus is to be seen: only where the keyboard led it, never where a touch or the window system did."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

KEYBOARD_REASONS = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


def is_by_keyboard(event: QFocusEvent) -> bool:
    return event.reason() in KEYBOARD_REASONS


def set_shown(widget: QWidget, *, on: bool) -> None:
    """Show or hide it; a focus inside goes to the window, for Qt would lead it on as Tab does, and it would be seen."""
    focus = widget.window().focusWidget()
    if not on and (focus is widget or widget.isAncestorOf(focus)):
        widget.window().setFocus(Qt.FocusReason.OtherFocusReason)
    widget.setVisible(on)
