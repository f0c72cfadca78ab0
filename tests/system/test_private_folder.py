import os
import sys
from pathlib import Path

import pytest

from kiosk.system.private_folder import is_ours, make_private

NOBODY = 65534
of_posix = pytest.mark.skipif(sys.platform == "win32", reason="the temporary folder of Windows is each user's own")
of_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root can give a folder to another user"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder in a place that all users share, which is not there yet."""
    return tmp_path / "kiosk-user" / "lobby"


def rights(folder: Path) -> int:
    return folder.stat().st_mode & 0o777


@of_posix
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_it_is_made_for_this_user_alone(folder: Path, mask: int) -> None:
    before = os.umask(mask)

    make_private(folder)

    os.umask(before)
    assert (rights(folder), rights(folder.parent)) == (0o700, 0o700)


def test_one_that_is_ours_already_is_taken(folder: Path) -> None:
    make_private(folder)
    (folder / "editions").mkdir()

    make_private(folder)

    assert (folder / "editions").is_dir()


@of_posix
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777, 0o1777])
@pytest.mark.parametrize("which", ["the folder", "the one around it"])
def test_one_that_others_may_write_into_is_refused(folder: Path, mode: int, which: str) -> None:
    make_private(folder)
    shared = folder if which == "the folder" else folder.parent
    shared.chmod(mode)

    with pytest.raises(PermissionError, match="belongs to another user"):
        make_private(folder)


@of_posix
@pytest.mark.parametrize("mode", [0o700, 0o755, 0o500])
def test_one_that_others_may_only_look_into_is_ours(folder: Path, mode: int) -> None:
    folder.mkdir(parents=True)
    folder.parent.chmod(0o755)
    folder.chmod(mode)

    make_private(folder)

    assert rights(folder) == mode


@of_root
@pytest.mark.parametrize("which", ["the folder", "the one around it"])
def test_one_of_another_user_is_refused(folder: Path, which: str) -> None:
    make_private(folder)
    os.chown(folder if which == "the folder" else folder.parent, NOBODY, NOBODY)

    with pytest.raises(PermissionError, match="belongs to another user"):
        make_private(folder)


@of_posix
@pytest.mark.parametrize("which", ["the folder", "the one around it"])
def test_a_link_to_elsewhere_is_refused(folder: Path, tmp_path: Path, which: str) -> None:
    (tmp_path / "elsewhere" / "lobby").mkdir(parents=True, mode=0o700)
    if which == "the folder":
        folder.parent.mkdir(mode=0o700)
        folder.symlink_to(tmp_path / "elsewhere" / "lobby")
    else:
        folder.parent.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(PermissionError, match="belongs to another user"):
        make_private(folder)


def test_a_file_in_its_place_is_told(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("in the way")

    with pytest.raises(OSError, match="lobby"):
        make_private(folder)


@of_posix
def test_a_file_is_no_folder_of_ours(tmp_path: Path) -> None:
    (tmp_path / "file").touch(0o600)

    assert not is_ours(tmp_path / "file")


def test_on_windows_every_folder_of_the_temporary_one_is_ours(tmp_path: Path) -> None:
    assert is_ours(tmp_path / "nowhere", platform="win32")
