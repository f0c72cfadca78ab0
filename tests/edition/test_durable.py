import os
from pathlib import Path

import pytest

from kiosk.edition.durable import (
    ORPHANED_AFTER_SECONDS,
    remove_orphans,
    replace_patiently,
    temporary_in,
    write_atomically,
    write_new,
)


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


@pytest.mark.parametrize("is_precious", [True, False])
def test_only_a_precious_file_waits_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_precious: bool
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)

    write_atomically(tmp_path / "file", b"new", is_precious=is_precious)

    assert bool(synced) is is_precious
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_precious_file_waits_before_it_takes_its_place_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, places = tmp_path / "file", list[bool]()
    monkeypatch.setattr(os, "fsync", lambda _descriptor: places.append(file.exists()))

    write_atomically(file, b"new")

    assert places == [False, True]


def test_a_disk_that_takes_little_at_once_gets_all_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: write(descriptor, bytes(content[:3])))

    write_atomically(tmp_path / "file", b"more than three bytes")

    assert (tmp_path / "file").read_bytes() == b"more than three bytes"


def test_the_temporary_file_can_lie_in_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, by = tmp_path / "edition", tmp_path / "store"
    folder.mkdir()
    by.mkdir()
    places = list[int]()
    monkeypatch.setattr(os, "fsync", lambda _descriptor: places.append(len(list(by.iterdir()))))

    write_atomically(folder / "manifest.json", b"new", by=by)

    assert places == [1, 0]
    assert [file.name for file in folder.iterdir()] == ["manifest.json"]


class HeldFile(type(Path())):  # type: ignore[misc]  # the class for this system is known at run time only
    """Cannot be renamed as often as `refusals` says, as when a virus scanner reads it."""

    refusals: int

    def replace(self, target: Path) -> Path:
        self.refusals -= 1
        if self.refusals >= 0:
            raise PermissionError("held")
        return Path(self).rename(target)


@pytest.mark.parametrize("refusals", [0, 1, 3])
def test_a_file_that_is_held_for_a_moment_takes_its_place_after_it(tmp_path: Path, refusals: int) -> None:
    held = HeldFile(tmp_path / "new")
    held.refusals = refusals
    held.write_bytes(b"new")

    replace_patiently(held, tmp_path / "file", pauses=(0.0, 0.0, 0.0))

    assert (tmp_path / "file").read_bytes() == b"new"


def test_so_does_a_folder(tmp_path: Path) -> None:
    held = HeldFile(tmp_path / "new")
    held.refusals = 1
    held.mkdir()
    (held / "file").write_bytes(b"new")

    replace_patiently(held, tmp_path / "folder", pauses=(0.0,))

    assert (tmp_path / "folder" / "file").read_bytes() == b"new"


def test_one_that_is_held_on_is_told(tmp_path: Path) -> None:
    held = HeldFile(tmp_path / "new")
    held.refusals = 4
    held.write_bytes(b"new")

    with pytest.raises(PermissionError):
        replace_patiently(held, tmp_path / "file", pauses=(0.0, 0.0, 0.0))

    assert held.read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "nowhere" / "file", b"new")


def test_no_two_temporary_names_are_the_same(tmp_path: Path) -> None:
    names = {temporary_in(tmp_path) for _ in range(1000)}

    assert len(names) == 1000
    assert {name.parent for name in names} == {tmp_path}


def make_old(path: Path) -> None:
    past = path.stat().st_mtime - ORPHANED_AFTER_SECONDS - 1
    os.utime(path, (past, past))


def test_what_a_power_cut_left_behind_is_removed(tmp_path: Path) -> None:
    file, folder = temporary_in(tmp_path), temporary_in(tmp_path)
    file.write_text("half")
    (folder / "pictures").mkdir(parents=True)
    make_old(file)
    make_old(folder)

    remove_orphans(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_what_another_job_is_writing_now_is_not(tmp_path: Path) -> None:
    temporary_in(tmp_path).write_text("half")

    remove_orphans(tmp_path)

    assert len(list(tmp_path.iterdir())) == 1


def test_nor_is_anything_else_however_old(tmp_path: Path) -> None:
    (tmp_path / "journal.json").write_text("")
    make_old(tmp_path / "journal.json")

    remove_orphans(tmp_path)

    assert (tmp_path / "journal.json").exists()


def test_a_folder_that_is_gone_has_no_orphans(tmp_path: Path) -> None:
    remove_orphans(tmp_path / "nowhere")

    assert not (tmp_path / "nowhere").exists()
