"""Keeps awake by the services of one message bus, whatever becomes of them and of the bus."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeAlias

from kiosk.system.keep_awake_bus import Bus, open_bus
from kiosk.system.keep_awake_inhibitors import Held, Inhibitor

Connect: TypeAlias = Callable[[str], Bus]
"""Connects to the bus of this address, or raises OSError."""


class BusHolder:
    """Asks each service once, and again when another process has its name, or the connection was lost."""

    def __init__(self, address: str, inhibitors: tuple[Inhibitor, ...], connect: Connect = open_bus) -> None:
        self._address = address
        self._inhibitors = inhibitors
        self._connect = connect
        self._bus: Bus | None = None
        self._held: dict[str, Held] = {}

    def hold(self) -> tuple[str, ...]:
        for _ in range(2):  # a connection that was lost is noticed only when it is used
            with suppress(OSError):
                return self._hold_on(self._connected())
            self._drop()
        return ()

    def release(self) -> None:
        with suppress(OSError):
            for inhibitor in self._inhibitors:
                if self._bus is not None and inhibitor.name in self._held:
                    inhibitor.release(self._bus, self._held.pop(inhibitor.name))
        self._drop()

    def _connected(self) -> Bus:
        if self._bus is None:
            self._bus = self._connect(self._address)
        return self._bus

    def _hold_on(self, bus: Bus) -> tuple[str, ...]:
        for inhibitor in self._inhibitors:
            held = self._held.get(inhibitor.name)
            if held is None or held.owner != bus.owner_of(inhibitor.place.service):
                self._forget(inhibitor)
                self._ask(bus, inhibitor)
        return tuple(inhibitor.name for inhibitor in self._inhibitors if inhibitor.name in self._held)

    def _ask(self, bus: Bus, inhibitor: Inhibitor) -> None:
        with suppress(TimeoutError):  # one service that hangs is no reason to leave the others
            answer = inhibitor.inhibit(bus)
            if isinstance(answer, Held):
                self._held[inhibitor.name] = answer

    def _drop(self) -> None:
        for inhibitor in self._inhibitors:
            self._forget(inhibitor)
        if self._bus is not None:
            self._bus.close()
            self._bus = None

    def _forget(self, inhibitor: Inhibitor) -> None:
        if inhibitor.name in self._held:
            inhibitor.forget(self._held.pop(inhibitor.name))
