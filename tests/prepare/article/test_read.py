from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.edition.model import Article, Paragraph, Run
from kiosk.prepare.article.read import ReadArticle, read_article
from kiosk.prepare.article.source import ArticleSource
from kiosk.prepare.problem import Place, Problem

Read = Callable[..., ReadArticle]
ArticleOf = Callable[..., Article]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("---\ntitle: Given\n---\n# Other\n\nText", "Given", id="front matter first"),
        pytest.param("# One *day*\n\nText", "One day", id="then the first heading"),
        pytest.param("Intro\n\n## Later\n\nText", "Later", id="wherever it stands"),
        pytest.param("#\n\n# Second\n\nText", "Second", id="but not an empty one"),
        pytest.param("> # Quoted\n\nText", "Our open day", id="nor one in a quote"),
        pytest.param("Text", "Our open day", id="else the file's name"),
    ],
)
def test_the_title(article: ArticleOf, text: str, title: str) -> None:
    assert article(text, "our_open-day.md").title == title


def test_the_heading_that_is_the_title_leaves_the_body(article: ArticleOf) -> None:
    assert article("# T\n\nText").blocks == (Paragraph((Run("Text"),)),)


def test_a_heading_that_repeats_the_title_leaves_the_body(article: ArticleOf) -> None:
    assert article("---\ntitle: T\n---\n# T\n\nText").blocks == (Paragraph((Run("Text"),)),)


def test_a_title_from_the_files_name_is_a_warning(read: Read) -> None:
    (problem,) = read("Text", "our_day.md").problems

    assert (problem.severity, problem.what) == ("warning", "the article has no title")
    assert problem.cure == '"Our day" is taken from the file\'s name. Begin the text with a line such as: # Our title'


def test_a_title_without_room_is_cut_and_named(read: Read) -> None:
    result = read(f"# {'x' * 300}\n\nText")

    assert result.article is not None
    assert result.article.title == "x" * 199 + "…"
    assert result.problems[0].what == "the title is longer than 200 characters"


def test_the_kicker_comes_from_the_config(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# T\n\nText")

    result = read_article(ArticleSource(tmp_path / "a.md", Place(tmp_path / "contact.toml"), "Featured\u202e"))

    assert result.article is not None
    assert result.article.kicker == "Featured"


def test_the_reading_time_counts_the_words(article: ArticleOf) -> None:
    assert article("# T\n\n" + "word " * 450).reading_minutes == 3


def test_a_missing_file_is_a_problem_of_the_config(tmp_path: Path) -> None:
    place = Place(tmp_path / "contact.toml", 7, 1)

    result = read_article(ArticleSource(tmp_path / "none.md", place))

    what = 'there is no file "none.md"'
    assert result.problems == (Problem(place, "article.file", what, "Put the file there, or correct its name"),)


@pytest.mark.parametrize("name", ["none.html", "none.htm", "none.docx", "none.txt"])
def test_a_missing_file_of_any_kind_is_a_problem_of_the_config(tmp_path: Path, name: str) -> None:
    (problem,) = read_article(ArticleSource(tmp_path / name, Place(tmp_path / "contact.toml", 7, 1))).problems

    assert problem.what == f'there is no file "{name}"'


@pytest.mark.parametrize("name", ["a.html", "a.docx"])
def test_a_folder_with_the_name_of_an_article_is_no_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()

    (problem,) = read_article(ArticleSource(tmp_path / name, Place(tmp_path / "contact.toml", 7, 1))).problems

    assert problem.what == f'"{name}" is a folder, not a file'


def test_a_missing_file_is_watched_for(tmp_path: Path) -> None:
    assert read_article(ArticleSource(tmp_path / "none.md", Place(tmp_path / "c.toml"))).files == (
        tmp_path / "none.md",
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("", "there is no text in it", id="nothing"),
        pytest.param(" \n\n\t\n", "there is no text in it", id="blanks"),
        pytest.param("\ufeff", "there is no text in it", id="a byte order mark"),
        pytest.param("# T\n", "there is no text below the title", id="only a title"),
        pytest.param("---\ntitle: T\n---\n", "there is no text below the title", id="only front matter"),
        pytest.param("<div>\nText\n</div>", "there is no text in it", id="only HTML"),
        pytest.param("&#x202E;", "there is no text in it", id="only what is invisible"),
    ],
)
def test_an_empty_article_is_an_error_of_its_file(read: Read, text: str, what: str) -> None:
    result = read(text)

    assert result.article is None
    assert [problem.what for problem in result.problems if problem.severity == "error"] == [what]


