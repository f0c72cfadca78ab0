"""Maps the window again that somebody else has unmapped or destroyed; Qt goes on calling it visible."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

LOOKS = (2, 1, 2, 5, 10)
"""So many looks in a row must have found it gone before the first, second, ... time that it is mapped again."""

COVERED_IS_GONE = frozenset({"cocoa"})
"""Platforms where a window below another one is not exposed either, and nobody can unmap it."""


class Exposure(QObject):
    """Is told about once a second whether the window is exposed; a window that is merely covered is, on X11."""

    lost = Signal()
    """The window was gone, and has been mapped again."""

    regained = Signal()

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._window = window
        self._misses = 0
        self._tries = 0

    @Slot(bool)
    def note_look(self, is_exposed: bool) -> None:  # noqa: FBT001  # a signal's argument
        if is_exposed:
            self._note_exposed()
        elif has_live_screen() and QGuiApplication.platformName() not in COVERED_IS_GONE:
            self._note_miss()

    def come_back(self) -> None:
        """Lie over what has come to lie over the window on Wayland, where nobody can ask for that but by a new window."""
        if QGuiApplication.platformName() == "wayland" and not self._window.isActive():
            self._window.hide()
            self._window.showFullScreen()

    def _note_exposed(self) -> None:
        self._misses = 0
        if self._tries:
            self._tries = 0
            self.regained.emit()

    def _note_miss(self) -> None:
        self._misses += 1
        if self._misses >= LOOKS[min(self._tries, len(LOOKS) - 1)]:
            self._misses = 0
            self._tries += 1
            self._map()
            self.lost.emit()

    def _map(self) -> None:
        """Hide it first: to Qt it is shown; and where that was in vain, make another native window."""
        self._window.hide()
        if self._tries > 1:
            self._window.destroy()
        self._window.showFullScreen()


def has_live_screen() -> bool:
    """Tell whether there is a screen besides the empty one that Qt has in place of the last."""
    return any(not screen.geometry().isEmpty() for screen in QGuiApplication.screens())
