import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.edition.model import Article, Figure, Heading, Paragraph, Quote, Run, Table
from kiosk.prepare.article.read import ReadArticle
from kiosk.prepare.article.text import Unreadable
from kiosk.prepare.article.word_file import read_word_file
from tests.prepare.article.word_documents import (
    document,
    drawn,
    link,
    linked_picture,
    packed,
    paragraph,
    picture,
    table,
)

Read = Callable[..., ReadArticle]
ArticleOf = Callable[..., Article]
NAME = "news.docx"
SAVE_ANEW = 'Open it in Word, choose "Save as" and there "Word document (.docx)" or "Plain text (.txt)"'


def what(result: ReadArticle) -> str:
    assert result.article is None
    (problem,) = result.problems
    return problem.what.removeprefix(f'"{NAME}" ')


def test_a_document_becomes_an_article(article: ArticleOf) -> None:
    shown = article(
        document(
            paragraph("Our day", "Title"),
            paragraph("Text", marks="<w:b/>"),
            paragraph("Part", "Heading2"),
            paragraph("Said", "Quote"),
            link("here"),
            table(("a", "b"), ("1", "2")),
        ),
        NAME,
    )

    assert (shown.title, shown.author) == ("Our day", "")
    assert shown.blocks == (
        Paragraph((Run("Text", strong=True),)),
        Heading(2, (Run("Part"),)),
        Quote((Paragraph((Run("Said"),)),)),
        Paragraph((Run("here", link=0),)),
        Table(((Run("a"),), (Run("b"),)), (((Run("1"),), (Run("2"),)),)),
    )
    assert shown.links[0].payload == "https://a.example/"


def test_a_picture_in_the_document_is_re_encoded_with_its_caption(read: Read) -> None:
    result = read(
        document(paragraph("T", "Title"), picture(), paragraph("At dusk", "Caption"), pictures=(drawn(),)), NAME
    )

    assert result.article is not None
    (figure,) = result.article.blocks
    assert isinstance(figure, Figure)
    assert (figure.picture.width, figure.picture.alt, figure.caption) == (50, "Hills", (Run("At dusk"),))
    assert [prepared.picture.file for prepared in result.pictures] == [figure.picture.file]
    assert b"PNG" not in result.pictures[0].content


def test_the_file_is_all_that_a_document_is_made_from(read: Read, tmp_path: Path) -> None:
    result = read(document(paragraph("T", "Title"), picture(), pictures=(drawn(),)), NAME)

    assert result.files == (tmp_path / NAME,)


@pytest.mark.parametrize(
    ("content", "title"),
    [
        pytest.param(document(paragraph("A", "Title"), paragraph("b"), title="C"), "A", id="the style Title"),
        pytest.param(document(paragraph("A", "Heading1"), paragraph("b"), title="C"), "A", id="a heading"),
        pytest.param(document(paragraph("b"), title="C"), "C", id="then the property"),
        pytest.param(document(paragraph("A", "Heading2"), paragraph("b")), "A", id="then a lower heading"),
        pytest.param(document(paragraph("b")), "News", id="else the file's name"),
    ],
)
def test_the_title(article: ArticleOf, content: bytes, title: str) -> None:
    assert article(content, NAME).title == title


@pytest.mark.parametrize("core", [b"no XML", b"", b"\0\0\0<", b"<a/>", b"<a>&#1;</a>", b"<a:b/>"])
def test_properties_that_say_nothing_harm_nobody(read: Read, core: bytes) -> None:
    result = read(document(paragraph("a", "Title"), paragraph("b"), parts={"docProps/core.xml": core}), NAME)
    untitled = read(document(paragraph("b"), parts={"docProps/core.xml": core}), NAME)

    assert all(each.article is not None or each.problems for each in (result, untitled))


def test_a_picture_that_cannot_be_unpacked_is_named(read: Read) -> None:
    content = document(paragraph("T", "Title"), paragraph("a"), picture(), pictures=(b"\x89PNG" + bytes(5000),))
    start = content.index(b"word/media/0.png") + len("word/media/0.png")

    result = read(content[:start] + b"\xff" * 10 + content[start + 10 :], NAME)

    assert (result.pictures, bool(result.problems)) == ((), True)


def test_a_title_from_the_files_name_teaches_the_styles_of_word(read: Read) -> None:
    (problem,) = read(document(paragraph("b")), NAME).problems

    assert (
        problem.cure
        == "\"News\" is taken from the file's name. Give the document's first line the style Title or Heading 1"
    )


def test_a_picture_outside_the_document_is_not_opened(read: Read) -> None:
    result = read(document(paragraph("T", "Title"), paragraph("a"), linked_picture()), NAME)

    assert result.article is not None
    assert (result.pictures, [problem.key for problem in result.problems]) == ((), ["picture"])


def test_a_picture_that_cannot_be_shown_is_named(read: Read) -> None:
    result = read(document(paragraph("T", "Title"), paragraph("a"), picture(), pictures=(b"no picture",)), NAME)

    (problem,) = result.problems
    assert problem.what == 'the picture "picture-1" is no PNG, JPEG, WebP or GIF, whatever its name ends in'


