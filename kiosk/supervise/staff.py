"""Staff at the screen: what the display says for them, and what is done of what they wish."""

from collections.abc import Callable
from typing import TypeAlias, assert_never

from kiosk.edition.device import Unknown, access_settings
from kiosk.log import note
from kiosk.paths import access_in
from kiosk.supervise.attempts_file import AttemptsBook
from kiosk.supervise.children import Child
from kiosk.supervise.errand import Answer, Errand
from kiosk.supervise.facts import facts_of, problems_of
from kiosk.supervise.gathering import Gathering
from kiosk.supervise.messages import (
    CallStaff,
    Finding,
    Findings,
    Message,
    StaffLeft,
    TryPin,
    Wanted,
    Wish,
    Woken,
    from_line,
)
from kiosk.supervise.pipes import Ended, Flooded, Line
from kiosk.supervise.plan import Plan
from kiosk.supervise.staff_door import StaffDoor
from kiosk.supervise.staff_files import StaffFiles
from kiosk.supervise.stage import Stage
from kiosk.supervise.status import Status

EXAMINED_WITHIN_SECONDS = 20.0
NO_FINDINGS = Findings(
    (Finding("doctor", "This computer", "unknown", "It could not be examined.", "Type: kiosk doctor"),)
)

OfStaff: TypeAlias = CallStaff | TryPin | Wish | StaffLeft | Woken


class Staff:
    def __init__(
        self, plan: Plan, stage: Stage, files: StaffFiles, gathering: Gathering, hear: Callable[[object], None]
    ) -> None:
        self._plan = plan
        self._stage = stage
        self._files = files
        self._gathering = gathering
        self._book = AttemptsBook(plan.state.folder)
        self._door = StaffDoor(self._book, self._pin_hash, self._start_check, self._tell, hear)
        self._display = stage.screen.display.source
        self._examination = Errand("doctor", hear, EXAMINED_WITHIN_SECONDS)
        self.want_to_leave = False
        """Whether they have chosen to end the kiosk."""

    def due(self) -> float | None:
        """Give the next time at which something here is to be done."""
        times = (self._door.due, self._examination.due)
        return min((time for time in times if time is not None), default=None)

    def concerns(self, source: str) -> bool:
        return self._door.concerns(source) or self._examination.concerns(source)

    def take(self, event: Line | Flooded | Ended, now: float) -> None:
        """Take what the pipe of one of our children told."""
        if self._door.concerns(event.source):
            self._door.take(event, now)
        elif (answer := self._examination.take(event)) is not None:
            self._tell_findings(answer)

    def hear(self, message: OfStaff, now: float) -> None:
        """Answer what the display in charge says for whoever is in front of it."""
        self._mind_the_display()
        match message:
            case CallStaff():
                self._see_to_the_pin(now)
                self._door.call(now)
            case TryPin(pin):
                self._door.try_pin(pin, now)
            case Wish(what):
                if self._door.grants(what, now):
                    self._do(what, now)
            case StaffLeft():
                self._door.close()
            case Woken():
                if self._stage.is_dark:
                    self._stage.brighten(now)
                    if not self._stage.is_off:
                        self._plan.computer.brighten()
            case other:
                assert_never(other)

    def report(self, status: Status, now: float) -> None:
        """Keep what staff see up to date while they are in."""
        self._mind_the_display()
        if self._door.is_open(now):
            self._door.show(facts_of(status), problems_of(status), now)

    def do_what_is_due(self, now: float) -> None:
        self._book.move(self._files.folder)
        self._door.do_what_is_due(now)
        answer = self._examination.over_time(now)
        if answer is not None:
            self._tell_findings(answer)

    def end(self) -> None:
        self._door.end()
        self._examination.end()

    def _mind_the_display(self) -> None:
        """Let nobody in through a display that has come after the one at which the PIN was entered."""
        if self._stage.screen.display.source != self._display:
            self._display = self._stage.screen.display.source
            self._door.close()

    def _do(self, what: Wanted, now: float) -> None:
        match what:
            case "reload":
                self._files.make(now)
                self._gathering.visit_all(now)
            case "doctor":
                self._examine(now)
            case "restart":
                self._door.close()
                self._stage.screen.replace(now, on_demand=True)
            case "switch off":
                self._door.close()
                self._stage.darken()
                self._plan.computer.darken()
            case "leave":
                self.want_to_leave = True
            case other:
                assert_never(other)

    def _examine(self, now: float) -> None:
        if not self._examination.is_under_way:
            answer = self._examination.begin(lambda: self._plan.start_doctor(self._files.folder), "", now)
            if answer is not None:
                self._tell_findings(answer)

    def _tell_findings(self, answer: Answer) -> None:
        findings = from_line(answer.text)
        if not isinstance(findings, Findings):
            note("kiosk doctor failed", status=answer.status)
            findings = NO_FINDINGS
        self._tell(findings)

    def _see_to_the_pin(self, now: float) -> None:
        """Have it read from device.toml again where what was made of it is lost or damaged."""
        if isinstance(access_settings(access_in(self._files.folder)), Unknown) and not self._files.are_at_work:
            self._files.make(now)

    def _pin_hash(self) -> str | None:
        """Give what is set, "" for no PIN, None where that is not known at this moment."""
        access = access_settings(access_in(self._files.folder))
        return None if isinstance(access, Unknown) else access.pin_hash

    def _start_check(self) -> Child:
        return self._plan.start_check(self._files.folder)

    def _tell(self, message: Message) -> None:
        self._stage.screen.display.tell(message)
