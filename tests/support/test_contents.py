import io
import json
import zipfile

from kiosk.support.contents import Member, Missing, packed

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
