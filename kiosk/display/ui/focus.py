"""When the focus is to be seen: only where the keyboard led it, never where a touch or the window system did."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

KEYBOARD_REASONS = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


def is_by_keyboard(event: QFocusEvent) -> bool:
    return event.reason() in KEYBOARD_REASONS
