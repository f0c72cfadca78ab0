"""How staff's files stand to the screen: what `kiosk status` tells first."""

from typing import TypeAlias, assert_never

from kiosk.edition.value import Value
from kiosk.supervise.messages import Told


class NotYetKnown(Value, frozen=True):
    """They have not been looked at since the start."""


class Followed(Value, frozen=True):
    """The screen shows what they say; `problems` are warnings."""

    problems: tuple[Told, ...] = ()


class Mistaken(Value, frozen=True):
    """They have mistakes, and the screen waits for them to be mended."""

    problems: tuple[Told, ...]


class Refused(Value, frozen=True):
    """What they say was on the screen when something died."""

    why: str


class NotMade(Value, frozen=True):
    """The job ended unexpectedly, or took too long; it is tried again."""

    why: str


class NotKept(Value, frozen=True):
    """They are in order, but no disk takes the edition; it is tried again."""

    why: str


Standing: TypeAlias = NotYetKnown | Followed | Mistaken | Refused | NotMade | NotKept


def asks_for_staff(standing: Standing) -> bool:
    """Tell whether the sign for staff belongs on the screen: it does not show what they wrote."""
    return isinstance(standing, Mistaken | Refused | NotMade | NotKept)


def words_for_the_terminal(before: Standing, now: Standing) -> str:
    """Tell whoever started the kiosk what has changed; the last words are never those of mistakes that are mended."""
    match now:
        case Mistaken(problems):
            return "".join(f"{problem.text}\n" for problem in problems)
        case Followed(problems):
            warnings = "".join(f"{problem.text}\n" for problem in problems)
            mended = "Your files are in order again, and the screen shows them.\n" if asks_for_staff(before) else ""
            return warnings + mended
        case Refused(why):
            return f"This version is set aside: {why}. The screen shows the version before it.\n"
        case NotMade(why):
            return f"Your files could not be prepared and will be tried again: {why}\n"
        case NotKept(why):
            return f"Nothing can be written to the disk, and the screen stays as it is: {why}\n"
        case NotYetKnown():
            return ""
        case other:
            assert_never(other)
