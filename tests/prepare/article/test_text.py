import sys
from pathlib import Path

import pytest

from kiosk.prepare.article.text import Missing, Spoilt, Unreadable, read_text
from kiosk.said_as import SAID_AS

UTF8 = 'In Notepad choose "Save as" and, beside "Encoding", UTF-8'


def reading(folder: Path, content: bytes, name: str = "a.md") -> str | Missing | Unreadable | Spoilt:
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


NO_TEXT = "the file is no text from here on, or is saved in an unusual encoding"


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        pytest.param(
            "One\nTwo\n\u00a0".encode() + "Grüße".encode("cp1252"),
            Spoilt(3, 4, 'the letter here (probably "ü") is not saved as UTF-8', UTF8),
            id="ANSI, at the letter",
        ),
        pytest.param(
            "One\r\nGrüße".encode("cp1252"),
            Spoilt(2, 3, 'the letter here (probably "ü") is not saved as UTF-8', UTF8),
            id="ANSI with lines of Windows",
        ),
        pytest.param("One\nTwo".encode("utf-16-le"), Spoilt(1, 2, NO_TEXT, UTF8), id="UTF-16 without its mark"),
        pytest.param("One".encode("utf-32"), Spoilt(1, 1, NO_TEXT, UTF8), id="UTF-32"),
        pytest.param(b"\xff\xfea", Unreadable("is damaged: it says UTF-16, but it is not", UTF8), id="half of UTF-16"),
        pytest.param(
            b"x" * 300_001,
            Unreadable(
                "is longer than 300 thousand characters",
                "Divide it into several articles, or shorten it and give the full text's web page as source",
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
    answer = reading(tmp_path, b"PK", "letter.odt")

    cure = "Save it as a Word document (.docx), plain text (.txt), Markdown (.md) or a web page (.html)"
    assert answer == Unreadable('is a ".odt" file', cure)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param(b"PK\x03\x04\x14", "is a Word document, not plain text", id="docx"),
        pytest.param(
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "is an OpenDocument file, not plain text",
            id="odt",
        ),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1", "is a Word document, not plain text", id="doc"),
        pytest.param(b"{\\rtf1", "is a Word document, not plain text", id="rtf"),
        pytest.param(b"%PDF-1.7", "is a PDF document, not plain text", id="PDF"),
        pytest.param(b"\x89PNG\r\n", "is a picture, not plain text", id="picture"),
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.odt"])
def test_a_document_is_known_whatever_its_name(tmp_path: Path, content: bytes, what: str, name: str) -> None:
    answer = reading(tmp_path, content, name)

    assert isinstance(answer, Unreadable)
    assert answer.what == what
    assert ".txt" in answer.cure or "words of the article" in answer.cure


def test_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()

    answer = read_text(tmp_path / "articles")

    assert answer == Unreadable("is a folder, not a file", "Write a file in it, like articles/article.md")


def test_nothing_there_is_missing(tmp_path: Path) -> None:
    assert read_text(tmp_path / "none.md") == Missing()


def test_a_name_no_file_can_have_is_an_answer_too(tmp_path: Path) -> None:
    assert isinstance(read_text(tmp_path / "a\0b.md"), Unreadable)


@pytest.mark.skipif(sys.platform == "win32", reason="the service of many editors is one of Linux")
@pytest.mark.parametrize(
    ("speaks", "mode", "is_shown"),
    [
        pytest.param("sudo kiosk-lobby", 0o600, False, id="what the service alone may read"),
        pytest.param("sudo kiosk-lobby", 0o644, True, id="what everyone may read"),
        pytest.param("", 0o600, True, id="a person's own kiosk"),
    ],
)
def test_a_link_of_an_editor_shows_no_secret(
    speaks: str, mode: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_shown: bool
) -> None:
    monkeypatch.setenv(SAID_AS, speaks)
    secret = tmp_path / "device.toml"
    secret.write_text("pin_hash")
    secret.chmod(mode)
    (tmp_path / "a.txt").symlink_to(secret)

    shown = read_text(tmp_path / "a.txt")

    refused = Unreadable("is a link to a file that not everyone may read", "Copy that file here instead")
    assert shown == ("pin_hash" if is_shown else refused)


def test_a_closed_file_that_is_no_link_is_read_by_the_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SAID_AS, "sudo kiosk-lobby")
    (tmp_path / "a.txt").write_text("Hello")
    (tmp_path / "a.txt").chmod(0o600)

    assert read_text(tmp_path / "a.txt") == "Hello"
