"""Makes the QApplication: where Qt finds no way to the screen, it says which library its plugin lacks."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kiosk.display.desktop_file import DESKTOP_FILE

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

_NOT_LOADED = r'Could not load the Qt platform plugin "(\w+)"'
_GUESSES = "qt.qpa.plugin:"
"""How those messages begin that name a library whatever has happened."""


def application(end_lacking: Callable[[str], NoReturn]) -> QApplication:
    """Make it, or abort as Qt does where no screen answers; with a library missing, `end_lacking` is told so in words."""
    QApplication.setDesktopFileName(DESKTOP_FILE)
    messages = _Messages(end_lacking)
    qInstallMessageHandler(messages.take)
    app = QApplication(["kiosk"])
    qInstallMessageHandler(None)
    messages.print()
    return app


class _Messages:
    """Those of Qt while it looks for the screen: they are held back, for they guess at what the plugin can tell."""

    def __init__(self, end_lacking: Callable[[str], NoReturn]) -> None:
        self._end_lacking = end_lacking
        self._held: list[str] = []

    def take(self, kind: "QtMsgType", context: "QMessageLogContext", message: str) -> None:
        from PySide6.QtCore import QtMsgType, qFormatLogMessage  # noqa: PLC0415  # most starts have no message

        if kind == QtMsgType.QtFatalMsg:
            self._explain()
            self._held = [line for line in self._held if not line.startswith(_GUESSES)] or [message]
            self.print()
        else:
            self._held.append(qFormatLogMessage(kind, context, message))

    def print(self) -> None:
        if self._held:
            from kiosk.terminal import tell_terminal  # noqa: PLC0415  # see above

            tell_terminal("".join(f"{message}\n" for message in self._held))
            self._held.clear()

    def _explain(self) -> None:
        import re  # noqa: PLC0415  # see above
        from pathlib import Path  # noqa: PLC0415

        from PySide6.QtCore import QLibraryInfo  # noqa: PLC0415

        from kiosk.system.libraries import lacking_for, words  # noqa: PLC0415

        folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
        for name in re.findall(_NOT_LOADED, "".join(self._held)):
            if (lacking := lacking_for(folder / f"libq{name}.so")) is not None:
                self._end_lacking(words(lacking))
