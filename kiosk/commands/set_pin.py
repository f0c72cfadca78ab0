"""`kiosk set-pin`: choose the PIN with which staff get in at the screen; device.toml then holds its hash."""

import sys
from collections.abc import Callable
from getpass import getpass
from pathlib import Path

from kiosk.commands.exit_status import DONE, PROBLEMS, REFUSED
from kiosk.edition.durable import write_atomically
from kiosk.paths import DEVICE, resources
from kiosk.prepare.config.edit import with_key, without_key
from kiosk.prepare.config.pin_line import KEY
from kiosk.prepare.config.read import read_device
from kiosk.prepare.problem import has_errors
from kiosk.prepare.there import what_lies_at
from kiosk.said_as import as_typed
from kiosk.staff.pin import hash_pin
from kiosk.staff.weak import LONGEST, SHORTEST, why_weak
from kiosk.system.private_file import replace_privately

COMMON_PINS = "common_pins.txt"
_LONGEST_LINE = 1000


def set_pin(device: Path, ask: Callable[[str], str] | None = None) -> int:
    """Take the PIN from `ask`, twice, or from whoever sits at the terminal, or else the first line that is piped in."""
    if not _is_in_order(device):
        return PROBLEMS
    pin = _asked(ask or getpass) if ask or sys.stdin.isatty() else _piped()
    if not pin:
        return PROBLEMS
    pin_hash = hash_pin(pin)
    return _change(device, lambda content: with_key(content, KEY, pin_hash), _SET.format(device=device))


def remove_pin(device: Path) -> int:
    if not _is_in_order(device):
        return PROBLEMS
    if what_lies_at(device) == "nothing":
        sys.stdout.write(as_typed(_REMOVED))
        return DONE
    return _change(device, lambda content: without_key(content, KEY), as_typed(_REMOVED))


_SET = """\
The PIN is set; {device} holds its hash, from which nobody reads it.
Staff can now touch a corner of the full screen five times and enter the PIN. A kiosk that runs knows it in a moment.
Wrong tries from before do not count any more.
"""
_AS_IT_WAS = "The PIN is as it was.\n"
_IN_TERMINAL = "A PIN has to be typed in a terminal, and this is none. Open one and type there: kiosk set-pin\n"
_REMOVED = "There is no PIN. Nobody gets in at the screen; to choose one, run: kiosk set-pin\n"


def _is_in_order(device: Path) -> bool:
    """Tell whether the file may be changed; what is wrong with it is printed."""
    problems = read_device(device).problems
    if not has_errors(problems):
        return True
    sys.stderr.write(as_typed("".join(f"{problem}\n" for problem in problems)) + _AS_IT_WAS)
    return False


def _asked(ask: Callable[[str], str]) -> str:
    """Give the PIN, "" where there is none to take; the reason is printed."""
    try:
        pin = ask(f"The new PIN, {SHORTEST} to {LONGEST} digits (nothing appears while you type): ")
        if not _is_good(pin):
            return ""
        again = ask("The same again: ")
    except (EOFError, KeyboardInterrupt):
        sys.stderr.write(f"\n{_AS_IT_WAS}")
        return ""
    if pin == again:
        return pin
    sys.stderr.write(as_typed(f"These were two different PINs. Run kiosk set-pin again. {_AS_IT_WAS}"))
    return ""


def _piped() -> str:
    line = sys.stdin.readline(_LONGEST_LINE)
    if not line:
        sys.stderr.write(as_typed(f"{_IN_TERMINAL}{_AS_IT_WAS}"))
        return ""
    pin = line.rstrip("\r\n")
    return pin if _is_good(pin) else ""


def _is_good(pin: str) -> bool:
    reason = why_weak(pin, _common_pins())
    if reason:
        sys.stderr.write(f"{reason}. {_AS_IT_WAS}")
    return not reason


def _common_pins() -> frozenset[str]:
    lines = (resources() / COMMON_PINS).read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _change(device: Path, change: Callable[[bytes], bytes], success: str) -> int:
    """Write the changed file in the place of the old one, or of the starter's where there is none."""
    file = device.resolve()  # a link stays a link
    is_new = what_lies_at(file) == "nothing"
    try:
        content = change((resources() / DEVICE if is_new else file).read_bytes())
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_privately(file, lambda: write_atomically(file, content))
    except OSError as error:
        sys.stderr.write(f"{device} could not be written: {error}\n")
        return REFUSED
    sys.stdout.write(success)
    return DONE
