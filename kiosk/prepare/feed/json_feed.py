"""JSON Feed 1 and 1.1 (jsonfeed.org): what is of the wrong kind in it is as good as missing."""

import json
from collections.abc import Iterator

from kiosk.prepare.feed.address import absolute
from kiosk.prepare.feed.dates import first_date
from kiosk.prepare.feed.feed import MOST_ENTRIES, Entry, Feed
from kiosk.prepare.feed.members import Members, objects_of, text_of
from kiosk.prepare.feed.newest import without_doubles
from kiosk.prepare.feed.picture import is_picture
from kiosk.prepare.feed.plain import LONGEST_NAME, LONGEST_TITLE, html_of_text, one_line
from kiosk.prepare.feed.raw import RawEntry, bcp_47, finished

VERSION = "https://jsonfeed.org/version/"
_MOST_AUTHORS = 5


def read_members(text: str) -> Members | None:
    """Give the members of the outermost object, None where the text is no JSON or something else."""
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):  # RecursionError: brackets in brackets without end
        return None
    return found if isinstance(found, dict) else None


def is_feed(members: Members) -> bool:
    return text_of(members, "version").startswith(VERSION) or isinstance(members.get("items"), list)


def read_json_feed(members: Members, url: str) -> Feed:
    """Read at most MOST_ENTRIES entries; `url` is where the feed lies."""
    items = objects_of(members, "items")[:MOST_ENTRIES]
    entries = (_entry(item, members, url) for item in items)
    title = one_line(text_of(members, "title"), LONGEST_TITLE)
    kept = without_doubles(tuple(entry for entry in entries if entry is not None))
    return Feed(title, bcp_47(text_of(members, "language")), kept)


def _entry(item: Members, feed: Members, url: str) -> Entry | None:
    link = absolute(text_of(item, "url"), url) or absolute(text_of(item, "external_url"), url)
    return finished(
        RawEntry(
            identifier=text_of(item, "id"),
            title=one_line(text_of(item, "title"), LONGEST_TITLE),
            link=link,
            published=first_date((text_of(item, "date_published"), text_of(item, "date_modified"))),
            author=_authors(item) or _authors(feed),
            full=tuple(filter(None, (text_of(item, "content_html"), html_of_text(text_of(item, "content_text"))))),
            short=tuple(filter(None, (html_of_text(text_of(item, "summary")),))),
            base=link or url,
            picture=next(filter(None, (absolute(address, url) for address in _pictures(item))), ""),
            language=text_of(item, "language") or text_of(feed, "language"),
            has_sound=any(text_of(one, "mime_type").startswith(("audio/", "video/")) for one in _attachments(item)),
        )
    )


def _authors(members: Members) -> str:
    """Give the names of version 1.1's `authors` or version 1's `author`."""
    single = members.get("author")
    people = objects_of(members, "authors") or ([single] if isinstance(single, dict) else [])
    names = (one_line(text_of(person, "name"), LONGEST_NAME) for person in people[:_MOST_AUTHORS])
    return ", ".join(dict.fromkeys(filter(None, names)))


def _pictures(item: Members) -> Iterator[str]:
    yield from (text_of(item, "image"), text_of(item, "banner_image"))
    for one in _attachments(item):
        if is_picture(text_of(one, "mime_type"), text_of(one, "url")):
            yield text_of(one, "url")


def _attachments(item: Members) -> list[Members]:
    return objects_of(item, "attachments")
