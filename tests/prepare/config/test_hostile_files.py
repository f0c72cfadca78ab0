"""Files that no editor should make and some do: each is read or explained, soon, and never an exception (row M13)."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.prepare.config.contact_file import ContactFile
from kiosk.prepare.config.read import Loaded, read_contact
from kiosk.prepare.problem import Problem

STARTER = (Path(__file__).parents[3] / "resources" / "contact.toml").read_bytes()
SOUND = STARTER.decode()
WITH_ACCENT = SOUND.replace('name = "Haig Park Office"', 'name = "Café Harare"')

ACCEPTED = {
    "UTF-8 with a byte order mark": b"\xef\xbb\xbf" + WITH_ACCENT.encode(),
    "UTF-16 of Notepad": b"\xff\xfe" + WITH_ACCENT.encode("utf-16-le"),
    "UTF-16 with the great end first": b"\xfe\xff" + WITH_ACCENT.encode("utf-16-be"),
    "line ends of Windows": WITH_ACCENT.replace("\n", "\r\n").encode(),
    "line ends of old Macs": WITH_ACCENT.replace("\n", "\r").encode(),
    "an end-of-file mark of DOS": WITH_ACCENT.encode() + b"\x1a",
}

EXPLAINED = {
    "Latin-1": (WITH_ACCENT.encode("latin-1"), 'the letter here (probably "é") is not saved as UTF-8'),
    "UTF-16 without a mark": (SOUND.encode("utf-16-be"), "an invisible control character"),
    "half a letter in UTF-16": (b"\xff\xfe" + SOUND.encode("utf-16-le") + b"x", "is damaged"),
    "UTF-32": (SOUND.encode("utf-32"), "is saved as UTF-32"),
    "a NUL": (STARTER + b"\x00", "an invisible control character stands here (code 00)"),
    "an end-of-file mark in the middle": (b"\x1a" + STARTER, "an invisible control character stands here (code 1A)"),
    "nothing": (b"", "the file is empty"),
    "remarks only": (b"# schema = 1\n", "the file has nothing but remarks"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "is not saved as UTF-8"),
    "arrays 5000 deep": (b"x = " + b"[" * 5000, "nested too deep"),
    "tables 900 deep": (b"x = " + b"{a=" * 900, "nested too deep"),
    "a key of 20000 parts": (b"a" + b".a" * 20000 + b" = 1", "is longer than 8192 characters"),
    "a key of 4000 parts": (b"a" + b".a" * 4000 + b" = 1", "has more than 16 dots"),
    "a table of 900 quoted parts": (b'["a"' + b'."a"' * 900 + b"]", "has more than 16 dots"),
    "too large": (STARTER + b"# " + b"x" * 300_000, "is larger than 256 kB"),
    "a long line": (STARTER + b"# " + b"x" * 9_000, "is longer than 8192 characters"),
    "a number of 5000 digits": (STARTER + b"zzz = " + b"9" * 5000, "thousands of digits"),
    "NaN": (STARTER.replace(b"schema = 1", b"schema = nan"), "is not a whole number"),
    "an escaped NUL": (STARTER.replace(b"Haig Park Office", b"Haig \\u0000"), "an invisible character (U+0000)"),
    "a change of direction": (STARTER.replace(b"Haig Park Office", b"Haig \\u202E"), "an invisible character (U+202E)"),
    "cut in the middle of a text": (STARTER[: STARTER.index(b"Park Office")], "lacks a quotation mark"),
}


@pytest.mark.parametrize("content", ACCEPTED.values(), ids=ACCEPTED)
def test_what_editors_save_is_read(content: bytes, tmp_path: Path) -> None:
    loaded = _read(tmp_path, content)

    assert loaded.problems == ()
    assert loaded.value is not None
    assert loaded.value.organisation.name == "Café Harare"


@pytest.mark.parametrize(("content", "words"), EXPLAINED.values(), ids=EXPLAINED)
def test_what_cannot_be_read_is_explained_within_two_seconds(content: bytes, words: str, tmp_path: Path) -> None:
    begun = time.monotonic()
    loaded = _read(tmp_path, content)
    seconds = time.monotonic() - begun

    assert loaded.value is None
    assert words in loaded.problems[0].what
    assert seconds < 2


def test_a_letter_in_an_old_encoding_is_shown_where_it_stands(tmp_path: Path) -> None:
    lines = WITH_ACCENT.split("\n")
    line = next(number for number, text in enumerate(lines, 1) if "Café" in text)

    place = _read(tmp_path, WITH_ACCENT.replace("\n", "\r\n").encode("latin-1")).problems[0].place

    assert (place.line, place.column) == (line, lines[line - 1].index("é") + 1)


@pytest.mark.parametrize("repeated", [b"k%d = 1\n", b"[t%d]\n", b"[[phone]]\n", b"schema = 1 # %d\n", b"%d = = =\n"])
def test_a_file_full_of_mistakes_is_answered_within_two_seconds(repeated: bytes, tmp_path: Path) -> None:
    content = b"".join(repeated.replace(b"%d", b"%d" % number) for number in range(20_000))[:250_000]

    begun = time.monotonic()
    loaded = _read(tmp_path, content.rsplit(b"\n", 1)[0])
    seconds = time.monotonic() - begun

    assert loaded.value is None
    assert seconds < 2


def test_every_beginning_of_the_starter_is_a_value_or_a_problem(tmp_path: Path) -> None:
    for length in range(0, len(STARTER), 97):
        _expect_value_or_problem(_read(tmp_path, STARTER[:length]), STARTER[:length])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(STARTER) - 1), st.integers(0, 3), st.binary(max_size=4)), min_size=1, max_size=5
    )
)
def test_no_change_of_bytes_gets_an_exception(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int, bytes]]
) -> None:
    content = STARTER
    for start, deleted, inserted in changes:
        content = content[:start] + inserted + content[start + deleted :]

    _expect_value_or_problem(_read(tmp_path_factory.getbasetemp(), content), content)


def _expect_value_or_problem(loaded: Loaded[ContactFile], content: bytes) -> None:
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1

    assert (loaded.value is None) == bool(errors)
    assert all(_stands_within(problem, lines) for problem in loaded.problems)


def _stands_within(problem: Problem, lines: int) -> bool:
    return 0 <= problem.place.line <= lines and bool(problem.what) and bool(problem.cure)


def _read(folder: Path, content: bytes) -> Loaded[ContactFile]:
    file = folder / "contact.toml"
    file.write_bytes(content)
    return read_contact(file)
