"""`kiosk autostart`: have the kiosk started whenever its user logs in, without an administrator's rights."""

import json
import os
import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from kiosk.commands.exit_status import DONE, MISUSE, NOT_RUNNING, PROBLEMS, REFUSED
from kiosk.edition.durable import write_atomically
from kiosk.paths import CONTACT, DEVICE, user_config
from kiosk.prepare.config.read import read_device
from kiosk.system import autostart
from kiosk.system.autostart import Enabled, Standing, Ways
from kiosk.system.autostart_entry import Entry, InTheWay, Refused, State, WayName, name_for
from kiosk.system.doctor.ask import ask
from kiosk.system.doctor.machine import Answer

ANSWERS_WITHIN_SECONDS = 10.0
STARTED_AGAIN: dict[WayName, str] = {
    "xdg": "The desktop starts it once at each log-in; GNOME and KDE Plasma also start it again when it is killed.",
    "systemd": "systemd starts it again whenever it ends, unless staff leave it at the screen or its window is closed.",
    "agent": "macOS starts it again when it fails, not when staff leave it at the screen or its window is closed.",
    "task": "Windows tries again every minute when the start fails; of a kiosk that is killed later it takes no note.",
    "startup": "Windows starts it once at each log-in (tasks, which do more, are not allowed here).",
}
_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be started; `way` is None for the usual one of this system."""

    contact: Path
    device: Path
    screen: str = ""
    captive: bool = True
    way: WayName | None = None

    def options(self) -> Iterator[str]:
        """Name every file in full: nobody knows the current folder of a log-in."""
        yield "--kiosk" if self.captive else "--windowed"
        if self.screen:
            yield from ("--screen", self.screen)
        yield from ("--config", str(self.contact))
        if self.device != self.contact.parent / DEVICE:
            yield from ("--device", str(self.device))


def enable(wanted: Wanted, ways: Ways | None = None, program: Path | None = None) -> int:
    """Write down what is to be started, and say what will happen."""
    started = program or this_program()
    complaint = _complaint(wanted, started)
    if complaint:
        sys.stderr.write(f"{complaint} Nothing was changed.\n")
        return MISUSE
    entry = Entry((str(started), "run", *wanted.options()))
    match autostart.enable(ways or ways_here(), entry, wanted.way):
        case Enabled() as enabled:
            sys.stdout.write("".join(f"{line}\n" for line in _confirmation(enabled, entry, wanted)))
            return DONE
        case InTheWay(place):
            sys.stderr.write(f"{place} is not of kiosk autostart, so it stays. Move it away, then say this again.\n")
            return REFUSED
        case Refused(why):
            sys.stderr.write(f"The kiosk will not start at log-in: {why}.\n")
            return REFUSED
        case other:
            assert_never(other)


def disable(screen: str, ways: Ways | None = None) -> int:
    """Take away the entry of this screen, or all of ours where none is named."""
    outcomes = autostart.disable(ways or ways_here(), name_for(screen) if screen else None)
    refused = tuple(outcome.why for _, outcome in outcomes if isinstance(outcome, Refused))
    for gone, outcome in outcomes:
        if not isinstance(outcome, Refused):
            sys.stdout.write(f"Removed: {gone.found.place}\n")
    if refused:
        sys.stderr.write("".join(f"The kiosk still starts at log-in: {why}.\n" for why in refused))
        return REFUSED
    of_screen = f" on screen {screen}" if screen else ""
    sys.stdout.write(f"The kiosk does not start at log-in{of_screen}. One that runs now goes on.\n")
    return DONE


def status(ways: Ways | None = None, *, as_json: bool) -> int:
    """Print what starts at log-in, and give 0 when something does, 1 when an entry is damaged, 4 when nothing does."""
    standing = autostart.standing(ways or ways_here())
    state = _state_of(standing)
    sys.stdout.write(_as_json(state, standing) if as_json else "".join(f"{line}\n" for line in _lines(standing)))
    match state:
        case "on":
            return DONE
        case "damaged":
            return PROBLEMS
        case "off":
            return NOT_RUNNING
        case other:
            assert_never(other)


def this_program() -> Path:
    """Give the executable, the one without a console on Windows, or in a checkout the script that lies beside Python."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).with_name("kioskw.exe") if sys.platform == "win32" else Path(sys.executable)
    return Path(sys.executable).with_name("kiosk.exe" if sys.platform == "win32" else "kiosk")


