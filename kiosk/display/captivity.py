"""What a window is in that visitors cannot leave: guarded, in front, without a pointer. Joins the parts of `lockdown`."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from kiosk.display.lockdown.exposure import Exposure
from kiosk.display.lockdown.foremost import Foremost
from kiosk.display.lockdown.guard import Guard
from kiosk.display.lockdown.pointer import Pointer
from kiosk.display.ui.window import KioskWindow

if TYPE_CHECKING:
    from kiosk.log import Fault

SESSION_ENDS_WITHIN_MS = 10_000
NO_DOUBLE_CLICKS = 0
"""Qt takes two touches within this time for a double click, wherever they are."""


class Captivity(QObject):
    staff_called = Signal()

    def __init__(
        self, app: QApplication, window: KioskWindow, session_ends_within_ms: int = SESSION_ENDS_WITHIN_MS
    ) -> None:
        """Take hold of the window before it is shown."""
        super().__init__(window)
        self._app = app
        self._window = window
        self._guard = Guard(self)
        self._pointer = Pointer(self)
        self._session_stays = QTimer(self, singleShot=True, interval=session_ends_within_ms)
        self._session_stays.timeout.connect(window.refuse_close)
        self._guard.pointed.connect(self._pointer.note_move)
        self._guard.staff_called.connect(self.staff_called)
        app.setDoubleClickInterval(NO_DOUBLE_CLICKS)
        app.commitDataRequest.connect(self._let_session_end, Qt.ConnectionType.DirectConnection)
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)

    def begin(self) -> None:
        """Guard the native window, through which everything comes, once there is one; and keep it there and in front."""
        handle = self._window.windowHandle()
        handle.installEventFilter(self._guard)
        self._foremost = Foremost(handle)
        self._foremost.raised.connect(self._begin_rivalry)
        self._foremost.calmed.connect(self._end_rivalry)
        self._foremost.begin()
        self._exposure = Exposure(handle)
        self._exposure.lost.connect(self._begin_absence)
        self._exposure.regained.connect(self._end_absence)

    @Slot()
    def widen(self) -> None:
        """Guard the whole application, be there other windows or not.

        The first frame does without: a thousand of its events through Python would take 20 ms.
        """
        self._app.installEventFilter(self._guard)
        self._window.windowHandle().removeEventFilter(self._guard)

    @Slot(bool)
    def note_look(self, is_exposed: bool) -> None:  # noqa: FBT001  # a signal's argument
        """Take note, about once a second, whether the native window is exposed."""
        self._exposure.note_look(is_exposed)

    @Slot()
    def uncover(self) -> None:
        """Lie over the card again, which is in front."""
        self._exposure.come_back()

    def open_keys_of_pad(self, *, are_open: bool) -> None:
        self._guard.pad_is_open = are_open

    @Slot()
    def _let_session_end(self) -> None:
        """Do not hold up a log-off or shutdown, which would close the windows and take no for an answer.

        Nothing tells of one that is cancelled.
        """
        self._window.let_close()
        self._session_stays.start()

    @cached_property
    def _rivalry(self) -> "Fault":
        return _fault("another window was in front")

    @cached_property
    def _absence(self) -> "Fault":
        return _fault("the window was hidden")

    @Slot()
    def _begin_rivalry(self) -> None:
        self._rivalry.begin()

    @Slot()
    def _end_rivalry(self) -> None:
        self._rivalry.end()

    @Slot()
    def _begin_absence(self) -> None:
        self._absence.begin()

    @Slot()
    def _end_absence(self) -> None:
        self._absence.end()


def _fault(event: str) -> "Fault":
    from kiosk.log import Fault  # noqa: PLC0415  # 15 ms that the first frame does without

    return Fault(event)
