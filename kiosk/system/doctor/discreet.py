"""Takes out of the doctor's words what visitors must not see: folders, addresses of the network, the user's name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kiosk.system.doctor.found import Found
from kiosk.system.doctor.subject import Subject

_POSIX_PATH = re.compile(r"(?<![\w.~/:])/(?:[^\s'\"`;,()<>|/]+/)+([^\s'\"`;,()<>|/]*)")
"""At least two parts: "/v" is an option of Windows."""

_QUOTED_PATH = re.compile(r"'/(?:[^'/]+/)*([^'/]*)'")
"""As a shell takes one with blanks."""

_WINDOWS_PATH = re.compile(r"(?<!\w)(?:[A-Za-z]:\\|\\\\)(?:[^\\/:*?\"<>|\n]+\\)*([^\\/:*?\"<>|\n,;]*)")
_IPV4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)")
_IPV6 = re.compile(r"(?<![\w:])(?:[0-9A-Fa-f]{0,4}:){3,7}[0-9A-Fa-f]{0,4}(?![\w:])")


def discreet(found: Found, subject: Subject, environment: Mapping[str, str]) -> Found:
    names = tuple(_names(subject, environment))
    return replace(found, what=_without(found.what, names), cure=_without(found.cure, names))


def _without(text: str, names: tuple[tuple[str, str], ...]) -> str:
    for pattern, name in names:
        text = re.sub(pattern, name, text)
    text = _POSIX_PATH.sub(r"\1", _QUOTED_PATH.sub(r"'\1'", text))
    text = _WINDOWS_PATH.sub(r"\1", text)
    text = _IPV6.sub("an address", _IPV4.sub("an address", text))
    return text.encode(errors="replace").decode()  # Linux takes any bytes for a name, JSON does not


def _names(subject: Subject, environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give patterns of the paths whose last part may be the name of a user, or that have blanks, with other words."""
    files = (subject.contact, subject.device, *subject.files)
    yield from ((_whole(str(file)), file.name.replace("\\", r"\\")) for file in files)
    yield _whole(str(subject.state)), "the state folder"
    yield from ((_whole(str(file.parent)), "its folder") for file in files if file.parent.name)
    homes = (environment.get(name, "") for name in ("HOME", "USERPROFILE"))
    yield from ((rf"{re.escape(home)}(?!\w)", "~") for home in homes if len(home) > 1)


def _whole(path: str) -> str:
    return rf"{re.escape(path)}(?![\w/\\])"
