import os
import sys
import time
from pathlib import Path

import pytest

from kiosk.system.doctor.ask import ask
from kiosk.system.doctor.machine import Absent, Refused, Silent, Text
from kiosk.system.lock import Held, take
from tests.reliability.lobby import until

HERE = dict(os.environ)
HANGS = "import time; time.sleep(60)"
HAS_A_CHILD_THAT_HANGS = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HANGS!r}])"
LONG_ENOUGH = 30.0


def test_what_a_program_prints_is_its_answer() -> None:
    assert ask((sys.executable, "-c", "print('Büro')"), HERE, LONG_ENOUGH) == Text("Büro\n", 0)


def test_its_exit_status_is_told() -> None:
    assert ask((sys.executable, "-c", "raise SystemExit(3)"), HERE, LONG_ENOUGH) == Text("", 3)


def test_what_it_says_on_standard_error_is_no_answer() -> None:
    assert ask((sys.executable, "-c", "import sys; sys.stderr.write('hm')"), HERE, LONG_ENOUGH) == Text("", 0)


def test_it_speaks_no_other_language_than_ours() -> None:
    spoken = ask((sys.executable, "-c", "import os; print(os.environ['LC_ALL'])"), {"LC_ALL": "de_DE"}, LONG_ENOUGH)

    assert spoken == Text("C\n", 0)


def test_a_program_that_is_not_installed_is_absent() -> None:
    assert ask(("no-such-program",), HERE, LONG_ENOUGH) == Absent()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mode")
def test_a_program_that_may_not_be_run_refuses(tmp_path: Path) -> None:
    (tmp_path / "program").touch(0o644)

    assert ask((str(tmp_path / "program"),), HERE, LONG_ENOUGH) == Refused()


@pytest.mark.parametrize("program", [HANGS, HAS_A_CHILD_THAT_HANGS])
def test_nobody_waits_for_a_program_that_hangs(program: str) -> None:
    began = time.monotonic()

    answer = ask((sys.executable, "-c", program), HERE, 0.3)

    assert answer == Silent()
    assert time.monotonic() - began < 3


@pytest.mark.skipif(sys.platform == "win32", reason="locks a file as POSIX does")
def test_what_it_has_started_ends_with_it(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    held = f"import fcntl, time; file = open({str(lock)!r}, 'w'); fcntl.flock(file, fcntl.LOCK_EX); time.sleep(60)"

    ask((sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {held!r}])"), HERE, 2.0)

    assert lock.exists()
    until(lambda: isinstance(take(lock), Held))


def test_when_there_is_no_time_left_it_is_not_even_looked_for() -> None:
    assert ask(("no-such-program",), HERE, 0.0) == Silent()
