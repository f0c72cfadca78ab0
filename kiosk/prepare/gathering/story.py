"""What a page or a feed's entry says, in one form for both."""

from dataclasses import dataclass, replace
from datetime import datetime
from html import escape

from kiosk.prepare.feed.feed import Entry, Feed
from kiosk.prepare.web.byline import people_in
from kiosk.prepare.web.page import Page


@dataclass(frozen=True, slots=True)
class Story:
    """What a page or an entry says, as it came; `body` is HTML, addresses in it are relative to `base`.

    `address` is where the story can be read at its source.
    """

    title: str
    body: str
    base: str
    address: str
    author: str = ""
    publisher: str = ""
    published: datetime | None = None
    language: str = ""
    summary: str = ""
    lead: str = ""
    lead_alt: str = ""
    lead_caption: str = ""


def story_of_page(page: Page, url: str) -> Story:
    return Story(
        title=page.title,
        body=page.body,
        base=url,
        address=page.canonical or url,
        author=page.author,
        publisher=page.publisher,
        published=page.published,
        language=page.language,
        summary=page.summary,
        lead=page.lead.address if page.lead else "",
        lead_alt=page.lead.alt if page.lead else "",
        lead_caption=page.lead.caption if page.lead else "",
    )


def story_of_entry(entry: Entry, feed: Feed) -> Story:
    return Story(
        title=entry.title,
        body=entry.content or f"<p>{escape(entry.summary)}</p>",
        base=entry.base,
        address=entry.link,
        author=", ".join(people_in(entry.author)),
        publisher=feed.title,
        published=entry.published,
        language=entry.language or feed.language,
        summary=entry.summary,
        lead=entry.picture,
    )


def completed(page: Story, entry: Story) -> Story:
    """Give the page's story, and of the entry what the page does not say; the feed knows best when it was published."""
    return replace(
        page,
        title=page.title or entry.title,
        author=page.author or entry.author,
        publisher=page.publisher or entry.publisher,
        published=entry.published or page.published,
        language=page.language or entry.language,
        summary=page.summary or entry.summary,
        lead=page.lead or entry.lead,
    )
