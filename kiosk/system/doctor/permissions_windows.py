"""Who else may change or read the kiosk's files, by the access lists of Windows as cacls /S writes them (SDDL)."""

import re
from pathlib import Path

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine, Text
from kiosk.system.doctor.permissions import CONTACT, DEVICE, STATE
from kiosk.system.doctor.subject import Subject
from kiosk.system.doctor.typed import typed

EVERYBODY = frozenset({"WD", "BU", "AU", "IU", "AN", "S-1-1-0", "S-1-5-32-545", "S-1-5-11"})
"""Everyone, the users of this computer, those who have signed in, and guests."""

_ENTRY = re.compile(r"\(A;([^;]*);([^;]*);[^;]*;[^;]*;([^;)]*)\)")
_WRITE_BITS = 0x2 | 0x4 | 0x40 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000
_WRITE_WORDS = frozenset({"FA", "FW", "GA", "GW", "DC", "LC", "SD", "WD", "WO"})


def permissions_windows(machine: Machine, subject: Subject) -> tuple[Found, ...]:
    return (
        _judged(machine, CONTACT, subject.contact, only_ours=False),
        _judged(machine, DEVICE, subject.device, only_ours=bool(subject.has_pin)),
        _judged(machine, STATE, subject.state, only_ours=False),
    )


def _judged(machine: Machine, danger: Danger, path: Path, *, only_ours: bool) -> Found:
    name = typed(path, "win32")
    match machine.run("cacls", str(path), "/S"):
        case Text(text, 0) if "D:" in text:
            granted = rights_of_everybody(text)
        case _:
            return danger.unknown("Windows did not tell who may change it, or it is not there.", f"icacls {name}")
    if any(_writes(rights) for rights in granted):
        cure = f"icacls {name} /inheritance:d /remove:g *S-1-1-0 *S-1-5-11 *S-1-5-32-545"
        return danger.not_held("Every user of this computer may change it.", cure)
    if granted and only_ours:
        cure = f'icacls {name} /inheritance:r /grant:r "%USERNAME%:F"'
        return danger.not_held("Every user of this computer may read it, and guess the PIN from it.", cure)
    return danger.held("Only those may change it who are meant to.")


def rights_of_everybody(sddl: str) -> tuple[str, ...]:
    """Give the rights of those entries that allow everybody something at the file itself."""
    return tuple(
        rights for flags, rights, who in _ENTRY.findall(sddl) if who in EVERYBODY and "IO" not in _pairs(flags)
    )


def _writes(rights: str) -> bool:
    if rights.lower().startswith("0x"):
        return bool(int(rights, 16) & _WRITE_BITS)
    return bool(_WRITE_WORDS.intersection(_pairs(rights)))


def _pairs(letters: str) -> tuple[str, ...]:
    return tuple(letters[start : start + 2] for start in range(0, len(letters), 2))
