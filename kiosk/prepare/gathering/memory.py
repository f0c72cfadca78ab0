"""What a visit leaves for the next one to the same source: how to ask whether anything is new, and what hurt."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from kiosk.edition.sealed import read_sealed, write_sealed
from kiosk.edition.value import Value, replace
from kiosk.edition.web_source import WebSource, visit_file

MOST_QUARANTINED = 200


class Remembered(Value, frozen=True):
    """`etag` and `last_modified` were given with the last answer; `came_as` is what that was, `site` where it came from.

    `trying` is the hash of what is being worked on, `suspect` of what the visit before ended early with: a kiosk may be
    switched off at any moment. What ends two visits in a row is `quarantined`, and not touched again.
    """

    etag: str = ""
    last_modified: str = ""
    came_as: Literal["", "feed", "page"] = ""
    site: str = ""
    trying: str = ""
    suspect: str = ""
    quarantined: tuple[str, ...] = ()


class Memory:
    """Kept in a file of the source; where the disk does not take it, for this visit alone."""

    def __init__(self, state: Path, source: WebSource) -> None:
        self._file = visit_file(state, source).with_name("memory.json")
        self.remembered = _after_the_last_visit(self._read())

    def is_quarantined(self, digest: str) -> bool:
        return digest in self.remembered.quarantined

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
        self._write(replace(self.remembered, trying="", suspect="" if suspect == digest else suspect))

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
    if found.trying == found.suspect:
        return replace(found, trying="", suspect="", quarantined=_with(found, found.trying))
    return replace(found, trying="", suspect=found.trying)


def _with(remembered: Remembered, digest: str) -> tuple[str, ...]:
    others = (each for each in remembered.quarantined if each != digest)
    return (*others, digest)[-MOST_QUARANTINED:]
