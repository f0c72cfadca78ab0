"""Brings the window to the front because somebody has asked to see it, as by a second click on the menu's entry.

Desktops hold back whoever comes forward unasked: Wayland's let in whoever has the token of the click, X11's whoever
tells a later time than the last click or key elsewhere.
"""

import os

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105  # the variable's name
"""Qt's plugin for Wayland takes the token from here, once, when a window asks to be active."""

TIME_COMES_WITHIN_MS = 50


class Front(QObject):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._token = ""
        self._activation = QTimer(self, singleShot=True, interval=TIME_COMES_WITHIN_MS)
        self._activation.timeout.connect(self._activate)

    @Slot(str)
    def come(self, token: str) -> None:
        """Leave the list of windows and stand above the others at once, and be the active one a moment later."""
        self._token = token
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._learn_time()
        self._activation.start()

    def _learn_time(self) -> None:
        """Let the X server tell Qt the time, as it does of everything that is written to a window, be it the same title."""
        handle = self._window.windowHandle()
        handle.setTitle(handle.title())

    @Slot()
    def _activate(self) -> None:
        if self._token:
            os.environ[TOKEN] = self._token
        self._window.activateWindow()
        os.environ.pop(TOKEN, None)
