"""Whether what the screen is made from can be reached: contact.toml and the files that it names."""

from pathlib import Path

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Absent, Machine, Place, Refused, Silent, There, printed
from kiosk.system.doctor.places import Places
from kiosk.system.doctor.subject import Subject
from kiosk.system.doctor.typed import typed

SOURCES = Danger("sources", "Files of staff")
NETWORK_DRIVES = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "fuse.sshfs", "fuse.rclone", "davfs", "afs")
_SHOWN = 3
_FOLDER, _KIND = 4, 0


def sources(machine: Machine, subject: Subject, places: Places) -> Found:
    contact = places[str(subject.contact)]
    if isinstance(contact, Silent):
        what = "contact.toml and its files did not answer in time: the drive they lie on hangs."
        return SOURCES.not_held(what, "Mend the network drive, or keep the files on a disk of this computer")
    if isinstance(contact, Absent):
        return SOURCES.not_held(
            "There is no contact.toml.", f"kiosk init {typed(subject.contact.parent, machine.system)}"
        )
    if not _can_be_read(contact):
        return SOURCES.not_held("contact.toml may not be read.", _let_read(machine, subject.contact))
    if not subject.is_contact_understood:
        return SOURCES.unknown("What contact.toml names could not be made out.", "kiosk check")
    return _of_files(machine, subject, places)


def _of_files(machine: Machine, subject: Subject, places: Places) -> Found:
    lacking = tuple(file for file in subject.files if isinstance(places[str(file)], Absent))
    if lacking:
        return SOURCES.not_held(f"{_few(lacking)}: named in contact.toml, and not there.", "kiosk check")
    refused = tuple(file for file in subject.files if not _can_be_read(places[str(file)]))
    if refused:
        return SOURCES.not_held(f"{_few(refused)}: may not be read.", _let_read(machine, refused[0]))
    drive = network_drive(printed(machine.read("/proc/self/mountinfo")), subject.contact)
    where = f" They lie on a network drive ({drive}); while it is away, the screen stays as it is." if drive else ""
    return SOURCES.held(f"contact.toml{_and_files(len(subject.files))} can be read.{where}")


def _and_files(count: int) -> str:
    match count:
        case 0:
            return ""
        case 1:
            return " and the file that it names"
        case _:
            return f" and the {count} files that it names"


def network_drive(mounts: str, file: Path) -> str:
    """Give the kind of network drive that the file lies on, "" for a disk; see proc_pid_mountinfo(5)."""
    kinds = {Path(_folder(before)): after.split()[_KIND] for before, after in _mounts(mounts)}
    kind = next((kinds[folder] for folder in file.parents if folder in kinds), "")
    return kind if kind in NETWORK_DRIVES else ""


def _mounts(mounts: str) -> tuple[tuple[str, str], ...]:
    parted = (line.partition(" - ") for line in mounts.splitlines())
    return tuple((before, after) for before, dash, after in parted if dash and after.split())


def _folder(before: str) -> str:
    r"""Give the field of the folder, in which \040 stands for a blank."""
    fields = before.split()
    return fields[_FOLDER].replace(r"\040", " ") if len(fields) > _FOLDER else "/"


def _can_be_read(place: Place) -> bool:
    match place:
        case There(can_read=can_read):
            return can_read
        case Absent() | Refused() | Silent():
            return False


def _few(files: tuple[Path, ...]) -> str:
    rest = len(files) - _SHOWN
    return ", ".join(file.name for file in files[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")


def _let_read(machine: Machine, file: Path) -> str:
    name = typed(file, machine.system)
    return f'icacls {name} /grant "%USERNAME%:R"' if machine.system == "win32" else f"sudo chmod a+r {name}"
