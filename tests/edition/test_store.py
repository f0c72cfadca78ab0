import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.edition.deposit import OTHERS_KEPT, Deposited, NotWritten, deposit
from kiosk.edition.digest import sha256
from kiosk.edition.durable import ORPHANED_AFTER_SECONDS
from kiosk.edition.journal import Journal, write_journal, write_pin
from kiosk.edition.manifest import HashedFile, Manifest, Origin, edition_hash, to_bytes
from kiosk.edition.model import Edition, Organisation, Picture
from kiosk.edition.store import Corrupt, Missing, Refused, Verified, read, read_first, read_manifest, read_newest

MONDAY = Origin(datetime(2026, 11, 23, 8, 0, tzinfo=UTC), "1.0", (HashedFile("contact.toml", "ab"),))
TUESDAY = Origin(datetime(2026, 11, 24, 8, 0, tzinfo=UTC), "1.1", ())
LOGO = Picture("logo.png", 2, 1)


def named(edition: Edition, name: str) -> Edition:
    return replace(edition, organisation=Organisation(name, "ZW", "Africa/Harare"))


def put(store: Path, edition: Edition, origin: Origin = MONDAY) -> str:
    outcome = deposit(store, edition, {}, origin)
    assert isinstance(outcome, Deposited)
    return outcome.hash


def damaged(store: Path, edition: Edition) -> str:
    name = put(store, edition)
    (store / name / "edition.json").write_bytes(b"{}")
    return name


def put_several(store: Path, edition: Edition, count: int) -> list[str]:
    """Deposit editions whose manifests are a second apart, oldest first."""
    hashes = [put(store, named(edition, f"Office {number}")) for number in range(count)]
    for number, name in enumerate(hashes):
        os.utime(store / name / "manifest.json", (1000 + number, 1000 + number))
    return hashes


def put_logo(store: Path, edition: Edition) -> str:
    with_logo = replace(edition, organisation=replace(edition.organisation, logo=LOGO))
    outcome = deposit(store, with_logo, {"logo.png": b"pixels"}, MONDAY)
    assert isinstance(outcome, Deposited)
    return outcome.hash


def forge(store: Path, files: dict[str, bytes], schema: int = 1) -> str:
    """Write an edition folder whose hashes are all right, whatever is in it."""
    manifest = Manifest(schema, tuple(HashedFile(name, sha256(content)) for name, content in files.items()), MONDAY)
    name = edition_hash(manifest)
    for path, content in {**files, "manifest.json": to_bytes(manifest)}.items():
        target = store / name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return name


def test_an_edition_comes_back_as_it_was_put_in(tmp_path: Path, edition: Edition) -> None:
    name = put(tmp_path, edition)

    assert read_newest(tmp_path) == Verified(name, edition, {})


def test_its_pictures_come_with_it(tmp_path: Path, edition: Edition) -> None:
    name = put_logo(tmp_path, edition)

    reading = read(tmp_path, name)

    assert isinstance(reading, Verified)
    assert reading.pictures == {"logo.png": b"pixels"}


def test_the_same_input_gives_the_same_hash_at_any_time_and_place(tmp_path: Path, edition: Edition) -> None:
    assert put(tmp_path / "here", edition, MONDAY) == put(tmp_path / "there", edition, TUESDAY)


def test_the_hash_is_that_of_the_canonical_list_of_files(tmp_path: Path, edition: Edition) -> None:
    name = put(tmp_path, edition)

    content = (tmp_path / name / "edition.json").read_bytes()
    assert name == sha256(b'{"files":{"edition.json":"%s"},"schema":1}' % sha256(content).encode())


def test_the_same_edition_again_renews_only_the_manifest(tmp_path: Path, edition: Edition) -> None:
    name = put(tmp_path, edition, MONDAY)
    before = (tmp_path / name / "edition.json").stat()

    put(tmp_path, edition, TUESDAY)

    manifest = read_manifest(tmp_path, name)
    assert isinstance(manifest, Manifest)
    assert manifest.origin == TUESDAY
    assert (tmp_path / name / "edition.json").stat() == before


def test_an_empty_store_is_missing(tmp_path: Path) -> None:
    assert read_newest(tmp_path / "nowhere") == Missing()


