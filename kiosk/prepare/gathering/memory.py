"""What a visit leaves for the next one to the same source: how to ask whether anything is new, and what hurt."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.edition.model import Picture
from kiosk.edition.sealed import read_sealed, write_sealed
from kiosk.edition.value import Value, replace
from kiosk.edition.web_source import WebSource, visit_file

MOST_QUARANTINED = 200
MOST_PICTURES = 400


class KnownPicture(Value, frozen=True):
    """A picture that lies among the kept ones, and the address that it came from."""

    address: str
    picture: Picture


class Remembered(Value, frozen=True):
    """`etag` and `last_modified` belong to `address`; `trying` is the hash of what was being worked on.

    `quarantined` are the hashes of what ended a visit: it crashed or hung the process, and is not touched again.
    """

    address: str = ""
    etag: str = ""
    last_modified: str = ""
    trying: str = ""
    quarantined: tuple[str, ...] = ()
    pictures: tuple[KnownPicture, ...] = ()


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
            self._write(replace(self.remembered, trying=""))
            raise
        self._write(replace(self.remembered, trying=""))

    def quarantine(self, digest: str) -> None:
        self._write(replace(self.remembered, quarantined=_with(self.remembered, digest)))

    def came_from(self, address: str, etag: str, last_modified: str) -> None:
        """Remember by what the next visit can ask whether this address has changed."""
        self._write(replace(self.remembered, address=address, etag=etag, last_modified=last_modified))

    def picture_from(self, address: str) -> Picture | None:
        """Give what came from this address at an earlier visit."""
        return next((known.picture for known in self.remembered.pictures if known.address == address), None)

    def picture_came(self, address: str, picture: Picture) -> None:
        others = (known for known in self.remembered.pictures if known.address != address)
        known = (*others, KnownPicture(address, picture))[-MOST_PICTURES:]
        self._write(replace(self.remembered, pictures=known))

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
    """Quarantine what the last visit was at when it ended early."""
    return replace(found, trying="", quarantined=_with(found, found.trying)) if found.trying else found


def _with(remembered: Remembered, digest: str) -> tuple[str, ...]:
    others = (each for each in remembered.quarantined if each != digest)
    return (*others, digest)[-MOST_QUARANTINED:]
