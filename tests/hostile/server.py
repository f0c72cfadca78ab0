"""One server for all cases, each below its number."""

import socket
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress

from tests.hostile.case import HOST, Case
from tests.prepare.network.nasty import LONGEST_SPEECH, answers, head_of

_NOT_HERE = answers("404 Not Found", b"Not here")


class Server:
    """`cases` are by number."""

    def __init__(self, cases: Mapping[int, Case]) -> None:
        self._cases = cases
        host, _, port = HOST.partition(":")
        self._listener = socket.create_server((host, int(port)), backlog=64)
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with suppress(OSError, ValueError), connection:
            connection.settimeout(LONGEST_SPEECH)
            path = _path_of(head_of(connection))
            number, _, rest = path.removeprefix("/").partition("/")
            case = self._cases.get(int(number)) if number.isdecimal() else None
            (case.says.get(rest, _NOT_HERE) if case else _NOT_HERE)(connection)


def address_of(number: int) -> str:
    return f"http://{HOST}/{number}/"


def numbered(cases: Sequence[Case]) -> dict[int, Case]:
    return dict(enumerate(cases))


def _path_of(head: str) -> str:
    return head.split(" ", 2)[1] if head.count(" ") > 1 else ""
