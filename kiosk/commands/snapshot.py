"""`kiosk snapshot`: draw the screen into a picture file, prepared in a folder that is thrown away."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from kiosk.commands.exit_status import DONE, MISUSE, REFUSED
from kiosk.display.options import SnapshotOptions
from kiosk.edition.device import device_settings
from kiosk.edition.value import replace
from kiosk.paths import device_settings_in, store_in
from kiosk.supervise.launch import clean, command


def snapshot_of_state(state: Path, wanted: Callable[[Path], SnapshotOptions]) -> int:
    """Draw the newest version that is kept, whatever the files say now."""
    return _draw(state, wanted)


def snapshot(contact: Path, device: Path, wanted: Callable[[Path], SnapshotOptions], *, holding: bool) -> int:
    """Draw what `wanted` makes of the folder of editions; the holding card needs no edition."""
    with tempfile.TemporaryDirectory(prefix="kiosk-") as folder:
        order = ("prepare", "--config", str(contact), "--device", str(device), "--out", folder)
        prepared = subprocess.run(command(order), check=False, stdout=subprocess.DEVNULL, env=clean(os.environ))  # noqa: S603  # our own program
        if prepared.returncode != DONE and not holding:
            return prepared.returncode
        return _draw(Path(folder), wanted)


def _draw(state: Path, wanted: Callable[[Path], SnapshotOptions]) -> int:
    from kiosk.display.snapshot import Drawn, NotWritten, UnknownView, main

    device = device_settings(device_settings_in(state))
    match main(replace(wanted(store_in(state)), screen_inches=device.screen_inches)):
        case Drawn():
            return DONE
        case NotWritten(file):
            sys.stderr.write(f"The picture {file} could not be written. Choose a folder that you may write to.\n")
            return REFUSED
        case UnknownView(view, known):
            sys.stderr.write(f"There is no view {view}. There are: main, holding, {', '.join(known)}\n")
            return MISUSE
