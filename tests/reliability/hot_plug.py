"""A computer whose screens come and go: an X server that is larger than any of them, with a window manager.

Its output is called "screen"; another screen stands to the right of it while it is plugged in.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from tests.bench.framebuffer import Framebuffer, Mask
from tests.reliability.lobby import until

MOST = (3840, 1920)
FULL_HD = (1920, 1080)
UPRIGHT = (1080, 1920)
HD = (1280, 720)
OUTPUT = "screen"
ENDS_WITHIN_SECONDS = 10.0
FOREIGN_SETTINGS = ("QT_", "KIOSK_", "WAYLAND", "XDG_", "COVERAGE", "PYTHON", "PYTEST")
GRID = 64

Size: TypeAlias = tuple[int, int]
Place: TypeAlias = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""


class PartOfScreen(Framebuffer):
    """What is to be seen in one place of the X server's screen; the place may become another."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, Mask(0, 0, 0, 0))
        self.place: Place = (0, 0, *FULL_HD)

    def sample(self, every: int = 0) -> list[int]:
        """Give the colours of a grid of points over the place, or of every so many pixels."""
        left, top, width, height = self.place
        step_x, step_y = every or width // GRID, every or height // GRID
        points = ((x, y) for y in range(top, top + height, step_y) for x in range(left, left + width, step_x))
        return [red << 16 | green << 8 | blue for red, green, blue in (self.pixel(x, y) for x, y in points)]


@dataclass(frozen=True)
class Computer:
    """`view` is what a visitor sees who stands before the screen that was named last."""

    environment: dict[str, str]
    view: PartOfScreen

    def set_size(self, size: Size) -> None:
        """Have the output show another resolution, or show anything at all again."""
        self._xrandr("--output", OUTPUT, "--primary", "--mode", _mode(size))

    def turn_off(self) -> None:
        """Leave no output that shows anything."""
        self._xrandr("--fb", _mode(MOST), "--output", OUTPUT, "--off")

    def plug_in(self, name: str, size: Size) -> Place:
        """Have another screen to the right of the one that is there, of full HD."""
        width, height = size
        self._xrandr("--fb", _mode(MOST), "--output", OUTPUT, "--primary", "--mode", _mode(FULL_HD))
        self._xrandr("--setmonitor", name, f"{width}/500x{height}/300+{FULL_HD[0]}+0", "none")
        return FULL_HD[0], 0, width, height

    def pull_out(self, name: str) -> None:
        self._xrandr("--delmonitor", name)
        self.set_size(FULL_HD)

    def know(self, size: Size) -> None:
        """Make a resolution known, which an X server without a real screen does not do."""
        width, height = size
        self._xrandr("--newmode", _mode(size), "0", *f"{width} 0 0 0 {height} 0 0 0".split())
        self._xrandr("--addmode", OUTPUT, _mode(size))

    def front_window(self) -> Place | None:
        """Give where the window in front stands, None where there is none or it is not shown."""
        if (front := self._front()) is None:
            return None
        told = self._answer("xwininfo", "-id", front).splitlines()
        facts = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in told)}
        if facts.get("Map State") != "IsViewable":
            return None
        left, top = int(facts["Absolute upper-left X"]), int(facts["Absolute upper-left Y"])
        return left, top, int(facts["Width"]), int(facts["Height"])

    def minimise_front_window(self) -> None:
        subprocess.run(["xdotool", "windowminimize", self._front() or ""], env=self.environment, check=True)

    def is_managed(self) -> bool:
        """Tell whether a window manager has announced itself, as the EWMH specification asks."""
        return "window id" in self._answer("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")

    def _front(self) -> str | None:
        """Give the number of the window that the window manager has on top, None where it has none."""
        listed = self._answer("xprop", "-root", "-notype", "_NET_CLIENT_LIST_STACKING")
        windows = listed.partition("#")[2].replace(",", " ").split()
        return windows[-1] if windows else None

    def _xrandr(self, *command: str) -> None:
        subprocess.run(["xrandr", *command], env=self.environment, stdout=subprocess.DEVNULL, check=True)

    def _answer(self, *command: str) -> str:
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False).stdout


@contextmanager
def open_computer(folder: Path) -> Iterator[Computer]:
    """Start an X server with a screen of full HD and end it afterwards; its files lie in the folder."""
    server = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{_mode(MOST)}x24", "-fbdir", str(folder)]
    with _running([*server, "-nocursor", "-noreset", "-nolisten", "tcp"], dict(os.environ)) as xvfb:
        assert xvfb.stdout
        display = xvfb.stdout.readline().decode().strip()
        assert display, "Xvfb did not start"
        computer = Computer(_environment(f":{display}", folder / "home"), PartOfScreen(folder / "Xvfb_screen0"))
        with _running(["openbox", "--sm-disable"], computer.environment):
            until(computer.is_managed)
            for size in (FULL_HD, UPRIGHT, HD):
                computer.know(size)
            computer.set_size(FULL_HD)
            yield computer


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=ENDS_WITHIN_SECONDS)


def _environment(display: str, home: Path) -> dict[str, str]:
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN_SETTINGS)}
    return {**kept, "DISPLAY": display, "HOME": str(home), "QT_QPA_PLATFORM": "xcb"}


def _mode(size: Size) -> str:
    return f"{size[0]}x{size[1]}"
