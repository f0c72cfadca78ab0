"""The fault handler belongs to the whole process: each test has one of its own."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

PRELUDE = """
import os, sys
from pathlib import Path
from kiosk.display import stack
path = Path(sys.argv[1])
file = stack.StackFile(path)
"""


def run(lines: str, path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PRELUDE + lines, str(path)]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log" / "display-4711.stack"


def test_one_that_hangs_leaves_its_stack_in_the_file(path: Path) -> None:
    """It rests in one place, as what hangs does: of a frame that changes meanwhile, the handler may tell nothing."""
    done = run(
        "import threading, time\nstack.HANGS_AFTER_SECONDS = 0.05\n"
        "def watch():\n"
        '    while not path.exists() or "in wait_for_a_disk" not in path.read_text(): time.sleep(0.01)\n'
        "    os._exit(0)\n"
        "def wait_for_a_disk():\n    file.open()\n    time.sleep(50)\n"
        "threading.Thread(target=watch, daemon=True).start()\nwait_for_a_disk()",
        path,
    )

    assert done.returncode == 0
    assert "in wait_for_a_disk" in path.read_text()


def test_one_whose_heart_beats_does_not(path: Path) -> None:
    done = run(
        "import time\nstack.HANGS_AFTER_SECONDS = 0.2\nfile.open()\n"
        "end = time.monotonic() + 0.5\nwhile time.monotonic() < end: file.hear_beat()\n"
        "print(path.stat().st_size)",
        path,
    )

    assert done.stdout == "0\n"


@pytest.mark.parametrize(
    ("deadly", "number"),
    [
        pytest.param("ctypes.string_at(0)", signal.SIGSEGV, id="a wild pointer"),
        pytest.param("os.kill(os.getpid(), signal.SIGABRT)", signal.SIGABRT, id="the supervisor asks for it"),
    ],
)
def test_one_that_crashes_leaves_its_stack_in_the_file(path: Path, deadly: str, number: signal.Signals) -> None:
    done = run(f"import ctypes, signal\nfile.open()\ndef go_wild(): {deadly}\ngo_wild()", path)

    assert done.returncode == -number
    assert "in go_wild" in path.read_text()


def test_one_whose_computer_slept_forgets_what_was_written_down_meanwhile(path: Path) -> None:
    done = run(
        "stack.HANGS_AFTER_SECONDS = 0.05\nfile.open()\nwhile not path.stat().st_size: pass\n"
        "stack.HANGS_AFTER_SECONDS = 60\n"
        "for _ in range(stack.PUT_OFF_EVERY_BEATS): file.hear_beat()\nprint(path.stat().st_size, flush=True)\n"
        "def hang(): os.abort()\nhang()",
        path,
    )

    assert done.stdout == "0\n"
    assert path.read_text().startswith("Fatal Python error: Aborted")


def test_one_that_wakes_while_it_is_being_written_down_forgets_the_rest_of_it_too(path: Path) -> None:
    done = run(
        "from threading import Event, Thread\n"
        "def deep(left): deep(left - 1) if left else Event().wait()\n"
        "for _ in range(50): Thread(target=deep, args=(90,), daemon=True).start()\n"
        "stack.HANGS_AFTER_SECONDS = 0.05\nfile.open()\nwhile not path.stat().st_size: pass\n"
        "stack.HANGS_AFTER_SECONDS = 60\n"
        "for _ in range(stack.PUT_OFF_EVERY_BEATS): file.hear_beat()\n"
        "print(path.stat().st_size, flush=True)\nos._exit(0)",
        path,
    )

    assert done.stdout == "0\n"


def test_a_clean_end_leaves_no_file(path: Path) -> None:
    done = run("file.open()\nprint(path.exists())\nfile.hear_beat()\nfile.close()\nprint(path.exists())", path)

    assert done.stdout == "True\nFalse\n"


def test_after_a_clean_end_nothing_is_written_any_more(path: Path) -> None:
    done = run(
        "import time\nstack.HANGS_AFTER_SECONDS = 0.05\nfile.open()\nfile.close()\n"
        "end = time.monotonic() + 0.2\nwhile time.monotonic() < end: file.hear_beat()",
        path,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert not path.exists()


def test_the_file_of_an_earlier_display_of_the_same_number_is_emptied(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("of yesterday")

    run("file.open()\nos._exit(0)", path)

    assert path.read_text() == ""


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("file.open(); file.hear_beat(); file.close()", id="it is told to write"),
        pytest.param("file.hear_beat(); file.close()", id="it is never told"),
    ],
)
def test_a_disk_that_takes_no_file_is_no_fault(path: Path, lines: str) -> None:
    path.parent.write_text("in the way")

    done = run(lines, path)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_disk_that_lets_nothing_be_removed_is_no_fault(path: Path) -> None:
    done = run("file.open(); path.unlink(); path.mkdir(); file.close()", path)

    assert (done.returncode, done.stderr) == (0, "")
