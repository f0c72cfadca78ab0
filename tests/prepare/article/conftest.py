"""What every test of an article needs: a file, read as contact.toml in the same folder names it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.edition.model import Article
from kiosk.prepare.article.read import ReadArticle, read_article
from kiosk.prepare.article.source import ArticleSource
from kiosk.prepare.problem import Place

Read = Callable[..., ReadArticle]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Give a function that writes a text (or bytes) to a file and reads it as an article."""

    def written_and_read(text: str | bytes, name: str = "article.md") -> ReadArticle:
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_article(ArticleSource(file, Place(tmp_path / "contact.toml", 7, 1)))

    return written_and_read


@pytest.fixture
def article(read: Read) -> Callable[..., Article]:
    """Give a function that reads a text which must become an article."""

    def read_well(text: str | bytes, name: str = "article.md") -> Article:
        result = read(text, name)
        assert result.article is not None, result.problems
        return result.article

    return read_well


@pytest.fixture
def warnings(read: Read) -> Callable[..., list[tuple[int, int, str, str]]]:
    """Give a function that reads a text and gives line, column, key and fault of each warning."""

    def warned(text: str, name: str = "article.md") -> list[tuple[int, int, str, str]]:
        problems = read(text, name).problems
        return [(it.place.line, it.place.column, it.key, it.what) for it in problems if it.severity == "warning"]

    return warned
