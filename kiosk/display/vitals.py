"""The display's signs of life: the heartbeat with the age of the last frame and touch, and whether the frame is blank."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.display.stack import StackFile
from kiosk.display.state.heartbeat import Heartbeat
from kiosk.display.ui.frame import is_blank
from kiosk.display.ui.touches import Touches
from kiosk.display.ui.window import KioskWindow
from kiosk.supervise.messages import Beat


class Vitals(QObject):
    """Sends a Beat every second, once started; `edition` gives what is shown, by its hash."""

    looked = Signal(bool)
    """Whether the window is exposed, with every beat."""

    def __init__(
        self,
        parent: QObject,
        window: KioskWindow,
        stack: StackFile,
        edition: Callable[[], str],
        send: Callable[[Beat], None],
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._stack = stack
        self._edition = edition
        self._send = send
        self._heart = Heartbeat(self)
        self._touches = Touches(self)
        self._heart.beat.connect(self._beat)
        self._heart.probe_due.connect(window.paint_a_little)
        self._touches.touched.connect(self._heart.note_touch)
        window.frame_painted.connect(self._heart.note_frame)

    def start(self) -> None:
        """Begin once the window is on the screen."""
        self._window.windowHandle().installEventFilter(self._touches)
        self._heart.start()

    @Slot()
    def _beat(self) -> None:
        self._stack.hear_beat()
        is_seen = self._window.windowHandle().isExposed()
        self._heart.hurry(hurry=not is_seen)
        frame_age = round(self._heart.frame_age, 2) if is_seen else None
        self.looked.emit(is_seen)
        self._send(Beat(self._edition(), frame_age, round(self._heart.touch_age, 1), is_seen and self._is_blank()))

    def _is_blank(self) -> bool:
        """Look with every beat: a frame of one colour may be painted over and over, as while the article glides."""
        return not self._window.curtain.is_black and is_blank(self._window)
