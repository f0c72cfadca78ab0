"""Real folders, and real files in their way."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import pytest

from kiosk.edition.deposit import Deposited, deposit
from kiosk.edition.journal import JOURNAL, Journal, read_journal, read_pin, write_journal, write_pin
from kiosk.edition.manifest import Origin
from kiosk.edition.model import Edition
from kiosk.edition.store import Verified, editions_newest_first, read
from kiosk.edition.value import replace
from kiosk.edition.web_source import kept_in
from kiosk.paths import access_in, attempts_in, device_settings_in, prepared_in, store_in
from kiosk.supervise.state_folder import Place, StateFolder, settle

Places: TypeAlias = tuple[tuple[Path, Place], ...]


@pytest.fixture
def usual(tmp_path: Path) -> Path:
    return tmp_path / "usual" / "lobby"


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    return tmp_path / "tmp" / "kiosk-user" / "lobby"


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "shm" / "kiosk-user" / "lobby"


@pytest.fixture
def places(usual: Path, temporary: Path, memory: Path) -> Places:
    for shared in (temporary, memory):
        shared.parents[1].mkdir()
    return (usual, "usual"), (temporary, "temporary"), (memory, "memory")


def stand_in_the_way(folder: Path) -> None:
    """Put a file where the folder would be."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")


def refuse_files(folder: Path) -> None:
    """Let the folder be there, and let nothing be written into it: a folder stands where its first file would."""
    (folder / ".probe" / "in the way").mkdir(parents=True)


def put(state: Path, edition: Edition, name: str = "Office") -> str:
    named = replace(edition, organisation=replace(edition.organisation, name=name))
    outcome = deposit(store_in(state), named, {}, Origin(datetime.now(UTC), "1.0", ()))
    assert isinstance(outcome, Deposited)
    return outcome.hash


def test_the_usual_folder_is_made_and_used(places: Places, usual: Path) -> None:
    assert settle(places, usual) == StateFolder(usual, "usual")
    assert list(usual.iterdir()) == []


@pytest.mark.parametrize("refuse", [stand_in_the_way, refuse_files])
def test_where_it_takes_nothing_a_temporary_one_is_and_says_why(
    places: Places, usual: Path, temporary: Path, refuse: Callable[[Path], None]
) -> None:
    refuse(usual)

    settled = settle(places, usual)

    assert (settled.folder, settled.place) == (temporary, "temporary")
    assert str(usual) in settled.why


def test_where_neither_does_it_is_kept_in_memory(places: Places, usual: Path, temporary: Path, memory: Path) -> None:
    stand_in_the_way(usual)
    refuse_files(temporary)

    settled = settle(places, usual)

    assert (settled.folder, settled.place) == (memory, "memory")
    assert str(usual) in settled.why


def test_where_nothing_does_it_stays_where_it_was(places: Places, usual: Path, temporary: Path, memory: Path) -> None:
    for folder in (usual, temporary, memory):
        stand_in_the_way(folder)

    settled = settle(places, usual)

    assert (settled.folder, settled.place) == (usual, "none")
    assert str(usual) in settled.why


def test_no_folders_at_all_are_no_fault(usual: Path) -> None:
    assert settle((), usual) == StateFolder(usual, "none")


@pytest.mark.skipif(sys.platform == "win32", reason="the temporary folder of Windows is each user's own")
def test_a_shared_place_is_ours_alone_or_passed_over(
    places: Places, usual: Path, temporary: Path, memory: Path
) -> None:
    stand_in_the_way(usual)
    temporary.mkdir(parents=True)
    temporary.parent.chmod(0o777)

    assert settle(places, usual).folder == memory


@pytest.mark.skipif(sys.platform == "win32", reason="the temporary folder of Windows is each user's own")
def test_a_shared_place_is_made_for_this_user_alone(places: Places, usual: Path, temporary: Path) -> None:
    stand_in_the_way(usual)

    settle(places, usual)

    assert [folder.stat().st_mode & 0o777 for folder in (temporary, temporary.parent)] == [0o700, 0o700]


def test_the_journal_what_it_names_the_pin_and_the_machines_settings_come_along(
    places: Places, usual: Path, temporary: Path, edition: Edition
) -> None:
    good, pinned, other = (put(usual, edition, name) for name in ("good", "pinned", "other"))
    write_journal(store_in(usual), Journal(good, good=good))
    write_pin(store_in(usual), pinned)
    device_settings_in(usual).write_text("settings")
    prepared_in(usual).write_text("told")
    refuse_files(usual)

    settle(places, usual)

    brought = store_in(temporary)
    assert read_journal(brought) == Journal(good, good=good)
    assert read_pin(brought) == pinned
    assert isinstance(read(brought, good), Verified)
    assert isinstance(read(brought, pinned), Verified)
    assert not (brought / other).exists()
    assert device_settings_in(temporary).read_text() == "settings"
    assert prepared_in(temporary).read_text() == "told"


def test_the_pin_and_the_count_of_wrong_ones_come_along(places: Places, usual: Path, temporary: Path) -> None:
    usual.mkdir(parents=True)
    access_in(usual).write_text("hash")
    attempts_in(usual).write_text("count")
    refuse_files(usual)

    settle(places, usual)

    assert access_in(temporary).read_text() == "hash"
    assert attempts_in(temporary).read_text() == "count"


