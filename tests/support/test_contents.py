import io
import json
import zipfile

from kiosk.support.contents import README, Member, Missing, packed

NOON = (2026, 11, 27, 12, 0, 0)


def opened(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


def test_it_says_what_is_in_it_and_what_is_not() -> None:
    content = packed((Member("a.log", b"line\n", "cut"), Missing("doctor.json", "it did not answer")), NOON)

    with opened(content) as file:
        assert file.namelist() == ["README.txt", "manifest.json", "a.log"]
        assert json.loads(file.read("manifest.json")) == [
            {"name": "a.log", "bytes": 5, "note": "cut"},
            {"name": "doctor.json", "missing": "it did not answer"},
        ]


def test_the_same_parts_at_the_same_moment_make_the_same_file() -> None:
    parts = (Member("a.log", b"line\n"),)

    assert packed(parts, NOON) == packed(parts, NOON)


def test_a_computer_that_thinks_it_is_1970_has_a_bundle_too() -> None:
    with opened(packed((), (1970, 1, 1, 0, 0, 0))) as file:
        assert file.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_no_line_of_the_readme_is_longer_than_a_window() -> None:
    assert max(map(len, README.splitlines())) <= 125
