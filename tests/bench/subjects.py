"""The programs that are measured, and how each is started.

Each is started as its users start it: the kiosk by its command with the starter files, supervisor and all, and
Chromium by Debian's launcher, as a kiosk that was just set up: with an empty profile, and without what it would
otherwise fetch from the network.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
BARE, KIOSK, PACKAGED, CHROMIUM = "bare", "kiosk", "packaged", "chromium"
BUILT = HERE.parents[1] / "dist" / "kiosk" / "kiosk"

CHROMIUM_FLAGS = (
    "--kiosk",
    "--no-sandbox",  # Chromium does not start for root with it
    "--disable-gpu",  # Xvfb has none
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)


@dataclass(frozen=True, slots=True)
class Subject:
    """`command_in` gives the command line for one run, which may fill the empty folder that it is given."""

    name: str
    title: str
    command_in: Callable[[Path], tuple[str, ...]]
    settings: Mapping[str, str] = field(default_factory=dict)


def subjects(folder: Path) -> tuple[Subject, ...]:
    """Give those that this computer has; the starter files and their edition are written below `folder`."""
    settings, command = lobby(folder)
    checkout = _kiosk(KIOSK, "the kiosk", Path(sys.executable).with_name("kiosk"), command, settings)
    packaged = _kiosk(PACKAGED, "the packaged kiosk", BUILT, command, settings)
    return (_bare(), checkout, *((packaged,) if BUILT.is_file() else ()), *_chromium())


def _bare() -> Subject:
    command = (sys.executable, str(HERE / "bare.py"))
    return Subject(BARE, "the bare PySide6 window", lambda _folder: command)


def lobby(folder: Path) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Write the starter files and prepare them, as they are after the first start ever.

    Articles do not move by themselves, for a screen at rest is measured; `motion.py` measures what moves.
    """
    state, contact = str(folder / "state"), folder / "starter" / "contact.toml"
    _do("init", str(contact.parent))
    contact.write_text(contact.read_text("utf-8").replace("scrolls = true", "scrolls = false"), "utf-8")
    _do("prepare", "--config", str(contact), "--out", state)
    return {"KIOSK_STATE": state}, ("run", "--kiosk", "--config", str(contact))


def _do(*order: str) -> None:
    subprocess.run([Path(sys.executable).with_name("kiosk"), *order], check=True, stdout=subprocess.DEVNULL)


def _kiosk(name: str, title: str, program: Path, order: tuple[str, ...], settings: Mapping[str, str]) -> Subject:
    return Subject(name, title, lambda _folder: (str(program), *order), settings)


def _chromium() -> tuple[Subject, ...]:
    program = shutil.which("chromium")
    if program is None:
        return ()
    page = (HERE / "peer.html").as_uri()
    return (
        Subject(CHROMIUM, "Chromium", lambda folder: (program, *CHROMIUM_FLAGS, f"--user-data-dir={folder}", page)),
    )
