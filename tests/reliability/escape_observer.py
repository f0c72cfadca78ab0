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

    @property
    def window(self) -> int:
        """The program's window, be it hidden; 0 for none."""
        return max(windows_of(self.session, self.processes[-1], "--class", "^(kiosk|naive)$"), default=0)

    def facts(self) -> Facts:
        root = self.session.ask("xprop", "-root", "_NET_ACTIVE_WINDOW", "_NET_CLIENT_LIST", "_NET_CURRENT_DESKTOP")
        active, clients, desktop = root.splitlines()
        window = self.window
        return Facts(
            is_alive=not any(is_gone(process) for process in self.processes),
            is_there=window != 0,
            windows=len(windows_of(self.session, self.processes[-1], "--onlyvisible")),
            children=frozenset(_children(self.processes[0])),
            primary=self.session.ask("xclip", "-out", "-selection", "primary"),
            clipboard=self.session.ask("xclip", "-out", "-selection", "clipboard"),
            place=self._place_of(window) if window else "",
            active=active,
            clients=clients,
            desktop=desktop,
            processes=self.session.processes(),
        )

    def _place_of(self, window: int) -> str:
        geometry = self.session.ask("xdotool", "getwindowgeometry", str(window))
        return geometry + self.session.ask("xprop", "-id", str(window), "_NET_WM_STATE")


def windows_of(session: Session, process: psutil.Process, *more: str) -> list[int]:
    """Give its windows of which all this is true."""
    found = session.ask("xdotool", "search", "--all", "--pid", str(process.pid), *more)
    return [int(window) for window in found.split()]


def _children(process: psutil.Process) -> list[int]:
    try:
        return [child.pid for child in process.children(recursive=True) if child.name() != "xset"]
    except psutil.NoSuchProcess:
        return []
