"""Takes down the facts of a session as they are now, by what X clients tell."""

from dataclasses import dataclass

import psutil

from tests.reliability.escape_oracle import Facts
from tests.reliability.escape_session import Session
from tests.reliability.lobby import is_gone


@dataclass(frozen=True, slots=True)
class Observer:
    """Looks at a program: its processes, of which the last has the window."""

    session: Session
    processes: tuple[psutil.Process, ...]
    window: int

    def facts(self) -> Facts:
        root = self.session.ask("xprop", "-root", "_NET_ACTIVE_WINDOW", "_NET_CLIENT_LIST", "_NET_CURRENT_DESKTOP")
        active, clients, desktop = root.splitlines()
        place = self._place()
        return Facts(
            is_alive=not any(is_gone(process) for process in self.processes),
            is_there=place != "",
            windows=frozenset(windows_of(self.session, self.processes[-1])),
            children=frozenset(_children(self.processes[0])),
            primary=self.session.ask("xclip", "-out", "-selection", "primary"),
            clipboard=self.session.ask("xclip", "-out", "-selection", "clipboard"),
            place=place,
            active=active,
            clients=clients,
            desktop=desktop,
            processes=self.session.processes(),
        )

    def _place(self) -> str:
        geometry = self.session.ask("xdotool", "getwindowgeometry", str(self.window))
        return geometry + self.session.ask("xprop", "-id", str(self.window), "_NET_WM_STATE")


def windows_of(session: Session, process: psutil.Process) -> list[int]:
    """Give its windows that are on the screen."""
    return [
        int(window) for window in session.ask("xdotool", "search", "--onlyvisible", "--pid", str(process.pid)).split()
    ]


def _children(process: psutil.Process) -> list[int]:
    try:
        return [child.pid for child in process.children(recursive=True) if child.name() != "xset"]
    except psutil.NoSuchProcess:
        return []
