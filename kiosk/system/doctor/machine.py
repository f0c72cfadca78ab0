"""What a check may ask the computer for: the seam between the checks, which are pure, and the computer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """What a program printed on its standard output, or a file holds."""

    text: str
    exit_status: int = 0


@dataclass(frozen=True, slots=True)
class Absent:
    """There is no such program, file or value."""


@dataclass(frozen=True, slots=True)
class Refused:
    """It is there, and not for us to see."""


@dataclass(frozen=True, slots=True)
class Silent:
    """It did not answer in time."""


@dataclass(frozen=True, slots=True)
class There:
    """What lies at a path; `mode` and `owner` are 0 on Windows, the free figures those of its disk."""

    mode: int = 0
    owner: int = 0
    is_folder: bool = False
    can_read: bool = True
    can_write: bool = True
    free_bytes: int = 0
    has_free_files: bool = True


@dataclass(frozen=True, slots=True)
class Process:
    """`name` is the kernel's, which on Linux ends after 15 letters; `user` is 0 where the system does not tell."""

    pid: int
    name: str
    arguments: tuple[str, ...] = ()
    user: int = 0


NOBODY = Process(0, "")
"""Where a process was looked for and none was found."""

Answer: TypeAlias = Text | Absent | Refused | Silent
Place: TypeAlias = There | Absent | Refused | Silent


class Machine(Protocol):
    """Nothing here waits longer than it says, or raises."""

    @property
    def system(self) -> str:
        """The name that sys.platform has for it."""

    @property
    def environment(self) -> Mapping[str, str]: ...

    @property
    def user(self) -> int:
        """The effective user's number, 0 for root and for an administrator who has all rights."""

    def now(self) -> datetime: ...

    def within(self, environment: Mapping[str, str]) -> "Machine":
        """Give the same machine as the programs of another environment see it."""

    def run(self, *command: str) -> Answer:
        """Let a program print something, within three seconds."""

    def read(self, path: str) -> Answer:
        """Read a file of the system's own disk."""

    def read_bytes(self, path: str) -> bytes:
        """Read such a file that is no text; b"" where that is impossible."""

    def names_in(self, folder: str) -> tuple[str, ...]:
        """Give the names in such a folder, sorted; none where there is no folder."""

    def processes(self) -> tuple[Process, ...]: ...

    def look(self, paths: tuple[str, ...]) -> tuple[Place, ...]:
        """Look at paths anywhere, a network drive that hangs included; then all of them are silent."""

    def registry(self, key: str, name: str) -> int | str | None:
        """Give a value below a key that begins with HKLM or HKCU; None where there is none that we may see."""

    def has_registry(self, key: str) -> bool: ...

    def monitors(self) -> int:
        """Give how many screens Windows has; it and the registry are of Windows alone."""


def printed(answer: Answer) -> str:
    """Give what there is to read, "" where there is nothing."""
    return answer.text if isinstance(answer, Text) else ""
