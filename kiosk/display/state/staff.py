"""What of staff's is open, and the time that it has left; the digits of a PIN are nowhere else, and nowhere for long."""

from typing import assert_never, get_args

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.display.page.staff_facts import Facts, Finding, Told
from kiosk.display.page.staff_view import MOST_DIGITS, Closed, MenuOpen, PadOpen, ReportOpen, StaffView, Topic
from kiosk.edition.value import replace

SECOND_MS = 1000
OPEN_SECONDS = 20
READ_SECONDS = 60
DIGITS = frozenset("0123456789")
TOPICS: dict[str, Topic] = {topic: topic for topic in get_args(Topic)}
RELOAD, LEAVE, DOCTOR = "reload", "leave", "doctor"


class StaffState(QObject):
    """It closes by itself when nobody has touched it for a while; only an answer to a PIN opens the menu."""

    changed = Signal()
    ticked = Signal()
    """`seconds_left` has changed."""

    pin_entered = Signal(str)
    wished = Signal(str)
    """Staff have chosen this from the menu."""

    left = Signal()

    def __init__(self, parent: QObject, second_ms: int = SECOND_MS) -> None:
        """Let a second last `second_ms`."""
        super().__init__(parent)
        self.view: StaffView = Closed()
        self.seconds_left = 0
        self._digits = ""
        self._ticker = QTimer(self)
        self._ticker.setInterval(second_ms)
        self._ticker.timeout.connect(self._tick)

    @property
    def is_open(self) -> bool:
        return not isinstance(self.view, Closed)

    def show_pad(self, *, has_pin: bool, wait_seconds: int = 0, was_wrong: bool = False) -> None:
        """Open the pad, or answer a try; the answer to a try of somebody who has left opens nothing."""
        if was_wrong and not self.is_open:
            return
        self._digits = ""
        self._show(PadOpen(has_pin, wait_seconds=wait_seconds, was_wrong=was_wrong))

    def show_menu(self, facts: Facts, problems: tuple[Told, ...]) -> None:
        """Open the menu where a PIN waits for its answer; where it is open, or a report on it, follow what has changed."""
        match self.view:
            case PadOpen(awaits_answer=True):
                self._show(MenuOpen(facts, problems))
            case MenuOpen() as menu:
                self._change(_renewed(menu, facts, problems))
            case ReportOpen() as report:
                self._change(replace(report, menu=_renewed(report.menu, facts, problems)))
            case PadOpen() | Closed():
                return
            case other:
                assert_never(other)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        if isinstance(self.view, ReportOpen) and self.view.topic == DOCTOR:
            self._show(replace(self.view, findings=findings))

    @Slot(str)
    def type_digit(self, digit: str) -> None:
        if isinstance(self.view, PadOpen) and self.view.takes_digits and digit in DIGITS:
            self._keep_digits((self._digits + digit)[:MOST_DIGITS], self.view)

    @Slot()
    def delete_digit(self) -> None:
        if isinstance(self.view, PadOpen) and self.view.takes_digits:
            self._keep_digits(self._digits[:-1], self.view)

    @Slot()
    def enter(self) -> None:
        """Announce the PIN and forget it; the keys rest until the answer comes."""
        if isinstance(self.view, PadOpen) and self._digits:
            pin, self._digits = self._digits, ""
            self._change(replace(self.view, awaits_answer=True))
            self.pin_entered.emit(pin)

    @Slot(str)
    def choose(self, key: str) -> None:
        """Open a report, or announce a wish; leaving is asked for twice."""
        if not isinstance(self.view, MenuOpen):
            return
        menu = replace(self.view, asks_to_leave=False)
        if key in TOPICS:
            self._show(ReportOpen(TOPICS[key], menu))
            if key == DOCTOR:
                self.wished.emit(key)
        elif key == LEAVE and not self.view.asks_to_leave:
            self._change(replace(menu, asks_to_leave=True))
        elif key == RELOAD:
            self._change(replace(menu, awaits_reading=True))
            self.wished.emit(key)
        else:
            self.wished.emit(key)
            self.close()

    @Slot()
    def go_back(self) -> None:
        if isinstance(self.view, ReportOpen):
            self._show(self.view.menu)

    @Slot()
    def close(self) -> None:
        if self.is_open:
            self._ticker.stop()
            self._digits = ""
            self._change(Closed())
            self.left.emit()

    @Slot()
    def note_touch(self) -> None:
        """Begin the time anew; not the second that runs, or a finger that moves would stop a wait for ever."""
        if self.is_open:
            self._begin_time()

    def _keep_digits(self, digits: str, pad: PadOpen) -> None:
        self._digits = digits
        self._change(replace(pad, typed=len(digits)))

    def _show(self, view: StaffView) -> None:
        self._change(view)
        self._begin_time()
        if not self._ticker.isActive():
            self._ticker.start()

    def _change(self, view: StaffView) -> None:
        if view != self.view:
            self.view = view
            self.changed.emit()

    def _begin_time(self) -> None:
        seconds = READ_SECONDS if isinstance(self.view, ReportOpen) else OPEN_SECONDS
        if seconds != self.seconds_left:
            self.seconds_left = seconds
            self.ticked.emit()

    @Slot()
    def _tick(self) -> None:
        self.seconds_left -= 1
        if self.seconds_left <= 0:
            self.close()
            return
        if isinstance(self.view, PadOpen) and self.view.wait_seconds:
            self._change(replace(self.view, wait_seconds=self.view.wait_seconds - 1))
        self.ticked.emit()


def _renewed(menu: MenuOpen, facts: Facts, problems: tuple[Told, ...]) -> MenuOpen:
    """Take over what has changed; files that were read since then are no longer waited for."""
    awaits = menu.awaits_reading and facts.read_at == menu.facts.read_at
    return replace(menu, facts=facts, problems=problems, awaits_reading=awaits)
