"""Gathers what support asks for, part by part: what one of them meets, a hanging disk or a bug, spoils no other."""

import getpass
import json
import os
import platform
import re
import socket
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.build import this_build
from kiosk.edition.journal import JOURNAL
from kiosk.edition.store import EDITION
from kiosk.paths import CONTACT, DEVICE, log_in, refuges_of, resources, state_of, store_in
from kiosk.supervise.launch import clean, command
from kiosk.supervise.status import STATUS
from kiosk.support.contents import Member, Missing, Part
from kiosk.support.fit import MOST_LOG_BYTES, MOST_PICTURE_BYTES, NO_ROOM, fitted, limited, room_beside, whole_lines
from kiosk.support.kept import files_in, particulars_in
from kiosk.support.reading import read_patiently
from kiosk.support.records import censored_document, censored_lines, without_quotations
from kiosk.support.settings import values_in, without_what_is_personal
from kiosk.support.words import Censor, Names
from kiosk.system.doctor.ask import ask
from kiosk.system.doctor.machine import Absent, Refused, Silent, Text

LARGEST_FILE = 256 * 1024
"""The kiosk reads no larger settings either."""

LARGEST_EDITION = 4_000_000
MOST_EDITIONS = 5
LONGEST_LOG = 4_000_000
"""A log is rotated at two megabytes, at four where that is refused."""

SIZE = "960x540"
QT = "PySide6-Essentials"
OF_NOBODY = frozenset({"", "root", "kiosk", "user", "localhost", "Administrator", "admin"})
_NO_PICTURES = (Missing("pictures", "they were not wanted"),)
_NAMED_AFTER_A_FOLDER = re.compile(r"-[0-9a-f]{8}\Z")
_LOG = re.compile(r"(?:(?:supervisor|display|prepare)\.log(?:\.\d)?|display-\d+\.stack)")


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of the kiosk that support is asked about; `screen` is as it was given to `kiosk run`."""

    contact: Path
    device: Path
    state: Path
    screen: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a command may take; the doctor gives up after six seconds by itself, and takes a moment to start."""

    doctor_seconds: float = 8.0
    seconds: float = 20.0


def collect(sources: Sources, *, pictures: bool, limits: Limits = Limits()) -> tuple[Part, ...]:
    """Ask everything in turn; at worst it takes two minutes."""
    texts = {CONTACT: _text(sources.contact), DEVICE: _text(sources.device)}
    censor = _censor(sources, texts)
    answers = _answers(sources, censor, limits)
    parts = (
        *_attempt("versions.json", _versions),
        *(part for answer in answers for part in _attempt(answer.name, answer.given)),
        *_attempt(STATUS, lambda: _file(sources.state / STATUS, _document(censor, has_quotations=True))),
        *_attempt(JOURNAL, lambda: _file(store_in(sources.state) / JOURNAL, _document(censor))),
        *_attempt(CONTACT, lambda: _settings(CONTACT, texts[CONTACT])),
        *_attempt(DEVICE, lambda: _settings(DEVICE, texts[DEVICE])),
        *(_attempt("pictures", lambda: _pictures(sources, limits.seconds)) if pictures else _NO_PICTURES),
    )
    return (*parts, *_attempt("log", lambda: fitted(_logs(sources, censor), room_beside(parts))))


