from pathlib import Path

import pytest

from kiosk.prepare.article.missing import missing_file
from kiosk.prepare.article.source import ArticleSource
from kiosk.prepare.problem import Place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with articles/border.md and welcome.txt."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "border.md").write_text("Text")
    (tmp_path / "articles" / "border.jpg").write_text("no article")
    (tmp_path / "welcome.txt").write_text("Text")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        pytest.param("articles/bordr.md", 'Did you mean "articles/border.md"?', id="a slip"),
        pytest.param("border.md", 'Did you mean "articles/border.md"?', id="its folder forgotten"),
        pytest.param("articles/welcome.txt", 'Did you mean "welcome.txt"?', id="a folder too much"),
        pytest.param("article/border.md", 'Did you mean "articles/border.md"?', id="a slip in the folder"),
        pytest.param("Articles/Border.md", 'Did you mean "articles/border.md"?', id="other capitals"),
        pytest.param("welcome", 'Did you mean "welcome.txt"?', id="its ending forgotten"),
        pytest.param("articles\\border.md", 'Write / instead of \\, like "articles/border.md"', id="a backslash"),
        pytest.param("news\\zzz.md", 'Write / instead of \\, like "news/zzz.md"', id="a backslash and no such file"),
        pytest.param("zzz.md", "Put the file there, or correct its name", id="nothing like it"),
        pytest.param(
            "news/zzz.md",
            'Make the folder "news" beside contact.toml and put the file there, or correct the name',
            id="no such folder",
        ),
    ],
)
def test_the_cure_names_the_file_that_was_meant(folder: Path, name: str, cure: str) -> None:
    assert missing_file(ArticleSource(folder / name, Place(folder / "contact.toml", 7, 8))).cure == cure


def test_the_problem_is_where_the_config_names_the_file_as_it_names_it(folder: Path) -> None:
    problem = missing_file(ArticleSource(folder / "articles/a.md", Place(folder / "contact.toml", 7, 8)))

    assert (problem.place.line, problem.key) == (7, "article.file")
    assert problem.what == 'there is no file "articles/a.md"'


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        pytest.param("artikles", 'Did you mean "articles"?', id="a slip in the name of a folder"),
        pytest.param("articles/bordr.md", 'Did you mean "articles/border.md"?', id="a slip in that of a file"),
        pytest.param(
            "www.paper.example/world/feed.xml",
            'For a web page or feed write "https://www.paper.example/world/feed.xml"',
            id="an address without its beginning",
        ),
        pytest.param("paper.example", 'For a web page or feed write "https://paper.example"', id="a host alone"),
        pytest.param("zzz", "Put it there, or correct its name", id="nothing like it"),
    ],
)
def test_a_source_that_is_not_there_may_be_a_folder_or_an_address(folder: Path, name: str, cure: str) -> None:
    problem = missing_file(ArticleSource(folder / name, Place(folder / "contact.toml", 7, 8), key="source"))

    assert (problem.key, problem.what, problem.cure) == (
        "article.source",
        f'there is no file or folder "{name}"',
        cure,
    )


def test_a_folder_is_not_meant_where_a_file_is_asked_for(folder: Path) -> None:
    problem = missing_file(ArticleSource(folder / "artikles", Place(folder / "contact.toml", 7, 8)))

    assert problem.cure == "Put the file there, or correct its name"
