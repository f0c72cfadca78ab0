"""Entries that are files of one folder, one each, as most systems have them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.system.autostart_entry import (
    NAME,
    Broken,
    Entry,
    Foreign,
    Found,
    InTheWay,
    Reading,
    Refused,
    Removed,
    WayName,
    Write,
    Written,
    found_in,
)


@dataclass(frozen=True, slots=True)
class EntryFiles:
    """`before` and `after` are what stands around the entry's name in the name of its file."""

    name: WayName
    folder: Path
    after: str
    encode: Callable[[Entry], bytes | Refused]
    decode: Callable[[str], Reading]
    write: Write
    before: str = ""

    def file_of(self, name: str) -> Path:
        return self.folder / f"{self.before}{name}{self.after}"

    def put(self, entry: Entry) -> Written | InTheWay | Refused:
        file, content = self.file_of(entry.name), self.encode(entry)
        if isinstance(content, Refused):
            return content
        try:
            if file.exists() and isinstance(self._read(file), Foreign):
                return InTheWay(str(file))
            self.folder.mkdir(parents=True, exist_ok=True)
            self.write(file, content)
        except OSError as error:
            return Refused(f"{file} could not be written: {error.strerror or error}")
        return Written(str(file))

    def found(self) -> tuple[Found, ...]:
        return tuple(
            found for file in self._files() for found in found_in(self._name_in(file), str(file), self._read(file))
        )

    def remove(self, found: Found) -> Removed | Refused:
        try:
            self.file_of(found.name).unlink(missing_ok=True)
        except OSError as error:
            return Refused(f"{found.place} could not be removed: {error.strerror or error}")
        return Removed()

    def _files(self) -> Iterator[Path]:
        yield from sorted(self.folder.glob(f"{self.before}{NAME}*{self.after}"))

    def _name_in(self, file: Path) -> str:
        return file.name.removeprefix(self.before).removesuffix(self.after)

    def _read(self, file: Path) -> Reading:
        """Take what cannot be read for somebody else's."""
        try:
            reading = self.decode(file.read_text("utf-8"))
        except (OSError, UnicodeDecodeError):
            return Foreign()
        return Broken() if isinstance(reading, Entry) and not reading.command else reading
