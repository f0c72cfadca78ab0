from pathlib import Path

import pytest

from kiosk.edition.durable import write_atomically, write_new


def test_the_new_content_takes_the_place_of_the_old(tmp_path: Path) -> None:
    file = tmp_path / "current"
    file.write_bytes(b"old")

    write_atomically(file, b"new")

    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_where_it_cannot_be_replaced_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "current" / "full").mkdir(parents=True)

    with pytest.raises(OSError, match="current"):
        write_atomically(tmp_path / "current", b"new")

    assert list(tmp_path.iterdir()) == [tmp_path / "current"]


def test_a_file_that_exists_is_not_written_over(tmp_path: Path) -> None:
    write_new(tmp_path / "deep" / "file", b"old")

    with pytest.raises(FileExistsError):
        write_new(tmp_path / "deep" / "file", b"new")

    assert (tmp_path / "deep" / "file").read_bytes() == b"old"