def _attempt(name: str, gather: Callable[[], Iterable[Part]]) -> tuple[Part, ...]:
    """Let whatever goes wrong with a part be told in its place: bugs, too, are what support is asked about."""
    try:
        return tuple(gather())
    except Exception as error:  # noqa: BLE001  # see above
        why = (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
        return (Missing(name, f"it could not be gathered ({why})"),)


def _versions() -> Iterator[Part]:
    build = this_build()
    told = {
        "kiosk": asdict(build),
        "qt": build.version_of(QT),
        "python": sys.version,
        "system": platform.platform(),
        "machine": platform.machine(),
    }
    yield Member("versions.json", (json.dumps(told, indent=1) + "\n").encode())


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a command of ours says, and how it is censored."""

    name: str
    order: tuple[str, ...]
    censored: Callable[[str], str]
    seconds: float

    def given(self) -> Iterator[Part]:
        match ask(command(self.order), clean(os.environ), self.seconds):
            case Text(text, status) if text:
                yield limited(_member(self.name, self.censored(text), f"exit status {status}"))
            case Text(_, status):
                yield Missing(self.name, f"it said nothing and ended with exit status {status}")
            case Silent():
                yield Missing(self.name, f"it did not answer within {self.seconds:g} s")
            case Absent() | Refused():
                yield Missing(self.name, "the program could not be started")


def _answers(sources: Sources, censor: Censor, limits: Limits) -> tuple[_Answer, ...]:
    files = ("--config", str(sources.contact), "--device", str(sources.device))
    which = ("--config", str(sources.contact), *(("--screen", sources.screen) if sources.screen else ()))
    doctor = ("doctor", "--json", *files, "--state", str(sources.state))
    check = ("check", "--json", str(sources.contact), *_if_there(sources.device))
    editions = ("editions", "--json", *which)
    return (
        _Answer("doctor.json", doctor, _document(censor), limits.doctor_seconds),
        _Answer("check.json", check, _document(censor, has_quotations=True), limits.seconds),
        _Answer("status.txt", ("status", *which), lambda text: censor(without_quotations(text)), limits.seconds),
        _Answer("editions.json", editions, _document(censor, hides_titles=True), limits.seconds),
    )


def _if_there(device: Path) -> tuple[str, ...]:
    """Give it unless it is known not to be there, for it need not be."""
    return () if isinstance(_text(device), FileNotFoundError) else (str(device),)


def _document(censor: Censor, *, has_quotations: bool = False, hides_titles: bool = False) -> Callable[[str], str]:
    return lambda text: censored_document(text, censor, has_quotations=has_quotations, hides_titles=hides_titles)


def _file(file: Path, censored: Callable[[str], str]) -> Iterator[Part]:
    match _text(file):
        case str(text):
            yield limited(_member(file.name, censored(text)))
        case OSError() as error:
            yield Missing(file.name, error.strerror or "it cannot be read")


def _settings(name: str, text: str | OSError) -> Iterator[Part]:
    if isinstance(text, OSError):
        yield Missing(name, text.strerror or "it cannot be read")
    else:
        yield limited(_member(name, without_what_is_personal(text), "without values and remarks, line by line"))


def _member(name: str, text: str, note: str = "") -> Member:
    return Member(name, text.encode(errors="replace"), note)


def _text(file: Path, most: int = LARGEST_FILE) -> str | OSError:
    """Read a file in whatever encoding; what is too large is read in part."""
    content = read_patiently(file, most)
    if isinstance(content, OSError):
        return content
    is_utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return content.decode("utf-16" if is_utf16 else "utf-8-sig", errors="replace")


def _pictures(sources: Sources, seconds: float) -> Iterator[Part]:
    """Draw the newest version that is kept, and what the files say now: the screen shows one of the two."""
    files = ("--config", str(sources.contact), "--device", str(sources.device))
    with tempfile.TemporaryDirectory(prefix="kiosk-") as folder:
        for name, which in (("kept", ("--state", str(sources.state))), ("files", files)):
            out = Path(folder) / f"{name}.png"
            order = ("snapshot", "--out", str(out), "--size", SIZE, *which)
            outcome = ask(command(order), clean(os.environ), seconds)
            yield _picture(out, "" if isinstance(outcome, Text) else f"it was not drawn within {seconds:g} s")


def _picture(file: Path, why: str) -> Part:
    with suppress(OSError):
        content = file.read_bytes()
        if len(content) <= MOST_PICTURE_BYTES:
            return Member(f"pictures/{file.name}", content, "as every visitor sees it, with its names and numbers")
        why = "the picture is too large"
    return Missing(f"pictures/{file.name}", why or "there was nothing to draw: check.json tells of mistakes")


def _logs(sources: Sources, censor: Censor) -> Iterator[Part]:
    """Give them with what was written last first; to censor more than there can be room for takes long."""
    room = MOST_LOG_BYTES
    for place, file in sorted(_log_files(sources), key=lambda found: (_age(found[1]), found), reverse=True):
        name = f"log/{place}{file.name}"
        part = _log(name, file, censor) if room > 0 else Missing(name, NO_ROOM)
        room -= len(part.content) if isinstance(part, Member) else 0
        yield part


def _log(name: str, file: Path, censor: Censor) -> Part:
    content = read_patiently(file, LONGEST_LOG, end=True)
    if isinstance(content, OSError):
        return Missing(name, content.strerror or "it cannot be read")
    is_cut = len(content) == LONGEST_LOG
    written = content.replace(b"\0", b"")  # a power cut may leave thousands
    text = (whole_lines(written) if is_cut else written).decode(errors="replace")
    return _member(name, censored_lines(text, censor), "only its end" if is_cut else "")


def _log_files(sources: Sources) -> Iterator[tuple[str, Path]]:
    for number, state in enumerate(_states(sources)):
        with suppress(OSError):
            for file in log_in(state, "any").parent.iterdir():
                if _LOG.fullmatch(file.name):
                    yield (f"elsewhere-{number}/" if number else ""), file


def _states(sources: Sources) -> tuple[Path, ...]:
    """Give the folder in use first; before it moved there, the kiosk may have written into the others."""
    usual = state_of(sources.contact, sources.screen)
    return tuple(dict.fromkeys((sources.state, usual, *(folder for folder, _ in refuges_of(usual)))))


def _age(file: Path) -> float:
    with suppress(OSError):
        return file.stat().st_mtime
    return 0.0


def _censor(sources: Sources, texts: dict[str, str | OSError]) -> Censor:
    """Know what is personal from the files, and from what the kiosk has kept of earlier ones."""
    personal = frozenset[str]().union(*(values_in(text) for text in texts.values() if isinstance(text, str)))
    status = _text(sources.state / STATUS)
    named = files_in(status) if isinstance(status, str) else frozenset()
    kept = (_text(file, LARGEST_EDITION) for file in _editions(sources))
    shown = frozenset[str]().union(*(particulars_in(text) for text in kept if isinstance(text, str)))
    return Censor((personal | named | shown) - _of_the_starter(), _names(sources))


def _editions(sources: Sources) -> tuple[Path, ...]:
    with suppress(OSError):
        folders = sorted(store_in(sources.state).iterdir(), key=_age, reverse=True)
        return tuple(folder / EDITION for folder in folders[:MOST_EDITIONS])
    return ()


def _of_the_starter() -> frozenset[str]:
    """Give what nobody has written: taken out of the messages, it would only make them harder to read."""
    with suppress(OSError):
        return values_in((resources() / CONTACT).read_text("utf-8"))
    return frozenset()


def _names(sources: Sources) -> Names:
    """Give what this computer, its user and their folders are called; what everybody is called is no name."""
    host = socket.gethostname()
    users = {os.environ.get(variable, "") for variable in ("SUDO_USER", "USER", "USERNAME", "LOGNAME")}
    with suppress(OSError, KeyError):  # no such user, as in some containers
        users.add(getpass.getuser())
    known = dict.fromkeys(users, "<user>") | {host: "<host>", host.partition(".")[0]: "<host>"}
    for state in _states(sources):
        known[str(state)] = "<state>"
        if _NAMED_AFTER_A_FOLDER.search(state.name):
            known[state.name] = "<state>"
    known[str(sources.contact.parent)] = "<settings>"
    with suppress(RuntimeError):  # nobody's home is known
        known[str(Path.home())] = "<home>"
    return Names({name: instead for name, instead in known.items() if len(name) > 1 and name not in OF_NOBODY})
