from pathlib import Path

import pytest

from kiosk.prepare.article.text import Missing, Unreadable, read_text

UTF8 = 'In Notepad choose "Save as" and, beside "Encoding", UTF-8.'


def reading(folder: Path, content: bytes, name: str = "a.md") -> str | Missing | Unreadable:
    (folder / name).write_bytes(content)
    return read_text(folder / name)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("Grüße\nšß".encode(), id="UTF-8"),
        pytest.param("Grüße\nšß".encode("utf-8-sig"), id="UTF-8 with its mark"),
        pytest.param("Grüße\nšß".encode("utf-16"), id="UTF-16, Notepad's Unicode"),
        pytest.param(b"\xfe\xff" + "Grüße\nšß".encode("utf-16-be"), id="UTF-16, the other way round"),
        pytest.param("Grüße\r\nšß".encode(), id="lines of Windows"),
        pytest.param("Grüße\ršß".encode(), id="lines of old Macs"),
    ],
)
def test_each_way_to_save_gives_the_same_text(tmp_path: Path, content: bytes) -> None:
    assert reading(tmp_path, content) == "Grüße\nšß"


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        pytest.param(
            "One\nTwo\nGrüße".encode("cp1252"),
            Unreadable("has characters that are not saved as UTF-8", UTF8, 3),
            id="ANSI",
        ),
        pytest.param(
            "One\nTwo".encode("utf-16-le"),
            Unreadable("is not a text file, or is saved in an unusual encoding", UTF8, 1),
            id="UTF-16 without its mark",
        ),
        pytest.param(
            "One".encode("utf-32"),
            Unreadable("is not a text file, or is saved in an unusual encoding", UTF8, 1),
            id="UTF-32",
        ),
        pytest.param(
            b"\xff\xfea", Unreadable("has characters that are not saved as UTF-8", UTF8, 1), id="half of UTF-16"
        ),
        pytest.param(
            b"x" * 300_001,
            Unreadable(
                "is longer than 300 thousand characters",
                "Divide it into several articles, or shorten it and give the full text's web page as source.",
            ),
            id="too long",
        ),
    ],
)
def test_what_is_no_text_is_explained(tmp_path: Path, content: bytes, answer: Unreadable) -> None:
    assert reading(tmp_path, content) == answer


def test_a_text_of_the_greatest_length_is_read(tmp_path: Path) -> None:
    assert reading(tmp_path, b"x" * 300_000) == "x" * 300_000


def test_an_endless_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(10**12)

    assert isinstance(read_text(tmp_path / "a.md"), Unreadable)


def test_another_kind_of_file_is_named(tmp_path: Path) -> None:
    answer = reading(tmp_path, b"PK", "letter.docx")

    assert answer == Unreadable('is a ".docx" file', "Save it as plain text (.txt) or Markdown (.md).")


def test_a_folder_is_named(tmp_path: Path) -> None:
    answer = read_text(tmp_path)

    assert answer == Unreadable("is a folder, not a file", "Give the name of a file in it, such as article.md.")


def test_nothing_there_is_missing(tmp_path: Path) -> None:
    assert read_text(tmp_path / "none.md") == Missing()


def test_a_name_no_file_can_have_is_an_answer_too(tmp_path: Path) -> None:
    assert isinstance(read_text(tmp_path / "a\0b.md"), Unreadable)
