import hashlib
import os
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.edition.origin import ABSENT, ARTICLE_ENDINGS, BUSY, article_names, fingerprint
from kiosk.prepare.article.text import READABLE

NOBODY = 65534
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these among its files")


@pytest.fixture
def file() -> Iterator[Path]:
    """Give a file in a folder that any user may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        file = Path(folder) / "contact.toml"
        file.write_text("one")
        yield file


def filled(folder: Path, names: list[str]) -> Path:
    """Give the folder with these files too; a name that ends in a slash becomes a folder."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).mkdir() if name.endswith("/") else (folder / name).write_text("one")
    return folder


@contextmanager
def as_nobody() -> Iterator[None]:
    """Let this process have no more rights than anybody meanwhile; where it is not root it has no others."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.mark.parametrize("content", [b"", b"one", b"\0" * 3_000_000])
def test_it_is_the_hash_of_what_is_in_the_file(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    assert fingerprint(file) == hashlib.sha256(content).hexdigest()


def test_a_link_has_that_of_the_file_it_leads_to(file: Path) -> None:
    link = file.with_name("link.toml")
    link.symlink_to(file)

    assert fingerprint(link) == fingerprint(file)


@pytest.mark.parametrize("name", ["gone.toml", "a\0b", "x" * 5000, "contact.toml/inside"])
def test_a_file_that_cannot_be_there_is_absent(file: Path, name: str) -> None:
    assert fingerprint(file.parent / name) == ABSENT


def test_a_link_that_leads_round_in_a_circle_is_absent(file: Path) -> None:
    link = file.with_name("link.toml")
    link.symlink_to(link)

    assert fingerprint(link) == ABSENT


@on_posix
@pytest.mark.parametrize("kind", ["pipe", "socket"])
def test_what_is_no_file_is_absent_and_keeps_nobody_waiting(file: Path, kind: str) -> None:
    file.unlink()
    seen: list[str] = []
    with socket.socket(socket.AF_UNIX) as listening:
        match kind:
            case "pipe":
                os.mkfifo(file)
            case _:
                listening.bind(str(file))

        look = threading.Thread(target=lambda: seen.append(fingerprint(file)), daemon=True)
        look.start()
        look.join(10)

    assert seen == [ABSENT]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(["a.md"], ["a.md", "b.TXT"], id="a new article"),
        pytest.param(["a.md", "b.md"], ["b.md"], id="an article that has gone"),
        pytest.param(["a.md"], ["b.md"], id="another name"),
        pytest.param(["a.md"], [], id="the last one gone"),
        pytest.param(["a.md", "b.md"], ["a.mdb.md"], id="names run together"),
    ],
)
def test_a_folder_changes_when_its_articles_do(tmp_path: Path, before: list[str], after: list[str]) -> None:
    seen = [fingerprint(filled(tmp_path / "one", before)), fingerprint(filled(tmp_path / "two", after))]

    assert seen[0] != seen[1]
    assert ABSENT not in seen


@pytest.mark.parametrize(
    "name", [".a.md.swp", ".b.md", "~$news.docx", "#a.md#", "a.md~", "hills.jpg", "README.md", "sub.md/"]
)
def test_what_is_no_article_is_no_change_of_a_folder(tmp_path: Path, name: str) -> None:
    folder = filled(tmp_path / "news", ["a.md"])
    before = fingerprint(folder)

    filled(folder, [name])

    assert fingerprint(folder) == before
    assert article_names(folder) == ("a.md",)


def test_what_is_written_in_an_article_is_no_change_of_its_folder(tmp_path: Path) -> None:
    folder = filled(tmp_path / "news", ["a.md"])
    before = fingerprint(folder)

    (folder / "a.md").write_text("other")

    assert fingerprint(folder) == before


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_in_no_known_encoding_counts(tmp_path: Path) -> None:
    folder = filled(tmp_path / "news", ["a.md", os.fsdecode(b"caf\xe9.md")])

    assert len(fingerprint(folder)) == 64


def test_every_kind_that_can_be_read_may_lie_in_a_folder() -> None:
    assert READABLE <= ARTICLE_ENDINGS


@on_posix
def test_a_folder_that_is_refused_is_busy(file: Path) -> None:
    file.parent.chmod(0o700 if os.geteuid() == 0 else 0o000)

    with as_nobody():
        seen = fingerprint(file.parent)

    file.parent.chmod(0o755)
    assert seen == BUSY


@on_posix
def test_a_file_that_is_refused_is_busy(file: Path) -> None:
    file.chmod(0o000)

    with as_nobody():
        assert fingerprint(file) == BUSY


@on_posix
def test_so_is_one_whose_folder_is_refused(file: Path) -> None:
    file.parent.chmod(0o700 if os.geteuid() == 0 else 0o000)

    with as_nobody():
        seen = fingerprint(file)

    file.parent.chmod(0o755)
    assert seen == BUSY
