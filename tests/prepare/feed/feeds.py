"""Feeds of every format written from stories, and what of them is to be shown, by rules written a second time."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from random import Random
from xml.sax.saxutils import escape, quoteattr

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
URL = "https://paper.example/feed"

_TITLES = (
    "Harvest festival",
    "Ärzte & Pflege",
    'A "quoted" word',
    "Prix de l'été",
    "5 < 6 and 7 > 3",
    "Новости города",
    "本地新闻",
    "أخبار المدينة",
    "Tom &amp; Jerry",
)


@dataclass(frozen=True, slots=True)
class Story:
    identity: str
    title: str
    link: str
    published: datetime | None
    body: str


def stories(seed: int, *, dated: bool = True) -> tuple[Story, ...]:
    """Give a few stories; some have the same identity, the same date, none, one long ago or far ahead."""
    chance = Random(seed)  # noqa: S311  # not for secrets: the same stories each time
    return tuple(_story(number, chance, dated=dated) for number in range(chance.randint(1, 14)))


def _story(number: int, chance: Random, *, dated: bool) -> Story:
    hours = chance.choice([*range(1, 300, 7), 24, 24, 24, -3, -47, -49, -9000, 20_000])
    undated = not dated or chance.random() < 0.15
    published = None if undated else NOW - timedelta(hours=hours)
    page = chance.randint(1, 9) if chance.random() < 0.3 else number + 100
    link = f"https://paper.example/story/{page}?utm_source=rss&n={page}"
    return Story(link, chance.choice(_TITLES), link, published, f"<p>Body number {number}: fish &amp; chips.</p>")


def picked(written: tuple[Story, ...], limit: int, max_age_days: int) -> list[tuple[str, str]]:
    """Give body and link of what is to be shown, taking the best again and again."""
    left = []
    for story in written:
        twins = [other for other in written if other.identity == story.identity]
        if story is max(twins, key=lambda twin: twin.published or NOW - timedelta(days=99_999)):
            left.append(story)
    shown = list[Story]()
    while left and len(shown) < limit:
        best = left[0]
        for other in left[1:]:
            if _when(other) > _when(best):
                best = other
        left.remove(best)
        if not max_age_days or best.published is None or NOW - best.published <= timedelta(days=max_age_days):
            shown.append(best)
    return [(story.body, story.link) for story in shown]


def _when(story: Story) -> float:
    if story.published is None or (story.published - NOW).total_seconds() > 48 * 3600:
        return float("-inf")
    return story.published.timestamp()


def _rss(written: tuple[Story, ...], version: str) -> str:
    return (
        f'<rss version="{version}"><channel><title>The Paper</title>{"".join(map(_rss_item, written))}</channel></rss>'
    )


def _rss_item(story: Story) -> str:
    date = f"<pubDate>{format_datetime(story.published)}</pubDate>" if story.published else ""
    return (
        f"<item><title>{escape(escape(story.title))}</title><link>{escape(story.link)}</link>"
        f"<description><![CDATA[{story.body}]]></description>{date}</item>"
    )


def _rdf(written: tuple[Story, ...], vocabulary: str) -> str:
    items = "".join(
        f"<item><title>{escape(escape(story.title))}</title><link>{escape(story.link)}</link>"
        f"<description>{escape(story.body)}</description>{_iso('dc:date', story)}</item>"
        for story in written
    )
    return (
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{vocabulary}"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Paper</title></channel>{items}</rdf:RDF>'
    )


def _atom_10(written: tuple[Story, ...]) -> str:
    entries = "".join(
        f"<entry><id>{escape(story.identity)}</id><title>{escape(story.title)}</title>"
        f"<link rel='self' href='https://paper.example/self'/><link href={quoteattr(story.link)}/>"
        f'{_iso("updated", story)}<content type="html">{escape(story.body)}</content></entry>'
        for story in written
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title>{entries}</feed>'


def _atom_03(written: tuple[Story, ...]) -> str:
    entries = "".join(
        f"<a:entry><a:id>{escape(story.identity)}</a:id><a:title>{escape(story.title)}</a:title>"
        f'<a:link rel="alternate" type="text/html" href={quoteattr(story.link)}/>{_iso("a:issued", story)}'
        f'<a:content type="text/html" mode="escaped">{escape(story.body)}</a:content></a:entry>'
        for story in written
    )
    return f'<a:feed version="0.3" xmlns:a="http://purl.org/atom/ns#"><a:title>The Paper</a:title>{entries}</a:feed>'


def _json(written: tuple[Story, ...], version: str) -> str:
    items = [
        {"id": story.identity, "title": story.title, "url": story.link, "content_html": story.body}
        | ({"date_published": story.published.isoformat()} if story.published else {})
        for story in written
    ]
    return json.dumps({"version": f"https://jsonfeed.org/version/{version}", "title": "The Paper", "items": items})


def _iso(name: str, story: Story) -> str:
    return f"<{name}>{story.published.isoformat()}</{name}>" if story.published else ""


FORMATS: dict[str, Callable[[tuple[Story, ...]], str]] = {
    "RSS 0.90": lambda written: _rdf(written, "http://my.netscape.com/rdf/simple/0.9/"),
    "RSS 0.91": lambda written: _rss(written, "0.91"),
    "RSS 0.92": lambda written: _rss(written, "0.92"),
    "RSS 1.0": lambda written: _rdf(written, "http://purl.org/rss/1.0/"),
    "RSS 2.0": lambda written: _rss(written, "2.0"),
    "Atom 0.3": _atom_03,
    "Atom 1.0": _atom_10,
    "JSON Feed 1": lambda written: _json(written, "1"),
    "JSON Feed 1.1": lambda written: _json(written, "1.1"),
}


def encoded(text: str, encoding: str) -> bytes:
    """Write a feed's text with a declaration that is true; "utf-16" and "utf-32" bring a mark, the others none."""
    if text.startswith("{"):
        return text.encode(encoding)
    name = encoding.upper().removesuffix("-SIG")
    return f'<?xml version="1.0" encoding="{name}"?>\n{text}'.encode(encoding)


def rss(items: str, *, attributes: str = "") -> bytes:
    """Write an RSS 2.0 feed around items."""
    return encoded(f'<rss version="2.0"{attributes}><channel><title>Paper</title>{items}</channel></rss>', "utf-8")


def atom(entries: str, *, attributes: str = "") -> bytes:
    """Write an Atom feed around entries."""
    return encoded(f'<feed xmlns="http://www.w3.org/2005/Atom"{attributes}><title>P</title>{entries}</feed>', "utf-8")
