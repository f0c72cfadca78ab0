"""Staff's files lie in the folder of contact.toml and below, so that all of a kiosk is one folder to copy.

A link that staff put into that folder may lead wherever they like.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

_WEB = re.compile(r"^(https?|ftp|file):/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Why a file that is named is none of ours; `what` continues a sentence that begins with its name."""

    what: str
    cure: str


def name_in(file: Path, folder: Path) -> str:
    """Give the name of a file as contact.toml in that folder writes it."""
    name = file.relative_to(folder).as_posix() if file.is_relative_to(folder) else str(file)
    return _WEB.sub(r"\1://", name)  # a Path keeps only one slash of an address


def elsewhere(file: Path, folder: Path) -> Elsewhere | None:
    name = name_in(file, folder)
    if _WEB.match(name):
        return Elsewhere(
            "is an address, not a file", "Save it as a file beside contact.toml and write that file's name"
        )
    if _is_below(file, folder) and not PureWindowsPath(name).drive:
        return None
    own = PureWindowsPath(name).name or "its name"
    return Elsewhere("lies outside the folder of contact.toml", f'Copy it beside contact.toml and write "{own}"')


def _is_below(file: Path, folder: Path) -> bool:
    return Path(os.path.abspath(file)).is_relative_to(os.path.abspath(folder))  # noqa: PTH100  # resolve() follows links
