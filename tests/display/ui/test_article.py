"""An article is a page of its own language, whatever the panel beside it speaks."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import pytest

from kiosk.display.ui.article import TITLE_PX, ArticleColumn
from kiosk.display.ui.body import Body
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.direction import is_mirrored
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import SetText, Setting
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.model import Article, Edition, Heading, Paragraph, Run
from kiosk.edition.palettes import LIGHT
from kiosk.edition.value import replace

ShowPage: TypeAlias = Callable[..., KioskWindow]
ARABIC = Article(
    "الحدود التي رسمها نهران", (Paragraph((Run("الماء ليس له"),)),), publisher="مجلة", published=date(2026, 11, 20)
)
ENGLISH = Article("The border", (Paragraph((Run("Water"),)),), publisher="Review", published=date(2026, 11, 20))


@pytest.fixture
def column(make_edition: Callable[..., Edition], show_page: ShowPage) -> Callable[[Article], ArticleColumn]:
    def shown(article: Article) -> ArticleColumn:
        return show_page(make_edition(articles=(article,))).reading.findChildren(ArticleColumn)[0]

    return shown


def text_with(column: ArticleColumn, words: str) -> Caption:
    return next(caption for caption in column.findChildren(Caption) if words in caption.text())


@pytest.mark.parametrize(("article", "from_right"), [(ARABIC, True), (ENGLISH, False)], ids=["Arabic", "English"])
def test_it_begins_on_the_side_of_its_title(
    column: Callable[[Article], ArticleColumn], article: Article, *, from_right: bool
) -> None:
    shown = column(article)

    body, title = shown.findChildren(Body)[0].geometry(), text_with(shown, article.title).geometry()
    assert is_mirrored(shown) is from_right
    assert ((body.right() == title.right()), (body.left() == title.left())) == (from_right, not from_right)


def test_a_title_without_letters_begins_as_the_panel_does(column: Callable[[Article], ArticleColumn]) -> None:
    assert not is_mirrored(column(replace(ARABIC, title="2026")))


def test_the_body_begins_with_it(column: Callable[[Article], ArticleColumn]) -> None:
    shown = column(replace(ARABIC, blocks=(Paragraph((Run("2026"),)),)))

    assert shown.findChildren(Body)[0].document().firstBlock().textDirection().name == "RightToLeft"


def test_a_part_of_the_by_line_that_runs_the_other_way_is_kept_apart(
    column: Callable[[Article], ArticleColumn],
) -> None:
    english, arabic = (text_with(column(article), "2026").text() for article in (ENGLISH, ARABIC))

    assert "\N{FIRST STRONG ISOLATE}" not in english
    assert arabic.startswith("مجلة")
    assert "\N{FIRST STRONG ISOLATE}1 min read\N{POP DIRECTIONAL ISOLATE}" in arabic


@pytest.mark.parametrize(("words", "is_tracked"), [("Featured article", True), ("مقال مختار", False)])
def test_letters_that_join_each_other_are_not_drawn_apart(words: str, *, is_tracked: bool) -> None:
    font = Style(LIGHT, 1.0).kicker(20, words)

    assert (font.letterSpacing() > 0) is is_tracked


@pytest.mark.parametrize(("words", "is_bold"), [("The border", False), ("الحدود", True)])
def test_a_title_in_letters_that_the_cut_for_titles_lacks_is_bold_all_the_same(words: str, *, is_bold: bool) -> None:
    font = Style(LIGHT, 1.0).title(62, words)

    assert font.bold() is is_bold
    assert (font.letterSpacing() < 0) is not is_bold


def test_an_arabic_title_and_heading_stand_out_from_their_text(column: Callable[[Article], ArticleColumn]) -> None:
    shown = column(replace(ARABIC, blocks=(Heading(2, (Run("الماء"),)), *ARABIC.blocks)))

    block = shown.findChildren(Body)[0].document().firstBlock()
    light = SetText(ARABIC.title, Setting(Style(LIGHT, 1.0).serif(TITLE_PX)), 100_000)
    assert block.begin().fragment().charFormat().font().bold()
    assert text_with(shown, ARABIC.title).width_of_text() > light.natural_width + 10
