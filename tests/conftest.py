"""What many tests need: an edition, a clean environment, and a real X server with a window manager."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.edition.model import Article, Contact, Edition, Look, Organisation, Palette, Paragraph, QrCode, Run, Takeaway

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PAPER = Palette(*(["#ffffff"] * 10))


@pytest.fixture
def edition() -> Edition:
    """Give the smallest edition that can be shown."""
    card = Takeaway("BEGIN:VCARD", "", QrCode(1, ("1",)))
    return Edition(
        Organisation("Haig Park Office", "ZW", "Africa/Harare"),
        Contact((), (), (), (), card),
        (Article("Welcome", (Paragraph((Run("Come in."),)),)),),
        Look("light", "full", PAPER, PAPER, PAPER),
    )


@pytest.fixture(scope="session")
def xserver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Start Xvfb (1920x1080) with openbox, and give the environment of a program that shall appear there."""
    if lacking := [name for name in ("Xvfb", "openbox") if shutil.which(name) is None]:
        pytest.fail(f"{' and '.join(lacking)} must be installed: run `make install`")
    server, display = _start_xvfb()
    env = _environment(display, tmp_path_factory.mktemp("home"))
    manager = subprocess.Popen(["openbox", "--sm-disable"], env=env, stderr=subprocess.DEVNULL)
    try:
        yield env
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(timeout=10)


def _start_xvfb() -> tuple[subprocess.Popen[bytes], str]:
    """Let the server choose a free display; it writes the number when it is ready."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert server.stdout is not None
    with server.stdout as announcement:
        number = announcement.readline().decode().strip()
    assert number, "Xvfb did not start"
    return server, f":{number}"


def _environment(display: str, home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "KIOSK_", "WAYLAND"))}
    return {**kept, "DISPLAY": display, "HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
