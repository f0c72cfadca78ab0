"""The door for staff at the screen: gives the pad, has PINs checked by a child, and knows whether staff are in.

Every try is counted before it is checked. Only what this door grants is done, whatever a display says.
"""

import math
from collections.abc import Callable

from kiosk.log import note
from kiosk.supervise.attempts_file import AttemptsBook
from kiosk.supervise.children import Child
from kiosk.supervise.errand import Answer, Errand
from kiosk.supervise.messages import Facts, Menu, Message, Pad, Told
from kiosk.supervise.pin_verdict import RIGHT, WRONG
from kiosk.supervise.pipes import Ended, Flooded, Line

TICKET_SECONDS = 300.0
CHECKED_WITHIN_SECONDS = 10.0


class StaffDoor:
    """`start_check` starts the child that checks a PIN.

    `pin_hash` reads what has been set: "" for nothing, None where that cannot be told now.
    """

    def __init__(
        self,
        book: AttemptsBook,
        pin_hash: Callable[[], str | None],
        start_check: Callable[[], Child],
        tell: Callable[[Message], None],
        hear: Callable[[object], None],
    ) -> None:
        self._book = book
        self._pin_hash = pin_hash
        self._start_check = start_check
        self._tell = tell
        self._check = Errand("pin", hear, CHECKED_WITHIN_SECONDS)
        self._is_waited_for = False
        self._open_until = 0.0
        self._menu: Menu | None = None

    @property
    def due(self) -> float | None:
        """The time at which a check is over its time, None while there is none."""
        return self._check.due

    def is_open(self, now: float) -> bool:
        return now < self._open_until

    def concerns(self, source: str) -> bool:
        return self._check.concerns(source)

    def call(self, now: float) -> None:
        """Answer the gesture with the pad."""
        note("staff called")
        self.close()
        self._show_pad(now, was_wrong=False)

    def try_pin(self, pin: str, now: float) -> None:
        """Count the try, then have it checked; within the wait, and while another is checked, there is no try."""
        pin_hash = self._pin_hash()
        if self._check.is_under_way or not pin_hash or self._book.wait_seconds(pin_hash, now) > 0:
            self._show_pad(now, was_wrong=bool(pin_hash))
            return
        self._is_waited_for = True
        self._book.count(pin_hash, now)
        answer = self._check.begin(self._start_check, f"{pin}\n", now)
        if answer is not None:
            self._settle(answer, now)

    def take(self, event: Line | Flooded | Ended, now: float) -> None:
        """Take what the check's pipe told."""
        answer = self._check.take(event)
        if answer is not None:
            self._settle(answer, now)

    def grants(self, what: str, now: float) -> bool:
        """Tell whether staff are in, who asked for this; if not, they are shown the pad again."""
        if not self.is_open(now):
            self._show_pad(now, was_wrong=True)
            return False
        note("staff", wish=what)
        self._open_until = now + TICKET_SECONDS
        return True

    def show(self, facts: Facts, problems: tuple[Told, ...], now: float) -> None:
        """Keep the menu of staff who are in up to date."""
        menu = Menu(facts, problems)
        if self.is_open(now) and menu != self._menu:
            self._menu = menu
            self._tell(menu)

    def close(self) -> None:
        """Let nobody in without a PIN from now on."""
        self._is_waited_for, self._open_until, self._menu = False, 0.0, None

    def do_what_is_due(self, now: float) -> None:
        answer = self._check.over_time(now)
        if answer is not None:
            self._settle(answer, now)

    def end(self) -> None:
        self._check.end()

    def _settle(self, answer: Answer, now: float) -> None:
        """Open the door for a right PIN, unless whoever entered it has left meanwhile."""
        is_here, self._is_waited_for = self._is_waited_for, False
        if answer.status == RIGHT:
            self._book.succeed(self._pin_hash() or "")
            if is_here:
                self._let_in(now)
        elif is_here:
            self._turn_away(answer, now)

    def _let_in(self, now: float) -> None:
        self._open_until, self._menu = now + TICKET_SECONDS, None
        note("staff are in")

    def _turn_away(self, answer: Answer, now: float) -> None:
        is_wrong = answer.status == WRONG
        note("staff's PIN was wrong" if is_wrong else "staff's PIN could not be checked", status=answer.status)
        self._show_pad(now, was_wrong=is_wrong)

    def _show_pad(self, now: float, *, was_wrong: bool) -> None:
        pin_hash = self._pin_hash()
        wait = math.ceil(self._book.wait_seconds(pin_hash, now)) if pin_hash else 0
        self._tell(Pad(pin_hash != "", wait, was_wrong))
