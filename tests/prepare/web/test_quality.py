"""What visitors get to read of a page of the world, against what a careful reader took from it.

Allowed: F1 of words 0.85 on each page and 0.95 in the mean, titles and dates right on 95 of 100 pages, publishers and
by-lines on 90. The whole text of each page, which holds every word that is wanted, is the control.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from statistics import mean

import pytest

from kiosk.edition.model import Block, Code, Figure, Listing, Picture, Quote, Run
from kiosk.prepare.article.runs import plain, text_of
from kiosk.prepare.html.blocks import html_blocks
from kiosk.prepare.html.decode import decode_html
from kiosk.prepare.web.page import NoArticle, Page
from kiosk.prepare.web.read import read_page
from tests.prepare.web.measure import f1, levelled, names
from tests.prepare.web.truth import Truth, content_of, names_of_pages, truth_of
from tests.prepare.web.whole_text import whole_text

F1_OF_EACH = 0.85
F1_IN_THE_MEAN = 0.95
TITLES_AND_DATES = 0.95
PUBLISHERS_AND_AUTHORS = 0.90


class EveryCompanion:
    """Takes every link, and every picture as it is named."""

    def link(self, address: str) -> int | None:
        return len(address)

    def figure(self, address: str, alt: str, caption: tuple[Run, ...]) -> Figure | None:
        return Figure(Picture(address, 640, 480, alt), caption)


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as it would be shown; of one that is refused, nothing."""

    name: str
    truth: Truth
    page: Page | NoArticle
    text: str

    @property
    def f1(self) -> float:
        return f1(self.truth.text, self.text, " ".join(self.truth.may_have))

    @property
    def has_title(self) -> bool:
        return isinstance(self.page, Page) and levelled(self.page.title) == levelled(self.truth.title)

    @property
    def has_date(self) -> bool:
        if isinstance(self.page, NoArticle):
            return False
        return (self.page.published.date().isoformat() if self.page.published else "") == self.truth.date

    @property
    def has_publisher(self) -> bool:
        """Judge it where the page names one."""
        return not self.truth.publisher or (
            isinstance(self.page, Page) and levelled(self.page.publisher) == levelled(self.truth.publisher)
        )

    @property
    def has_authors(self) -> bool:
        return isinstance(self.page, Page) and names(self.page.author) == frozenset(map(levelled, self.truth.authors))


@cache
def reading(name: str) -> Reading:
    truth = truth_of(name)
    page = read_page(_decoded(name), truth.url)
    return Reading(name, truth, page, _shown(page) if isinstance(page, Page) else "")


def _decoded(name: str) -> str:
    text = decode_html(content_of(name), truth_of(name).content_type)
    assert isinstance(text, str), text
    return text


def _shown(page: Page) -> str:
    """Give the words on the screen below the title: the lead picture is not shown a second time in the text."""
    blocks = html_blocks(page.body, EveryCompanion()).blocks
    lead = page.lead.address if page.lead else ""
    leading = [block for block in blocks if isinstance(block, Figure) and block.picture.file == lead]
    caption = (page.lead and page.lead.caption) or "".join(plain(figure.caption) for figure in leading[:1])
    rest = [block for block in blocks if block not in leading]
    return "\n".join((caption, text_of(rest), *_codes(rest)))


def _codes(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Code(text):
                yield text
            case Quote(inner):
                yield from _codes(list(inner))
            case Listing(items):
                yield from (text for item in items for text in _codes(list(item)))


@pytest.mark.parametrize("name", names_of_pages())
def test_a_page_is_read(name: str) -> None:
    assert not isinstance(reading(name).page, NoArticle), reading(name).page
    assert reading(name).f1 >= F1_OF_EACH


@pytest.mark.parametrize("name", names_of_pages())
def test_nothing_is_lost_that_must_be_there(name: str) -> None:
    text = levelled(reading(name).text)

    assert [snippet for snippet in reading(name).truth.must_have if snippet not in text] == []


@pytest.mark.parametrize("name", names_of_pages())
def test_nothing_is_shown_that_surrounds_the_article(name: str) -> None:
    text = levelled(reading(name).text)

    assert [snippet for snippet in reading(name).truth.must_not_have if snippet in text] == []


@pytest.mark.parametrize("name", names_of_pages())
def test_what_the_page_repeats_is_shown_once(name: str) -> None:
    text = levelled(reading(name).text)

    assert [snippet for snippet in reading(name).truth.once if text.count(snippet) != 1] == []


def test_the_pages_are_read_well_on_the_whole() -> None:
    readings = [reading(name) for name in names_of_pages()]
    scores = mean(each.f1 for each in readings)
    titles = mean(each.has_title for each in readings)
    dates = mean(each.has_date for each in readings)
    publishers = mean(each.has_publisher for each in readings)
    authors = mean(each.has_authors for each in readings)
    table = [_line(each) for each in sorted(readings, key=lambda each: each.f1)]
    figures = f"{len(readings)} pages: F1 {scores:.3f}, titles {titles:.0%}, dates {dates:.0%}"
    table.append(f"{figures}, publishers {publishers:.0%}, by-lines {authors:.0%}")
    print("", *table, sep="\n")  # noqa: T201  # the figures

    assert scores >= F1_IN_THE_MEAN
    assert min(titles, dates) >= TITLES_AND_DATES
    assert min(publishers, authors) >= PUBLISHERS_AND_AUTHORS


def _line(reading: Reading) -> str:
    wrong = [
        name
        for name, is_right in (
            ("title", reading.has_title),
            ("date", reading.has_date),
            ("publisher", reading.has_publisher),
            ("by-line", reading.has_authors),
        )
        if not is_right
    ]
    return f"{reading.f1:.3f}  {reading.name:16} {', '.join(wrong)}"


def test_the_whole_text_of_a_page_would_not_do() -> None:
    """The positive control: all words that are wanted are in it, and it still fails."""
    scores = [f1(truth_of(name).text, whole_text(_decoded(name))) for name in names_of_pages()]

    assert mean(score < F1_OF_EACH for score in scores) > 0.6
    assert mean(scores) < 0.8