def test_an_empty_article_is_named_at_its_first_line(read: Read, tmp_path: Path) -> None:
    assert read("# T\n").problems[0].place == Place(tmp_path / "article.md", 1, 1)


def test_a_letter_of_another_encoding_is_named_where_it_stands(read: Read, tmp_path: Path) -> None:
    (problem,) = read("# T\n\nGrüße".encode("cp1252")).problems

    assert problem.place == Place(tmp_path / "article.md", 3, 3)
    assert problem.what == 'the letter here (probably "ü") is not saved as UTF-8'


@pytest.mark.parametrize(
    ("content", "name", "what"),
    [
        pytest.param(b"PK\x03\x04", "a.md", '"a.md" is a Word document, not plain text', id="a Word document"),
        pytest.param(b"Text", "a.doc", '"a.doc" is a ".doc" file', id="another suffix"),
        pytest.param(b"x" * 400_000, "a.md", '"a.md" is longer than 300 thousand characters', id="too long"),
    ],
)
def test_a_file_that_is_no_article_is_named_where_the_config_names_it(
    read: Read, tmp_path: Path, content: bytes, name: str, what: str
) -> None:
    (problem,) = read(content, name).problems

    assert (problem.place, problem.key) == (Place(tmp_path / "contact.toml", 7, 1), "article.file")
    assert problem.what == what


def test_a_folder_is_named_where_the_config_names_it(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    place = Place(tmp_path / "contact.toml", 7, 1)

    (problem,) = read_article(ArticleSource(tmp_path / "articles", place)).problems

    what, cure = '"articles" is a folder, not a file', "Write a file in it, like articles/article.md"
    assert problem == Problem(place, "article.file", what, cure)


def test_front_matter_without_its_end_is_the_only_problem(read: Read) -> None:
    assert [it.what for it in read("---\nauthor: A\n\nText").problems] == ["the block that begins with --- has no end"]


def test_a_file_of_another_folder_is_neither_read_nor_watched(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Secret\n\nWords")
    place = Place(tmp_path / "staff" / "contact.toml", 7, 8)

    result = read_article(ArticleSource(tmp_path / "staff" / "../secret.txt", place))

    what = '"../secret.txt" lies outside the folder of contact.toml'
    cure = 'Copy it beside contact.toml and write "secret.txt"'
    assert (result.article, result.files) == (None, ())
    assert result.problems == (Problem(place, "article.file", what, cure),)


def test_a_link_that_staff_put_into_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "shared.md").write_text("# T\n\nText")
    (tmp_path / "staff").mkdir()
    (tmp_path / "staff" / "a.md").symlink_to(tmp_path / "shared.md")

    place = Place(tmp_path / "staff" / "contact.toml", 7, 8)
    assert read_article(ArticleSource(tmp_path / "staff" / "a.md", place)).article is not None


def test_all_faults_are_named_at_once(read: Read) -> None:
    text = "---\ndate: x\nsource: x\ntitel: x\n---\n# T\n\n[a](b) ![a](b) <b>c</b>\n"

    assert [problem.key for problem in read(text).problems] == ["date", "source", "titel", "link", "picture", "html"]


def test_the_same_file_gives_the_same_article(read: Read) -> None:
    text = "# T\n\nText [a](https://a.example)"

    assert read(text) == read(text)


def test_what_is_not_shown_is_not_said_to_be_named_after_its_file(read: Read) -> None:
    assert [problem.what for problem in read("---\ntitle x\n---\nText").problems] == ["this line has no colon"]
