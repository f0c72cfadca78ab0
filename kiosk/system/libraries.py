"""The libraries of the system that Qt needs and the program does not bring with it: which one is missing, and its cure.

It is imported when something has failed, and by the doctor.
"""

import ctypes
import re
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGES = {
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libzstd.so.1": "libzstd1",
}
"""Debian's packages of them; of two names that Debian 13 and Ubuntu 24.04 changed, the old one is understood, too."""

_ON_LINUX: bool = sys.platform == "linux"
_REFUSAL = re.compile(r"(?:\S*/)?(?P<name>lib[^/\s:]+\.so[^/\s:]*): (?P<why>.+)", re.DOTALL)
"""What dlopen(3) says: glibc, elf/dl-load.c and elf/dl-version.c."""

_GONE = "cannot open shared object file: No such file or directory"


@dataclass(frozen=True, slots=True)
class Lacking:
    """A library that was not loaded, by its file's name; `why` is "" where it is not there at all."""

    name: str
    why: str = ""


def lacking_in(error: str) -> Lacking | None:
    """Give the library of which dlopen complains, None where it is about something else."""
    found = _REFUSAL.fullmatch(error.strip())
    if found is None:
        return None
    return Lacking(found["name"], "" if found["why"] == _GONE else found["why"])


def lacking_for(file: Path) -> Lacking | None:
    """Load a library or plugin, and give the one that it lacks, None where it lacks none."""
    try:
        ctypes.CDLL(str(file))
    except OSError as error:
        return lacking_in(str(error))
    return None


def missing() -> tuple[str, ...]:
    """Give those of Linux that are neither there nor brought along."""
    if not _ON_LINUX:
        return ()
    ours = Path(getattr(sys, "_MEIPASS", "/nonexistent"))
    answers = (lacking_for(Path(name)) for name in PACKAGES if not (ours / name).exists())
    return tuple(dict.fromkeys(lacking.name for lacking in answers if lacking is not None))


def words(lacking: Lacking) -> str:
    """Say in one line what is wrong and what to type; where several are not there, all of them."""
    if lacking.why:
        fault = f"{lacking.name} of this computer cannot be loaded ({lacking.why})."
        return f"Nothing can be drawn: {fault} {cure((lacking.name,), again=True)}"
    names = tuple(dict.fromkeys((lacking.name, *missing())))
    return f"Nothing can be drawn: this computer has no {', '.join(names)}. {cure(names)}"


def cure(names: tuple[str, ...], *, again: bool = False) -> str:
    """Say what to type; what we do not know the package of, the system's own programs know."""
    if any(name not in PACKAGES for name in names):
        return f"Install the packages of your system that hold {'it' if len(names) == 1 else 'them'}."
    packages = " ".join(dict.fromkeys(PACKAGES[name] for name in names))
    return f"On Debian or Ubuntu: sudo apt install {'--reinstall ' if again else ''}{packages}"
