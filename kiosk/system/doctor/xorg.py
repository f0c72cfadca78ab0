"""What the X server has been told: its configuration, see xorg.conf(5), and the options of its keyboard map."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath

from kiosk.system.doctor.machine import Absent, Machine, Process, Text, printed

FILES = ("/etc/X11/xorg.conf", "/etc/xorg.conf")
FOLDERS = ("/etc/X11/xorg.conf.d", "/usr/share/X11/xorg.conf.d", "/usr/lib/X11/xorg.conf.d")
TRUE = frozenset({"", "1", "on", "true", "yes"})
"""An option without a value is true."""

_OPTION = re.compile(r'^\s*Option\s+"([^"]*)"(?:\s+"([^"]*)")?', re.IGNORECASE | re.MULTILINE)


def has_option(machine: Machine, server: Process, name: str) -> bool:
    """Tell whether the option is set; the last file that speaks of it counts."""
    told = [value for text in _configurations(machine, server) for value in values_of(text, name)]
    return bool(told) and told[-1] in TRUE


def values_of(text: str, name: str) -> Iterator[str]:
    """Give what one file says of an option; capitals, blanks and underscores do not count in its name."""
    for written, value in _OPTION.findall(text):
        if re.sub(r"[\s_]", "", written).casefold() == name.casefold():
            yield value.strip().casefold()


def keyboard_options(machine: Machine) -> frozenset[str] | None:
    """Give options such as "srvrkeys:none"; None where the server does not tell."""
    match machine.run("setxkbmap", "-query"):
        case Text(text, 0) if text:
            line = re.search(r"^options:\s*(\S+)", text, re.MULTILINE)
            return frozenset(line[1].split(",")) if line else frozenset()
        case _:
            return None


def _configurations(machine: Machine, server: Process) -> Iterator[str]:
    """Give the texts, those last that count most."""
    for folder in reversed(FOLDERS):
        yield from (
            printed(machine.read(f"{folder}/{name}")) for name in machine.names_in(folder) if name.endswith(".conf")
        )
    first = next((text for text in map(machine.read, _files(server)) if not isinstance(text, Absent)), Absent())
    yield printed(first)


def _files(server: Process) -> tuple[str, ...]:
    """Give the one that it was started with, which lies in /etc/X11 where it is a mere name, or else the usual ones."""
    chosen = next((file for option, file in pairwise(server.arguments) if option == "-config"), "")
    return (str(PurePosixPath("/etc/X11", chosen)),) if chosen else FILES
