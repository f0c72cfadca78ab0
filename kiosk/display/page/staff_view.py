"""What of staff's is open over the screen: nothing, the PIN pad, the menu, or a report behind it."""

from typing import Literal, TypeAlias

from kiosk.display.page.staff_facts import Facts, Finding, Told
from kiosk.edition.value import Value

MOST_DIGITS = 12

Topic: TypeAlias = Literal["problems", "status", "doctor"]


class Closed(Value, frozen=True):
    """Nothing is open."""


class PadOpen(Value, frozen=True):
    """The digits themselves are not in it, only how many were typed; no try is taken within `wait_seconds`."""

    has_pin: bool = True
    typed: int = 0
    wait_seconds: int = 0
    was_wrong: bool = False
    awaits_answer: bool = False

    @property
    def takes_digits(self) -> bool:
        return self.has_pin and not self.wait_seconds and not self.awaits_answer


class MenuOpen(Value, frozen=True):
    """`asks_to_leave` once staff have touched that they leave; `awaits_reading` until the files have been read again."""

    facts: Facts
    problems: tuple[Told, ...] = ()
    asks_to_leave: bool = False
    awaits_reading: bool = False


class ReportOpen(Value, frozen=True):
    """A report on one topic; `menu` is where it leads back to, `findings` are None until the computer is examined."""

    topic: Topic
    menu: MenuOpen
    findings: tuple[Finding, ...] | None = None


StaffView: TypeAlias = Closed | PadOpen | MenuOpen | ReportOpen
