"""`kiosk snapshot`: draw the screen into a picture file, prepared in a folder that is thrown away."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.commands.exit_status import DONE, MISUSE, REFUSED
from kiosk.commands.visiting import visited
from kiosk.display.options import SnapshotOptions
from kiosk.edition.device import device_settings
from kiosk.edition.value import replace
from kiosk.edition.web_source import WebSource, articles_file, kept_in
from kiosk.paths import device_settings_in, state_of, store_in
from kiosk.supervise.jobs import Gather, NotPrepared, Report, report_from_line
from kiosk.supervise.launch import clean, command
from kiosk.supervise.wire import Unreadable


def snapshot_of_state(state: Path, wanted: Callable[[Path], SnapshotOptions]) -> int:
    """Draw the newest version that is kept, whatever the files say now."""
    return _draw(state, wanted)


def snapshot(contact: Path, device: Path, wanted: Callable[[Path], SnapshotOptions], *, holding: bool) -> int:
    """Draw what `wanted` makes of the folder of editions; the holding card needs no edition."""
    with tempfile.TemporaryDirectory(prefix="kiosk-") as folder:
        state, kept = Path(folder), state_of(contact)
        status, report = _prepared(contact, device, state, kept)
        if missing := [source for source in report.sources if not articles_file(kept, source).exists()]:
            _bring(missing, kept, state)
            status, _ = _prepared(contact, device, state, state)
        return status if status != DONE and not holding else _draw(state, wanted)


def _prepared(contact: Path, device: Path, state: Path, kept: Path) -> tuple[int, Report]:
    """Make the edition in the folder of state and give the exit status with the report."""
    files = ("--config", str(contact), "--device", str(device))
    order = ("prepare", *files, "--out", str(state), "--kept", str(kept))
    child = subprocess.run(  # noqa: S603  # our own program
        command(order), check=False, stdout=subprocess.PIPE, env=clean(os.environ), encoding="utf-8"
    )
    report = report_from_line(child.stdout)
    return child.returncode, NotPrepared(()) if isinstance(report, Unreadable) else report


def _bring(missing: list[WebSource], kept: Path, state: Path) -> None:
    """Visit what no running kiosk has visited, and take the rest as it is kept."""
    with suppress(OSError):  # nothing is
        shutil.copytree(kept_in(kept), kept_in(state))
    for source in missing:
        visited(Gather(str(state), source))


def _draw(state: Path, wanted: Callable[[Path], SnapshotOptions]) -> int:
    from kiosk.display.snapshot import Drawn, NotWritten, UnknownArticle, UnknownView, main

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
        case UnknownArticle(article, count):
            sys.stderr.write(f"There is no article {article}. {_numbers(count)}\n")
            return MISUSE


def _numbers(count: int) -> str:
    """Say by which numbers there are articles, which are counted from 0."""
    match count:
        case 0:
            return "There are none: leave --article out"
        case 1:
            return "There is one, which is number 0"
        case _:
            return f"There are {count}, with the numbers 0 to {count - 1}"
