"""One job: make an edition from staff's files, put it into the store, and say so in one line."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kiosk import __version__
from kiosk.edition.deposit import Deposited, NotWritten, deposit
from kiosk.edition.durable import remove_orphans
from kiosk.edition.manifest import HashedFile, Origin
from kiosk.edition.model import Edition
from kiosk.edition.origin import fingerprint
from kiosk.edition.sealed import write_sealed
from kiosk.edition.value import replace
from kiosk.edition.web_source import network_file
from kiosk.paths import access_in, device_settings_in, prepared_in, store_in
from kiosk.prepare.afar import read_from_afar
from kiosk.prepare.compose import Composed, compose
from kiosk.prepare.config.device_file import DeviceFile
from kiosk.prepare.config.read import read_device
from kiosk.prepare.own_network import not_allowed
from kiosk.prepare.problem import Place, Problem
from kiosk.supervise.jobs import NotPrepared, NotStored, Prepared, Report
from kiosk.supervise.messages import Told
from kiosk.system.private_file import private_files


@dataclass(frozen=True, slots=True)
class Outcome:
    report: Report
    problems: tuple[Problem, ...]


def prepare(config: Path, device: Path, state: Path, kept: Path | None = None) -> Outcome:
    """Make the edition; where a problem is an error, the store stays as it is.

    What has been brought from the world is kept in `state`, unless `kept` is another such folder.
    The device's settings are kept whenever device.toml has no mistakes: staff who need a new PIN have no time for others.
    """
    settings = read_device(device)
    composed = compose(config, kept or state)
    files = _fingerprints((*composed.files, device))
    problems = (*settings.problems, *composed.problems, *_of_both(config, composed, settings.value))
    told = tuple(_told(problem) for problem in problems)
    refusal = _keep_settings(state, settings.value, composed.edition) if settings.value else ""
    if composed.edition is None or settings.value is None:
        return Outcome(NotPrepared(files, told, composed.sources), problems)
    match NotWritten(refusal) if refusal else _put(state, composed.edition, composed, files):
        case Deposited(edition):
            report = Prepared(edition, files, told, composed.sources)
            with suppress(OSError):  # it is made again when the kiosk starts
                write_sealed(prepared_in(state), report)
            return Outcome(report, problems)
        case NotWritten(why):
            return Outcome(NotStored(files, why, told, composed.sources), (*problems, _disk_problem(state, why)))


def _of_both(config: Path, composed: Composed, settings: DeviceFile | None) -> tuple[Problem, ...]:
    """Give what neither file tells alone."""
    if composed.edition is None or settings is None:
        return ()
    named = tuple(one.named for one in composed.web)
    return (*read_from_afar(config, composed.edition.look, settings.device), *not_allowed(named, settings.network))


def _fingerprints(files: tuple[Path, ...]) -> tuple[HashedFile, ...]:
    return tuple(HashedFile(str(file), fingerprint(file)) for file in dict.fromkeys(files))


def _keep_settings(state: Path, settings: DeviceFile, edition: Edition | None) -> str:
    """Write the files, or say why not; the hash of the PIN and a proxy's password are for this user's eyes only."""
    try:
        state.mkdir(parents=True, exist_ok=True)
        remove_orphans(state)
        with private_files():
            write_sealed(access_in(state), settings.access)
            write_sealed(network_file(state), replace(settings.network, contact=_contact(edition)))
        write_sealed(device_settings_in(state), settings.device)
    except OSError as error:
        return str(error)
    return ""


def _contact(edition: Edition | None) -> str:
    """Give the office's first e-mail address, or else its first page, as every visitor of the screen sees it."""
    if edition is None:
        return ""
    links = (*(mail.link for mail in edition.contact.mails), *(social.link for social in edition.contact.socials))
    return next((link.payload for link in links), "")


def _put(state: Path, edition: Edition, composed: Composed, files: tuple[HashedFile, ...]) -> Deposited | NotWritten:
    pictures = {picture.picture.file: picture.content for picture in composed.pictures}
    return deposit(store_in(state), edition, pictures, Origin(datetime.now(UTC), __version__, files))


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
