import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from kiosk.supervise.children import let_go
from kiosk.supervise.early import start_display_early

SLOW = ("subprocess", "typing", "pathlib", "collections", "enum")
IMPORTED = f"""
import sys
import kiosk.supervise.early
print([name for name in {SLOW!r} if name in sys.modules])
"""


def test_there_is_no_display_without_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    assert start_display_early() is None


def test_a_display_that_has_not_begun_leaves_when_it_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    display = start_display_early()
    assert display is not None
    while not (command := psutil.Process(display.pid).cmdline()):  # Linux has it a moment after the program is there
        continue
    assert command[-1] == "display"

    let_go(display)

    assert display.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one way only")
def test_a_display_that_cannot_be_started_the_quick_way_is_started_the_usual_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("kiosk.system.spawn_linux._OPEN", str(tmp_path / "no proc"))

    display = start_display_early()

    assert isinstance(display, subprocess.Popen)
    let_go(display)
    assert display.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere subprocess starts it")
def test_nothing_slow_is_imported_before_the_display_is_started() -> None:
    command = (sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}" + IMPORTED)

    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "[]\n"
