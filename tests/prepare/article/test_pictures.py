import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from kiosk.edition.model import Article, Figure, Paragraph, Run
from kiosk.prepare.article.read import ReadArticle, read_article
from kiosk.prepare.article.source import ArticleSource
from kiosk.prepare.problem import Place

Read = Callable[[str], ReadArticle]


def drawn() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (20, 10), "red").save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture(autouse=True)
def _hills(tmp_path: Path) -> None:
    (tmp_path / "hills.png").write_bytes(drawn())
    (tmp_path / "our hills.png").write_bytes(drawn())
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "hills.png").write_bytes(drawn())


def figures(article: Article) -> list[Figure]:
    return [block for block in article.blocks if isinstance(block, Figure)]


@pytest.mark.parametrize(
    "name",
    [
        "hills.png",
        "./hills.png",
        "more/hills.png",
        "more\\hills.png",
        "more/../hills.png",
        "<our hills.png>",
        "our%20hills.png",
    ],
)
def test_a_picture_inside_the_folder_is_shown(article: Callable[[str], Article], name: str) -> None:
    (figure,) = figures(article(f"# T\n\n![Hills]({name})"))

    assert (figure.picture.width, figure.picture.height, figure.picture.alt) == (20, 10, "Hills")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        pytest.param("none.gif", "does not exist", id="a missing file"),
        pytest.param("../secret.png", "lies outside the article's folder", id="the folder above"),
        pytest.param("more/../../x.png", "lies outside the article's folder", id="the folder above, by a detour"),
        pytest.param("..%2Fsecret.png", "lies outside the article's folder", id="the folder above, disguised"),
        pytest.param("..\\secret.png", "lies outside the article's folder", id="the folder above, on Windows"),
        pytest.param("/etc/hills.png", "is named by its full path on one computer", id="a full path"),
        pytest.param("C:\\hills.png", "is named by its full path on one computer", id="a full path on Windows"),
        pytest.param("C:hills.png", "is named by its full path on one computer", id="a drive"),
        pytest.param("\\\\\\\\server\\x.png", "is an address, not a file of ours", id="a share"),
        pytest.param("//evil.example/x.png", "is an address, not a file of ours", id="an address without scheme"),
        pytest.param("https://evil.example/x.png", "is an address, not a file of ours", id="a web address"),
        pytest.param("file:///etc/x.png", "is an address, not a file of ours", id="a file address"),
        pytest.param("data:image/svg+xml,x", "is an address, not a file of ours", id="data"),
        pytest.param("hills%00.png", "has no proper name", id="a NUL"),
        pytest.param("", "has no proper name", id="nothing"),
        pytest.param("more", "is not a file", id="a folder"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_named(read: Read, name: str, what: str) -> None:
    problem = read(f"# T\n\nText\n![Hills]({name})").problems[0]

    assert (problem.place.line, problem.key, problem.severity) == (4, "picture", "warning")
    assert problem.what.endswith(what)
    assert problem.cure.startswith("The article is shown without it.")


def test_a_link_out_of_the_folder_is_not_followed(read: Read, tmp_path: Path) -> None:
    (tmp_path / "out.png").symlink_to("/dev/null")

    assert "lies outside" in read("# T\n\nText ![x](out.png)").problems[0].what


def test_a_picture_below_the_folder_of_the_config_is_shown(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    file = tmp_path / "articles" / "a.md"
    file.write_text("# T\n\n![Hills](../hills.png)")

    assert read_article(ArticleSource(file, Place(tmp_path / "contact.toml", 1, 1))).problems == ()


def test_a_slip_in_a_name_is_recognised(read: Read) -> None:
    assert read("# T\n\nText ![Hills](hils.png)").problems[0].cure.endswith('Did you mean "hills.png"?')


def test_a_missing_picture_is_named_at_its_column(read: Read) -> None:
    assert read("# T\n\nText ![Hills](none.gif)").problems[0].place.column == 6


def test_a_picture_among_words_stands_below_them(article: Callable[[str], Article]) -> None:
    first, second = article("# T\n\nBefore ![Hills](hills.png) after").blocks

    assert (first, type(second)) == (Paragraph((Run("Before after"),)), Figure)


@pytest.mark.parametrize(
    ("markdown", "caption"),
    [
        pytest.param('![Hills](hills.png "At dusk")', (Run("At dusk"),), id="the title"),
        pytest.param("![Hills](hills.png)", (Run("Hills"),), id="else the description"),
        pytest.param("![](hills.png)", (), id="else none"),
    ],
)
def test_the_caption(article: Callable[[str], Article], markdown: str, caption: tuple[Run, ...]) -> None:
    assert figures(article(f"# T\n\n{markdown}"))[0].caption == caption


def test_the_same_picture_twice_is_prepared_once(read: Read) -> None:
    assert len(read("# T\n\n![a](hills.png) ![b](./hills.png)").pictures) == 1


def test_every_picture_is_among_the_files_also_a_missing_one(read: Read, tmp_path: Path) -> None:
    files = read("# T\n\n![a](hills.png) ![b](none.png)").files

    assert files == (tmp_path / "article.md", tmp_path / "hills.png", tmp_path / "none.png")


def test_the_lead_picture_has_caption_and_description(article: Callable[[str], Article]) -> None:
    lead = article("---\npicture: hills.png\ncaption: At dusk\nalt: Hills\n---\n# T\n\nText").picture

    assert lead is not None
    assert (lead.picture.alt, lead.caption) == ("Hills", (Run("At dusk"),))


def test_a_missing_lead_picture_is_named_at_its_value(read: Read) -> None:
    problem = read("---\npicture: none.gif\n---\n# T\n\nText").problems[0]

    assert (problem.place.line, problem.place.column, problem.key) == (2, 10, "picture")


def test_no_article_has_more_pictures_than_memory_bears(read: Read, tmp_path: Path) -> None:
    for number in range(45):
        (tmp_path / f"{number}.png").write_bytes(drawn())

    assert len(read("# T\n\n" + " ".join(f"![a]({number}.png)" for number in range(45))).files) == 41
