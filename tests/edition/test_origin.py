import hashlib
import os
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.edition.origin import ABSENT, BUSY, fingerprint

NOBODY = 65534
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these among its files")


@pytest.fixture
def file() -> Iterator[Path]:
    """Give a file in a folder that any user may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        file = Path(folder) / "contact.toml"
        file.write_text("one")
        yield file


@contextmanager
def as_nobody() -> Iterator[None]:
    """Let this process have no more rights than anybody meanwhile; where it is not root it has no others."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.mark.parametrize("content", [b"", b"one", b"\0" * 3_000_000])
def test_it_is_the_hash_of_what_is_in_the_file(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    assert fingerprint(file) == hashlib.sha256(content).hexdigest()


def test_a_link_has_that_of_the_file_it_leads_to(file: Path) -> None:
    link = file.with_name("link.toml")
    link.symlink_to(file)

    assert fingerprint(link) == fingerprint(file)


@pytest.mark.parametrize("name", ["gone.toml", "", "a\0b", "x" * 5000, "contact.toml/inside"])
def test_a_file_that_cannot_be_there_is_absent(file: Path, name: str) -> None:
    assert fingerprint(file.parent / name) == ABSENT


def test_a_link_that_leads_round_in_a_circle_is_absent(file: Path) -> None:
    link = file.with_name("link.toml")
    link.symlink_to(link)

    assert fingerprint(link) == ABSENT


@on_posix
@pytest.mark.parametrize("kind", ["pipe", "socket", "folder"])
def test_what_is_no_file_is_absent_and_keeps_nobody_waiting(file: Path, kind: str) -> None:
    file.unlink()
    seen: list[str] = []
    with socket.socket(socket.AF_UNIX) as listening:
        match kind:
            case "pipe":
                os.mkfifo(file)
            case "socket":
                listening.bind(str(file))
            case _:
                file.mkdir()

        look = threading.Thread(target=lambda: seen.append(fingerprint(file)), daemon=True)
        look.start()
        look.join(10)

    assert seen == [ABSENT]


@on_posix
def test_a_file_that_is_refused_is_busy(file: Path) -> None:
    file.chmod(0o000)

    with as_nobody():
        assert fingerprint(file) == BUSY


@on_posix
def test_so_is_one_whose_folder_is_refused(file: Path) -> None:
    file.parent.chmod(0o700 if os.geteuid() == 0 else 0o000)

    with as_nobody():
        seen = fingerprint(file)

    file.parent.chmod(0o755)
    assert seen == BUSY