def test_what_was_brought_from_the_world_comes_along(places: Places, usual: Path, temporary: Path) -> None:
    for name in ("0a/articles.json", "0a/visit.json", "pictures/ff.jpg"):
        (kept_in(usual) / name).parent.mkdir(parents=True, exist_ok=True)
        (kept_in(usual) / name).write_text(name)
    refuse_files(usual)

    settle(places, usual)

    brought = {file.relative_to(kept_in(temporary)).as_posix() for file in kept_in(temporary).rglob("*.*")}
    assert brought == {"0a/articles.json", "0a/visit.json", "pictures/ff.jpg"}
    assert (kept_in(temporary) / "0a" / "visit.json").read_text() == "0a/visit.json"


def test_of_more_than_memory_is_for_the_newest_pictures_come(
    places: Places, usual: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.supervise.state_folder.MOST_KEPT_BYTES", 25)
    (kept_in(usual) / "0a").mkdir(parents=True)
    for age, name in enumerate(("new.jpg", "old.jpg", "0a/articles.json")):
        (kept_in(usual) / name).write_text("x" * 10)
        os.utime(kept_in(usual) / name, (1000 - age, 1000 - age))
    refuse_files(usual)

    settle(places, usual)

    assert {file.name for file in kept_in(temporary).rglob("*.*")} == {"new.jpg", "articles.json"}


def test_where_it_finds_no_room_the_rest_comes_all_the_same(
    places: Places, usual: Path, temporary: Path, edition: Edition
) -> None:
    good = put(usual, edition)
    kept_in(usual).mkdir()
    (kept_in(usual) / "articles.json").write_text("x")
    refuse_files(usual)
    temporary.parent.mkdir(mode=0o700)
    temporary.mkdir(mode=0o700)
    stand_in_the_way(kept_in(temporary))

    assert settle(places, usual).folder == temporary
    assert isinstance(read(store_in(temporary), good), Verified)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's own folders closed to others")
def test_nobody_else_may_read_the_hash_of_the_pin_there(places: Places, usual: Path, temporary: Path) -> None:
    usual.mkdir(parents=True)
    for file in (access_in(usual), attempts_in(usual)):
        file.write_text("content")
    refuse_files(usual)
    before = os.umask(0o022)

    settle(places, usual)

    os.umask(before)
    assert [file.stat().st_mode & 0o777 for file in (access_in(temporary), attempts_in(temporary))] == [0o600, 0o644]


def test_without_a_journal_the_newest_edition_comes_along(
    places: Places, usual: Path, temporary: Path, edition: Edition
) -> None:
    older, newer = put(usual, edition, "older"), put(usual, edition, "newer")
    os.utime(store_in(usual) / older / "manifest.json", (1000, 1000))
    refuse_files(usual)

    settle(places, usual)

    assert editions_newest_first(store_in(temporary)) == (newer,)


def test_a_refuge_that_does_not_take_all_of_it_is_passed_over(
    places: Places, usual: Path, temporary: Path, memory: Path, edition: Edition
) -> None:
    good = put(usual, edition)
    write_journal(store_in(usual), Journal(good, good=good))
    refuse_files(usual)
    temporary.parent.mkdir(mode=0o700)
    temporary.mkdir(mode=0o700)
    stand_in_the_way(store_in(temporary) / good)

    settled = settle(places, usual)

    assert settled.folder == memory
    assert isinstance(read(store_in(memory), good), Verified)


def test_a_damaged_edition_is_not_brought_along(places: Places, usual: Path, temporary: Path, edition: Edition) -> None:
    good = put(usual, edition)
    write_journal(store_in(usual), Journal(good, good=good))
    (store_in(usual) / good / "edition.json").write_bytes(b"{}")
    refuse_files(usual)

    settle(places, usual)

    assert editions_newest_first(store_in(temporary)) == ()


def test_half_of_an_edition_in_the_refuge_is_made_whole(
    places: Places, usual: Path, temporary: Path, edition: Edition
) -> None:
    good = put(usual, edition)
    write_journal(store_in(usual), Journal(good, good=good))
    refuse_files(usual)
    settle(places, usual)
    (store_in(temporary) / good / "edition.json").unlink()

    settle(places, usual)

    assert isinstance(read(store_in(temporary), good), Verified)


def test_the_usual_folder_is_never_written_over_by_what_it_brings(
    places: Places, usual: Path, edition: Edition
) -> None:
    good = put(usual, edition)
    write_journal(store_in(usual), Journal(good, good=good))
    before = (store_in(usual) / JOURNAL).stat()

    settle(places, usual)

    assert (store_in(usual) / JOURNAL).stat() == before


def brought_earlier(folder: Path, journal: Journal) -> Path:
    store_in(folder).mkdir(parents=True)
    for place in (folder, folder.parent):
        place.chmod(0o700)
    write_journal(store_in(folder), journal)
    return store_in(folder) / JOURNAL


def test_what_a_refuge_kept_from_a_trouble_long_ago_gives_way_to_what_is_newer(
    places: Places, usual: Path, temporary: Path, edition: Edition
) -> None:
    os.utime(brought_earlier(temporary, Journal("of last week", good="of last week")), (1000, 1000))
    good = put(usual, edition)
    write_journal(store_in(usual), Journal(good, good=good))
    refuse_files(usual)

    settle(places, usual)

    assert read_journal(store_in(temporary)).good == good


def test_what_a_refuge_kept_since_the_trouble_began_stays(
    places: Places, usual: Path, temporary: Path, edition: Edition
) -> None:
    good = put(usual, edition)
    write_journal(store_in(usual), Journal(good, good=good))
    os.utime(store_in(usual) / JOURNAL, (1000, 1000))
    brought_earlier(temporary, Journal("of today", good="of today"))
    refuse_files(usual)

    settle(places, usual)

    assert read_journal(store_in(temporary)).good == "of today"
