import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.log_file import FILES, RETRY_SECONDS, ROTATE_AGAIN_SECONDS, WAITING_LINES, LogFile


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Renamer:
    """Renames, or refuses to, as Windows does while a virus scanner reads the file."""

    def __init__(self) -> None:
        self.is_refusing = True
        self.calls = 0

    def __call__(self, source: Path, target: Path) -> None:
        self.calls += 1
        if self.is_refusing:
            raise PermissionError(32, "used by another process", str(source))
        source.replace(target)


def lines_lost(count: int) -> bytes:
    return b"%d lost\n" % count


def line(number: int) -> bytes:
    return b"line %04d\n" % number


def append(log: LogFile, *numbers: int) -> None:
    for number in numbers:
        log.append(line(number))


def lines(*numbers: int) -> bytes:
    return b"".join(line(number) for number in numbers)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def renamer() -> Renamer:
    return Renamer()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log" / "kiosk.log"


@pytest.fixture
def log(path: Path, clock: Clock, renamer: Renamer) -> LogFile:
    """Give a log that holds ten lines a file."""
    return LogFile(path, lines_lost, file_bytes=100, clock=clock, rename=renamer)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 64 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if shutil.which("mount") is None:
        pytest.skip("this system makes no small disk by one command")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True, text=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip(f"mounting a small disk is not permitted: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)


def fill(disk: Path) -> Path:
    """Take all space there is, and give the file that holds it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    assert shutil.disk_usage(disk).free == 0
    return filler


def test_a_full_log_begins_a_new_file(log: LogFile, path: Path, renamer: Renamer) -> None:
    renamer.is_refusing = False

    append(log, *range(25))

    assert path.read_bytes() == lines(*range(20, 25))
    assert path.with_name("kiosk.log.1").read_bytes() == lines(*range(10, 20))
    assert path.with_name("kiosk.log.2").read_bytes() == lines(*range(10))


def test_the_oldest_file_makes_room(log: LogFile, path: Path, renamer: Renamer) -> None:
    renamer.is_refusing = False

    append(log, *range(200))

    assert len(list(path.parent.iterdir())) == FILES
    assert path.with_name(f"kiosk.log.{FILES - 1}").read_bytes() == lines(*range(150, 160))


def test_a_refused_rotation_loses_no_line(log: LogFile, path: Path) -> None:
    append(log, *range(20))

    assert path.read_bytes() == lines(*range(20))


@pytest.mark.parametrize(("seconds", "calls"), [(ROTATE_AGAIN_SECONDS - 0.1, 1), (ROTATE_AGAIN_SECONDS, 2)])
def test_a_refused_rotation_is_tried_again_after_a_minute(
    log: LogFile, clock: Clock, renamer: Renamer, seconds: float, calls: int
) -> None:
    append(log, *range(15))

    clock.now += seconds
    append(log, 15, 16)

    assert renamer.calls == calls


def test_a_refused_rotation_costs_no_older_file(log: LogFile, path: Path, clock: Clock, renamer: Renamer) -> None:
    renamer.is_refusing = False
    append(log, *range(50))
    refused_name = path.with_name("kiosk.log.1")
    log_locked = LogFile(
        path,
        lines_lost,
        file_bytes=100,
        clock=clock,
        rename=lambda source, target: Renamer()(source, target) if target == refused_name else source.replace(target),
    )

    for number in range(50, 55):
        append(log_locked, number)
        clock.now += ROTATE_AGAIN_SECONDS

    assert path.with_name("kiosk.log.2").read_bytes() == lines(*range(30, 40))
    assert path.with_name("kiosk.log.4").read_bytes() == lines(*range(10, 20))


def test_a_log_that_cannot_rotate_stops_at_twice_its_size(
    log: LogFile, path: Path, clock: Clock, renamer: Renamer
) -> None:
    append(log, *range(30))
    assert path.read_bytes() == lines(*range(20))

    renamer.is_refusing = False
    clock.now += ROTATE_AGAIN_SECONDS
    append(log, 30)

    assert path.with_name("kiosk.log.2").read_bytes() == lines(*range(20))
    assert path.with_name("kiosk.log.1").read_bytes() + path.read_bytes() == lines(*range(20, 31))


def test_a_deleted_log_begins_again(log: LogFile, path: Path) -> None:
    append(log, 1)
    path.unlink()
    path.parent.rmdir()

    append(log, 2)

    assert path.read_bytes() == line(2)


def test_two_processes_share_a_log(log: LogFile, path: Path, renamer: Renamer) -> None:
    renamer.is_refusing = False
    other = LogFile(path, lines_lost, file_bytes=100, rename=renamer)

    for number in range(0, 20, 2):
        append(log, number)
        append(other, number + 1)

    assert path.with_name("kiosk.log.1").read_bytes() == lines(*range(10))
    assert path.read_bytes() == lines(*range(10, 20))


@pytest.mark.parametrize(("seconds", "written"), [(RETRY_SECONDS - 0.1, b""), (RETRY_SECONDS, lines(0, 1, 2))])
def test_a_folder_replaced_by_a_file_makes_lines_wait(
    log: LogFile, path: Path, clock: Clock, seconds: float, written: bytes
) -> None:
    path.parent.write_text("in the way")
    append(log, 0, 1)
    path.parent.unlink()
    path.parent.mkdir()
    path.touch()

    clock.now += seconds
    append(log, 2)

    assert path.read_bytes() == written


def test_lines_that_memory_does_not_hold_are_counted(path: Path, clock: Clock) -> None:
    log = LogFile(path, lines_lost, clock=clock)
    path.parent.write_text("in the way")
    append(log, *range(WAITING_LINES + 50))
    path.parent.unlink()

    clock.now += RETRY_SECONDS
    append(log, 1000)
    append(log, 1001)

    kept = lines(*range(51, WAITING_LINES + 50))
    assert path.read_bytes() == lines_lost(51) + kept + lines(1000, 1001)


def test_a_refusing_disk_is_asked_by_few_of_many_lines(
    log: LogFile, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def refuse(path: Path) -> None:
        asked.append(path)
        raise OSError

    monkeypatch.setattr(Path, "stat", refuse)  # the first that is asked of the disk for a line

    for number in range(100_000):
        clock.now = number / 10_000
        append(log, number)

    assert len(asked) == 2  # within ten seconds


def test_a_line_torn_by_a_power_cut_stands_alone(log: LogFile, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(line(1) + b"line 00")

    append(log, 3, 4)

    assert path.read_bytes() == line(1) + b"line 00\n" + lines(3, 4)


RUN_INTO_THE_LIMIT = """
import resource, sys
from pathlib import Path
from kiosk.log_file import LogFile

log = LogFile(Path(sys.argv[1]), str, retry_seconds=0)
most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (25, most))
for number in range(5):
    log.append(b"line %04d\\n" % number)
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
log.append(b"line 0005\\n")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of a file's size")
def test_a_line_torn_by_the_disk_stands_alone_and_comes_again(path: Path) -> None:
    outcome = subprocess.run([sys.executable, "-c", RUN_INTO_THE_LIMIT, path], capture_output=True, check=False)

    assert path.read_bytes() == lines(0, 1) + b"line \n" + lines(*range(2, 6))
    assert (outcome.returncode, outcome.stderr) == (0, b"")


