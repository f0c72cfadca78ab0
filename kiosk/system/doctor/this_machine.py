"""The computer itself, as the checks see it."""

import json
import ntpath
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import msgspec

from kiosk.system.doctor import looking, processes_linux, processes_macos, processes_windows, toml_as_json
from kiosk.system.doctor.ask import ask
from kiosk.system.doctor.machine import Absent, Answer, Place, Process, Refused, Silent, Text, There
from kiosk.system.doctor.monitors_windows import count_of_monitors
from kiosk.system.doctor.registry_windows import has_key, value_of
from kiosk.system.doctor.rights_windows import is_administrator

PROGRAM_SECONDS = 3.0
LOOK_SECONDS = 2.0
ALL_SECONDS = 5.0
"""After so long no further program is asked, and what is not known stays unknown."""

MOST_BYTES = 1_000_000
PYTHON = (sys.executable, "-I", "-S")
"""Neither the user's modules nor ours: it starts in 20 ms."""


@dataclass(frozen=True, slots=True)
class ThisMachine:
    environment: Mapping[str, str]
    system: str = sys.platform
    clock: Callable[[], float] = time.monotonic
    started_at: float = field(default_factory=time.monotonic)
    hanging: set[Path] = field(default_factory=set)
    """Folders on drives that have kept us waiting: nobody waits for them twice."""

    python: tuple[str, ...] = PYTHON

    @property
    def user(self) -> int:
        if sys.platform == "win32":
            return 0 if is_administrator() else 1
        return os.geteuid()

    def now(self) -> datetime:
        return datetime.now(UTC)

    def within(self, environment: Mapping[str, str]) -> "ThisMachine":
        return replace(self, environment=environment)

    def run(self, *command: str) -> Answer:
        program, *arguments = command
        return self._ask((self.in_full(program), *arguments), PROGRAM_SECONDS)

    def read(self, path: str) -> Answer:
        try:
            with open(path, "rb") as file:  # noqa: PTH123  # hundreds of files of /proc
                return Text(file.read(MOST_BYTES).decode(errors="replace"))
        except (FileNotFoundError, NotADirectoryError, ProcessLookupError):
            return Absent()
        except OSError:
            return Refused()

    def read_bytes(self, path: str) -> bytes:
        try:
            return Path(path).read_bytes()
        except OSError:
            return b""

    def names_in(self, folder: str) -> tuple[str, ...]:
        try:
            return tuple(sorted(os.listdir(folder)))  # noqa: PTH208  # names, not paths
        except OSError:
            return ()

    def processes(self) -> tuple[Process, ...]:
        match self.system:
            case "win32":
                return processes_windows.processes(self.run)
            case "darwin":
                return processes_macos.processes(self.run)
            case _:
                return processes_linux.processes()

    def look(self, paths: tuple[str, ...]) -> tuple[Place, ...]:
        answer = self._ask_a_drive(looking, *paths)
        places = tuple(_places(answer.text.splitlines())) if isinstance(answer, Text) else ()
        return places if len(places) == len(paths) else (Silent(),) * len(paths)

    def toml(self, path: str) -> Answer:
        """Give a TOML file, wherever it lies, as JSON; its exit status is not 0 where it is no TOML."""
        return self._ask_a_drive(toml_as_json, path)

    def registry(self, key: str, name: str) -> int | str | None:
        return value_of(key, name)

    def has_registry(self, key: str) -> bool:
        return has_key(key)

    def monitors(self) -> int:
        return count_of_monitors()

    def _ask_a_drive(self, program: ModuleType, *paths: str) -> Answer:
        folders = {Path(path).parent for path in paths[:1]}
        if folders & self.hanging:
            return Silent()
        answer = self._ask((*self._started(program), *paths), LOOK_SECONDS)
        if isinstance(answer, Silent):
            self.hanging.update(folders)
        return answer

    def _started(self, program: ModuleType) -> tuple[str, ...]:
        if getattr(sys, "frozen", False):
            return (sys.executable, program.__name__.rpartition(".")[2])
        return (*self.python, str(program.__file__))

    def _ask(self, command: tuple[str, ...], seconds: float) -> Answer:
        left = self.started_at + ALL_SECONDS - self.clock()
        return ask(command, self.environment, min(seconds, left))

    def in_full(self, program: str) -> str:
        """Name it in full on Windows, which would look for it beside us and in the current folder first."""
        if self.system != "win32":
            return program
        return ntpath.join(self.environment.get("SYSTEMROOT", r"C:\Windows"), "System32", f"{program}.exe")


def _places(lines: Iterable[str]) -> Iterable[Place]:
    for line in lines:
        match json.loads(line):
            case None:
                yield Absent()
            case False:
                yield Refused()
            case told:
                yield msgspec.convert(told, There)
