"""`kiosk snapshot`: draw the screen into a picture file, prepared in a folder that is thrown away."""

import os
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from kiosk.commands.exit_status import DONE, REFUSED
from kiosk.display.options import SnapshotOptions
from kiosk.edition.value import Value
from kiosk.paths import store_in
from kiosk.supervise.children import clean, command


class View(Value, frozen=True):
    """What to draw: pixels, names that the display knows, and `now` in ISO form, None for the real time."""

    width: int
    height: int
    theme: str
    view: str
    text_scale: float
    device_pixel_ratio: float
    language: str
    article: int
    windowed: bool
    now: str | None


def snapshot(contact: Path, device: Path, out: Path, view: View) -> int:
    with tempfile.TemporaryDirectory(prefix="kiosk-") as folder:
        order = ("prepare", "--config", str(contact), "--device", str(device), "--out", folder)
        prepared = subprocess.run(command(order), check=False, stdout=subprocess.DEVNULL, env=clean(os.environ))  # noqa: S603  # our own program
        if prepared.returncode != DONE and view.view != "holding":
            return prepared.returncode
        return _draw(_options(store_in(Path(folder)), out, view))


def _options(store: Path, out: Path, view: View) -> SnapshotOptions:
    return SnapshotOptions(
        store=store,
        out=out,
        now=_time(view.now),
        width=view.width,
        height=view.height,
        theme=view.theme,
        view=view.view,
        text_scale=view.text_scale,
        device_pixel_ratio=view.device_pixel_ratio,
        language=view.language,
        article=view.article,
        captive=not view.windowed,
    )


def _draw(options: SnapshotOptions) -> int:
    from kiosk.display.snapshot import main

    return DONE if main(options) == DONE else REFUSED


def _time(text: str | None) -> datetime:
    """Read a time; one without a zone counts as UTC, so that a picture is the same on every computer."""
    if text is None:
        return datetime.now(UTC)
    time = datetime.fromisoformat(text)
    return time if time.tzinfo else time.replace(tzinfo=UTC)
