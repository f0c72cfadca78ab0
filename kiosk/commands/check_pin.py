"""`kiosk check-pin`: the supervisor's question whether a PIN is right; the exit status is the whole answer."""

import sys
from pathlib import Path

from kiosk.edition.device import Unknown, access_settings
from kiosk.paths import access_in
from kiosk.staff.pin import matches
from kiosk.supervise.pin_verdict import NO_PIN, RIGHT, WRONG

_LONGEST_LINE = 1000


def check_pin(state: Path) -> int:
    """Read the PIN from standard input, where no list of processes shows it."""
    pin = sys.stdin.readline(_LONGEST_LINE).rstrip("\r\n")
    access = access_settings(access_in(state))
    if isinstance(access, Unknown) or not access.pin_hash:
        return NO_PIN
    return RIGHT if matches(pin, access.pin_hash) else WRONG
