import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.log import FILES


def run(script: str, log: Path) -> subprocess.CompletedProcess[str]:
    """Run the lines in a process of their own: the log takes over the whole process."""
    lines = f"import logging, pathlib, kiosk.log\nkiosk.log.install(pathlib.Path({str(log)!r}))\n{script}"
    return subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=False)


def test_what_is_said_stands_in_the_file(tmp_path: Path) -> None:
    log = tmp_path / "deep" / "kiosk.log"

    run("logging.getLogger('x').info('hello')", log)

    assert log.read_text("utf-8").endswith("INFO x: hello\n")


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("1 / 0", id="in the main thread"),
        pytest.param(
            "import threading\nt = threading.Thread(target=lambda: 1 / 0)\nt.start()\nt.join()", id="in another"
        ),
        pytest.param("import sys\nsys.stderr = None\n1 / 0", id="without a standard error"),
    ],
)
def test_an_uncaught_exception_is_recorded_with_its_trace(tmp_path: Path, script: str) -> None:
    run(script, tmp_path / "kiosk.log")

    text = (tmp_path / "kiosk.log").read_text("utf-8")
    assert "CRITICAL kiosk: uncaught exception" in text
    assert text.endswith("ZeroDivisionError: division by zero\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_no_reason_to_fail() -> None:
    outcome = run("for _ in range(3): logging.error('x')\nprint('alive')", Path("/dev/full"))

    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (0, "alive\n", "")


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    outcome = run("logging.error('x')\nprint('alive')", tmp_path / "file" / "kiosk.log")

    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (0, "alive\n", "")


def test_the_log_never_outgrows_its_files(tmp_path: Path) -> None:
    run("for _ in range(12_000): logging.error('x' * 1000)", tmp_path / "kiosk.log")

    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == FILES
    assert max(sizes) <= 2_000_000
