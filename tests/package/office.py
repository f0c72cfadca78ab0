"""An office's computer to try the packaged program on: a user who has just logged in, and a screen read from outside."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.bench.framebuffer import Framebuffer
from tests.bench.screen import open_screen
from tests.package.pixels import is_finished
from tests.reliability.lobby import displays_of, is_blank, is_gone, until

IS_FINISHED_WITHIN_SECONDS = 15.0


@dataclass(frozen=True)
class Office:
    """`environment` is that of the user's session; `temporary` is a folder of this computer's own for passing things."""

    program: Path
    environment: Mapping[str, str]
    framebuffer: Framebuffer
    home: Path
    temporary: Path
    started: list[psutil.Popen] = field(default_factory=list)

    @property
    def contact(self) -> Path:
        return self.home / ".config" / "kiosk" / "contact.toml"

    def start(
        self, *arguments: str, within: Sequence[str] = (), settings: Mapping[str, str] | None = None
    ) -> psutil.Popen:
        """Start the kiosk as a user does, within another command and with further settings if there are any."""
        kiosk = psutil.Popen(
            [*within, str(self.program), *arguments],
            env={**self.environment, **(settings or {})},
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.started.append(kiosk)
        return kiosk

    def run(self, *command: str, settings: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        environment = {**self.environment, **(settings or {})}
        order = [str(self.program), *command]
        return subprocess.run(
            order, env=environment, cwd=self.home, capture_output=True, text=True, check=False, timeout=60
        )

    def until_not_blank(self, seconds: float) -> float:
        return until(lambda: not is_blank(self.framebuffer), seconds)

    def until_finished(self) -> float:
        return until(lambda: is_finished(self.framebuffer), IS_FINISHED_WITHIN_SECONDS)


@contextmanager
def open_office(package: Path, folder: Path) -> Iterator[Office]:
    """Set one up below `folder`, and end every kiosk in it afterwards."""
    temporary = folder / "temporary"
    temporary.mkdir()
    with open_screen(folder) as screen:
        environment = {**screen.environment, "TMPDIR": str(temporary), "LANG": "C.UTF-8"}
        office = Office(program_in(package), environment, screen.framebuffer, folder / "home", temporary)
        try:
            yield office
        finally:
            for kiosk in office.started:
                _end(kiosk)


def program_in(package: Path) -> Path:
    program = shutil.which("kiosk", path=package)
    assert program is not None
    return Path(program)


def restarted(kiosk: psutil.Popen) -> psutil.Process:
    """Kill the window and give the one that takes its place."""
    (before,) = displays_of(kiosk)
    before.kill()
    until(lambda: is_gone(before) and bool(displays_of(kiosk)))
    return displays_of(kiosk)[0]


def _end(kiosk: psutil.Popen) -> None:
    """End it, and whatever it leaves behind."""
    processes = [kiosk, *kiosk.children(recursive=True)] if kiosk.poll() is None else []
    if processes:
        kiosk.terminate()
    for stubborn in psutil.wait_procs(processes, timeout=10)[1]:
        stubborn.kill()
    kiosk.wait()
