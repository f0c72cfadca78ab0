"""A computer made of dictionaries, and the kiosk that the tests look over on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from kiosk.system.doctor.found import Found
from kiosk.system.doctor.machine import Absent, Answer, Place, Process, Text, There
from kiosk.system.doctor.places import Places
from kiosk.system.doctor.session import Session, session_of
from kiosk.system.doctor.subject import Subject

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
USER = 1000
SUBJECT = Subject(
    contact=Path("/home/zenobia/lobby/contact.toml"),
    device=Path("/home/zenobia/lobby/device.toml"),
    state=Path("/home/zenobia/.local/state/kiosk/lobby-0a1b2c3d"),
    installed_at=datetime(2026, 11, 1, tzinfo=UTC),
    qt="6.11.3",
    languages=("en",),
    files=(Path("/home/zenobia/lobby/articles/border.md"),),
    has_pin=True,
)


@dataclass(frozen=True)
class FakeMachine:
    """`programs` are whole command lines with what they print; what is not named here is absent."""

    system: str = "linux"
    environment: Mapping[str, str] = field(default_factory=dict)
    user: int = USER
    time: datetime = NOON
    programs: Mapping[str, str | Answer] = field(default_factory=dict)
    files: Mapping[str, str | Answer] = field(default_factory=dict)
    blobs: Mapping[str, bytes] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    running: tuple[Process, ...] = ()
    values: Mapping[str, int | str] = field(default_factory=dict)
    screens: int = 1

    def now(self) -> datetime:
        return self.time

    def within(self, environment: Mapping[str, str]) -> "FakeMachine":
        return replace(self, environment=environment)

    def run(self, *command: str) -> Answer:
        return _answer(self.programs.get(" ".join(command)))

    def read(self, path: str) -> Answer:
        return _answer(self.files.get(path))

    def read_bytes(self, path: str) -> bytes:
        return self.blobs.get(path, b"")

    def names_in(self, folder: str) -> tuple[str, ...]:
        base = PurePosixPath(folder)
        below = (PurePosixPath(path) for path in self.files)
        return tuple(sorted({path.relative_to(base).parts[0] for path in below if base in path.parents}))

    def processes(self) -> tuple[Process, ...]:
        return self.running

    def look(self, paths: tuple[str, ...]) -> tuple[Place, ...]:
        return tuple(self.places.get(path, Absent()) for path in paths)

    def registry(self, key: str, name: str) -> int | str | None:
        return self.values.get(rf"{key}\{name}")

    def monitors(self) -> int:
        return self.screens

    def has_registry(self, key: str) -> bool:
        return any(value.startswith(key + "\\") for value in self.values)


def _answer(told: str | Answer | None) -> Answer:
    if told is None:
        return Absent()
    return Text(told) if isinstance(told, str) else told


def process(command: str, pid: int = 4711, user: int = USER) -> Process:
    """Make a process of its command line, named as Linux would."""
    arguments = tuple(command.split())
    return Process(pid, arguments[0].rpartition("/")[2][:15], arguments, user)


def session(*commands: str, **environment: str) -> Session:
    """Make the session in which these programs run, with pids from 1."""
    running = tuple(process(command, pid) for pid, command in enumerate(commands, 1))
    return session_of(FakeMachine(running=running, environment=environment))


def places(**changed: Place) -> Places:
    """Give what lies where the subject's parts are; `changed` names parts such as contact, contact_folder, state, file."""
    paths = {
        "contact": SUBJECT.contact,
        "contact_folder": SUBJECT.contact.parent,
        "device": SUBJECT.device,
        "state": SUBJECT.state,
        "file": SUBJECT.files[0],
    }
    usual: dict[str, Place] = {
        "contact": There(0o644, USER),
        "contact_folder": There(0o755, USER, is_folder=True),
        "device": There(0o600, USER),
        "state": There(0o700, USER, is_folder=True, free_bytes=10_000_000_000),
        "file": There(0o644, USER),
    }
    above: dict[str, Place] = {str(path): There(0o755, 0, is_folder=True) for path in SUBJECT.state.parents}
    return {**above, **{str(paths[part]): place for part, place in {**usual, **changed}.items()}}


def told(found: Found) -> tuple[str, str]:
    """Give the verdict and what was found, which a test can compare at once."""
    return found.verdict, found.what
