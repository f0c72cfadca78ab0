import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import __main__
from kiosk.__main__ import main, main_of_the_executable
from kiosk.commands.exit_status import REFUSED

FORGETS = """
import os, sys
sys.frozen = True
sys.argv = ["kiosk", "looking"]
from kiosk.__main__ import main
main()
print(os.environ.get("LD_LIBRARY_PATH", "none"))
"""


def library_path_after(settings: dict[str, str]) -> str:
    return subprocess.run(
        [sys.executable, "-c", FORGETS], env={**os.environ, **settings}, check=True, capture_output=True, text=True
    ).stdout.strip()


def test_a_frozen_program_gives_the_system_its_libraries_back() -> None:
    assert (
        library_path_after({"LD_LIBRARY_PATH": "/usr/lib/kiosk", "LD_LIBRARY_PATH_ORIG": "/opt/theirs"})
        == "/opt/theirs"
    )


def test_a_frozen_program_takes_its_own_away_where_there_were_none() -> None:
    assert library_path_after({"LD_LIBRARY_PATH": "/usr/lib/kiosk"}) == "none"


def test_the_doctor_s_programs_are_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["kiosk", "looking", str(tmp_path)])

    assert main() == 0
    assert json.loads(capsys.readouterr().out)["is_folder"]


def test_a_bug_ends_the_process_with_a_traceback_and_no_window(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> int:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(__main__, "main", broken)
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)  # pytest-qt has its own

    assert main_of_the_executable() == 1
    assert "ZeroDivisionError: a bug" in capsys.readouterr().err


def test_a_library_that_is_missing_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def without_library() -> int:
        raise ImportError("libstrange.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(__main__, "_carry_out", without_library)

    assert main() == REFUSED
    assert capsys.readouterr().err == (
        "Nothing can be drawn: this computer has no libstrange.so.1. Install the packages of your system that hold it.\n"
    )


def test_a_module_that_is_missing_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_module() -> int:
        raise ModuleNotFoundError("No module named 'kiosk.x'")

    monkeypatch.setattr(__main__, "_carry_out", without_module)

    with pytest.raises(ModuleNotFoundError):
        main()
