# dates are written as in their languages

from datetime import UTC, datetime, timedelta, timezone

import pytest

from kiosk.prepare.html.tree import TooIntricate, parse_html
from kiosk.prepare.web.dating import moment_in, published_of
from kiosk.prepare.web.facts import facts_of

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def published(html: str, url: str = "https://paper.example/news/ferry") -> datetime | None:
    tree = parse_html(html)
    assert not isinstance(tree, TooIntricate)
    return published_of(facts_of(tree, url), NOW)


def naive(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001  # year, month, day, without a zone as they come


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-05-04", naive(2026, 5, 4)),
        ("2026-05-04T10:30:00Z", datetime(2026, 5, 4, 10, 30, tzinfo=UTC)),
        ("2026-05-04T10:30:00.123+0200", datetime(2026, 5, 4, 10, 30, tzinfo=timezone(timedelta(hours=2)))),
        ("2026-05-04 10:30", naive(2026, 5, 4, 10, 30)),
        ("2026/5/4", naive(2026, 5, 4)),
        ("20260504", naive(2026, 5, 4)),
        ("2026年5月4日 10:30", naive(2026, 5, 4, 10, 30)),
        ("04.05.2026, 10:30 Uhr", naive(2026, 5, 4)),
        ("Mon, 04 May 2026 10:30:00 GMT", datetime(2026, 5, 4, 10, 30, tzinfo=UTC)),
        ("1777890600", datetime.fromtimestamp(1777890600, UTC)),
        ("4 May 2026", naive(2026, 5, 4)),
        ("May 4th, 2026", naive(2026, 5, 4)),
        ("4. Mai 2026", naive(2026, 5, 4)),
        ("le 1er mai 2026", naive(2026, 5, 1)),
        ("4 de mayo de 2026", naive(2026, 5, 4)),
        ("4 мая 2026", naive(2026, 5, 4)),
        ("4 مايو 2026", naive(2026, 5, 4)),
        ("4 Mei 2026", naive(2026, 5, 4)),
    ],
)
def test_a_date_is_read_with_a_zone_only_where_it_has_one(text: str, moment: datetime) -> None:
    assert moment_in(text) == moment


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-13-40", "99999999", "0000-00-00", "2026-05-04T25:61:00+99:99", "31 Foo 2026"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert moment_in(text) is None


@pytest.mark.parametrize(
    "date",
    [
        "1601-01-01",
        "9999-12-31",
        "9999-12-31T23:59:59-14:00",
        "1970-01-01T00:00:00Z",
        "2026-06-04T00:00:00Z",
        "0001-01-01T00:00:00+14:00",
    ],
)
def test_a_date_that_stands_for_nothing_is_refused(date: str) -> None:
    assert published(f'<meta property="article:published_time" content="{date}"><p>Text</p>') is None


def test_a_refused_date_makes_way_for_the_next_source() -> None:
    html = '<meta property="article:published_time" content="1601-01-01"><time datetime="2026-05-04">Monday</time>'

    assert published(html) == naive(2026, 5, 4)


def test_json_ld_is_trusted_before_meta_and_meta_before_the_page() -> None:
    ld = '<script type="application/ld+json">{"@type": "Article", "datePublished": "2026-05-01"}</script>'
    meta = '<meta property="article:published_time" content="2026-05-02">'
    time = '<time datetime="2026-05-03">Sunday</time>'

    assert published(ld + meta + time) == naive(2026, 5, 1)
    assert published(meta + time) == naive(2026, 5, 2)
    assert published(time) == naive(2026, 5, 3)


def test_the_time_of_the_article_counts_not_that_of_others() -> None:
    html = """<aside><time datetime="2026-05-20">20 May</time></aside>
        <article><header><time datetime="2026-05-04">4 May</time></header></article>"""

    assert published(html) == naive(2026, 5, 4)


def test_a_date_under_the_heading_needs_no_mark() -> None:
    assert published("<h1>Ferry fares to double</h1><div><i>24 May 2003</i></div><p>Text</p>") == naive(2003, 5, 24)


def test_the_address_tells_the_date_where_nothing_else_does() -> None:
    assert published("<p>Text</p>", "https://paper.example/2026/05/04/ferry.html") == naive(2026, 5, 4)
