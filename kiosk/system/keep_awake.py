"""Keeps the computer awake and its screen lit, and asks again for whatever was lost.

It owns the threads; what one operating system offers is in that system's file.
"""

import sys
import threading
import time
from collections.abc import Callable
from typing import Protocol

EVERY_SECONDS = 60.0
END_WITHIN_SECONDS = 0.9


class Holder(Protocol):
    """One way of keeping awake, called by one thread from its first call to its last."""

    def hold(self) -> tuple[str, ...]:
        """Ask for what does not hold, again where it was lost, and give the names of all that does."""

    def release(self) -> None:
        """Give everything back."""


class KeepAwake:
    """Has a thread for each way of keeping awake, so that one that hangs delays no other.

    `hear` is called from these threads with the names of what holds, once all have been asked and whenever it changes.
    """

    def __init__(
        self,
        hear: Callable[[tuple[str, ...]], None],
        every_seconds: float = EVERY_SECONDS,
        platform: str = sys.platform,
        holders: tuple[Holder, ...] | None = None,
    ) -> None:
        self._hear = hear
        self._every_seconds = every_seconds
        self._holders = holders_of(platform) if holders is None else holders
        self._threads: list[threading.Thread] = []
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._held: dict[int, tuple[str, ...]] = {}
        self._heard: tuple[str, ...] | None = None

    def start(self) -> None:
        """Ask at once, and then again and again."""
        if not self._holders:
            self._hear(())
        for place in range(len(self._holders)):
            thread = threading.Thread(target=self._keep, args=(place,), name="keep awake", daemon=True)
            self._threads.append(thread)
            thread.start()

    def end(self) -> None:
        """Release all; what hangs is left to its thread, and to the system when this process ends."""
        self._ended.set()
        deadline = time.monotonic() + END_WITHIN_SECONDS
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))

    def _keep(self, place: int) -> None:
        holder = self._holders[place]
        while not self._ended.is_set():
            self._tell(place, holder.hold())
            self._ended.wait(self._every_seconds)
        holder.release()

    def _tell(self, place: int, names: tuple[str, ...]) -> None:
        with self._lock:
            self._held[place] = names
            if len(self._held) < len(self._holders) or self._ended.is_set():
                return
            held = tuple(name for _, names in sorted(self._held.items()) for name in names)
            if held != self._heard:
                self._heard = held
                self._hear(held)


def holders_of(platform: str) -> tuple[Holder, ...]:
    """Choose the file for this operating system; only the chosen one loads its libraries."""
    match platform:
        case "linux":
            from kiosk.system import keep_awake_linux  # noqa: PLC0415  # only where it is used

            return keep_awake_linux.holders()
        case "win32":
            from kiosk.system import keep_awake_windows  # noqa: PLC0415  # only where it is used

            return keep_awake_windows.holders()
        case "darwin":
            from kiosk.system import keep_awake_macos  # noqa: PLC0415  # only where it is used

            return keep_awake_macos.holders()
        case _:
            return ()
