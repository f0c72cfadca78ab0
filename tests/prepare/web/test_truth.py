"""The pages are what they say: the truth does stand in them, and so does what is not to be shown."""

import re
from collections import Counter

import pytest

from kiosk.prepare.html.decode import decode_html
from tests.prepare.web.measure import levelled
from tests.prepare.web.truth import PAGES, content_of, names_of_pages, truth_of, truths
from tests.prepare.web.whole_text import whole_text


def text_of_page(name: str) -> str:
    """Give all text that is anywhere in the page, in scripts too."""
    decoded = decode_html(content_of(name), truth_of(name).content_type)
    assert isinstance(decoded, str)
    return levelled(whole_text(decoded, scripts=True).replace(r"\n", " "))


def test_every_page_has_its_truth() -> None:
    assert len(names_of_pages()) >= 60
    assert names_of_pages() == sorted(truth.stem for truth in PAGES.glob("*.toml"))


def test_there_are_three_pages_at_least_in_each_of_eight_languages() -> None:
    pages = Counter(truth.language.partition("-")[0] for truth in truths())

    assert len(pages) >= 8
    assert min(pages.values()) >= 3


def test_no_two_pages_are_of_one_site() -> None:
    sites = [truth.url.split("/")[2] for truth in truths()]

    assert len(set(sites)) == len(sites)


def test_some_pages_are_not_in_utf_8() -> None:
    def is_utf_8(name: str) -> bool:
        try:
            content_of(name).decode()
        except UnicodeDecodeError:
            return False
        return True

    assert sum(not is_utf_8(name) for name in names_of_pages()) >= 6


@pytest.mark.parametrize("name", names_of_pages())
def test_the_truth_is_in_the_page(name: str) -> None:
    page = re.sub(r"\W", "", text_of_page(name))
    # What may come can stand in the middle of a line, a mark of a footnote for instance.
    passages = [piece for line in truth_of(name).text.splitlines() for piece in re.split(r"(?<=[.,!?”]) ", line)]

    missing = [piece for piece in passages if re.sub(r"\W", "", levelled(piece)) not in page]

    assert missing == []


@pytest.mark.parametrize("name", names_of_pages())
def test_the_truth_says_what_must_be_there_and_nothing_that_must_not(name: str) -> None:
    truth, page = truth_of(name), text_of_page(name)
    text = levelled(truth.text)

    assert [snippet for snippet in truth.must_have if snippet not in text] == []
    assert [snippet for snippet in truth.must_not_have if snippet in text or snippet not in page] == []
    assert [snippet for snippet in truth.once if text.count(snippet) != 1 or page.count(snippet) < 2] == []