@pytest.mark.parametrize("name", ["", "..", "../../etc", "A" * 64, "0" * 64])
def test_a_name_that_is_no_known_hash_is_missing(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, name) == Missing()
    assert read_manifest(tmp_path, name) == Missing()


def test_the_newest_whole_edition_stands_in_for_a_damaged_one(tmp_path: Path, edition: Edition) -> None:
    _, older, current = put_several(tmp_path, edition, 3)
    (tmp_path / current / "edition.json").write_bytes(b"{}")

    reading = read_newest(tmp_path)

    assert isinstance(reading, Verified)
    assert reading.hash == older


def test_the_first_whole_one_of_those_asked_for_is_read(tmp_path: Path, edition: Edition) -> None:
    wanted, other, newest = put_several(tmp_path, edition, 3)
    (tmp_path / wanted / "edition.json").write_bytes(b"{}")

    reading = read_first(tmp_path, ("0" * 64, wanted, other, newest))

    assert isinstance(reading, Verified)
    assert reading.hash == other


def test_when_none_is_whole_the_answer_says_what_is_wrong(tmp_path: Path, edition: Edition) -> None:
    name = put(tmp_path, edition)
    (tmp_path / name / "edition.json").write_bytes(b"{}")

    assert read_newest(tmp_path) == Corrupt(name, "edition.json has changed since it was made")


@pytest.mark.parametrize("file", ["edition.json", "manifest.json", "pictures/logo.png"])
@pytest.mark.parametrize("damage", ["gone", "empty", "one bit", "deep JSON"])
def test_no_damage_goes_unseen(tmp_path: Path, edition: Edition, file: str, damage: str) -> None:
    name = put_logo(tmp_path, edition)
    path = tmp_path / name / file
    content = path.read_bytes()
    flipped = bytes([content[0] ^ 1]) + content[1:]

    path.unlink()
    if damage != "gone":
        path.write_bytes({"empty": b"", "one bit": flipped, "deep JSON": b"[" * 100_000}[damage])

    assert isinstance(read(tmp_path, name), Corrupt)


def cannot_be_read(path: Path) -> None:
    """Let a link that leads round in a circle stand in its place."""
    path.rename(path.with_name("aside"))
    path.symlink_to(path)


@pytest.mark.parametrize("part", ["", "manifest.json", "edition.json", "pictures/logo.png"])
def test_what_the_disk_does_not_give_now_is_not_called_damaged(tmp_path: Path, edition: Edition, part: str) -> None:
    name = put_logo(tmp_path, edition)

    cannot_be_read(tmp_path / name / part)

    reading = read(tmp_path, name)
    assert isinstance(reading, Refused)
    assert reading.hash == name
    assert "symbolic links" in reading.why


class FailingFolder(type(Path())):  # type: ignore[misc]  # the class for this system is known at run time only
    """Cannot even say whether it is there."""

    def exists(self) -> bool:
        raise OSError("Input/output error")


@pytest.mark.parametrize("read_from", [read, read_manifest])
def test_nor_is_it_called_missing_where_nobody_can_tell(
    tmp_path: Path, read_from: Callable[[Path, str], object]
) -> None:
    assert read_from(FailingFolder(tmp_path), "0" * 64) == Refused("0" * 64, "Input/output error")


@pytest.mark.parametrize("part", ["", "manifest.json"])
def test_nor_is_its_manifest(tmp_path: Path, edition: Edition, part: str) -> None:
    name = put(tmp_path, edition)

    cannot_be_read(tmp_path / name / part)

    assert isinstance(read_manifest(tmp_path, name), Refused)


def test_a_whole_edition_stands_in_for_one_that_is_not_given_now(tmp_path: Path, edition: Edition) -> None:
    other, wanted = put_several(tmp_path, edition, 2)
    cannot_be_read(tmp_path / wanted / "edition.json")

    reading = read_first(tmp_path, (wanted, other))

    assert isinstance(reading, Verified)
    assert reading.hash == other


def test_a_manifest_that_is_gone_is_damage(tmp_path: Path, edition: Edition) -> None:
    name = put(tmp_path, edition)
    (tmp_path / name / "manifest.json").unlink()

    assert isinstance(read_manifest(tmp_path, name), Corrupt)


