"""When the article was published, as far as the page says so."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from html import unescape

from htmldate import find_date
from lxml.etree import LxmlError  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.elements import HtmlElement, text_of, words_in
from kiosk.prepare.web.facts import Facts
from kiosk.prepare.web.json_ld import text_at
from kiosk.prepare.web.months import month_of
from kiosk.prepare.web.phrases import is_date_line

_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "citation_publication_date",
    "citation_online_date", "citation_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "publishdate", "publish-date", "publish_date",
    "publication_date", "pubdate", "published_at", "published", "article.published", "date", "displaydate", "originalpublicationdate", "article_date_original", "cxenseparse:recs:publishtime",
    "ptime", "firstpublishedtime", "weibo:article:create_at", "shareaholic:article_published_time", "rnews:datepublished", "datecreated",
)  # fmt: skip  # a list to look through, not a column
_NAMED = re.compile(
    r"(?<![a-z])(pub-?date|published|publish|post-?date|entry-?date|article-?date|date|datum|fecha|time-?stamp|byline)",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:(?:T|\s*[,|]?\s+|\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_DENSE = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?")
_POINTS = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})")
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:\.|º|er|st|nd|rd|th)?\s+(?:de\s+|of\s+)?(?P<month>[^\W\d_]{3,12})\.?,?\s+(?:de[l]?\s+)?(?P<year>\d{4})",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"(?P<month>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})", re.IGNORECASE
)
_MONTH_ONLY = "-01"
"""What htmldate puts for the day where it has found a month only."""
_NEAR = 30
_EPOCH = re.compile(r"1[0-9]{9}(?:[0-9]{3})?")
_EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
_NO_TIME_AT_ALL = datetime(1970, 1, 2, 14, tzinfo=UTC)
"""Until when it is the first day of computers' calendars somewhere, which stands for "nobody knows"."""
_AHEAD = timedelta(hours=48)
"""How far in the future a date may lie: other time zones, and clocks that are wrong."""


def published_of(facts: Facts, now: datetime) -> datetime | None:
    """Give the date by trust: JSON-LD, meta, microdata and time elements, then what htmldate finds."""
    dates = (moment_in(text) for text in _said(facts))
    found = next((date for date in dates if date is not None and _is_likely(date, now)), None)
    return found if found is not None else _searched(facts, now)


def moment_in(text: str) -> datetime | None:
    """Read a date as machines write it; naive where it has no time zone."""
    for read in (_from_iso, _from_points, _from_mail, _from_epoch, _spelled):
        try:
            moment = read(text.strip())
        except (ValueError, OverflowError, OSError):
            continue
        if moment is not None:
            return moment
    return None


def _said(facts: Facts) -> Iterator[str]:
    yield text_at(facts.article, "datePublished")
    yield from (facts.meta(name) for name in _METAS)
    marked = facts.tree.xpath("//*[@itemprop='datePublished' or @property='datePublished' or @pubdate]")
    yield from (_value(element) for element in marked)
    times = [element for element in facts.tree.iter("time") if element.get("datetime")]
    times.sort(key=_distance)
    yield from (element.get("datetime", "") for element in times)
    yield text_at(facts.article, "dateCreated", "uploadDate", "dateModified")
    yield from (text_of(element) for element in _called_dates(facts.tree))
    yield from (text_of(element) for element in _near_heading(facts.tree))


def _called_dates(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter("span", "div", "p", "time", "li", "em"):
        if len(element) <= 3 and _NAMED.search(words_in(element)) and len(text_of(element)) < 100:  # noqa: PLR2004
            yield element


def _near_heading(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Give the short elements after the article's heading, where dates stand that nobody marked."""
    heading = next(tree.iter("h1"), None)
    following = heading.xpath("following::*") if heading is not None else []
    for element in following[:_NEAR]:
        if len(element) <= 2 and is_date_line(text_of(element)):  # noqa: PLR2004  # a date, and a person
            yield element


def _spelled(text: str) -> datetime | None:
    """Read "24 June 2003", "June 24, 2003" and the like in the languages whose months are known."""
    found = _DAY_FIRST.search(text) or _MONTH_FIRST.search(text)
    month = month_of(found["month"]) if found else 0
    return datetime(int(found["year"]), month, int(found["day"])) if found and month else None  # noqa: DTZ001  # naive as it came


def _value(element: HtmlElement) -> str:
    return unescape(element.get("content") or element.get("datetime") or text_of(element))


def _distance(time: HtmlElement) -> int:
    """Sort the article's own time first: named as published, then in its head, then any in the article, then others."""
    if re.search(r"publi|entry-date|post-date", words_in(time)):
        return 0
    for ancestor in time.iterancestors():
        words = words_in(ancestor)
        if re.search(r"updated|modified|related|sidebar|comment|footer|teaser|card|recommend|latest|recent", words):
            return 4
        if ancestor.tag in {"aside", "nav", "footer", "li"}:
            return 4
        if ancestor.tag == "header":
            return 1
        if ancestor.tag in {"article", "main"}:
            return 2
    return 3


def _from_iso(text: str) -> datetime | None:
    match = _ISO.search(text) or _DENSE.fullmatch(text)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    zone = (match[7] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    moment = datetime(year, month, day, min(hour, 23), min(minute, 59), min(second, 59))  # noqa: DTZ001  # naive as it came
    return datetime.fromisoformat(moment.isoformat() + zone) if zone else moment


def _from_points(text: str) -> datetime | None:
    match = _POINTS.search(text)
    return datetime(int(match["year"]), int(match["month"]), int(match["day"])) if match else None  # noqa: DTZ001  # naive as it came


def _from_mail(text: str) -> datetime | None:
    return parsedate_to_datetime(text) if re.search(r"\d{4}", text) and len(text) < 100 else None  # noqa: PLR2004


def _from_epoch(text: str) -> datetime | None:
    return datetime.fromtimestamp(int(text[:10]), UTC) if _EPOCH.fullmatch(text) else None


def _is_likely(moment: datetime, now: datetime) -> bool:
    try:
        aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
        is_nothing = datetime(1969, 12, 31, tzinfo=UTC) <= aware < _NO_TIME_AT_ALL
        return _EARLIEST <= aware <= now + _AHEAD and not is_nothing
    except OverflowError:  # year 1 or 9999 in another time zone
        return False


def _searched(facts: Facts, now: datetime) -> datetime | None:
    """Ask htmldate, with an element: a text that looks like an address it would fetch."""
    try:
        found = find_date(facts.tree, original_date=True, url=facts.url, max_date=now + _AHEAD, extensive_search=False)
    except (LxmlError, ValueError, TypeError, AttributeError, OverflowError, IndexError):
        return None
    is_day = found is not None and not found.endswith(_MONTH_ONLY)
    return moment_in(found) if found and is_day else None
