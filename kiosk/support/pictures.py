"""Pictures of the screen, drawn anew by a program of ours that may hang or die by itself."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kiosk.supervise.launch import clean, command
from kiosk.support.contents import Member, Missing, Part
from kiosk.support.fit import MOST_PICTURE_BYTES
from kiosk.support.sources import Sources
from kiosk.system.doctor.ask import ask
from kiosk.system.doctor.machine import Text

SIZE = "960x540"


def pictures(sources: Sources, seconds: float) -> Iterator[Part]:
    """Draw the newest version that is kept, and what the files say now: the screen shows one of the two."""
    try:
        with tempfile.TemporaryDirectory(prefix="kiosk-", ignore_cleanup_errors=True) as folder:
            yield from _drawn(sources, Path(folder), seconds)
    except OSError as error:  # no place for temporary files
        yield Missing("pictures", f"there is no folder to draw them in ({error.strerror or error})")


def _drawn(sources: Sources, folder: Path, seconds: float) -> Iterator[Part]:
    files = ("--config", str(sources.contact), "--device", str(sources.device))
    for name, which in (("kept", ("--state", str(sources.state))), ("files", files)):
        out = folder / f"{name}.png"
        order = ("snapshot", "--out", str(out), "--size", SIZE, *which)
        outcome = ask(command(order), clean(os.environ), seconds)
        yield _picture(out, "" if isinstance(outcome, Text) else f"it was not drawn within {seconds:g} s")


def _picture(file: Path, why: str) -> Part:
    with suppress(OSError):
        content = file.read_bytes()
        if len(content) <= MOST_PICTURE_BYTES:
            return Member(f"pictures/{file.name}", content, "as every visitor sees it, with its names and numbers")
        why = "the picture is too large"
    return Missing(f"pictures/{file.name}", why or "there was nothing to draw: check.json tells of mistakes")
