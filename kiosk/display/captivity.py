"""What a window is in that visitors cannot leave: guarded, in front, without a pointer. Joins the parts of `lockdown`."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from kiosk.display.lockdown.foremost import Foremost
from kiosk.display.lockdown.guard import Guard
from kiosk.display.lockdown.pointer import Pointer
from kiosk.display.ui.window import KioskWindow


class Captivity(QObject):
    staff_called = Signal()

    def __init__(self, app: QApplication, window: KioskWindow) -> None:
        """Take hold of the window before it is shown."""
        super().__init__(window)
        self._app = app
        self._window = window
        self._guard = Guard(self)
        self._pointer = Pointer(self)
        self._guard.pointed.connect(self._pointer.note_move)
        self._guard.staff_called.connect(self.staff_called)
        app.commitDataRequest.connect(self._let_session_end, Qt.ConnectionType.DirectConnection)
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)

    def begin(self) -> None:
        """Guard the native window, through which everything comes, once there is one; and keep it in front."""
        handle = self._window.windowHandle()
        handle.installEventFilter(self._guard)
        self._foremost = Foremost(handle)
        self._foremost.raised.connect(self._log)

    @Slot()
    def widen(self) -> None:
        """Guard the whole application, be there other windows or not.

        The first frame does without: a thousand of its events through Python would take 20 ms.
        """
        self._app.installEventFilter(self._guard)
        self._window.windowHandle().removeEventFilter(self._guard)

    def open_keys_of_pad(self, *, are_open: bool) -> None:
        self._guard.pad_is_open = are_open

    @Slot()
    def _let_session_end(self) -> None:
        """Do not hold up a log-off or shutdown, which would close the windows and take no for an answer."""
        self._window.let_close()

    @Slot()
    def _log(self) -> None:
        from kiosk.log import note  # noqa: PLC0415  # 15 ms that the first frame does without

        note("another window was in front")