def test_lines_wait_while_a_real_disk_is_full(disk: Path, clock: Clock) -> None:
    log = LogFile(disk / "kiosk.log", lines_lost, clock=clock)
    append(log, 0)
    filler = fill(disk)
    append(log, *range(1, 500))
    filler.unlink()

    clock.now += RETRY_SECONDS
    append(log, 500)

    fit = 4096 // len(line(0))  # into the page that the first line took
    torn = line(fit)[: 4096 % len(line(0))]
    assert (disk / "kiosk.log").read_bytes() == lines(*range(fit)) + torn + b"\n" + lines(*range(fit, 501))


def test_a_process_does_not_feel_a_full_disk(disk: Path) -> None:
    fill(disk)
    script = f"""
import pathlib, kiosk.log
kiosk.log.install(pathlib.Path({str(disk / "kiosk.log")!r}), "display")
for _ in range(1000):
    kiosk.log.note("x")
print("alive")
"""

    outcome = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (0, "alive\n", "")


def test_lines_wait_while_a_real_disk_is_read_only(disk: Path, clock: Clock) -> None:
    log = LogFile(disk / "kiosk.log", lines_lost, clock=clock)
    append(log, 0)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    append(log, 1, 2)
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)

    clock.now += RETRY_SECONDS
    append(log, 3)

    assert (disk / "kiosk.log").read_bytes() == lines(0, 1, 2, 3)
