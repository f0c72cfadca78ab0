"""`kiosk editions` and `kiosk rollback`: the versions that are kept, and going back to one of them."""

import json
import sys
from datetime import datetime
from pathlib import Path

from kiosk.commands.exit_status import DONE, MISUSE, REFUSED
from kiosk.edition.journal import Journal, read_journal, read_pin, write_pin
from kiosk.edition.manifest import Manifest
from kiosk.edition.store import Verified, editions_newest_first, read, read_manifest
from kiosk.edition.value import Value
from kiosk.said_as import as_typed

SHORTEST_NAME = 4
NONE_BEFORE = """\
Nothing was changed: there is no earlier version to go back to. One counts as good when it has been on the screen for a
minute. What is wrong on the screen now, mend in your files: it follows when you save. To see all that are kept: kiosk editions
"""


class Kept(Value, frozen=True):
    """One edition of the store; `roles` are words such as "good"."""

    edition: str
    made_at: datetime | None
    title: str
    roles: tuple[str, ...]


def editions(store: Path, *, as_json: bool) -> int:
    """List them, the newest first."""
    try:
        kept = kept_in(store)
    except OSError as error:
        return _unreadable(error)
    if as_json:
        sys.stdout.write(json.dumps([_record(each) for each in kept], indent=2, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write("".join(f"{_line(each)}\n" for each in kept) or "There are no editions yet.\n")
    return DONE


def rollback(store: Path, wanted: str | None) -> int:
    """Pin an edition: the one that was asked for, or else the good one before what is shown, if there is any."""
    try:
        edition = _found(store, wanted) if wanted else _one_before(store)
    except OSError as error:
        return _unreadable(error)
    if not (edition or wanted):
        sys.stderr.write(as_typed(NONE_BEFORE))
        return REFUSED
    if len(edition) != 1:
        what = f"{len(edition)} editions begin with {wanted}" if edition else "there is no such edition"
        sys.stderr.write(as_typed(f"Nothing was changed: {what}. To see them all: kiosk editions\n"))
        return MISUSE
    reading = read(store, edition[0])
    if not isinstance(reading, Verified):
        words = f"Nothing was changed: edition {edition[0][:12]} is damaged. To see them all: kiosk editions\n"
        sys.stderr.write(as_typed(words))
        return REFUSED
    words = f"Edition {edition[0][:12]} stays on the screen now. To follow the files again: kiosk rollback --release\n"
    return _pinned(store, edition[0], as_typed(words))


def release(store: Path) -> int:
    """Follow staff's files again."""
    return _pinned(store, "", "The screen follows your files again.\n")


def kept_in(store: Path) -> tuple[Kept, ...]:
    journal, pin = read_journal(store), read_pin(store)
    return tuple(_kept(store, edition, journal, pin) for edition in editions_newest_first(store))


def _kept(store: Path, edition: str, journal: Journal, pin: str) -> Kept:
    manifest, reading = read_manifest(store, edition), read(store, edition)
    articles = reading.edition.articles if isinstance(reading, Verified) else ()
    return Kept(
        edition,
        manifest.origin.made_at if isinstance(manifest, Manifest) else None,
        articles[0].title if articles else "",
        _roles(edition, journal, pin, is_whole=isinstance(reading, Verified)),
    )


def _roles(edition: str, journal: Journal, pin: str, *, is_whole: bool) -> tuple[str, ...]:
    aside = {each.edition: each.why for each in journal.set_aside}
    roles = {
        "pinned": edition == pin,
        "current": edition == journal.current,
        "on trial": edition == journal.on_trial,
        "good": edition == journal.good,
        "previous": edition == journal.previous,
        "damaged": not is_whole,
        f"set aside: {aside.get(edition, '')}": edition in aside,
    }
    return tuple(role for role, is_so in roles.items() if is_so)


def _line(kept: Kept) -> str:
    made = f"{kept.made_at.astimezone():%Y-%m-%d %H:%M:%S}" if kept.made_at else "unknown            "
    roles = f" ({', '.join(kept.roles)})" if kept.roles else ""
    return f"{kept.edition[:12]}  {made}  {kept.title}{roles}".rstrip()


def _record(kept: Kept) -> dict[str, object]:
    return {
        "edition": kept.edition,
        "made_at": kept.made_at.isoformat() if kept.made_at else None,
        "title": kept.title,
        "roles": list(kept.roles),
    }


def _found(store: Path, wanted: str) -> tuple[str, ...]:
    if len(wanted) < SHORTEST_NAME:
        return ()
    return tuple(edition for edition in editions_newest_first(store) if edition.startswith(wanted.lower()))


def _one_before(store: Path) -> tuple[str, ...]:
    """Give the last edition that proved itself and is not the one on the screen."""
    journal = read_journal(store)
    shown = read_pin(store) or journal.on_trial or journal.current
    return tuple(edition for edition in (journal.good, journal.previous) if edition and edition != shown)[:1]


def _pinned(store: Path, edition: str, words: str) -> int:
    try:
        write_pin(store, edition)
    except OSError as error:
        sys.stderr.write(f"Nothing was changed, for the kiosk's folder cannot be written: {error}\n")
        return REFUSED
    sys.stdout.write(words)
    return DONE


def _unreadable(error: OSError) -> int:
    sys.stderr.write(f"The kiosk's folder cannot be read: {error}\n")
    return REFUSED
