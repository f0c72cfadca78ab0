"""Runs the kiosk as `kiosk run` does, with intervals that a test can wait for.

    python tests/reliability/run_kiosk.py INTERVALS CONTACT [--kiosk] [--ill] [--bare]

INTERVALS is the JSON of an Intervals. The display and prepare are the real programs; an ill display falls ill when a
signal asks it to. With nothing but the display on a bare screen, there is no card under it.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

from kiosk.commands import keep
from kiosk.edition.codec import decode
from kiosk.supervise.children import Child, start_display
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.launch import clean

ILL = Path(__file__).with_name("ill_display.py")


def start_ill_display() -> Child:
    return subprocess.Popen(
        [sys.executable, str(ILL)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=clean(os.environ),
        encoding="utf-8",
        start_new_session=True,
    )


if __name__ == "__main__":
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)  # a shell has what it starts in the background ignore it
    if "--ill" in sys.argv:
        keep.start_display = start_ill_display  # type: ignore[attr-defined]  # it imports it, and that is what is replaced
    if "--bare" in sys.argv:
        keep.HAS_CARDS = False
    contact, intervals = Path(sys.argv[2]), decode(Intervals, sys.argv[1])
    device, captive = contact.parent / "device.toml", "--kiosk" in sys.argv
    first = start_ill_display() if "--ill" in sys.argv else start_display()
    sys.exit(keep.keep_running(first, contact, device, "", intervals, captive=captive))
