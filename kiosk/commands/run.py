"""`kiosk run`: the display first, everything else after it.

What is imported here delays the first frame: no dataclasses, no typing, no JSON.
"""

import os
import subprocess
import sys
from pathlib import Path

from kiosk.commands.exit_status import DONE, REFUSED
from kiosk.paths import CONTACT, find_contact, find_device, state_of, user_config
from kiosk.supervise.children import command, start_display

SCREENSHOT = "kiosk.png"


def run(config: str | None, device: str | None, screen: str | None, *, captive: bool) -> int:
    """Show the kiosk until its window is closed or the system ends it."""
    contact = find_contact(config)
    if _is_first_run(contact) and not _write_first_files(contact):
        return REFUSED
    if not _has_display():
        return _draw_instead(contact, find_device(device, contact))
    state = state_of(contact)
    to_display = _display_arguments(state, screen, captive=captive)
    child = start_display(to_display)
    from kiosk.commands.keep import keep_running  # the display starts meanwhile

    keep_running(child, to_display, contact, find_device(device, contact), state, in_window=not captive)
    return DONE


def _is_first_run(contact: Path) -> bool:
    return not contact.exists() and contact == user_config() / CONTACT


def _write_first_files(contact: Path) -> bool:
    """Let `kiosk init` write them in a process of its own: this one stays small."""
    outcome = subprocess.run(command(("init", str(contact.parent))), check=False, stdout=subprocess.DEVNULL)  # noqa: S603  # our own program
    if outcome.returncode == DONE:
        sys.stderr.write(f"Edit this file, the screen follows: {contact}\n")
    return outcome.returncode == DONE


def _has_display() -> bool:
    """Tell whether there is a screen to show on; QT_QPA_PLATFORM may name one that needs neither X nor Wayland."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _draw_instead(contact: Path, device: Path) -> int:
    picture = Path(SCREENSHOT).absolute()
    sys.stderr.write(f"There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): drawing {picture} instead.\n")
    order = ("snapshot", "--config", str(contact), "--device", str(device), "--out", str(picture), "--windowed")
    return subprocess.run(command(order), check=False).returncode  # noqa: S603  # our own program


def _display_arguments(state: Path, screen: str | None, *, captive: bool) -> tuple[str, ...]:
    named = ("--screen", screen) if screen else ()
    return ("--state", str(state), *(("--kiosk",) if captive else ()), *named)
