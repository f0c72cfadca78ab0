"""One job: make an edition from staff's files, put it into the store, and say so in one line."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kiosk import __version__
from kiosk.edition.deposit import Deposited, NotWritten, deposit
from kiosk.edition.device import Device
from kiosk.edition.durable import remove_orphans
from kiosk.edition.manifest import HashedFile, Origin
from kiosk.edition.model import Edition
from kiosk.edition.origin import fingerprint
from kiosk.edition.sealed import write_sealed
from kiosk.paths import device_settings_in, store_in
from kiosk.prepare.compose import Composed, compose
from kiosk.prepare.config.read import read_device
from kiosk.prepare.problem import Place, Problem
from kiosk.supervise.messages import NotPrepared, NotStored, Prepared, Report, Told


@dataclass(frozen=True, slots=True)
class Outcome:
    report: Report
    problems: tuple[Problem, ...]


def prepare(config: Path, device: Path, state: Path) -> Outcome:
    """Make the edition; where a problem is an error, the store and the device's settings stay as they are."""
    settings = read_device(device)
    composed = compose(config)
    files = _fingerprints((*composed.files, device))
    problems = (*settings.problems, *composed.problems)
    told = tuple(_told(problem) for problem in problems)
    if composed.edition is None or settings.value is None:
        return Outcome(NotPrepared(files, told), problems)
    match _write(state, settings.value, composed.edition, composed, files):
        case Deposited(edition):
            return Outcome(Prepared(edition, files, told), problems)
        case NotWritten(why):
            return Outcome(NotStored(files, why, told), (*problems, _disk_problem(state, why)))


def _fingerprints(files: tuple[Path, ...]) -> tuple[HashedFile, ...]:
    return tuple(HashedFile(str(file), fingerprint(file)) for file in dict.fromkeys(files))


def _write(
    state: Path, device: Device, edition: Edition, composed: Composed, files: tuple[HashedFile, ...]
) -> Deposited | NotWritten:
    pictures = {picture.picture.file: picture.content for picture in composed.pictures}
    outcome = deposit(store_in(state), edition, pictures, Origin(datetime.now(UTC), __version__, files))
    if isinstance(outcome, NotWritten):
        return outcome
    try:
        remove_orphans(state)
        write_sealed(device_settings_in(state), device)
    except OSError as error:
        return NotWritten(str(error))
    return outcome


def _told(problem: Problem) -> Told:
    spot = problem.place
    return Told(
        file=str(spot.file),
        line=spot.line,
        column=spot.column,
        key=problem.key,
        what=problem.what,
        cure=problem.cure,
        severity=problem.severity,
        text=str(problem),
    )


def _disk_problem(state: Path, why: str) -> Problem:
    cure = "Make room on the disk and let the kiosk write there; the screen keeps what it shows"
    return Problem(Place(state), "", f"nothing could be written here ({why})", cure)