def ways_here() -> Ways:
    return autostart.ways_of(os.environ, Path.home(), write_atomically, _run)


def _run(command: tuple[str, ...]) -> Answer:
    return ask(command, os.environ, ANSWERS_WITHIN_SECONDS)


def _complaint(wanted: Wanted, program: Path) -> str:
    """Say what keeps the command from being written down; "" where nothing does."""
    if sys.platform != "win32" and os.geteuid() == 0 and os.environ.get("SUDO_USER"):
        return "Say this without sudo, as the user whose log-in is to start the kiosk."
    for word in (str(program), *wanted.options()):
        if _UNWRITABLE.search(word):
            return f"Rename the folder or the screen, for its name cannot be written down: {word!a}."
    if not os.access(program, os.X_OK):
        return f"There is no program {program}: install the kiosk first, as README says."
    return ""


def _confirmation(enabled: Enabled, entry: Entry, wanted: Wanted) -> Iterator[str]:
    where = f"screen {wanted.screen}" if wanted.screen else "the screen"
    what = f"fills {where}, for visitors" if wanted.captive else f"opens in a window on {where}"
    yield f"From your next log-in on, the kiosk {what}, with {wanted.contact}."
    yield f"  Written: {enabled.place}"
    yield f"  Command: {shlex.join(entry.command)}"
    yield STARTED_AGAIN[enabled.way]
    if enabled.note:
        yield enabled.note
    if wanted.captive and not _has_pin(wanted.device):
        yield from _without_pin(wanted)
    yield "To undo it: kiosk autostart disable"


def _has_pin(device: Path) -> bool:
    settings = read_device(device).value
    return settings is not None and bool(settings.access.pin_hash)


def _without_pin(wanted: Wanted) -> Iterator[str]:
    yield "There is no PIN: nobody, staff included, will get out of the kiosk at the screen."
    yield f"Choose one before you log in again: {shlex.join(('kiosk', 'set-pin', *_files_of(wanted)))}"


def _files_of(wanted: Wanted) -> tuple[str, ...]:
    """Name the file as set-pin needs it; the usual one needs no name."""
    if wanted.device != wanted.contact.parent / DEVICE:
        return "--device", str(wanted.device)
    return () if wanted.contact == user_config() / CONTACT else ("--config", str(wanted.contact))


def _state_of(standing: tuple[Standing, ...]) -> State:
    states: set[State] = {each.found.state for each in standing}
    if "damaged" in states:
        return "damaged"
    return "on" if "on" in states else "off"


def _lines(standing: tuple[Standing, ...]) -> Iterator[str]:
    if not standing:
        yield "off: the kiosk does not start at log-in. To have it started: kiosk autostart enable"
    for each in standing:
        found = each.found
        yield f"{found.state}: {found.place}{f' ({found.why})' if found.why else ''}"
        if found.entry.command:
            yield f"  {shlex.join(found.entry.command)}"
        if found.state != "on":
            yield from _cures(each)


def _cures(standing: Standing) -> Iterator[str]:
    """Give what to type; the options of an entry are those that wrote it."""
    entry = standing.found.entry
    chosen = ("--with", standing.way) if standing.way == "systemd" else ()
    screen = ("--screen", entry.screen) if entry.screen else ()
    yield f"  To have it started: {shlex.join(('kiosk', 'autostart', 'enable', *entry.command[2:], *chosen))}"
    yield f"  To remove it: {shlex.join(('kiosk', 'autostart', 'disable', *screen))}"


def _as_json(state: State, standing: tuple[Standing, ...]) -> str:
    record = {"state": state, "entries": [_record(each) for each in standing]}
    return json.dumps(record, indent=2, ensure_ascii=False) + "\n"


def _record(standing: Standing) -> dict[str, object]:
    found = standing.found
    return {
        "state": found.state,
        "why": found.why,
        "way": standing.way,
        "place": found.place,
        "screen": found.entry.screen,
        "command": list(found.entry.command),
    }
