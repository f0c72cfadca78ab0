"""What a visit leaves for the next one to the same source: how to ask whether anything is new, and what hurt."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from kiosk.edition.sealed import read_sealed, write_sealed
from kiosk.edition.value import Value, replace
from kiosk.edition.web_source import WebSource, visit_file

MOST_QUARANTINED = 200
EARLY_ENDS = 3
"""In a row, after which the source is left alone for long: its bytes may be others each time, as with a number of the visit."""


class Remembered(Value, frozen=True):
    """`etag` and `last_modified` were given with the last answer; `came_as` is what that was, `site` where it came from.

    `trying` is the hash of what is being worked on, `suspect` of what the visit before ended early with: a kiosk may be
    switched off at any moment. What ends two visits in a row is `quarantined`, and not touched again. `early_ends` are
    those in a row, whatever they were due to.
    """

    etag: str = ""
    last_modified: str = ""
    came_as: Literal["", "feed", "page"] = ""
    site: str = ""
    trying: str = ""
    suspect: str = ""
    quarantined: tuple[str, ...] = ()
    early_ends: int = 0


class Memory:
    """Kept in a file of the source; where the disk does not take it, for this visit alone."""

    def __init__(self, state: Path, source: WebSource) -> None:
        self._file = visit_file(state, source).with_name("memory.json")
        self.remembered = _after_the_last_visit(self._read())

    def is_quarantined(self, digest: str) -> bool:
        return digest in self.remembered.quarantined

    def leaves_alone(self) -> bool:
        """Tell whether this visit is to bring nothing; the next one may try again, and needs to end early but once."""
        if self.remembered.early_ends < EARLY_ENDS:
            return False
        self._write(replace(self.remembered, early_ends=EARLY_ENDS - 1))
        return True

    @contextmanager
    def trying(self, digest: str) -> Iterator[None]:
        """Let the next visit know what this one died of, if it does not come to the end of the block."""
        self._write(replace(self.remembered, trying=digest))
        try:
            yield
        except OSError:  # the disk's fault, not the content's; a full one still lets go of a file
            with suppress(OSError):
                self._file.unlink()
            self._acquit(digest)
            raise
        self._acquit(digest)

    def quarantine(self, digest: str) -> None:
        self._write(replace(self.remembered, quarantined=_with(self.remembered, digest)))

    def came(self, came_as: Literal["feed", "page"], site: str, etag: str = "", last_modified: str = "") -> None:
        """Remember what came, from which site, and by what the next visit can ask whether it has changed."""
        self._write(replace(self.remembered, came_as=came_as, site=site, etag=etag, last_modified=last_modified))

    def _acquit(self, digest: str) -> None:
        suspect = self.remembered.suspect
        self._write(replace(self.remembered, trying="", suspect="" if suspect == digest else suspect, early_ends=0))

    def _read(self) -> Remembered:
        try:
            return read_sealed(self._file, Remembered())
        except OSError:
            return Remembered()

    def _write(self, remembered: Remembered) -> None:
        if remembered == self.remembered:
            return
        self.remembered = remembered
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_sealed(self._file, remembered)


def _after_the_last_visit(found: Remembered) -> Remembered:
    """Suspect what the last visit ended early with, and quarantine it where the one before did as well."""
    if not found.trying:
        return found
    early_ends = min(found.early_ends + 1, EARLY_ENDS)
    if found.trying == found.suspect:
        quarantined = _with(found, found.trying)
        return replace(found, trying="", suspect="", quarantined=quarantined, early_ends=early_ends)
    return replace(found, trying="", suspect=found.trying, early_ends=early_ends)


def _with(remembered: Remembered, digest: str) -> tuple[str, ...]:
    others = (each for each in remembered.quarantined if each != digest)
    return (*others, digest)[-MOST_QUARANTINED:]
