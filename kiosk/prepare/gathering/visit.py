"""One visit: what lies at the source's address decides whether it is a feed, an article, or a page that names a feed."""

from dataclasses import replace
from datetime import datetime
from typing import Literal, assert_never

from kiosk.edition.digest import sha256
from kiosk.prepare.feed.feed import NoFeed
from kiosk.prepare.feed.read import looks_like_feed, read_feed
from kiosk.prepare.fetch import Fetched, NotFetched, Unchanged, Validators
from kiosk.prepare.gathering.dating import dated
from kiosk.prepare.gathering.entries import Entries
from kiosk.prepare.gathering.found import Found, NothingNew, Outcome, Vain
from kiosk.prepare.gathering.reach import host_of, site_of
from kiosk.prepare.gathering.story import story_of_page
from kiosk.prepare.gathering.workshop import Unfit, Workshop, left_out_pictures
from kiosk.prepare.html.decode import decode_html
from kiosk.prepare.kept import Kept, KeptArticle
from kiosk.prepare.web.alternate import feeds_of
from kiosk.prepare.web.page import Page

_BREAKS_US = Vain(
    "broken",
    "has something in it that broke the kiosk's reader",
    "It is not read again until it changes; tell its owner",
)
_BREAKS_US_EACH_TIME = Vain(
    "broken",
    "has broken the kiosk's reader each time",
    "It is left alone for six hours, then tried again; tell its owner, or name another page",
    retry_after=6 * 3600,
)
_NO_FEED_NOW = Vain(
    "nothing to show",
    "was a feed and is a web page now",
    "Look at it in a browser, and name the feed's new address if it has one",
)


class Visiting:
    """`kept` is what earlier visits have brought; `now` is an aware time."""

    def __init__(self, workshop: Workshop, kept: Kept, now: datetime) -> None:
        self._workshop = workshop
        self._reach = workshop.reach
        self._memory = workshop.memory
        self._kept = kept
        self._now = now

    def visit(self) -> Outcome:
        if self._memory.leaves_alone():
            return _BREAKS_US_EACH_TIME
        match self._reach.document(self._reach.source.address, self._validators()):
            case Unchanged():
                return NothingNew()
            case NotFetched(trouble, what, cure, retry_after):
                return Vain(trouble, what, cure, retry_after)
            case Fetched() as answer:
                return self._led_elsewhere(answer) or self._outcome_of(answer)
            case other:
                assert_never(other)

    def _validators(self) -> Validators:
        """Ask whether anything is new only where all that was brought is there, as it is wished for now."""
        known = self._memory.remembered
        articles = self._kept.articles
        is_there = bool(articles) and all(self._workshop.holds(each.article) for each in articles)
        is_wished = self._kept.source == self._reach.source
        return Validators(known.etag, known.last_modified) if is_there and is_wished else Validators()

    def _led_elsewhere(self, answer: Fetched) -> Vain | None:
        """Refuse another site in the place of the one that was there before: networks send guests to their own pages."""
        before = self._memory.remembered.site
        if not self._kept.articles or not before or site_of(answer.url) == before:
            return None
        what = f"leads to another site now ({host_of(answer.url)})"
        return Vain("nothing to show", what, "Open it in a browser; if that is right, write the new address")

    def _outcome_of(self, answer: Fetched) -> Outcome:
        digest = sha256(answer.content)
        if self._memory.is_quarantined(digest):
            return _BREAKS_US
        if looks_like_feed(answer.content, answer.content_type):
            return self._remembering("feed", answer, self._of_feed(answer))
        if self._kept.articles and self._memory.remembered.came_as == "feed":
            return _NO_FEED_NOW
        with self._memory.trying(digest):
            page = self._workshop.page(answer)
            if isinstance(page, Page):
                return self._remembering("page", answer, self._of_page(page, answer.url))
        named = self._of_named_feed(answer)
        return page if named is None else self._remembering("page", replace(answer, validators=Validators()), named)

    def _of_feed(self, answer: Fetched) -> Found | Vain:
        digest = sha256(answer.content)
        if self._memory.is_quarantined(digest):
            return _BREAKS_US
        with self._memory.trying(digest):
            feed = read_feed(answer.content, answer.content_type, answer.url)
        if isinstance(feed, NoFeed):
            return Vain("broken", feed.what, feed.cure)
        return Entries(self._workshop, self._kept, self._now).of(feed)

    def _of_named_feed(self, page: Fetched) -> Found | Vain | None:
        """Read the first feed that a home page names, None where it names none that answers."""
        text = decode_html(page.content, page.content_type)
        for address in feeds_of(text, page.url)[:1] if isinstance(text, str) else ():
            answer = self._reach.document(address)
            if isinstance(answer, Fetched) and looks_like_feed(answer.content, answer.content_type):
                return self._of_feed(answer)
        return None

    def _of_page(self, page: Page, url: str) -> Found | Vain:
        story = story_of_page(page, url)
        known = next((each for each in self._kept.articles if each.identity == story.address), None)
        made_of = self._workshop.made_of(story)
        if known is not None and known.made_of == made_of and self._workshop.holds(known.article):
            return Found((known,))
        made = self._workshop.article(story)
        if isinstance(made, Unfit):
            return Vain("nothing to show", made.why, "Name another page")
        when, is_done = dated(story.published, known, self._now), made.is_whole or known is not None
        kept = KeptArticle(story.address, made.article, when, made_of if is_done else "")
        return Found((kept,), tuple(left_out_pictures(made.strangers)))

    def _remembering(self, came_as: Literal["feed", "page"], answer: Fetched, outcome: Found | Vain) -> Found | Vain:
        """Let the next visit know what it came to, and ask whether anything is new where this one has left nothing undone."""
        if isinstance(outcome, Found):
            is_complete = all(each.made_of for each in outcome.articles)
            validators = answer.validators if is_complete else Validators()
            self._memory.came(came_as, site_of(answer.url), validators.etag, validators.last_modified)
        return outcome
