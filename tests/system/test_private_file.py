import os
import sys
from pathlib import Path

import pytest

from kiosk.system.private_file import private_files, replace_privately

NOBODY = 65534
of_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's own folders closed to others")
of_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root can give a file to another user"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "device.toml"


def rights(file: Path) -> int:
    return file.stat().st_mode & 0o777


def put(file: Path) -> None:
    """Write as is done durably: a new file takes the old one's name."""
    new = file.with_name("new")
    new.write_text("new")
    new.replace(file)


@of_posix
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_what_is_made_meanwhile_is_this_users_alone(file: Path, mask: int) -> None:
    before = os.umask(mask)
    with private_files():
        file.touch()

    assert os.umask(before) == mask
    assert rights(file) == 0o600


@of_posix
def test_what_is_made_later_is_not_even_after_a_failure() -> None:
    before = os.umask(0o022)
    with pytest.raises(OSError, match="full"), private_files():
        raise OSError("full")

    assert os.umask(before) == 0o022


@of_posix
@pytest.mark.parametrize("mode", [0o644, 0o666, 0o640, 0o600, 0o400])
def test_a_file_of_ours_is_closed_to_others(file: Path, mode: int) -> None:
    file.touch()
    file.chmod(mode)

    replace_privately(file, lambda: put(file))

    assert rights(file) == 0o600
    assert file.read_text() == "new"


@of_posix
def test_a_new_file_is_closed_to_others(file: Path) -> None:
    replace_privately(file, lambda: put(file))

    assert rights(file) == 0o600


@of_root
def test_a_file_of_another_user_stays_that_users_with_its_rights(file: Path) -> None:
    file.touch()
    os.chown(file, NOBODY, NOBODY)
    file.chmod(0o640)

    replace_privately(file, lambda: put(file))

    status = file.stat()
    assert (status.st_uid, status.st_gid, rights(file)) == (NOBODY, NOBODY, 0o640)


@of_root
def test_a_new_file_in_a_folder_of_another_user_becomes_that_users(file: Path) -> None:
    os.chown(file.parent, NOBODY, NOBODY)

    replace_privately(file, lambda: put(file))

    status = file.stat()
    assert (status.st_uid, status.st_gid, rights(file)) == (NOBODY, NOBODY, 0o600)


@of_posix
def test_who_may_not_give_it_back_leaves_it_readable_as_it_was(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.touch()
    file.chmod(0o644)
    given: list[int] = []

    def refuse(_file: Path, owner: int, _group: int) -> None:
        given.append(owner)
        raise PermissionError

    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    monkeypatch.setattr(os, "chown", refuse)

    replace_privately(file, lambda: put(file))

    assert rights(file) == 0o644
    assert given == [os.getuid(), -1]


@of_posix
def test_a_write_that_fails_changes_nothing(file: Path) -> None:
    file.write_text("old")
    file.chmod(0o644)

    def fail() -> None:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        replace_privately(file, fail)

    assert (file.read_text(), rights(file)) == ("old", 0o644)


def test_windows_has_nothing_to_do_but_to_write(file: Path) -> None:
    file.touch()
    before = file.stat().st_mode

    with private_files(platform="win32"):
        file.with_name("other").touch()
    replace_privately(file, lambda: put(file), platform="win32")

    assert file.read_text() == "new"
    assert (file.stat().st_mode, file.with_name("other").stat().st_mode) == (before, before)
