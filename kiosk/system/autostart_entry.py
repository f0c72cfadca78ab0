"""What the ways of starting at log-in share: the entry that is written down, what became of it, what is found later."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, Protocol, TypeAlias
from zlib import crc32

from kiosk.system.doctor.machine import Answer

NAME: Final = "kiosk"
LEFT_BY_STAFF: Final = 5
"""The exit status of `kiosk run` after which nothing must start it again."""

_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}")

WayName: TypeAlias = Literal["xdg", "systemd", "agent", "task", "startup"]
State: TypeAlias = Literal["on", "off", "damaged"]

Write: TypeAlias = Callable[[Path, bytes], None]
"""Puts a whole file in place at once, or raises OSError."""

Run: TypeAlias = Callable[[tuple[str, ...]], Answer]
"""Lets a program of the system answer, and does not wait for ever."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`command` is what is started: the program's absolute path, `run`, and its options."""

    command: tuple[str, ...]

    @property
    def is_captive(self) -> bool:
        """Whether it is to come back when somebody closes it."""
        return "--kiosk" in self.command

    @property
    def screen(self) -> str:
        """The screen it names, "" for the usual one."""
        after = self.command.index("--screen") + 1 if "--screen" in self.command else len(self.command)
        return self.command[after] if after < len(self.command) else ""

    @property
    def name(self) -> str:
        return name_for(self.screen)


def name_for(screen: str) -> str:
    """Give the name of the entry of a screen, which every system takes for a file; no two screens share one."""
    if not screen:
        return NAME
    if _PLAIN.fullmatch(screen):
        return f"{NAME}-{screen}"
    return f"{NAME}-{re.sub('[^A-Za-z0-9]+', '-', screen).strip('-')[:40]}-{crc32(os.fsencode(screen)):08x}"


@dataclass(frozen=True, slots=True)
class SwitchedOff:
    """The entry is there, and the system's own settings keep it from being started."""

    entry: Entry
    why: str


@dataclass(frozen=True, slots=True)
class Broken:
    """It was ours, and says nothing that could be started."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Somebody else wrote it."""


Reading: TypeAlias = Entry | SwitchedOff | Broken | Foreign
"""What the words of an entry mean."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of ours as it is there now; `place` is its file, or what its system calls it."""

    name: str
    place: str
    state: State
    why: str = ""
    """Why it is not on."""

    entry: Entry = Entry(())


@dataclass(frozen=True, slots=True)
class Written:
    """`note` says what to know about it, "" for nothing."""

    place: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class InTheWay:
    """What lies there is not ours: nothing was changed."""

    place: str


@dataclass(frozen=True, slots=True)
class Refused:
    why: str


@dataclass(frozen=True, slots=True)
class Removed:
    pass


class Way(Protocol):
    @property
    def name(self) -> WayName: ...

    def put(self, entry: Entry) -> Written | InTheWay | Refused:
        """Have the entry started at every log-in, in place of one of ours with the same name."""

    def found(self) -> tuple[Found, ...]:
        """Give all entries of ours."""

    def remove(self, found: Found) -> Removed | Refused: ...


def found_in(name: str, place: str, reading: Reading) -> tuple[Found, ...]:
    """Judge what was read; nothing is found in what is not ours."""
    match reading:
        case Entry() as entry:
            return (_judged(name, place, entry),)
        case SwitchedOff(entry, why):
            return (Found(name, place, "off", why, entry),)
        case Broken():
            return (Found(name, place, "damaged", "what it would start cannot be made out"),)
        case Foreign():
            return ()


def _judged(name: str, place: str, entry: Entry) -> Found:
    program = entry.command[0]
    if "\ufffd" not in program and not os.access(program, os.X_OK):  # such a letter stands for one that was lost
        return Found(name, place, "damaged", f"there is no program {program} any more", entry)
    return Found(name, place, "on", "", entry)
