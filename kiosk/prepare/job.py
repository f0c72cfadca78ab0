"""One job: make an edition from staff's files, put it into the store, and say so in one line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kiosk import __version__
from kiosk.edition.codec import encode
from kiosk.edition.deposit import Deposited, NotWritten, deposit
from kiosk.edition.device import Device
from kiosk.edition.durable import remove_orphans, write_atomically
from kiosk.edition.manifest import HashedFile, Origin
from kiosk.edition.model import Edition
from kiosk.edition.origin import fingerprint
from kiosk.paths import device_settings_in, store_in
from kiosk.prepare.compose import Composed, compose
from kiosk.prepare.config.read import read_device
from kiosk.prepare.problem import Place, Problem
from kiosk.supervise.messages import NotPrepared, Prepared


@dataclass(frozen=True, slots=True)
class Outcome:
    report: Prepared | NotPrepared
    problems: tuple[Problem, ...]


def prepare(config: Path, device: Path, state: Path) -> Outcome:
    """Make the edition; where a problem is an error, the store and the device's settings stay as they are."""
    settings = read_device(device)
    composed = compose(config)
    files = tuple(dict.fromkeys(str(file) for file in (*composed.files, device)))
    problems = (*settings.problems, *composed.problems)
    if composed.edition is None or settings.value is None:
        return Outcome(NotPrepared(files), problems)
    written = _write(state, settings.value, composed.edition, composed, files)
    match written:
        case Deposited(edition):
            return Outcome(Prepared(edition, files), problems)
        case NotWritten(why):
            return Outcome(NotPrepared(files), (*problems, _disk_problem(state, why)))


def _write(
    state: Path, device: Device, edition: Edition, composed: Composed, files: Iterable[str]
) -> Deposited | NotWritten:
    pictures = {picture.picture.file: picture.content for picture in composed.pictures}
    origin = Origin(datetime.now(UTC), __version__, tuple(HashedFile(file, fingerprint(Path(file))) for file in files))
    outcome = deposit(store_in(state), edition, pictures, origin)
    if isinstance(outcome, NotWritten):
        return outcome
    try:
        remove_orphans(state)
        write_atomically(device_settings_in(state), encode(device))
    except OSError as error:
        return NotWritten(str(error))
    return outcome


def _disk_problem(state: Path, why: str) -> Problem:
    cure = "Make room on the disk and let the kiosk write there; the screen keeps what it shows"
    return Problem(Place(state), "", f"nothing could be written here ({why})", cure)
