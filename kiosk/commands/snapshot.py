"""`kiosk snapshot`: draw the screen into a picture file, prepared in a folder that is thrown away."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from kiosk.commands.exit_status import DONE, MISUSE, REFUSED
from kiosk.display.options import SnapshotOptions
from kiosk.paths import store_in
from kiosk.supervise.launch import clean, command


def snapshot_of_state(state: Path, wanted: Callable[[Path], SnapshotOptions]) -> int:
    """Draw the newest version that is kept, whatever the files say now."""
    return _draw(wanted(store_in(state)))


def snapshot(contact: Path, device: Path, wanted: Callable[[Path], SnapshotOptions], *, holding: bool) -> int:
    """Draw what `wanted` makes of the folder of editions; the holding card needs no edition."""
    with tempfile.TemporaryDirectory(prefix="kiosk-") as folder:
        order = ("prepare", "--config", str(contact), "--device", str(device), "--out", folder)
        prepared = subprocess.run(command(order), check=False, stdout=subprocess.DEVNULL, env=clean(os.environ))  # noqa: S603  # our own program
        if prepared.returncode != DONE and not holding:
            return prepared.returncode
        return _draw(wanted(store_in(Path(folder))))


def _draw(options: SnapshotOptions) -> int:
    from kiosk.display.snapshot import Drawn, NotWritten, UnknownView, main

    match main(options):
        case Drawn():
            return DONE
        case NotWritten(file):
            sys.stderr.write(f"The picture {file} could not be written. Choose a folder that you may write to.\n")
            return REFUSED
        case UnknownView(view, known):
            sys.stderr.write(f"There is no view {view}. There are: main, holding, {', '.join(known)}\n")
            return MISUSE