def test_no_document_brings_more_pictures_than_memory_bears(read: Read) -> None:
    pictures = tuple(drawn(width=50 + place) for place in range(45))

    result = read(
        document(paragraph("T", "Title"), *(picture(f"p{place}") for place in range(45)), pictures=pictures), NAME
    )

    assert len(result.pictures) == 40


def test_an_empty_document_is_an_error(read: Read) -> None:
    assert what(read(document(), NAME)) == "there is no text in it"


DOCTYPE = '<!DOCTYPE a [<!ENTITY b "cccc">]>'
BODY = "<w:document xmlns:w='w'><w:body>&b;</w:body></w:document>"
INTRICATE = "is more intricate than any article"
FORBIDDEN = "holds what no document of Word holds"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(b"PK\x03\x04", "is damaged, or protected by a password", id="cut off"),
        pytest.param(document(paragraph("a"))[:-30], "is damaged, or protected by a password", id="without its end"),
        pytest.param(packed({"a.txt": "a"}), "is no Word document, or is damaged", id="another packed file"),
        pytest.param(b"\xd0\xcf\x11\xe0", "is a Word document of an old kind, or has a password", id="an old one"),
        pytest.param(b"%PDF-1.7", "is a PDF document, not plain text", id="a PDF"),
        pytest.param(b"plain words", "is damaged, or protected by a password", id="plain words"),
        pytest.param(document(parts={"word/document.xml": DOCTYPE + BODY}), FORBIDDEN, id="entities"),
        pytest.param(
            document(parts={"word/document.xml": (DOCTYPE + BODY).encode("utf-16")}), FORBIDDEN, id="entities in UTF-16"
        ),
        pytest.param(document(parts={"word/styles.xml": "\n" + DOCTYPE + "<a/>"}), FORBIDDEN, id="entities elsewhere"),
        pytest.param(document(parts={"evil.bin": DOCTYPE + "<a/>"}), FORBIDDEN, id="entities under another name"),
        pytest.param(document("<w:p>" * 200 + "</w:p>" * 200), INTRICATE, id="depth"),
        pytest.param(document("<w:p/>" * 121_000), INTRICATE, id="elements"),
        pytest.param(document("<w:p>"), "is damaged: one of its parts cannot be read", id="XML without an end"),
        pytest.param(document(paragraph("a" * 12_000_001)), "has more text than any article", id="text"),
        pytest.param(
            document(parts={f"{place}.bin": b"\1" * 1_000_000 for place in range(201)}),
            "unpacks to more than a document of words and pictures has",
            id="a bomb",
        ),
        pytest.param(
            document(parts={f"{place}": "" for place in range(3000)}),
            "unpacks to more than a document of words and pictures has",
            id="many parts",
        ),
    ],
)  # fmt: skip  # cases
def test_what_is_no_article_is_refused_before_it_is_unpacked(read: Read, content: bytes, fault: str) -> None:
    assert what(read(content, NAME)) == fault


def test_a_document_that_lies_about_its_size_is_refused(read: Read) -> None:
    content = document(paragraph("a" * 5000))
    size = (5000).to_bytes(2, "little")
    real = zipfile.ZipFile(io.BytesIO(content)).getinfo("word/document.xml").file_size.to_bytes(4, "little")

    assert what(read(content.replace(real, size + b"\0\0"), NAME)).startswith("is damaged")


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / NAME).open("wb") as file:
        file.truncate(10**11)

    answer = read_word_file(tmp_path / NAME)

    assert isinstance(answer, Unreadable)
    assert answer.what == "is larger than 60 MB"


def test_the_cure_names_words_own_menu(read: Read) -> None:
    assert read(packed({"a.txt": "a"}), NAME).problems[0].cure == SAVE_ANEW


WHOLE = document(
    paragraph("T", "Title"), paragraph("Text"), picture(), table(("a", "b"), ("1", "2")), link("x"), pictures=(drawn(),)
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=6))
def test_a_spoilt_document_is_an_article_or_a_problem(read: Read, place: int, noise: bytes) -> None:
    result = read(WHOLE[:place] + noise + WHOLE[place + len(noise) :], NAME)

    assert result.article is not None or result.problems


XML = [
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>a</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>",
    "<w:drawing/>", '<w:hyperlink r:id="none">', "</w:hyperlink>", '<w:pStyle w:val="Title"/>', "<w:pPr>", "</w:pPr>",
    "<w:numPr><w:ilvl/></w:numPr>", '<w:gridSpan w:val="x"/>', '<w:vMerge w:val="continue"/>', "<w:sym/>", "<w:br/>",
    '<w:footnoteReference w:id="9"/>', "<w:fldChar/>", '<w:fldChar w:fldCharType="end"/>', "<w:instrText>HYPERLINK</w:instrText>",
]  # fmt: skip  # pieces of WordprocessingML


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(XML), max_size=12).map("".join))
def test_any_mixture_of_words_own_elements_is_an_article_or_a_problem(read: Read, body: str) -> None:
    result = read(document(body), NAME)

    assert result.article is not None or result.problems
