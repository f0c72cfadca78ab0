"""A network without a world, in which every forbidden place is there, answers, and writes down who came."""

import os
import platform
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.hostile.case import FORBIDDEN_WORD, MARKER
from tests.hostile.honest import page_with
from tests.prepare.gathering.paper import jpeg

FORBIDDEN = (
    "169.254.169.254",
    "10.0.0.1",
    "192.168.1.1",
    "fd00::1",
    "64:ff9b::a9fe:a9fe",
    "2002:a00:1::",
    "93.184.216.34",
)
"""The last is one of the world, where a site lies of which no case is a part."""

NAMES = {
    "evil.example": "93.184.216.34",
    "inside.example": "10.0.0.1",
    "metadata.example": "169.254.169.254",
    "localhost": "127.0.0.1",
}
PORTS = (22, 80, 443, 445, 8080)
_BOTH = "93.184.216.34 mixed.example\n10.0.0.1 mixed.example\n"
_APART = ("unshare", "--user", "--map-root-user", "--net", "--mount")
_WAITING = Path(MARKER)
_SETUP = f"""
ip link set lo up
for address in $ADDRESSES; do ip address add "$address" dev lo; done
mount -t tmpfs none {_WAITING.parent}
cp "$FOLDER"/{_WAITING.name}.* {_WAITING.parent}
mount --bind "$FOLDER/hosts" /etc/hosts
mount --bind "$FOLDER/nsswitch.conf" /etc/nsswitch.conf
exec "$@"
"""


def why_not() -> str:
    """Say what this machine lacks for a network of its own, "" where it has all."""
    if platform.system() != "Linux":
        return "namespaces and strace are Linux's"
    if lacking := [name for name in ("unshare", "strace", "ip", "mount") if shutil.which(name) is None]:
        return f"needs {', '.join(lacking)}"
    apart = subprocess.run([*_APART, "ip", "link", "set", "lo", "up"], check=False, capture_output=True)
    return "" if apart.returncode == 0 else "this computer lets nobody make a network of their own"


def inside(folder: Path, *command: str) -> list[str]:
    """Give the command that runs another in such a network, with the files that lie in wait; `folder` holds what it needs."""
    _prepare(folder)
    addresses = " ".join(f"{address}/{128 if ':' in address else 32}" for address in FORBIDDEN)
    settings = (f"ADDRESSES={addresses}", f"FOLDER={folder}")
    return ["env", *settings, *_APART, "sh", "-e", "-c", _SETUP, "sh", *command]


def clean_environment(home: Path) -> dict[str, str]:
    """Give ours without proxies, with an empty home, and with a screen that is nowhere."""
    kept = {
        name: text for name, text in os.environ.items() if not name.lower().endswith("_proxy") and "XDG" not in name
    }
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}


class Recorder:
    """Listens at every forbidden place and gives whoever comes a fine article; `came` is who did."""

    def __init__(self) -> None:
        self.came: list[str] = []
        for address, port in _endpoints():
            listener = socket.create_server(
                (address, port), family=socket.AF_INET6 if ":" in address else socket.AF_INET
            )
            threading.Thread(target=self._listen, args=(listener, f"{address} {port}"), daemon=True).start()

    def _listen(self, listener: socket.socket, place: str) -> None:
        while True:
            connection, _ = listener.accept()
            self.came.append(place)
            with suppress(OSError), connection:
                connection.settimeout(1)
                connection.recv(4096)
                connection.sendall(_ANSWER)


def _prepare(folder: Path) -> None:
    if not (folder / "hosts").exists():
        (folder / "hosts").write_text(
            "\n".join(f"{place} {name}" for name, place in NAMES.items()) + f"\n{_BOTH}", "utf-8"
        )
        (folder / "nsswitch.conf").write_text("hosts: files\n", "utf-8")
        (folder / f"{_WAITING.name}.png").write_bytes(jpeg("magenta", (800, 600)))
        for ending in ("dtd", "html"):
            (folder / f"{_WAITING.name}.{ending}").write_text(_ARTICLE, "utf-8")


def _endpoints() -> Iterator[tuple[str, int]]:
    yield from ((address, port) for address in FORBIDDEN for port in PORTS)
    yield from (("127.0.0.1", port) for port in PORTS)
    yield from (("::1", port) for port in PORTS)


_ARTICLE = page_with(f"<p>{FORBIDDEN_WORD}</p>")
_ANSWER = (
    f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(_ARTICLE)}\r\nConnection: close\r\n\r\n{_ARTICLE}"
).encode()
