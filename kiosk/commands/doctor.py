"""`kiosk doctor`: look this computer over for all that the kiosk cannot hold off by itself, and say what helps."""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from kiosk.build import this_build
from kiosk.commands.exit_status import DONE, PROBLEMS
from kiosk.edition.device import Device, Unknown, access_settings
from kiosk.edition.legible import farthest_m
from kiosk.paths import access_in, resources
from kiosk.said_as import as_typed
from kiosk.supervise.launch import command
from kiosk.supervise.messages import Finding, Findings
from kiosk.supervise.wire import to_line
from kiosk.system.doctor.discreet import discreet
from kiosk.system.doctor.examine import examine
from kiosk.system.doctor.found import Found, Verdict
from kiosk.system.doctor.machine import Answer, Silent, Text
from kiosk.system.doctor.subject import Subject
from kiosk.system.doctor.this_machine import ThisMachine
from kiosk.system.libraries import missing

HEADINGS: tuple[tuple[Verdict, str], ...] = (("not held", "NOT HELD"), ("unknown", "UNKNOWN"), ("held", "HELD"))
QT = "PySide6-Essentials"
MOST_FILES = 200
"""A command line of Windows has no room for more."""


def doctor(contact: Path, device: Path, state: Path, *, as_json: bool) -> int:
    """Print it for people, or as one line for the supervisor, and give 0 unless something is not held."""
    machine = ThisMachine(os.environ)
    subject = _subject(machine, contact, device, state)
    findings = examine(machine, subject)
    sys.stdout.write(_line(findings, subject) if as_json else "".join(f"{line}\n" for line in lines_of(findings)))
    return PROBLEMS if any(found.verdict == "not held" for found in findings) else DONE


def lines_of(findings: tuple[Found, ...]) -> Iterator[str]:
    """Put it into words for an administrator, what is not held first."""
    for verdict, heading in HEADINGS:
        of_verdict = tuple(found for found in findings if found.verdict == verdict)
        if of_verdict:
            yield heading
            for found in of_verdict:
                yield from _words(found)
            yield ""
    yield _summary(findings)


def _words(found: Found) -> Iterator[str]:
    yield f"  {found.title}: {found.what}"
    if found.cure:
        yield f"    -> {as_typed(found.cure)}"


def _summary(findings: tuple[Found, ...]) -> str:
    counts = Counter(found.verdict for found in findings)
    return ", ".join(f"{counts[verdict]} {verdict}" for verdict, _ in HEADINGS) + "."


def _line(findings: Iterable[Found], subject: Subject) -> str:
    told = (discreet(found, subject, os.environ) for found in findings)
    return to_line(Findings(tuple(Finding(**asdict(found)) for found in told)))


def _subject(machine: ThisMachine, contact: Path, device: Path, state: Path) -> Subject:
    staff, own = machine.toml(str(contact)), machine.toml(str(device))
    organisation = _table(_document(staff), "organisation")
    build = this_build()
    return Subject(
        contact,
        device,
        state,
        installed_at=datetime.fromtimestamp(resources().stat().st_mtime, UTC),
        qt=build.version_of(QT),
        is_standalone=bool(build.commit),
        screen=_text(_document(own), "screen") or Device().screen,
        languages=_texts(organisation.get("languages")),
        files=tuple(contact.parent / name for name in islice(_named(_document(staff)), MOST_FILES)),
        is_contact_understood=bool(_document(staff)),
        has_pin=_has_pin(own, state),
        lacking=missing(),
        viewing_distance_m=_number(_table(_document(staff), "look"), "viewing_distance_m"),
        screen_inches=_number(_document(own), "screen_inches"),
        metres_per_mm=farthest_m(1.0),
        asks_letters=command(("letters", "--state", str(state))),
    )


def _has_pin(device: Answer, state: Path) -> bool | None:
    """Tell it of device.toml, or where that cannot be made out, of what the kiosk made of it before."""
    match device:
        case Silent():
            return None
        case Text(_, 0):
            return bool(_text(_document(device), "pin_hash"))
        case _:
            access = access_settings(access_in(state))
            return None if isinstance(access, Unknown) else bool(access.pin_hash)


def _document(answer: Answer) -> dict[str, object]:
    """Give what a settings file says; nothing where it could not be read or made out."""
    document = json.loads(answer.text) if isinstance(answer, Text) and answer.exit_status == 0 else {}
    return document if isinstance(document, dict) else {}


def _named(document: dict[str, object]) -> Iterator[str]:
    """Give the files that contact.toml names: its logo and its articles. A NUL is in the name of none."""
    logo = _text(_table(document, "organisation"), "logo")
    articles = document.get("article")
    files = (_text(article, "file") for article in _tables(articles))
    yield from (name for name in (logo, *files) if name and "\0" not in name)


def _table(document: dict[str, object], name: str) -> dict[str, object]:
    table = document.get(name)
    return table if isinstance(table, dict) else {}


def _tables(value: object) -> tuple[dict[str, object], ...]:
    return tuple(table for table in value if isinstance(table, dict)) if isinstance(value, list) else ()


def _text(table: dict[str, object], name: str) -> str:
    text = table.get(name)
    return text if isinstance(text, str) else ""


def _number(table: dict[str, object], name: str) -> float:
    number = table.get(name)
    return float(number) if isinstance(number, int | float) else 0.0


def _texts(value: object) -> tuple[str, ...]:
    return tuple(text for text in value if isinstance(text, str)) if isinstance(value, list) else ()
