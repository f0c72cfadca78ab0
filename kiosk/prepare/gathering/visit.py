"""One visit: what lies at the source's address decides whether it is a feed, an article, or a page that names a feed."""

from datetime import datetime
from typing import assert_never

from kiosk.prepare.feed.feed import NoFeed
from kiosk.prepare.feed.read import looks_like_feed, read_feed
from kiosk.prepare.fetch import Fetched, NotFetched, Unchanged, Validators
from kiosk.prepare.gathering.dating import dated
from kiosk.prepare.gathering.entries import Entries
from kiosk.prepare.gathering.found import Found, NothingNew, Outcome, Vain
from kiosk.prepare.gathering.story import story_of_page
from kiosk.prepare.gathering.workshop import BREAKS_US, Workshop, digest_of
from kiosk.prepare.html.decode import decode_html
from kiosk.prepare.kept import Kept, KeptArticle
from kiosk.prepare.web.alternate import feeds_of
from kiosk.prepare.web.page import Page


class Visiting:
    """`kept` is what earlier visits have brought; `now` is an aware time."""

    def __init__(self, workshop: Workshop, kept: Kept, now: datetime) -> None:
        self._workshop = workshop
        self._reach = workshop.reach
        self._memory = workshop.memory
        self._address = workshop.reach.source.address
        self._kept = kept
        self._now = now

    def visit(self) -> Outcome:
        match self._reach.document(self._address, self._validators()):
            case Unchanged():
                return NothingNew()
            case NotFetched(trouble, what, cure, retry_after):
                return Vain(trouble, what, cure, retry_after)
            case Fetched() as answer:
                outcome = self._outcome_of(answer)
                self._remember(answer, outcome)
                return outcome
            case other:
                assert_never(other)

    def _validators(self) -> Validators:
        known = self._memory.remembered
        if not self._kept.articles or self._kept.source != self._reach.source or known.address != self._address:
            return Validators()
        return Validators(known.etag, known.last_modified)

    def _remember(self, answer: Fetched, outcome: Outcome) -> None:
        """Let the next visit ask whether anything is new, where this one has left nothing undone."""
        is_complete = isinstance(outcome, Found) and all(each.made_of for each in outcome.articles)
        validators = answer.validators if is_complete else Validators()
        self._memory.came_from(self._address, validators.etag, validators.last_modified)

    def _outcome_of(self, answer: Fetched) -> Outcome:
        if looks_like_feed(answer.content, answer.content_type):
            return self._of_feed(answer)
        page = self._workshop.page(answer)
        if isinstance(page, Page):
            return self._of_page(page, answer)
        return self._of_named_feed(answer) or page

    def _of_feed(self, answer: Fetched) -> Found | Vain:
        digest = digest_of(answer.content)
        if self._memory.is_quarantined(digest):
            return BREAKS_US
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

    def _of_page(self, page: Page, answer: Fetched) -> Found | Vain:
        story = story_of_page(page, answer.url)
        known = next((each for each in self._kept.articles if each.identity == story.address), None)
        made_of = self._workshop.made_of(answer.content)
        if known is not None and known.made_of == made_of:
            return Found((known,))
        article = self._workshop.article(story, made_of)
        if isinstance(article, str):
            return Vain("nothing to show", f"is a page that is not shown: {article}", "Name another page")
        return Found((KeptArticle(story.address, article, dated(story.published, known, self._now), made_of),))
