"""Room for the kiosk's own folder of state."""

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Absent, Machine, Refused, Silent, There
from kiosk.system.doctor.places import Places
from kiosk.system.doctor.subject import Subject
from kiosk.system.doctor.typed import name_of_user, typed

DISK = Danger("disk", "Disk")
LEAST_MEGABYTES = 200
"""The logs take 20, and an edition with many pictures as much."""

_MEGABYTE = 1_000_000


def disk(machine: Machine, subject: Subject, places: Places) -> Found:
    """Judge the folder of state, or where there is none yet, the one that it will be made in."""
    paths = tuple(map(str, (subject.state, *subject.state.parents)))
    path = next((path for path in paths if not isinstance(places[path], Absent)), paths[0])
    match places[path]:
        case There() as place:
            return _of_folder(machine, path, place)
        case Silent():
            cure = "Keep the state on a disk of this computer: the environment variable KIOSK_STATE names the folder"
            return DISK.not_held("The disk of the state folder did not answer in time.", cure)
        case Refused() | Absent():
            return DISK.not_held("The state folder may not be looked at.", _allow(machine, path))


def _of_folder(machine: Machine, path: str, place: There) -> Found:
    if not place.can_write:
        return DISK.not_held(
            "The state folder cannot be written: nothing lasts until the next start.", _allow(machine, path)
        )
    free = place.free_bytes // _MEGABYTE
    if free < LEAST_MEGABYTES:
        what = f"{free} MB are free for the state folder, and {LEAST_MEGABYTES} should be."
        return DISK.not_held(what, f"Delete what is not needed on the disk that has {path}")
    if not place.has_free_files:
        return DISK.not_held("The disk has no room for one more file.", f"Delete files on it; see: df -i {typed(path)}")
    return DISK.held(f"{free:,} MB are free for the state folder, and it can be written.")


def _allow(machine: Machine, path: str) -> str:
    name = typed(path, machine.system)
    if machine.system == "win32":
        return f'icacls {name} /grant "%USERNAME%:(OI)(CI)M"'
    return f"sudo chown -R {name_of_user(machine.user)} {name}, on a disk that is mounted for writing"
