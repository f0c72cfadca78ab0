"""Starts at log-in by a unit of the user's own systemd, which also starts the kiosk again when it is killed as a whole.

The session must reach graphical-session.target, which GNOME and KDE Plasma do, openbox and LXDE do not: it is not the
usual way. See systemd.service(5), systemd.special(7).
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.system.autostart_entry import (
    LEFT_BY_STAFF,
    Broken,
    Entry,
    Foreign,
    Found,
    InTheWay,
    Reading,
    Refused,
    Removed,
    Run,
    WayName,
    Write,
    Written,
)
from kiosk.system.autostart_files import EntryFiles
from kiosk.system.doctor.machine import Text

MARK: Final = "# Written by kiosk autostart."
SESSION: Final = "graphical-session.target"
_WORD: Final = re.compile(r'"((?:\\.|[^"\\])*)"')
_EXEC: Final = "ExecStart=:"
"""The colon keeps `$` from being anything but a letter."""

_UNIT: Final = """\
{mark} To remove it: kiosk autostart disable
[Unit]
Description=Kiosk, a lobby screen
PartOf={session}
After={session}
ConditionEnvironment=|DISPLAY
ConditionEnvironment=|WAYLAND_DISPLAY
StartLimitIntervalSec=0

[Service]
Type=notify
{exec}{command}
{restart}KillMode=mixed

[Install]
WantedBy={session}
"""
_RESTART: Final = """\
NotifyAccess=main
WatchdogSec=60
Restart={restart}
RestartSec=2
RestartPreventExitStatus={left}
"""
_NOT_REACHED: Final = (
    "The session of now has not reached graphical-session.target, so that the kiosk may not be started at the next "
    "log-in either. If it is not, use: kiosk autostart enable --with xdg"
)


@dataclass(frozen=True, slots=True)
class SystemdUnits:
    folder: Path
    run: Run
    write: Write

    @property
    def name(self) -> WayName:
        return "systemd"

    @property
    def _files(self) -> EntryFiles:
        return EntryFiles(self.name, self.folder, ".service", unit_of, entry_in, self.write)

    def put(self, entry: Entry) -> Written | InTheWay | Refused:
        written = self._files.put(entry)
        if not isinstance(written, Written):
            return written
        try:
            self._link(entry.name)
        except OSError as error:
            return Refused(f"{self._link_of(entry.name)} could not be made: {error.strerror or error}")
        reload_units(self.run)
        return Written(written.place, "" if self._is_reached() else _NOT_REACHED)

    def found(self) -> tuple[Found, ...]:
        return tuple(self._judged(found) for found in self._files.found())

    def remove(self, found: Found) -> Removed | Refused:
        try:
            self._link_of(found.name).unlink(missing_ok=True)
        except OSError as error:
            return Refused(f"{self._link_of(found.name)} could not be removed: {error.strerror or error}")
        removed = self._files.remove(found)
        reload_units(self.run)
        return removed

    def _link(self, name: str) -> None:
        """Do what `systemctl --user enable` does, which works without a session, too."""
        link = self._link_of(name)
        link.parent.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(Path("..", f"{name}.service"))

    def _link_of(self, name: str) -> Path:
        return self.folder / f"{SESSION}.wants" / f"{name}.service"

    def _judged(self, found: Found) -> Found:
        if found.state != "on" or self._link_of(found.name).exists():
            return found
        return Found(found.name, found.place, "off", f"{SESSION} does not ask for it", found.entry)

    def _is_reached(self) -> bool:
        match self.run(("systemctl", "--user", "is-active", SESSION)):
            case Text(_, 0):
                return True
            case _:
                return False


def reload_units(run: Run) -> None:
    """Tell a systemd that runs already; one that does not, reads what is there when it starts."""
    run(("systemctl", "--user", "daemon-reload"))


def unit_of(entry: Entry) -> bytes:
    command = " ".join(map(_quoted, entry.command))
    return _UNIT.format(mark=MARK, session=SESSION, exec=_EXEC, command=command, restart=restart_of(entry)).encode()


def entry_in(text: str) -> Reading:
    if not text.startswith(MARK):
        return Foreign()
    lines = (line for line in text.splitlines() if line.startswith(_EXEC))
    words = tuple(_plain(word) for word in _WORD.findall(next(lines, "")))
    return Entry(words) if words else Broken()


def restart_of(entry: Entry) -> str:
    """Give the lines of [Service] that start it again; a window that somebody closes stays closed."""
    return _RESTART.format(restart="always" if entry.is_captive else "on-failure", left=LEFT_BY_STAFF)


def _quoted(word: str) -> str:
    return '"' + re.sub(r'([\\"])', r"\\\1", word).replace("%", "%%") + '"'


def _plain(word: str) -> str:
    return re.sub(r"\\(.)", r"\1", word.replace("%%", "%"))
