"""`kiosk init`: put the starter files into a folder."""

import sys
from pathlib import Path

from kiosk.commands.exit_status import DONE, REFUSED
from kiosk.paths import CONTACT, resources
from kiosk.prepare.starter import write_starter


def init(folder: Path) -> int:
    try:
        started = write_starter(resources(), folder)
    except OSError as error:
        sys.stderr.write(f"The starter files could not be written: {error}\n")
        return REFUSED
    for path in started.written:
        sys.stdout.write(f"wrote {path}\n")
    for path in started.kept:
        sys.stdout.write(f"kept  {path} (it was there already)\n")
    sys.stdout.write(f"Edit {folder / CONTACT} and show it with: kiosk run --config {folder / CONTACT}\n")
    return DONE
