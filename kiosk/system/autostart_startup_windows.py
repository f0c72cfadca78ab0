"""Starts at log-in from the Startup folder of Windows, where a policy forbids tasks; nothing starts it again then."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kiosk.system.autostart_entry import Broken, Entry, Foreign, Reading, Refused, Write
from kiosk.system.autostart_files import EntryFiles
from kiosk.system.command_line_windows import command_line, words_in

MARK: Final = "@rem Written by kiosk autostart. To remove it: kiosk autostart disable"
_UTF_8: Final = "@chcp 65001 >nul"
_START: Final = '@start "" '


def startup_files(environment: Mapping[str, str], write: Write) -> EntryFiles:
    return EntryFiles("startup", startup_folder(environment), ".cmd", command_file_of, entry_in, write)


def startup_folder(environment: Mapping[str, str]) -> Path:
    return Path(environment.get("APPDATA", "."), "Microsoft", "Windows", "Start Menu", "Programs", "Startup")


def command_file_of(entry: Entry) -> bytes | Refused:
    """Quote every word, for then `%` alone means something to cmd."""
    if word := next((word for word in entry.command if '"' in word), ""):
        return Refused(f"a command file of Windows cannot hold {word}: use another name")
    line = command_line(entry.command).replace("%", "%%")
    return f"{MARK}\r\n{_UTF_8}\r\n{_START}{line}\r\n".encode()


def entry_in(text: str) -> Reading:
    if not text.startswith(MARK):
        return Foreign()
    lines = (line.removeprefix(_START) for line in text.splitlines() if line.startswith(_START))
    words = tuple(word.replace("%%", "%") for word in words_in(next(lines, "")))
    return Entry(words) if words else Broken()
