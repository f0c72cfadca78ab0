import hashlib
from pathlib import Path

import pytest

from kiosk.edition.sealed import read_sealed, write_sealed
from kiosk.edition.value import Value


class Sample(Value, frozen=True):
    text: str = ""
    number: int = 0


class Other(Value, frozen=True):
    text: str = ""


OTHERWISE = Sample("otherwise")
WRITTEN = Sample("Grüße\naus Harare", 7)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "journal.json"


def test_a_value_comes_back_as_it_was_written(file: Path) -> None:
    write_sealed(file, WRITTEN)

    assert read_sealed(file, OTHERWISE) == WRITTEN


def test_the_file_is_its_hash_and_then_the_value(file: Path) -> None:
    write_sealed(file, Sample("a"))

    seal, content = file.read_bytes().split(b"\n")
    assert content == b'{"kind":"Sample","text":"a"}'
    assert seal.decode() == hashlib.sha256(content).hexdigest()


def test_where_there_is_none_the_other_value_counts(file: Path) -> None:
    assert read_sealed(file, OTHERWISE) == OTHERWISE


def test_a_folder_in_its_place_is_none(file: Path) -> None:
    file.mkdir()

    assert read_sealed(file, OTHERWISE) == OTHERWISE


def test_a_file_that_cannot_be_read_now_is_told(file: Path) -> None:
    file.symlink_to(file)

    with pytest.raises(OSError, match=r"journal\.json"):
        read_sealed(file, OTHERWISE)


def test_a_folder_that_is_none_holds_none(file: Path) -> None:
    file.write_text("in the way")

    assert read_sealed(file / "journal.json", OTHERWISE) == OTHERWISE


def test_a_flipped_bit_is_found_wherever_it_is(file: Path) -> None:
    write_sealed(file, WRITTEN)
    whole = file.read_bytes()

    believed = []
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        file.write_bytes(damaged)
        if read_sealed(file, OTHERWISE) != OTHERWISE:
            believed.append(place)

    assert believed == []


def test_any_part_of_it_is_found_to_be_one(file: Path) -> None:
    write_sealed(file, WRITTEN)
    whole = file.read_bytes()

    believed = []
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        if read_sealed(file, OTHERWISE) != OTHERWISE:
            believed.append(length)

    assert believed == []


def test_a_value_of_another_kind_is_not_believed(file: Path) -> None:
    write_sealed(file, Other("a"))

    assert read_sealed(file, OTHERWISE) == OTHERWISE


def test_a_disk_that_refuses_leaves_the_file_as_it_was(file: Path) -> None:
    (file / "in the way").mkdir(parents=True)

    with pytest.raises(OSError, match=r"journal\.json"):
        write_sealed(file, WRITTEN)

    assert [path.name for path in file.parent.iterdir()] == ["journal.json"]
