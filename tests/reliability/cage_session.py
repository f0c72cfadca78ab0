"""Cage, the compositor for one program, nested in an X server: real input goes in, and its picture can be read outside."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from kiosk.paths import resources
from kiosk.prepare.starter import write_starter
from tests.bench.screen import HEIGHT, WIDTH
from tests.reliability.escape_session import Session, end_window_manager, open_session
from tests.reliability.lobby import TREE, dark_colours, is_blank, until

NESTED = {"WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}
HEADLESS = {**NESTED, "WLR_BACKENDS": "headless"}
FOREIGN = ("DISPLAY", "WAYLAND_", "QT_", "XDG_", "KIOSK_")
AS_ANYBODY = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
"""Cage refuses to run as root; to it, this is another user, and to the files it is still the same."""

ROOT_AND_OUTPUT = 2


def why_not() -> str:
    """Say why Cage cannot run on this computer, "" where it can."""
    if shutil.which("cage") is None:
        return "cage is not installed"
    if os.getuid() == 0 and subprocess.run([*AS_ANYBODY, "true"], check=False, capture_output=True).returncode != 0:
        return "cage does not run as root, and there are no user namespaces here"
    return ""


@dataclass(frozen=True, slots=True)
class Cage:
    """Cage with a kiosk inside that fills the screen with a panel of `colour`."""

    session: Session
    process: psutil.Popen
    colour: tuple[int, int, int]

    @property
    def kiosk(self) -> psutil.Process:
        (kiosk,) = [child for child in self.process.children() if "kiosk" in child.cmdline()]
        return kiosk

    @property
    def processes(self) -> list[psutil.Process]:
        """Give all that runs in it."""
        return self.process.children(recursive=True)

    def shows_content(self) -> bool:
        return self.session.lobby.shows(self.colour) and not is_blank(self.session.lobby.framebuffer)


@contextmanager
def open_cage(folder: Path) -> Iterator[Cage]:
    with open_session(folder, "stock") as session:
        end_window_manager(session)
        colour = next(dark_colours())
        session.lobby.contact.write_text(session.lobby.paint(colour), "utf-8")
        process = _start(folder, {**session.lobby.environment, **NESTED}, session.lobby.contact)
        try:
            _fill_screen(session)
            yield Cage(session, process, colour)
        finally:
            _end(process)


@contextmanager
def open_headless_cage(folder: Path) -> Iterator[psutil.Popen]:
    """Open Cage on no output at all but one in memory; the kiosk's state is in `folder`/state."""
    write_starter(resources(), folder / "staff")
    ours = {"KIOSK_STATE": str(folder / "state"), "HOME": str(folder), "PYTHONPATH": str(TREE)}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    process = _start(folder, {**kept, **HEADLESS, **ours}, folder / "staff" / "contact.toml")
    try:
        yield process
    finally:
        _end(process)


def _start(folder: Path, environment: dict[str, str], contact: Path) -> psutil.Popen:
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    kiosk = (sys.executable, "-m", "kiosk", "run", "--kiosk", "--config", str(contact))
    prefix = AS_ANYBODY if os.getuid() == 0 else ()
    with (folder / "cage.log").open("wb") as log:
        return psutil.Popen(
            [*prefix, "cage", "--", *kiosk],
            env={**environment, "XDG_RUNTIME_DIR": str(runtime)},
            cwd=TREE,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _fill_screen(session: Session) -> None:
    """Give Cage's one output the whole screen, and the keyboard."""
    seen = ("xdotool", "search", "--onlyvisible", "--maxdepth", "1", ".*")
    until(lambda: len(session.ask(*seen).split()) == ROOT_AND_OUTPUT)
    window = session.ask(*seen).split()[-1]
    session.do("windowmove", window, "0", "0", "windowsize", window, str(WIDTH), str(HEIGHT), "windowfocus", window)


def _end(cage: psutil.Popen) -> None:
    """End all of it, also where Cage has gone first and left the kiosk behind."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(cage.pid, number)
        with suppress(psutil.TimeoutExpired):
            cage.wait(5)
