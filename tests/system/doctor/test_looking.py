import os
import socket
import sys
from pathlib import Path

import pytest

from kiosk.system.doctor.looking import look

of_posix = pytest.mark.skipif(sys.platform == "win32", reason="speaks of POSIX")


@of_posix
def test_a_file_tells_its_mode_and_owner(tmp_path: Path) -> None:
    file = tmp_path / "contact.toml"
    file.touch()
    file.chmod(0o640)

    assert look(str(file)) == {
        "mode": 0o640, "owner": os.geteuid(), "is_folder": False, "can_read": True, "can_write": True
    }  # fmt: skip


def test_a_folder_tells_how_much_is_free_on_its_disk(tmp_path: Path) -> None:
    told = look(str(tmp_path))

    assert isinstance(told, dict)
    assert told["is_folder"] is True
    assert told["has_free_files"] is True
    assert isinstance(told["free_bytes"], int)
    assert told["free_bytes"] > 0


@pytest.mark.parametrize("name", ["nothing.md", "contact.toml/below.md", "with\0nul"])
def test_where_nothing_lies_nothing_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "contact.toml").touch()

    assert look(str(tmp_path / name)) is None


@of_posix
def test_what_may_not_be_looked_at_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")  # which even root may not follow

    assert look(str(tmp_path / "loop")) is False


@of_posix
def test_a_file_that_cannot_be_read_says_so() -> None:
    told = look("/proc/self/mem")  # its first byte is nobody's memory

    assert isinstance(told, dict)
    assert told["can_read"] is False


@of_posix
def test_nor_can_one_that_cannot_be_opened(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))

        told = look(str(tmp_path / "socket"))

    assert isinstance(told, dict)
    assert told["can_read"] is False


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is of Linux")
def test_a_disk_that_does_not_count_its_files_has_room_for_more() -> None:
    told = look("/proc")

    assert isinstance(told, dict)
    assert told["has_free_files"] is True


@of_posix
def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert isinstance(look(str(tmp_path / "pipe")), dict)
