"""One run of one subject, judged from outside, by the same rule for all.

The clock runs from just before the program is started until the screen is complete. A warm-up run learns what that
means: the picture that no longer changes. In a measured run the screen is compared with it every two milliseconds,
pixel by pixel and exactly, except where the clock stands; so a frame that lacks a text, an icon or the code is not
complete. When the picture of today is not that of the warm-up (the office has just closed, say), it is learned anew.

A run begins when the computer has nothing else to do, or after half a minute when it always has.
"""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from tests.bench.framebuffer import Framebuffer, Picture
from tests.bench.processes import Use, pss_bytes, started, use_by_process
from tests.bench.readings import IDLE, MEMORY, START, WAKE_UPS, WAKE_UPS_ROOT, Quantity, Reading
from tests.bench.screen import Screen
from tests.bench.subjects import Subject

LOOK_EVERY_SECONDS = 0.002
COMPLETE_WITHIN_SECONDS = 12.0
UNCHANGED_SECONDS = 3.0
CALM_SECONDS = 1.0
CALM_PERCENT = 10.0
CALM_WITHIN_SECONDS = 30.0
AT_REST_AFTER_SECONDS = 10.0
IDLE_SECONDS = 20.0
TRIES = 3


@dataclass(frozen=True, slots=True)
class Unlike:
    """The screen never became the picture that was learned."""


class Bench:
    """Runs subjects on one screen, which is empty between the runs."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._empty = screen.framebuffer.picture()
        self._learned: dict[str, Picture] = {}

    def learn(self, subject: Subject) -> None:
        """Keep the picture that the subject comes to rest at."""
        framebuffer = self._screen.framebuffer
        with self._running(subject):
            _wait_until_unlike(framebuffer, self._empty)
            self._learned[subject.name] = _picture_at_rest(framebuffer)

    def measure(self, subject: Subject, quantities: frozenset[Quantity]) -> tuple[Reading, ...]:
        """Run the subject once and read what is asked; the start is always read."""
        for _ in range(TRIES):
            match self._run(subject, quantities):
                case Unlike():
                    self.learn(subject)
                case readings:
                    return readings
        raise RuntimeError(f"{subject.title} does not show the same picture twice")

    def _run(self, subject: Subject, quantities: frozenset[Quantity]) -> tuple[Reading, ...] | Unlike:
        began = time.perf_counter()
        with self._running(subject) as process:
            if not _comes_to_show(self._screen.framebuffer, self._learned[subject.name]):
                return Unlike()
            start = Reading(subject.name, START, time.perf_counter() - began)
            return start, *_later_readings(subject.name, process, quantities)

    @contextmanager
    def _running(self, subject: Subject) -> Iterator[subprocess.Popen[bytes]]:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            command = subject.command_in(Path(folder))
            with started(command, {**self._screen.environment, **subject.settings}) as process:
                yield process
        _wait_until_like(self._screen.framebuffer, self._empty)
        _wait_for_calm()


def idle_readings(name: str, root: int, before: dict[int, Use], after: dict[int, Use]) -> list[Reading]:
    """Compare two looks at the processes; one that began between them has used all it has."""
    nothing = Use(0.0, 0)
    cpu_seconds = sum(use.cpu_seconds - before.get(pid, nothing).cpu_seconds for pid, use in after.items())
    wake_ups = {pid: use.wake_ups - before.get(pid, nothing).wake_ups for pid, use in after.items()}
    return [
        Reading(name, IDLE, cpu_seconds),
        Reading(name, WAKE_UPS, sum(wake_ups.values())),
        Reading(name, WAKE_UPS_ROOT, wake_ups[root]),
    ]


def _later_readings(name: str, process: subprocess.Popen[bytes], quantities: frozenset[Quantity]) -> Iterator[Reading]:
    if not quantities & {MEMORY, IDLE}:
        return
    time.sleep(AT_REST_AFTER_SECONDS)
    if MEMORY in quantities:
        yield Reading(name, MEMORY, pss_bytes(process) / 1e6)
    if IDLE in quantities:
        before = use_by_process(process)
        time.sleep(IDLE_SECONDS)
        yield from idle_readings(name, process.pid, before, use_by_process(process))


def _comes_to_show(framebuffer: Framebuffer, picture: Picture) -> bool:
    end = time.monotonic() + COMPLETE_WITHIN_SECONDS
    while not framebuffer.shows(picture):
        if time.monotonic() > end:
            return False
        time.sleep(LOOK_EVERY_SECONDS)
    return True


def _picture_at_rest(framebuffer: Framebuffer) -> Picture:
    """Wait until the picture has not changed for a while."""
    picture, since = framebuffer.picture(), time.monotonic()
    while time.monotonic() - since < UNCHANGED_SECONDS:
        time.sleep(0.1)
        if not framebuffer.shows(picture):
            picture, since = framebuffer.picture(), time.monotonic()
    return picture


def _wait_until_unlike(framebuffer: Framebuffer, picture: Picture) -> None:
    end = time.monotonic() + COMPLETE_WITHIN_SECONDS
    while framebuffer.shows(picture):
        if time.monotonic() > end:
            raise RuntimeError("nothing appears on the screen")
        time.sleep(0.05)


def _wait_until_like(framebuffer: Framebuffer, picture: Picture) -> None:
    if not _comes_to_show(framebuffer, picture):
        raise RuntimeError("the screen does not become empty again")


def _wait_for_calm() -> None:
    end = time.monotonic() + CALM_WITHIN_SECONDS
    while psutil.cpu_percent(CALM_SECONDS) > CALM_PERCENT and time.monotonic() < end:
        continue
