import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import pytest

from kiosk.terminal import tell_terminal

TELLS = "from kiosk.terminal import tell_terminal\nfor _ in range(1000): tell_terminal('Your files are in order.\\n')"


def closed() -> TextIO:
    stream = io.StringIO()
    stream.close()
    return stream


def test_words_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(written, "utf-8"))

    tell_terminal("Your files are in order.\n")

    assert written.getvalue() == b"Your files are in order.\n"


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: None, id="there is none"),
        pytest.param(closed, id="it is closed"),
    ],
)
def test_where_nobody_listens_it_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[], TextIO | None]
) -> None:
    monkeypatch.setattr(sys, "stderr", make())

    tell_terminal("Your files are in order.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="the device is of POSIX")
def test_a_disk_that_is_full_is_none_either() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-c", TELLS], check=False, stderr=full)

    assert done.returncode == 0
