"""Speaks with the service manager as sd_notify(3) says: one datagram a message, to the socket it named to us.

Nothing here blocks or fails: a service manager that does not listen must not harm the kiosk.
"""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress

_FOR_EVER = 2**64 - 1
"""USEC_INFINITY of systemd."""


class Service:
    def __init__(self, send: Callable[[str], None], watchdog_seconds: float | None) -> None:
        self._send = send
        self._watchdog_seconds = watchdog_seconds

    @property
    def watchdog_seconds(self) -> float | None:
        """How often to call `watchdog`, half the time after which we would be restarted; None where nobody waits."""
        return self._watchdog_seconds

    def ready(self) -> None:
        self._send("READY=1")

    def watchdog(self) -> None:
        self._send("WATCHDOG=1")

    def stopping(self) -> None:
        self._send("STOPPING=1")

    def status(self, text: str) -> None:
        self._send(f"STATUS={' '.join(text.splitlines())}")


def service_of(environment: Mapping[str, str]) -> Service:
    """Speak to the socket that the environment names; where it names none, every message goes nowhere."""
    return Service(_sender(environment.get("NOTIFY_SOCKET", "")), _watchdog_seconds(environment))


def is_started_by_systemd(environment: Mapping[str, str], pid: int | None = None) -> bool:
    """Tell whether systemd started this very process, and not one that it descends from: systemd.exec(5), SYSTEMD_EXEC_PID."""
    return environment.get("SYSTEMD_EXEC_PID", "") == str(pid or os.getpid())


def _watchdog_seconds(environment: Mapping[str, str]) -> float | None:
    """Read what sd_watchdog_enabled(3) reads; the variables of another process do not concern us."""
    limit = environment.get("WATCHDOG_USEC", "")
    if environment.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    if not (limit.isascii() and limit.isdecimal() and 0 < int(limit) < _FOR_EVER):
        return None
    return int(limit) / 2_000_000


def _sender(address: str) -> Callable[[str], None]:
    """Give what sends; an '@' stands for the zero byte of an abstract socket, which no file has."""
    if sys.platform != "win32" and address.startswith(("/", "@")):
        import socket  # noqa: PLC0415  # 1 MB that only a service needs

        target = f"\0{address[1:]}" if address.startswith("@") else address

        def send(message: str) -> None:
            with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as datagrams:
                datagrams.settimeout(0)  # a queue that is full is the service manager's affair, as is one that is gone
                datagrams.sendto(message.encode(errors="replace"), target)

        return send
    return _send_nowhere


def _send_nowhere(_message: str) -> None:
    pass
