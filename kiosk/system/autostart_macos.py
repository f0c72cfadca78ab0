"""Starts at log-in as macOS does it, by a LaunchAgent of the user: launchd.plist(5).

launchd starts again what ended in failure, and takes every exit status but 0 for one. That staff left the kiosk is no
failure, so a line of shell between the two says 0 for it. launchd reads the folder at every log-in.
"""

import plistlib
from pathlib import Path
from typing import Final
from xml.parsers.expat import ExpatError

from kiosk.system.autostart_entry import LEFT_BY_STAFF, NAME, Broken, Entry, Foreign, Reading, Write
from kiosk.system.autostart_files import EntryFiles

LABEL: Final = "org.kiosk-autostart."
SHELL: Final = ("/bin/sh", "-c", f'"$@"; s=$?; [ $s -eq {LEFT_BY_STAFF} ] && exit 0; exit $s', NAME)
_THROTTLE_SECONDS: Final = 10
"""The least that launchd takes."""


def launch_agents(home: Path, write: Write) -> EntryFiles:
    folder = home / "Library" / "LaunchAgents"
    return EntryFiles("agent", folder, ".plist", property_list_of, entry_in, write, before=LABEL)


def property_list_of(entry: Entry) -> bytes:
    return plistlib.dumps(
        {
            "Label": f"{LABEL}{entry.name}",
            "ProgramArguments": [*SHELL, *entry.command],
            "RunAtLoad": True,
            "KeepAlive": {"SuccessfulExit": False},
            "ThrottleInterval": _THROTTLE_SECONDS,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        },
        sort_keys=False,
    )


def entry_in(text: str) -> Reading:
    """Know ours by its label."""
    try:
        told = plistlib.loads(text.encode())
    except (ValueError, ExpatError):  # it is no property list
        return Foreign()
    if not isinstance(told, dict) or not str(told.get("Label", "")).startswith(f"{LABEL}{NAME}"):
        return Foreign()
    words = told.get("ProgramArguments")
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        return Broken()
    command = tuple(words[len(SHELL) :])
    return Entry(command) if command else Broken()
