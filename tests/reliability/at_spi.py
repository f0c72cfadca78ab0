"""A screen reader's view of the kiosk, from outside: its tree as AT-SPI tells it on a real bus.

The interfaces and numbers are those of at-spi2-core's `xml/` and `atspi-constants.h`.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from kiosk.system.keep_awake_bus import Answer, Bus, Place, open_bus

ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
A11Y_BUS = Place("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus")
REGISTRY, ROOT = "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"
FOCUSABLE, FOCUSED, SHOWING = 1 << 11, 1 << 12, 1 << 25
SERVICES_START_WITHIN_SECONDS = 20.0


class GoneError(Exception):
    """What was asked about is not there any more."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in the tree; `path` tells it from all others of the same program."""

    path: str
    role: str
    name: str
    description: str
    states: int

    @property
    def is_focusable(self) -> bool:
        return bool(self.states & FOCUSABLE)

    @property
    def is_button(self) -> bool:
        return self.role in {"push button", "button"}


class ScreenReader:
    """Asks about programs that have told the bus of themselves."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    def programs(self) -> list[tuple[str, str]]:
        """Give the service and object of every program."""
        return self._children(REGISTRY, ROOT)

    def shown(self) -> list[Node]:
        """Give all that is on the screen, in the order of the tree; once more where it changes meanwhile."""
        while True:
            try:
                return [node for service, path in self.programs() for node in self._walk(service, path)]
            except GoneError:
                continue

    def focused(self) -> Node | None:
        """Give what has the focus; a view of Qt's that hands it on says that it has it, too, but cannot be given it."""
        return next((node for node in self.shown() if node.states & FOCUSED and node.is_focusable), None)

    def _walk(self, service: str, path: str) -> Iterator[Node]:
        node = self._node(service, path)
        yield node
        for child_service, child in self._children(service, path):
            if self._states(child_service, child) & SHOWING:
                yield from self._walk(child_service, child)

    def _node(self, service: str, path: str) -> Node:
        role = str(self._ask(service, path, "GetRoleName"))
        name, description = (self._property(service, path, what) for what in ("Name", "Description"))
        return Node(path, role, name, description, self._states(service, path))

    def _children(self, service: str, path: str) -> list[tuple[str, str]]:
        return cast("list[tuple[str, str]]", self._ask(service, path, "GetChildren"))

    def _states(self, service: str, path: str) -> int:
        low, high = cast("tuple[int, int]", self._ask(service, path, "GetState"))
        return low | high << 32

    def _property(self, service: str, path: str, what: str) -> str:
        answer = self._bus.call(Place(service, path, PROPERTIES), "Get", "ss", (ACCESSIBLE, what))
        _, value = cast("tuple[str, str]", _only(answer))
        return value

    def _ask(self, service: str, path: str, method: str) -> object:
        return _only(self._bus.call(Place(service, path, ACCESSIBLE), method, "", ()))


@contextmanager
def open_reader(folder: Path, environment: dict[str, str]) -> Iterator[tuple[ScreenReader, dict[str, str]]]:
    """Start a session's bus with the accessibility services, and give the environment of a program that finds them."""
    folder.mkdir(mode=0o700)
    environment = {**environment, "XDG_RUNTIME_DIR": str(folder)}
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as daemon:
        assert daemon.stdout is not None
        session = daemon.stdout.readline().decode().strip()
        try:
            with _reader_on(session) as reader:
                yield reader, {**environment, "DBUS_SESSION_BUS_ADDRESS": session}
        finally:
            daemon.terminate()


@contextmanager
def _reader_on(session: str) -> Iterator[ScreenReader]:
    """Say that a screen reader is there, as one does, so that programs tell of themselves."""
    bus = open_bus(session, SERVICES_START_WITHIN_SECONDS)
    address = str(_only(bus.call(A11Y_BUS, "GetAddress", "", ())))
    status = Place(A11Y_BUS.service, A11Y_BUS.path, PROPERTIES)
    _only(bus.call(status, "Set", "ssv", ("org.a11y.Status", "IsEnabled", ("b", True))), none=True)
    accessibility = open_bus(address.partition(",")[0], SERVICES_START_WITHIN_SECONDS)
    try:
        yield ScreenReader(accessibility)
    finally:
        accessibility.close()
        bus.close()


def _only(answer: object, *, none: bool = False) -> object:
    if not isinstance(answer, Answer):
        raise GoneError(answer)
    return None if none else answer.body[0]
