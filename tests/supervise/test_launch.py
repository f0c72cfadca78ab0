import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.supervise.launch import clean, command


def test_a_child_is_the_same_program_wherever_it_is_started(tmp_path: Path) -> None:
    (tmp_path / "kiosk.py").write_text("raise SystemExit('the wrong kiosk')")

    answer = subprocess.run(command(["--version"]), cwd=tmp_path, capture_output=True, text=True, check=True)

    assert answer.stdout == f"kiosk {__version__} (a checkout)\n"


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert command(["display"]) == (sys.executable, "display")


def test_the_environment_keeps_what_says_where_the_screen_is() -> None:
    kept = {"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "2", "HOME": "/home/x", "KIOSK_STATE": "/s"}

    assert clean(kept) == kept


@pytest.mark.parametrize(
    "name",
    [
        "QT_PLUGIN_PATH",
        "QT_QPA_PLATFORM_PLUGIN_PATH",
        "QT_QPA_PLATFORMTHEME",
        "QT_QPA_GENERIC_PLUGINS",
        "QT_STYLE_OVERRIDE",
        "QT_IM_MODULE",
        "QT_IM_MODULES",
        "QT_DEBUG_PLUGINS",
        "QT_LOGGING_RULES",
        "LD_PRELOAD",
        "LD_AUDIT",
        "LD_LIBRARY_PATH",
        "PYTHONDONTWRITEBYTECODE",
        "PYTHONINSPECT",
        "PYTHONOPTIMIZE",
        "PYTHONSTARTUP",
        "PYTHONWARNINGS",
        "PYTHONBREAKPOINT",
    ],
)
def test_the_environment_loses_what_makes_computers_differ(name: str) -> None:
    assert clean({name: "x", "PATH": "/bin"}) == {"PATH": "/bin"}


@pytest.mark.parametrize("name", ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"])
def test_no_child_speaks_to_the_service_manager_in_our_name(name: str) -> None:
    assert clean({name: "x", "PATH": "/bin"}) == {"PATH": "/bin"}
