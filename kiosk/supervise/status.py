"""What the supervisor knows, as one value in a small file: `kiosk status` reads it and puts it into words."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from kiosk.edition.codec import UndecodableError, decode, encode
from kiosk.edition.durable import write_atomically
from kiosk.edition.value import Value
from kiosk.supervise.messages import Health, Scene
from kiosk.supervise.standing import Standing
from kiosk.supervise.state_folder import Place
from kiosk.supervise.world import WorldSource
from kiosk.system.private_folder import make_private

STATUS = "status.json"


class Source(Value, frozen=True):
    """One of staff's files: whether the screen shows what it says, and when the kiosk last read it (None: not yet)."""

    file: str
    is_there: bool
    is_shown: bool
    refreshed_at: datetime | None = None


class Status(Value, frozen=True):
    """All times are UTC; `edition` is what was last painted, "" for the holding card; ages are of `written_at`.

    `lock` is held as long as the kiosk lives; `state_why` is what the usual folder said where the kiosk keeps its editions elsewhere.
    """

    written_at: datetime
    started_at: datetime
    version: str
    pid: int
    health: Health
    standing: Standing
    lock: str
    state_folder: str
    is_captive: bool = False
    state_place: Place = "usual"
    state_why: str = ""
    edition: str = ""
    shown_since: datetime | None = None
    is_on_trial: bool = False
    pinned: str = ""
    is_held: bool = False
    waits_for_files_since: datetime | None = None
    sources: tuple[Source, ...] = ()
    display_pid: int = 0
    deaths: int = 0
    last_death: str = ""
    frame_age: float | None = None
    touch_age: float | None = None
    memory_bytes: int | None = None
    scene: Scene = Scene()
    world: tuple[WorldSource, ...] = ()


def write_status(states: tuple[Path, ...], status: Status) -> None:
    """Replace the file in the first of these folders that takes it; where none does, nobody is told."""
    content = encode(status)
    for state in states:
        with suppress(OSError):
            if not state.exists():
                make_private(state)
            write_atomically(state / STATUS, content, is_precious=False)
            return


def remove_status(states: tuple[Path, ...]) -> None:
    """Leave no status that speaks of a kiosk that runs."""
    for state in states:
        with suppress(OSError):
            (state / STATUS).unlink(missing_ok=True)


def read_status(states: tuple[Path, ...]) -> Status | None:
    """Give the newest status in these folders, None where no kiosk has written one."""
    found = [status for state in states if (status := _read(state / STATUS)) is not None]
    return max(found, key=lambda status: status.written_at, default=None)


def _read(file: Path) -> Status | None:
    try:
        return decode(Status, file.read_bytes())
    except (OSError, UndecodableError):
        return None


def utc_now() -> datetime:
    return datetime.now(UTC)
