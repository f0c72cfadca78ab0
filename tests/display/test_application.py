"""A Qt that finds no way to the screen, in a process of its own: Qt aborts it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.commands.display import LACKS
from kiosk.supervise.messages import Begin, Lacks, from_line
from kiosk.supervise.wire import to_line

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt brings all it needs")

NOBODY = ":32000"


def display(state: Path, settings: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    """Run one to its end."""
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND_"))}
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "display"],
        input=to_line(Begin(str(state))),
        env={**usual, "QT_QPA_PLATFORM": "xcb", "DISPLAY": NOBODY, **settings},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("library", "package"), [("libEGL.so.1", "libegl1"), ("libxcb-cursor.so.0", "libxcb-cursor0")])
def test_a_library_that_cannot_be_loaded_is_told_and_nothing_else(tmp_path: Path, library: str, package: str) -> None:
    (tmp_path / library).touch()

    ended = display(tmp_path, {"LD_LIBRARY_PATH": str(tmp_path)})

    told = from_line(ended.stdout)
    assert isinstance(told, Lacks)
    assert told.what.startswith(f"Nothing can be drawn: {library} of this computer cannot be loaded (file too short).")
    assert told.what.endswith(f" {package}")
    assert (ended.returncode, ended.stderr) == (LACKS, "")


def test_where_no_screen_answers_no_library_is_suspected(tmp_path: Path) -> None:
    ended = display(tmp_path, {})

    assert ended.stderr == f"qt.qpa.xcb: could not connect to display {NOBODY}\n"
    assert (ended.returncode, ended.stdout) == (-signal.SIGABRT, "")
