"""Which screen the window belongs on, where it stands there, and how a captive one comes to fill it."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QScreen

from kiosk.edition.value import Value

if TYPE_CHECKING:  # the card does without widgets
    from PySide6.QtWidgets import QWidget

WINDOW_SHARE = 0.8
SHAPE = 16 / 9
MOST_REQUESTS = 3
FORGIVEN_AFTER_SECONDS = 10.0


class NoScreen(Value, frozen=True):
    """There is none now, or only the empty one that Qt has in place of the last."""


class Described(Protocol):
    """What a screen tells of itself, as a QScreen does."""

    def name(self) -> str: ...
    def serialNumber(self) -> str: ...
    def geometry(self) -> QRect: ...


AnyScreen = TypeVar("AnyScreen", bound=Described)


def screen_wanted(wanted: str, screens: Sequence[AnyScreen]) -> AnyScreen | NoScreen:
    """Find a screen by its name, serial number or index, or else take the primary one, which Qt lists first."""
    live = [screen for screen in screens if not screen.geometry().isEmpty()]
    if not live:
        return NoScreen()
    called = [screen for screen in live if screen.name() == wanted]
    numbered = [screen for screen in live if wanted and screen.serialNumber() == wanted]
    is_index = wanted.isdecimal() and wanted.isascii() and int(wanted) < len(live)
    return (*called, *numbered, live[int(wanted) if is_index else 0])[0]


def window_place(free: QRect) -> QRect:
    """Give a wide window in the middle of the free part of a screen."""
    width = min(round(free.width() * WINDOW_SHARE), round(free.height() * WINDOW_SHARE * SHAPE))
    place = QRect(0, 0, width, round(width / SHAPE))
    place.moveCenter(free.center())
    return place


def is_in_place(window: "QWidget", screen: QScreen) -> bool:
    """Tell whether the window is shown full screen on this screen, or one that mirrors it, as far as Qt has been told."""
    is_full_screen = window.isVisible() and window.isFullScreen() and not window.isMinimized()
    return is_full_screen and window.windowHandle().geometry() == screen.geometry()


class FullScreen(QObject):
    """Has a captive window fill a screen; one that has never been shown is prepared for it.

    A window manager that refuses is asked three times for the same place, and then left alone for a while.
    """

    forgiven = Signal()
    """The while is over: it may be asked again."""

    def __init__(
        self, window: "QWidget", clock: Callable[[], float] = monotonic, forgiven_after: float = FORGIVEN_AFTER_SECONDS
    ) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._forgiven_after = forgiven_after
        self._rest = QTimer(self, singleShot=True, interval=round(forgiven_after * 1000))
        self._rest.timeout.connect(self._forgive)
        self._asked: tuple[str, QRect] | None = None
        self._asked_at = 0.0
        self._requests = 0

    def fill(self, screen: QScreen) -> None:
        """Do nothing where it fills the screen already."""
        if not self._window.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            self._lay_on(screen)
        elif is_in_place(self._window, screen):
            self._asked = None
            self._rest.stop()
        elif self._may_ask_for((screen.name(), screen.geometry())):
            self._move_to(screen)
        elif not self._rest.isActive():
            self._rest.start()

    def _may_ask_for(self, place: tuple[str, QRect]) -> bool:
        now = self._clock()
        if place != self._asked or now - self._asked_at >= self._forgiven_after:
            self._asked, self._requests = place, 0
        elif self._requests == MOST_REQUESTS:
            return False
        self._asked_at = now
        self._requests += 1
        return True

    @Slot()
    def _forgive(self) -> None:
        self._asked = None
        self.forgiven.emit()

    def _move_to(self, screen: QScreen) -> None:
        """Leave full screen first: window managers may keep what fills a screen there, and on Wayland all do."""
        self._window.setWindowState(Qt.WindowState.WindowNoState)
        self._lay_on(screen)
        self._window.showFullScreen()

    def _lay_on(self, screen: QScreen) -> None:
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
