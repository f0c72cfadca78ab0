"""Opens a visitor's link with the system's own program; only kinds of link that hurt nobody."""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from kiosk.system import opener_linux, opener_macos, opener_windows

_HARMLESS = re.compile(r"(https://|mailto:|tel:|geo:)[!-~]+", re.ASCII)

OpenUri: TypeAlias = Callable[[str], None]
"""Hands the link to the operating system; raises OSError where that is impossible."""


@dataclass(frozen=True, slots=True)
class Opened:
    pass


@dataclass(frozen=True, slots=True)
class Refused:
    """The link is of no kind that may be opened."""


@dataclass(frozen=True, slots=True)
class NotOpened:
    why: str


def open_link(uri: str, open_uri: OpenUri) -> Opened | Refused | NotOpened:
    if not _HARMLESS.fullmatch(uri):
        return Refused()
    try:
        open_uri(uri)
    except OSError as error:
        return NotOpened(str(error))
    return Opened()


def opener_of(platform: str = sys.platform) -> OpenUri:
    """Choose the file for this operating system; all that are neither Windows nor macOS follow freedesktop.org."""
    match platform:
        case "win32":
            return opener_windows.open_uri
        case "darwin":
            return opener_macos.open_uri
        case _:
            return opener_linux.open_uri
