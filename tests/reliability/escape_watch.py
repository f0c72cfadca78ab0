"""Looks on while a batch is tried, so that nothing is missed that comes and goes again: windows and started programs."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.reliability.lobby import until

PROPERTIES = ("_NET_ACTIVE_WINDOW", "_NET_CLIENT_LIST", "_NET_CURRENT_DESKTOP", "_NET_SHOWING_DESKTOP")
MAPPED = re.compile(r"^MapNotify event.*\n.*window 0x([0-9a-f]+), override (YES|NO)", re.MULTILINE)
"""What overrides the window manager is a menu or a tip; a window that does not may be the program's own that comes back."""

STARTED = re.compile(r'execve\("(?!(?:[^"]*/)?xset")[^\n]*')
"""Whatever is started, but for what the supervisor asks about the screen's power now and then."""

OF_ONE_CLIENT = ~0x1FFFFF
"""The part of a window's number that all windows of one program share."""


class Log:
    """A file that another program writes, read on from where it was read last."""

    def __init__(self, path: Path) -> None:
        path.touch()
        self.path = path
        self._read = 0

    def news(self) -> str:
        with self.path.open("rb") as file:
            file.seek(self._read)
            news = file.read()
        self._read += len(news)
        return news.decode(errors="replace")


class Watch:
    def __init__(self, windows: Log, properties: Log, programs: Log) -> None:
        self._windows = windows
        self._properties = properties
        self._programs = programs
        self._tracer: subprocess.Popen[bytes] | None = None

    def follow(self, processes: tuple[psutil.Process, ...]) -> None:
        """Write down what these processes start, from now on, unless the system lets nobody trace others' processes."""
        self.end()
        pids = [word for process in processes for word in ("-p", str(process.pid))]
        quiet = ("-qq", "-e", "trace=execve", "-e", "signal=none")
        command = ["strace", "-f", *quiet, "-o", str(self._programs.path), *pids]
        self._tracer = tracer = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        until(lambda: tracer.poll() is not None or all(_tracer_of(process) == tracer.pid for process in processes))

    def end(self) -> None:
        """Follow no processes any more."""
        if self._tracer is not None:
            self._tracer.terminate()
            self._tracer.wait()

    def news(self, window: int) -> tuple[list[str], list[str]]:
        """Give what was seen since the last time: of the program that has this window, and of the rest of the session."""
        ours, others = list[str](), list[str]()
        for number, overrides in MAPPED.findall(self._windows.news()):
            is_ours = overrides == "YES" and int(number, 16) & OF_ONE_CLIENT == window & OF_ONE_CLIENT
            (ours if is_ours else others).append(f"a window came up: 0x{number}")
        ours += [f"a program was started: {call}" for call in STARTED.findall(self._programs.news())]
        return ours, [*others, *self._properties.news().splitlines()]


@contextmanager
def open_watch(folder: Path, environment: dict[str, str]) -> Iterator[Watch]:
    """Watch the root window of the screen for the length of the block."""
    windows, properties, programs = (Log(folder / name) for name in ("windows", "properties", "programs"))
    commands = {
        windows: ("xev", "-root", "-event", "substructure"),
        properties: ("xprop", "-root", "-spy", *PROPERTIES),
    }
    watchers = [_written(command, log, environment) for log, command in commands.items()]
    until(lambda: len(properties.path.read_text().splitlines()) >= len(PROPERTIES))
    watch = Watch(windows, properties, programs)
    try:
        yield watch
    finally:
        watch.end()
        for watcher in watchers:
            watcher.terminate()
            watcher.wait()


def _written(command: tuple[str, ...], log: Log, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Run a program that writes its lines into the log as soon as it has them."""
    with log.path.open("wb") as file:
        return subprocess.Popen(["stdbuf", "-oL", *command], env=environment, stdout=file)


def _tracer_of(process: psutil.Process) -> int:
    status = Path(f"/proc/{process.pid}/status").read_text("utf-8")
    return int(status.partition("TracerPid:")[2].split()[0])