@pytest.mark.parametrize("name", ["../edition.json", "/etc/passwd", "pictures/../../x", "pictures\\x", "pictures/.x"])
def test_a_file_name_that_leaves_the_folder_is_refused(tmp_path: Path, edition: Edition, name: str) -> None:
    with pytest.raises(ValueError, match="no file called"):
        deposit(tmp_path, edition, {"../" + name: b""}, MONDAY)


def test_a_manifest_that_names_a_file_elsewhere_is_corrupt(tmp_path: Path) -> None:
    name = forge(tmp_path, {"../secret": b"x"})

    assert read(tmp_path, name) == Corrupt(name, "an edition holds no file called '../secret'")


def test_a_picture_outside_the_edition_is_corrupt(tmp_path: Path, edition: Edition) -> None:
    name = put_logo(tmp_path, edition)
    record = json.loads((tmp_path / name / "edition.json").read_bytes())
    record["organisation"]["logo"]["file"] = "../../../photo.png"
    forged = forge(tmp_path, {"edition.json": json.dumps(record).encode()})

    assert read(tmp_path, forged) == Corrupt(forged, "the picture '../../../photo.png' is not part of it")


def test_another_format_is_corrupt_and_says_so(tmp_path: Path) -> None:
    name = forge(tmp_path, {"edition.json": b"{}"}, schema=2)

    assert read(tmp_path, name) == Corrupt(name, "it is of format 2, and this program reads format 1")


def test_the_previous_three_are_kept(tmp_path: Path, edition: Edition) -> None:
    hashes = put_several(tmp_path, edition, 4)

    newest = put(tmp_path, named(edition, "Newest"))

    assert {path.name for path in tmp_path.iterdir()} == {*hashes[-OTHERS_KEPT:], newest}


def test_what_the_journal_or_staff_may_go_back_to_is_kept_however_old(tmp_path: Path, edition: Edition) -> None:
    good, previous, pinned = put_several(tmp_path, edition, 3)
    write_journal(tmp_path, Journal(good=good, previous=previous))
    write_pin(tmp_path, pinned)

    newer = [put(tmp_path, named(edition, f"Newer {number}")) for number in range(OTHERS_KEPT + 2)]

    kept = {path.name for path in tmp_path.iterdir() if path.is_dir()}
    assert kept == {good, previous, pinned, *newer[-OTHERS_KEPT - 1 :]}


def test_what_a_power_cut_left_behind_is_removed(tmp_path: Path, edition: Edition) -> None:
    old, young = tmp_path / ".new-old", tmp_path / ".new-young"
    old.mkdir()
    young.mkdir()
    past = young.stat().st_mtime - ORPHANED_AFTER_SECONDS - 1
    os.utime(old, (past, past))

    put(tmp_path, edition)

    assert not old.exists()
    assert young.exists()


def test_a_damaged_edition_is_made_whole_by_the_same_again(tmp_path: Path, edition: Edition) -> None:
    name = put(tmp_path, edition)
    (tmp_path / name / "edition.json").write_bytes(b"{}")

    put(tmp_path, edition)

    assert isinstance(read(tmp_path, name), Verified)


@pytest.mark.parametrize(
    ("placed", "outcome"),
    [
        pytest.param(put, Deposited, id="the very same"),
        pytest.param(damaged, NotWritten, id="a damaged one"),
    ],
)
def test_what_another_job_puts_there_meanwhile_is_as_good_when_it_is_the_very_same(
    tmp_path: Path,
    edition: Edition,
    monkeypatch: pytest.MonkeyPatch,
    placed: Callable[[Path, Edition], str],
    outcome: type[object],
) -> None:
    def place_meanwhile(_descriptor: int) -> None:
        monkeypatch.undo()
        placed(tmp_path, edition)

    monkeypatch.setattr(os, "fsync", place_meanwhile)

    assert isinstance(deposit(tmp_path, edition, {}, MONDAY), outcome)

    assert len(list(tmp_path.iterdir())) == 1


def test_a_store_that_cannot_be_made_is_told(tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "file").write_text("in the way")

    assert isinstance(deposit(tmp_path / "file", edition, {}, MONDAY), NotWritten)


def test_an_edition_without_its_picture_is_a_bug(tmp_path: Path, edition: Edition) -> None:
    with_logo = replace(edition, organisation=replace(edition.organisation, logo=LOGO))

    with pytest.raises(ValueError, match=r"logo\.png"):
        deposit(tmp_path, with_logo, {}, MONDAY)
