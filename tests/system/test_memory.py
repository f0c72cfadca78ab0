import ctypes
import mmap
import os
import subprocess
import sys
from ctypes import c_int, c_uint32, c_void_p
from pathlib import Path

import pytest

from kiosk.system import memory_macos, memory_windows
from kiosk.system.memory import memory_bytes
from kiosk.system.memory_linux import pss_in
from kiosk.system.memory_windows import Counters

MEBIBYTE = 1024**2
of_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
PROCESS = 8


@of_linux
def test_a_process_that_takes_memory_is_seen_to() -> None:
    before = memory_bytes(os.getpid())
    with mmap.mmap(-1, 50 * MEBIBYTE) as block:  # not of the heap, which may have room from before
        block.write(os.urandom(MEBIBYTE) * 50)
        after = memory_bytes(os.getpid())

    assert before is not None
    assert after is not None
    assert 45 * MEBIBYTE < after - before < 60 * MEBIBYTE


@of_linux
def test_a_process_that_is_gone_has_no_figure() -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait(timeout=60)

    assert memory_bytes(gone.pid) is None


@of_linux
def test_a_zombie_has_no_figure() -> None:
    zombie = subprocess.Popen([sys.executable, "-c", ""])
    os.waitid(os.P_PID, zombie.pid, os.WEXITED | os.WNOWAIT)

    figure = memory_bytes(zombie.pid)

    zombie.wait(timeout=60)
    assert figure is None


@pytest.mark.parametrize(
    ("rollup", "figure"),
    [
        (b"55d0-7ffd ---p 0 0:0 0  [rollup]\nRss:  9000 kB\nPss:     1234 kB\nPss_Dirty:  1 kB\n", 1234 * 1024),
        (b"", None),
    ],
)
def test_the_proportional_size_is_read(rollup: bytes, figure: int | None) -> None:
    assert pss_in(rollup) == figure


@pytest.mark.parametrize(("printed", "figure"), [("  5120\n", 5 * MEBIBYTE), ("", None), ("ps: what?\n", None)])
def test_the_resident_size_is_asked_of_ps(printed: str, figure: int | None) -> None:
    asked: list[tuple[str, ...]] = []

    def run(command: tuple[str, ...]) -> str:
        asked.append(command)
        return printed

    assert memory_macos.memory_bytes(4711, run) == figure
    assert asked == [("/bin/ps", "-o", "rss=", "-p", "4711")]


def test_a_ps_that_does_not_answer_gives_no_figure() -> None:
    def run(command: tuple[str, ...]) -> str:
        raise OSError(f"{command[0]} takes too long")

    assert memory_macos.memory_bytes(4711, run) is None


@pytest.mark.skipif(not Path("/bin/ps").exists(), reason="needs ps")
def test_ps_is_asked_on_macos() -> None:
    zombie = subprocess.Popen([sys.executable, "-c", ""])
    os.waitid(os.P_PID, zombie.pid, os.WEXITED | os.WNOWAIT)

    figure = memory_bytes(zombie.pid, platform="darwin")

    zombie.wait(timeout=60)
    assert figure == 0  # where /proc refuses to tell


@pytest.mark.skipif(not Path("/bin/ps").exists(), reason="needs ps")
def test_ps_knows_this_process() -> None:
    figure = memory_bytes(os.getpid(), platform="darwin")

    assert figure is not None
    assert figure > MEBIBYTE


class Kernel32:
    """Knows one process, of 5 MiB, unless it refuses to open it or to tell."""

    def __init__(self, *, opens: bool = True, tells: bool = True) -> None:
        self.opened: list[tuple[int, int]] = []
        self.closed: list[int | None] = []
        self._opens = opens
        self._tells = tells

    def OpenProcess(self, rights: c_uint32, inherit: c_int, pid: c_uint32, /) -> int:
        assert inherit.value == 0
        self.opened.append((rights.value, pid.value))
        return PROCESS if self._opens else 0

    def K32GetProcessMemoryInfo(self, process: c_void_p, counters: c_void_p, size: c_uint32, /) -> int:
        assert process.value == PROCESS
        told = Counters.from_address(counters.value or 0)
        assert told.cb == size.value == ctypes.sizeof(Counters)
        told.PrivateUsage = 5 * MEBIBYTE
        return int(self._tells)

    def CloseHandle(self, handle: c_void_p, /) -> int:
        self.closed.append(handle.value)
        return 1


@pytest.mark.parametrize(("tells", "figure"), [(True, 5 * MEBIBYTE), (False, None)])
def test_the_private_bytes_are_asked_of_windows(*, tells: bool, figure: int | None) -> None:
    kernel32 = Kernel32(tells=tells)

    assert memory_windows.memory_bytes(4711, kernel32) == figure
    assert kernel32.opened == [(0x1010, 4711)]
    assert kernel32.closed == [PROCESS]


def test_a_process_that_windows_does_not_open_has_no_figure() -> None:
    kernel32 = Kernel32(opens=False)

    assert memory_windows.memory_bytes(4711, kernel32) is None
    assert kernel32.closed == []


@pytest.mark.skipif(ctypes.sizeof(c_void_p) != 8, reason="the figure is that of 64 bits")
def test_the_structure_is_as_large_as_that_of_windows() -> None:
    assert ctypes.sizeof(Counters) == 80


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has it")
def test_windows_has_its_file() -> None:
    with pytest.raises(OSError, match="of Windows"):
        memory_bytes(4711, platform="win32")
