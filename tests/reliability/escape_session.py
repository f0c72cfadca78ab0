"""A session to escape from: a screen with a window manager, Debian's own or the one of a kiosk, and a visitor's hands."""

import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

import psutil

from tests.bench.processes import PROCESS_CLOCK
from tests.reliability.lobby import TREE, Lobby, open_lobby, until

Kind: TypeAlias = Literal["kiosk", "stock"]

RC = TREE / "packaging" / "sessions" / "openbox" / "rc.xml"
DEBIANS_RC = Path("/etc/xdg/openbox/rc.xml")
HELD = {"C": "ctrl", "A": "alt", "S": "shift", "W": "super"}
LET_GO = ("mouseup", "1", "keyup", "ctrl+alt+shift+super+ISO_Level3_Shift")
TIRED_AFTER_SECONDS = 30.0
SETTLED_SECONDS = 0.04


@dataclass(frozen=True, slots=True)
class Session:
    kind: Kind
    lobby: Lobby

    @property
    def bound(self) -> frozenset[frozenset[str]]:
        """Give the chords that the window manager takes for itself, each as its keys in small letters."""
        chords = re.findall(r'<keybind key="([^"]+)"', (RC if self.kind == "kiosk" else DEBIANS_RC).read_text("utf-8"))
        return frozenset(frozenset(HELD.get(key, key).lower() for key in chord.split("-")) for chord in chords)

    def do(self, *words: str) -> str:
        """Press, click and move as one xdotool does, and give what it complains of."""
        return self._run("xdotool", *words, *LET_GO).stderr

    def ask(self, *command: str) -> str:
        return self._run(*command).stdout

    def put(self, selection: str, text: str) -> None:
        """Own a selection; the program that holds it for us stays behind."""
        command = ["xclip", "-in", "-selection", selection, "-loops", "0"]
        subprocess.run(
            command,
            env=self.lobby.environment,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
            timeout=10,
        )

    def processes(self) -> frozenset[int]:
        """Give all that could come up on this screen; the supervisor asks xset about its power now and then."""
        mark = f"\0DISPLAY={self.lobby.environment['DISPLAY']}\0".encode()
        found = [pid for pid in psutil.pids() if mark in b"\0" + _read(pid, "environ") + b"\0"]
        return frozenset(pid for pid in found if not _read(pid, "cmdline").startswith(b"xset\0"))

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            env=self.lobby.environment,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=TIRED_AFTER_SECONDS,
        )


@contextmanager
def open_session(folder: Path, kind: Kind) -> Iterator[Session]:
    with open_lobby(folder) as lobby:
        session = Session(kind, lobby)
        if kind == "kiosk":
            end_window_manager(session)
            with _managed(session, "openbox", "--sm-disable", "--config-file", str(RC)):
                yield session
        else:
            yield session


def end_window_manager(session: Session) -> None:
    """End Debian's, and its four desktops, which the next one would take over."""
    (manager,) = [pid for pid in session.processes() if psutil.Process(pid).name() == "openbox"]
    session.ask("openbox", "--exit")
    until(lambda: psutil.Process(manager).status() == psutil.STATUS_ZOMBIE)
    for left_behind in ("_NET_NUMBER_OF_DESKTOPS", "_NET_SUPPORTING_WM_CHECK"):
        session.ask("xprop", "-root", "-remove", left_behind)


@contextmanager
def _managed(session: Session, *command: str) -> Iterator[None]:
    manager = subprocess.Popen(command, env=session.lobby.environment)
    try:
        until(lambda: "window id" in session.ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))
        yield
    finally:
        manager.terminate()
        manager.wait()


def wait_until_idle(process: psutil.Process) -> None:
    """Wait until it has had nothing to do for a moment: what was typed has been understood."""
    before = -1.0
    while (now := _seconds_of(process)) != before:
        before = now
        time.sleep(SETTLED_SECONDS)


def _seconds_of(process: psutil.Process) -> float:
    try:
        return time.clock_gettime((~process.pid << 3) | PROCESS_CLOCK)
    except OSError:  # it has ended
        return 0.0


def _read(pid: int, file: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{file}").read_bytes() if pid != os.getpid() else b""
    except OSError:  # it has ended
        return b""
