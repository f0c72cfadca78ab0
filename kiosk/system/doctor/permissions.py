"""Who else may change or read the kiosk's files, by the mode bits of POSIX."""

import stat
from pathlib import Path

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Absent, There
from kiosk.system.doctor.places import Places
from kiosk.system.doctor.subject import Subject
from kiosk.system.doctor.typed import name_of_user, typed

CONTACT = Danger("contact-file", "contact.toml")
DEVICE = Danger("device-file", "device.toml")
STATE = Danger("state-folder", "State folder")

_OTHERS_WRITE = stat.S_IWOTH
_ANYBODY_WRITES = stat.S_IWGRP | stat.S_IWOTH
_ANYBODY_READS = stat.S_IRGRP | stat.S_IROTH


def permissions(subject: Subject, places: Places, user: int) -> tuple[Found, ...]:
    """`user` is the kiosk's."""
    return _contact(subject.contact, places), _device(subject, places, user), _state(subject.state, places)


def _contact(file: Path, places: Places) -> Found:
    """Let a group of staff change it, but not everybody."""
    place = places[str(file)]
    if not isinstance(place, There):
        return _not_seen(CONTACT, file, is_there=not isinstance(place, Absent))
    if place.mode & _OTHERS_WRITE:
        return CONTACT.not_held("Every user of this computer may change it.", f"chmod o-w {typed(file)}")
    if _is_open(places[str(file.parent)]):
        return CONTACT.not_held(_replaceable(file), f"chmod o-w {typed(file.parent)}")
    return CONTACT.held("Only those may change it who are meant to.")


def _device(subject: Subject, places: Places, user: int) -> Found:
    file = subject.device
    place = places[str(file)]
    if isinstance(place, Absent):
        return DEVICE.held("There is none: every setting is the usual one.")
    if not isinstance(place, There):
        return _not_seen(DEVICE, file, is_there=True)
    if user and place.owner not in {0, user}:
        cure = f"sudo chown {name_of_user(user)} {typed(file)}"
        return DEVICE.not_held("It belongs to another user, who may change the PIN.", cure)
    if place.mode & _ANYBODY_WRITES:
        return DEVICE.not_held("Other users may change it, and with it the PIN.", f"chmod 600 {typed(file)}")
    if _is_open(places[str(file.parent)]):
        return DEVICE.not_held(_replaceable(file), f"chmod o-w {typed(file.parent)}")
    if subject.has_pin and place.mode & _ANYBODY_READS:
        return DEVICE.not_held("Other users may read it, and guess the PIN from it.", f"chmod 600 {typed(file)}")
    return DEVICE.held("Only its owner may change it.")


def _state(folder: Path, places: Places) -> Found:
    place = places[str(folder)]
    if isinstance(place, Absent):
        return STATE.held("There is none yet; the kiosk makes its own.")
    if not isinstance(place, There):
        return _not_seen(STATE, folder, is_there=True)
    if place.mode & _ANYBODY_WRITES:
        return STATE.not_held("Other users may change what the screen shows.", f"chmod go-w {typed(folder)}")
    return STATE.held("Only its owner may change what the screen shows.")


def _is_open(folder: object) -> bool:
    """Tell whether every user may put another file in the place of one that lies there."""
    return isinstance(folder, There) and bool(folder.mode & _OTHERS_WRITE) and not folder.mode & stat.S_ISVTX


def _replaceable(file: Path) -> str:
    return f"Every user of this computer may put another {file.name} in its place."


def _not_seen(danger: Danger, path: Path, *, is_there: bool) -> Found:
    what = "It could not be looked at." if is_there else "There is none."
    return danger.unknown(what, f"ls -ld {typed(path)}")
