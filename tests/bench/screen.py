"""An X server of the bench's own, with a window manager, whose screen can be read while programs draw on it."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from tests.bench.framebuffer import Framebuffer, Mask

WIDTH, HEIGHT = 1920, 1080
STARTS_WITHIN_SECONDS = 10.0
FOREIGN_SETTINGS = ("QT_", "KIOSK_", "WAYLAND", "XDG_", "COVERAGE", "PYTHON", "PYTEST")


@dataclass(frozen=True, slots=True)
class Screen:
    """`environment` is that of a program that shall appear there."""

    environment: dict[str, str]
    framebuffer: Framebuffer


def lacking() -> tuple[str, ...]:
    """Name the programs that must be installed first."""
    return tuple(name for name in ("Xvfb", "openbox", "xprop") if shutil.which(name) is None)


def clock_at(width: int, height: int) -> Mask:
    """Give the place of the clock at the lower right corner; the same part of all subjects is not looked at."""
    unit = min(width, height) / HEIGHT
    left, top, right, bottom = (round(unit * length) for length in (180, 88, 16, 8))
    return Mask(left=width - left, top=height - top, right=width - right, bottom=height - bottom)


@contextmanager
def open_screen(folder: Path, *, is_managed: bool = True, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Iterator[Screen]:
    """Start the server, with a home folder and the screen's file below `folder`, and end it afterwards."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size[0]}x{size[1]}x24", "-fbdir", str(folder)]
    quiet = ["-nocursor", "-noreset", "-nolisten", "tcp"]
    with _running([*command, *quiet], dict(os.environ)) as server:
        environment = _environment(_display_of(server), folder / "home")
        with _window_manager(environment) if is_managed else nullcontext():
            yield Screen(environment, Framebuffer(folder / "Xvfb_screen0", clock_at(*size)))


@contextmanager
def _window_manager(environment: dict[str, str]) -> Iterator[None]:
    with _running(["openbox", "--sm-disable"], environment):
        _wait_until(lambda: _is_managed(environment))
        yield


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=STARTS_WITHIN_SECONDS)


def _display_of(server: subprocess.Popen[bytes]) -> str:
    number = server.stdout.readline().decode().strip() if server.stdout else ""
    if not number:
        raise RuntimeError("Xvfb did not start")
    return f":{number}"


def _environment(display: str, home: Path) -> dict[str, str]:
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN_SETTINGS)}
    return {**kept, "DISPLAY": display, "HOME": str(home)}


def _is_managed(environment: dict[str, str]) -> bool:
    """Tell whether a window manager has announced itself, as the EWMH specification asks."""
    answer = subprocess.run(
        ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=environment, capture_output=True, check=False
    )
    return b"window id" in answer.stdout


def _wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + STARTS_WITHIN_SECONDS
    while not is_so():
        if time.monotonic() > end:
            raise RuntimeError("openbox did not start")
        time.sleep(0.05)
