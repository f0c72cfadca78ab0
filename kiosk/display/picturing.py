"""Keeps a picture of the screen for the card under it: of what a fresh visitor finds, once for each edition and look.

The frame is copied as it was painted; packing and writing are the work of a thread, for which nobody waits.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter

from kiosk.display.card_picture import Frame, empty_frame, packed, write_picture
from kiosk.display.page.page import NoticePage, Page
from kiosk.display.showing import Showing
from kiosk.display.ui.window import KioskWindow
from kiosk.paths import picture_in
from kiosk.supervise.messages import Message, Pictured, Show

REST_MS = 1500
"""So long after the last change the screen is taken to be at rest."""


class Picturing(QObject):
    """`is_at_rest` tells whether nobody is there; what is shown in `order` is pictured, unless that is safe mode."""

    _written = Signal()

    def __init__(  # noqa: PLR0917  # it names all it needs
        self,
        window: KioskWindow,
        showing: Showing,
        order: Show,
        is_at_rest: Callable[[], bool],
        send: Callable[[Message], None],
        rest_ms: int = REST_MS,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._showing = showing
        self._order = order
        self._is_at_rest = is_at_rest
        self._send = send
        self._pictured: object = None
        self._thread: Thread | None = None
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._take)
        self._written.connect(self._tell)
        showing.refreshed.connect(self.consider)

    def follow(self, order: Show) -> None:
        self._order = order
        self.consider()

    @Slot()
    def consider(self) -> None:
        """Take a picture when the screen has come to rest, where the last one is of something else."""
        if self._look() != self._pictured:
            self._rest.start()

    def _look(self) -> object:
        """Give all on which it depends what a fresh visitor sees, but for which article it is, which changes by itself.

        It is another one every day: the card believes no picture that is older than that.
        """
        page, window = self._window.page, self._window
        if not isinstance(page, Page) or self._order.safe:
            return self._pictured
        notice = page.reading if isinstance(page.reading, NoticePage) else None
        says = page.language, page.panel.open_line, notice, self._showing.articles_on(), self._showing.today()
        looks = page.palette, window.size(), window.devicePixelRatioF(), window.screen().name(), window.is_marked()
        return self._showing.hash, says, looks

    @Slot()
    def _take(self) -> None:
        """Leave it for another time while somebody is there; the clock asks every minute."""
        is_busy = self._thread is not None and self._thread.is_alive()
        if is_busy or not (self._is_at_rest() and self._window.is_plain()):
            return
        frame, look = _painted_frame(self._window), self._look()
        if frame is not None and look != self._pictured:
            self._pictured = look
            file = picture_in(Path(self._order.state))
            self._thread = Thread(target=self._keep, args=(frame, file), name="picture", daemon=True)
            self._thread.start()

    def _keep(self, frame: Frame, file: Path) -> None:
        """Run in the thread; where the disk takes nothing, the former picture stays."""
        with suppress(OSError):
            write_picture(file, packed(frame))
            self._written.emit()

    @Slot()
    def _tell(self) -> None:
        self._send(Pictured())


def _painted_frame(window: KioskWindow) -> Frame | None:
    """Copy what was painted last, in 5 ms at full HD; None where it cannot be looked into."""
    image = window.backingStore().paintDevice()
    if not isinstance(image, QImage) or image.isNull():
        return None
    frame = empty_frame(image.width(), image.height(), image.devicePixelRatio())
    copy = QImage(memoryview(frame.pixels), frame.width, frame.height, QImage.Format.Format_RGB32)
    copy.setDevicePixelRatio(frame.ratio)
    painter = QPainter(copy)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(0, 0, image)
    painter.end()
    return frame
