import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from kiosk.system.spawn_linux import spawn
from kiosk.system.spawned_linux import Spawned

if sys.platform != "linux":
    pytest.skip("how a display is started on Linux", allow_module_level=True)

TELLS = "import os; print(sorted(map(int, os.listdir('/proc/self/fd')))[:-1], os.getpid() == os.getsid(0))"


@contextmanager
def started(source: str) -> Iterator[Spawned]:
    child = Spawned(*spawn((sys.executable, "-c", source), {"TOLD": "täglich", "PYTHONUTF8": "1"}))
    assert child.stdin is not None
    assert child.stdout is not None
    with child.stdin, child.stdout:
        yield child
    child.kill()
    child.wait()


def said_by(source: str) -> str:
    with started(source) as child:
        assert child.stdout is not None
        return child.stdout.read()


def test_it_hears_and_is_heard() -> None:
    with started("print(input()[::-1])") as child:
        assert child.stdin is not None
        assert child.stdout is not None

        child.stdin.write("Grüße\n")
        child.stdin.flush()

        assert child.stdout.read() == "eßürG\n"


def test_it_has_the_environment_that_it_is_given_and_no_other() -> None:
    said = said_by("import os; print({name: os.environ.get(name) for name in ('TOLD', 'PATH')})")

    assert said == "{'TOLD': 'täglich', 'PATH': None}\n"


def test_it_has_a_session_of_its_own_and_no_descriptor_of_ours(tmp_path: Path) -> None:
    with (tmp_path / "ours").open("w") as ours:
        os.set_inheritable(ours.fileno(), True)  # noqa: FBT003  # os takes it by position only

        assert said_by(TELLS) == "[0, 1, 2] True\n"


def test_its_exit_status_is_told_however_often_it_is_asked() -> None:
    with started("raise SystemExit(7)") as child:
        assert (child.wait(), child.wait(), child.poll(), child.returncode) == (7, 7, 7, 7)


def test_one_that_a_signal_ends_tells_which() -> None:
    with started("input()") as child:
        child.terminate()

        assert child.wait(10) == -15


def test_one_that_has_ended_is_sent_no_signal(monkeypatch: pytest.MonkeyPatch) -> None:
    with started("pass") as child:
        child.wait()
        monkeypatch.setattr(os, "kill", pytest.fail)

        child.terminate()


def test_one_that_runs_on_is_waited_for_no_longer_than_wanted() -> None:
    with started("input()") as child:
        began = time.monotonic()

        with pytest.raises(subprocess.TimeoutExpired):
            child.wait(0.05)

        assert 0.05 <= time.monotonic() - began < 5
        assert child.poll() is None


def test_one_that_is_killed_leaves_no_zombie() -> None:
    with started("input()") as child:
        child.kill()

        assert child.wait(10) == -9
        assert not psutil.pid_exists(child.pid)


def descriptors() -> list[str]:
    """Give the open ones of this process; the one that reads them always has the same number."""
    return sorted(file.name for file in Path("/proc/self/fd").iterdir())


def test_a_program_that_is_missing_is_an_os_error_and_leaves_no_descriptor(tmp_path: Path) -> None:
    before = descriptors()

    with pytest.raises(FileNotFoundError):
        spawn((str(tmp_path / "missing"),), {})

    assert descriptors() == before


@pytest.mark.parametrize("free", range(1, 5))
def test_nor_does_one_for_which_no_descriptor_is_left(free: int) -> None:
    before = descriptors()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    taken = [os.open(os.devnull, os.O_RDONLY) for _ in range(free)]
    limit = max(taken) + 1
    for descriptor in taken:
        os.close(descriptor)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))

    try:
        with pytest.raises(OSError, match="Too many open files"):
            spawn((sys.executable, "-c", ""), {})
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

    assert descriptors() == before
