"""Gathers what support asks for, part by part: what one of them meets, such as a hanging disk, spoils no other."""

import json
import platform
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from kiosk.build import this_build
from kiosk.edition.journal import JOURNAL
from kiosk.paths import CONTACT, DEVICE, store_in
from kiosk.supervise.status import STATUS
from kiosk.support.answers import USUAL_LIMITS, Limits, answers
from kiosk.support.contents import Member, Missing, Part, member
from kiosk.support.fit import fitted, limited, room_beside
from kiosk.support.logs import logs
from kiosk.support.personal import censor_of
from kiosk.support.pictures import pictures as drawn
from kiosk.support.reading import text_of
from kiosk.support.records import censored_document
from kiosk.support.settings import without_what_is_personal
from kiosk.support.sources import Sources

QT = "PySide6-Essentials"
_NO_PICTURES = (Missing("pictures", "they were not wanted"),)


def collect(sources: Sources, *, pictures: bool, limits: Limits = USUAL_LIMITS) -> tuple[Part, ...]:
    """Ask everything in turn; at worst it takes two minutes."""
    texts = {CONTACT: text_of(sources.contact), DEVICE: text_of(sources.device)}
    censor = censor_of(sources, texts)
    parts = (
        _versions(),
        *answers(sources, censor, limits),
        _file(sources.state / STATUS, lambda text: censored_document(text, censor, has_quotations=True)),
        _file(store_in(sources.state) / JOURNAL, lambda text: censored_document(text, censor)),
        *(_settings(name, text) for name, text in texts.items()),
        *(drawn(sources, limits.seconds) if pictures else _NO_PICTURES),
    )
    return (*parts, *fitted(logs(sources, censor), room_beside(parts)))


def _versions() -> Part:
    build = this_build()
    told = {
        "kiosk": asdict(build),
        "qt": build.version_of(QT),
        "python": sys.version,
        "system": platform.platform(),
        "machine": platform.machine(),
    }
    return Member("versions.json", (json.dumps(told, indent=1) + "\n").encode())


def _file(file: Path, censored: Callable[[str], str]) -> Part:
    match text_of(file):
        case str(text):
            return limited(member(file.name, censored(text)))
        case OSError() as error:
            return Missing(file.name, error.strerror or "it cannot be read")


def _settings(name: str, text: str | OSError) -> Part:
    if isinstance(text, OSError):
        return Missing(name, text.strerror or "it cannot be read")
    return limited(member(name, without_what_is_personal(text), "without values and remarks, line by line"))
