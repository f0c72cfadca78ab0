"""Starts at log-in as freedesktop.org's "Desktop Application Autostart Specification" says, which every desktop does.

Most desktops start an entry once and look after it no more. GNOME and KDE Plasma leave the entries to systemd, which
makes a unit of each (systemd-xdg-autostart-generator(8)): a drop-in beside it has that unit start the kiosk again.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.system.autostart_entry import (
    Broken,
    Entry,
    Foreign,
    Found,
    InTheWay,
    Reading,
    Refused,
    Removed,
    Run,
    SwitchedOff,
    WayName,
    Write,
    Written,
)
from kiosk.system.autostart_files import EntryFiles
from kiosk.system.autostart_systemd import MARK as UNIT_MARK
from kiosk.system.autostart_systemd import reload_units, restart_of

MARK: Final = "X-Kiosk-Autostart"
_HEADING: Final = "[Desktop Entry]"
_ENTRY: Final = """\
{heading}
Type=Application
Name={title}
Comment=Shows the lobby screen; to remove it: kiosk autostart disable
Exec={command}
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
{mark}=true
"""
_DROP_IN: Final = """\
{mark} It is for the unit that systemd makes of {file}.
[Unit]
StartLimitIntervalSec=0

[Service]
ExitType=main
{restart}"""

_PLAIN_WORD: Final = re.compile(r"[A-Za-z0-9_@+:,./-]+")
_WORD: Final = re.compile(r'"([^"]*)"|(\S+)')
_READ_DIFFERENTLY: Final = re.compile(r'["`$\\]')
"""The specification has them escaped, twice over for some; dex and systemd 252 undo that each in their own way."""

_NOT_IN_A_PROGRAM: Final = re.compile(r"[%=]")
"""`=` by the specification; systemd 252 looks for a program with `%%` in its name."""


@dataclass(frozen=True, slots=True)
class XdgEntries:
    """`config` is $XDG_CONFIG_HOME."""

    config: Path
    run: Run
    write: Write

    @property
    def name(self) -> WayName:
        return "xdg"

    @property
    def _files(self) -> EntryFiles:
        return EntryFiles(self.name, self.config / "autostart", ".desktop", desktop_entry_of, entry_in, self.write)

    def put(self, entry: Entry) -> Written | InTheWay | Refused:
        written = self._files.put(entry)
        if isinstance(written, Written):
            with suppress(OSError):  # it is started all the same
                self._drop_in(entry)
            reload_units(self.run)
        return written

    def found(self) -> tuple[Found, ...]:
        return self._files.found()

    def remove(self, found: Found) -> Removed | Refused:
        removed = self._files.remove(found)
        drop_in = self._drop_in_of(found.name)
        with suppress(OSError):  # nothing is there, or something else besides
            drop_in.unlink()
            drop_in.parent.rmdir()
        reload_units(self.run)
        return removed

    def _drop_in(self, entry: Entry) -> None:
        drop_in, file = self._drop_in_of(entry.name), self._files.file_of(entry.name).name
        drop_in.parent.mkdir(parents=True, exist_ok=True)
        self.write(drop_in, _DROP_IN.format(mark=UNIT_MARK, file=file, restart=restart_of(entry)).encode())

    def _drop_in_of(self, name: str) -> Path:
        """Give its place, in a folder that is called as the generator calls the unit."""
        unit = f"app-{_in_a_unit(name)}@autostart.service"
        return self.config / "systemd" / "user" / f"{unit}.d" / "kiosk-autostart.conf"


def desktop_entry_of(entry: Entry) -> bytes | Refused:
    if word := next((word for word in entry.command if _READ_DIFFERENTLY.search(word)), ""):
        return Refused(f'desktops do not agree on how to read " ` $ and \\, as in {word}: use another name')
    program = entry.command[0]
    if _NOT_IN_A_PROGRAM.search(program):
        return Refused(f"desktops start no program with % or = in its path, as in {program}: put it elsewhere")
    title = f"Kiosk ({entry.screen})" if entry.screen else "Kiosk"
    command = " ".join(map(_quoted, entry.command))
    return _ENTRY.format(heading=_HEADING, title=title, command=command, mark=MARK).encode()


def entry_in(text: str) -> Reading:
    keys = _keys_in(text)
    if keys.get(MARK) != "true":
        return Foreign()
    words = tuple((quoted or word).replace("%%", "%") for quoted, word in _WORD.findall(keys.get("Exec", "")))
    if not words:
        return Broken()
    if keys.get("Hidden") == "true" or keys.get("X-GNOME-Autostart-enabled") == "false":
        return SwitchedOff(Entry(words), "it is switched off in the settings of the desktop")
    return Entry(words)


def _keys_in(text: str) -> dict[str, str]:
    """Read the keys of the one group that counts."""
    group = text.partition(_HEADING)[2].partition("\n[")[0]
    pairs = (line.partition("=") for line in group.splitlines() if not line.startswith("#"))
    return {key.strip(): value.strip() for key, _, value in pairs}


def _quoted(word: str) -> str:
    word = word.replace("%", "%%")
    return word if _PLAIN_WORD.fullmatch(word) else f'"{word}"'


def _in_a_unit(name: str) -> str:
    r"""Escape it as systemd-escape(1) does: what is no letter, digit, ":", "_" or "." becomes \x2d and the like."""
    return "".join(letter if letter.isalnum() or letter in ":_." else f"\\x{ord(letter):02x}" for letter in name)
