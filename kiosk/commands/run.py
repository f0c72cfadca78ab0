"""`kiosk run`: what must be settled before the supervisor takes over the display, which is starting meanwhile."""

import os
import subprocess
from pathlib import Path

from kiosk.commands.exit_status import DONE, REFUSED
from kiosk.paths import CONTACT, find_contact, find_device, resources, state_of, user_config
from kiosk.supervise.children import Child, let_go
from kiosk.supervise.launch import clean, command
from kiosk.terminal import tell_terminal

SCREENSHOT = "kiosk.png"
WRITTEN = "Edit this file, the screen follows:"
UNWRITTEN = "The screen shows the example that came with the program, for this file could not be written:"


def run(display: Child | None, config: str | None, device: str | None, screen: str | None, *, captive: bool) -> int:
    """Show the kiosk until its window is closed or the system ends it; `display` is None where there is no screen."""
    contact = find_contact(config)
    for path in (contact, find_device(device, contact), state_of(contact, screen or "")):
        if not _is_text(path):
            let_go(display)
            tell_terminal(f"Rename the folder, for its name has letters that are not UTF-8: {os.fsencode(path)!r}\n")
            return REFUSED
    if _is_first_run(contact) and not _write_first_files(contact):
        contact = resources() / CONTACT
    if display is None:
        return _draw_instead(contact, find_device(device, contact))
    from kiosk.commands.keep import keep_running

    return keep_running(display, contact, find_device(device, contact), screen or "", captive=captive)


def _is_text(path: Path) -> bool:
    """Tell whether the name can be written down: Linux takes any bytes."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_first_run(contact: Path) -> bool:
    return not contact.exists() and contact == user_config() / CONTACT


def _write_first_files(contact: Path) -> bool:
    """Let `kiosk init` write them in a process of its own: this one stays small."""
    outcome = subprocess.run(  # noqa: S603  # our own program
        command(("init", str(contact.parent))), check=False, stdout=subprocess.DEVNULL, env=clean(os.environ)
    )
    is_written = outcome.returncode == DONE
    tell_terminal(f"{WRITTEN if is_written else UNWRITTEN} {contact}\n")
    return is_written


def _draw_instead(contact: Path, device: Path) -> int:
    picture = Path(SCREENSHOT).absolute()
    tell_terminal(f"There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): drawing {picture} instead.\n")
    order = ("snapshot", "--config", str(contact), "--device", str(device), "--out", str(picture), "--windowed")
    return subprocess.run(command(order), check=False, env=clean(os.environ)).returncode  # noqa: S603  # our own program
