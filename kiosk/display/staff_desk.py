"""Staff at the screen: joins what the supervisor orders and hears with what is open, and with the widgets that show it."""

from collections.abc import Callable
from datetime import datetime
from typing import assert_never, get_args
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.display.page.opening import next_opening
from kiosk.display.page.speech import Speech
from kiosk.display.page.staff_view import PadOpen
from kiosk.display.state.clock import MinuteClock
from kiosk.display.state.staff import StaffState
from kiosk.display.ui.touches import Touches
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.model import Edition
from kiosk.supervise.messages import (
    CallStaff,
    Findings,
    Menu,
    Message,
    Pad,
    StaffLeft,
    SwitchOff,
    TryPin,
    Wanted,
    Wish,
    Woken,
)

WANTED: dict[str, Wanted] = {wanted: wanted for wanted in get_args(Wanted)}


class StaffDesk(QObject):
    """Only the supervisor opens the pad and the menu; what is open closes by itself."""

    changed = Signal()
    """Whether the pad is open, or the screen dark, may have changed."""

    def __init__(
        self,
        parent: QObject,
        window: KioskWindow,
        clock: MinuteClock,
        place: Callable[[], tuple[Edition | None, Speech]],
        send: Callable[[Message], None],
    ) -> None:
        """Speak the language that `place` gives with the edition on the screen, and `send` to the supervisor."""
        super().__init__(parent)
        self.state = StaffState(self)
        self._window = window
        self._clock = clock
        self._place = place
        self._send = send
        self._dark_since: datetime | None = None
        self._has_card = False
        self._touches = Touches(self)
        self._connect()

    @property
    def is_pad_open(self) -> bool:
        """Whether digits from a keyboard are wanted."""
        return isinstance(self.state.view, PadOpen)

    @property
    def is_dark(self) -> bool:
        return self._dark_since is not None

    def start(self) -> None:
        """See touches of the native window, once there is one."""
        self._window.windowHandle().installEventFilter(self._touches)

    @Slot()
    def call_staff(self) -> None:
        """Ask for the pad, on a lit screen; somebody who is in already needs none."""
        self._wake()
        if not self.state.is_open:
            self._send(CallStaff())

    @Slot(object)
    def obey(self, order: Pad | Menu | Findings | SwitchOff) -> None:
        match order:
            case Pad(has_pin, wait_seconds, was_wrong):
                self.state.show_pad(has_pin=has_pin, wait_seconds=wait_seconds, was_wrong=was_wrong)
            case Menu(facts, problems):
                self.state.show_menu(facts, problems)
            case Findings(findings):
                self.state.show_findings(findings)
            case SwitchOff():
                self.darken()
            case other:
                assert_never(other)

    @Slot()
    def darken(self) -> None:
        """Be dark until somebody touches the screen or the office opens."""
        self.state.close()
        self._dark_since = self._clock.now()
        self._window.show_dark(on=True)
        self.changed.emit()

    @Slot()
    def refresh(self) -> None:
        """Put what is open into words again."""
        from kiosk.display.page.staff import derive_staff  # noqa: PLC0415  # 5 ms that the first frame does without

        edition, speech = self._place()
        now = _local(self._clock.now(), edition)
        hours = edition.hours if edition else None
        self._window.show_staff(derive_staff(self.state.view, self.state.seconds_left, hours, now, speech))

    def _connect(self) -> None:
        state = self.state
        state.changed.connect(self._follow)
        state.ticked.connect(self.refresh)
        state.pin_entered.connect(self._try_pin)
        state.wished.connect(self._wish)
        state.left.connect(self._tell_left)
        self._touches.touched.connect(state.note_touch)
        self._window.curtain.woken.connect(self._wake)
        self._clock.changed.connect(self._wake_when_open)

    def _take_card(self) -> None:
        """Hear the card from the first time on that it is to come: making it takes longer than the first frame may wait."""
        self._has_card = True
        state, card = self.state, self._window.staff
        card.digit_typed.connect(state.type_digit)
        card.delete_requested.connect(state.delete_digit)
        card.enter_requested.connect(state.enter)
        card.chosen.connect(state.choose)
        card.back_requested.connect(state.go_back)
        card.close_requested.connect(state.close)

    @Slot()
    def _follow(self) -> None:
        if not self._has_card:
            self._take_card()
        self.refresh()
        self.changed.emit()

    @Slot(str)
    def _try_pin(self, pin: str) -> None:
        self._send(TryPin(pin))

    @Slot(str)
    def _wish(self, what: str) -> None:
        self._send(Wish(WANTED[what]))

    @Slot()
    def _tell_left(self) -> None:
        self._send(StaffLeft())

    @Slot()
    def _wake_when_open(self) -> None:
        """Wake once the office has opened since the screen went dark, by the hours as they stand now."""
        edition, _ = self._place()
        if self._dark_since is None or edition is None or edition.hours is None:
            return
        opens = next_opening(edition.hours, _local(self._dark_since, edition))
        if opens is not None and opens <= _local(self._clock.now(), edition).replace(tzinfo=None):
            self._wake()

    @Slot()
    def _wake(self) -> None:
        if self._dark_since is not None:
            self._dark_since = None
            self._window.show_dark(on=False)
            self._send(Woken())
            self.changed.emit()


def _local(moment: datetime, edition: Edition | None) -> datetime:
    """Tell a moment by the clock of the office, or of this computer where no office is known."""
    return moment.astimezone(ZoneInfo(edition.organisation.time_zone) if edition else None)
