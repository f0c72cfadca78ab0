"""The journal of the store: which edition is shown, which is good, which was before it, and which are set aside.

Only the supervisor of a running kiosk writes it; what its changes are is decided in `supervise/promotion.py`.
"""

from pathlib import Path

from kiosk.edition.sealed import read_sealed, write_sealed
from kiosk.edition.value import Value

JOURNAL = "journal.json"
PIN = "pin.json"


class SetAside(Value, frozen=True):
    """An edition that was on trial when something died; one that `may_return` gets a second trial."""

    edition: str
    why: str
    may_return: bool = False


class Journal(Value, frozen=True):
    """Editions by their hashes, "" for none.

    `current` follows staff's files, `good` has been on the screen for a minute, `previous` was good before it. What is
    `on_trial` is on the screen and not yet good: a journal that names one at the start tells of an unclean end.
    """

    current: str = ""
    good: str = ""
    previous: str = ""
    on_trial: str = ""
    set_aside: tuple[SetAside, ...] = ()


class Pin(Value, frozen=True):
    """Staff's wish to see this edition instead of the current one, "" for none."""

    edition: str = ""


def read_journal(store: Path) -> Journal:
    """Read it; a damaged one counts as empty, for the editions themselves are still there.

    One that is there and cannot be read now is an OSError.
    """
    return read_sealed(store / JOURNAL, Journal())


def write_journal(store: Path, journal: Journal) -> None:
    """Replace it at once, or raise OSError."""
    write_sealed(store / JOURNAL, journal)


def read_pin(store: Path) -> str:
    """Read staff's wish; one that is there and cannot be read now is an OSError."""
    return read_sealed(store / PIN, Pin()).edition


def write_pin(store: Path, edition: str) -> None:
    """Ask for an edition, or with "" for whatever staff's files say; a store that cannot be written is an OSError."""
    write_sealed(store / PIN, Pin(edition))


def named_in(journal: Journal) -> frozenset[str]:
    """Give the editions that the journal may still need."""
    return frozenset({journal.current, journal.good, journal.previous, journal.on_trial} - {""})


def worth_showing(journal: Journal, pin: str, newest_first: tuple[str, ...]) -> tuple[str, ...]:
    """Give the editions to try, the best first; one that is set aside comes last, if it may return at all.

    Nor is a pinned one shown that was set aside after staff had asked for it.
    """
    refused = {aside.edition for aside in journal.set_aside}
    last_resort = tuple(aside.edition for aside in journal.set_aside if aside.may_return)
    wanted = (pin, journal.current, journal.good, journal.previous, *newest_first)
    trusted = (edition for edition in wanted if edition not in refused)
    return tuple(edition for edition in dict.fromkeys((*trusted, *last_resort)) if edition)
