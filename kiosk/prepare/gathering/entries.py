"""The articles of a feed: as they are kept where their entries are the same, made anew where they are not."""

import time
from collections.abc import Iterator
from datetime import datetime

from kiosk.prepare.feed.choose import chosen
from kiosk.prepare.feed.feed import Entry, Feed
from kiosk.prepare.fetch import Fetched
from kiosk.prepare.gathering.dating import dated
from kiosk.prepare.gathering.found import Found, Vain
from kiosk.prepare.gathering.story import Story, completed, story_of_entry, story_of_page
from kiosk.prepare.gathering.workshop import Unfit, Workshop, left_out_pictures
from kiosk.prepare.kept import Kept, KeptArticle
from kiosk.prepare.web.page import Page

CPU_SECONDS = 9.0
"""Of the processor, after which no further entry is begun: the next visit goes on where this one ends."""

TRIED_FOR_EACH = 2
"""Entries looked at for each that is wanted: some are videos, or guarded."""


class Entries:
    """`now` is an aware time."""

    def __init__(self, workshop: Workshop, kept: Kept, now: datetime) -> None:
        self._workshop = workshop
        self._source = workshop.reach.source
        self._kept = {each.identity: each for each in kept.articles}
        self._now = now
        self._left_out: list[str] = []
        self._tired_at = time.process_time() + CPU_SECONDS

    def of(self, feed: Feed) -> Found | Vain:
        """Give as many as are wanted; where the feed has fewer, those that it had before stay."""
        new = tuple(self._articles(feed))
        left_out = tuple(dict.fromkeys(self._left_out))
        if not new:
            return Vain("nothing to show", *self._why_nothing(feed), left_out=left_out)
        shown = {each.identity for each in new}
        before = (each for each in self._kept.values() if each.identity not in shown)
        return Found((*new, *before)[: self._source.limit], left_out)

    def _articles(self, feed: Feed) -> Iterator[KeptArticle]:
        missing = self._source.limit
        for entry in chosen(feed, self._now, missing * TRIED_FOR_EACH, self._source.max_age_days):
            article = self._article(entry, feed)
            if article is not None:
                yield article
                missing -= 1
            if not missing:
                return

    def _article(self, entry: Entry, feed: Feed) -> KeptArticle | None:
        """Give the entry's article: as it is kept, made anew, or as it was before where it can be made no more."""
        known = self._kept.get(entry.identity)
        made_of = self._workshop.made_of(entry)
        if self._is_out_of_time() or (known and known.made_of == made_of and self._workshop.holds(known.article)):
            return known
        if self._workshop.memory.is_quarantined(made_of):
            self._leave_out(entry, "broke the kiosk's reader before")
            return None
        with self._workshop.memory.trying(made_of):
            return self._made(entry, feed, made_of) or known

    def _made(self, entry: Entry, feed: Feed, made_of: str) -> KeptArticle | None:
        own = story_of_entry(entry, feed)
        whole = self._followed(entry, own)
        story = whole or own
        made = self._workshop.article(story)
        if isinstance(made, Unfit):
            self._leave_out(entry, made.why)
            return None
        self._left_out.extend(left_out_pictures(made.strangers))
        known = self._kept.get(entry.identity)
        is_done = (whole is not None or not self._source.full_text) and (made.is_whole or known is not None)
        when = dated(story.published, known, self._now)
        return KeptArticle(entry.identity, made.article, when, made_of if is_done else "")

    def _followed(self, entry: Entry, own: Story) -> Story | None:
        """Give what the entry's link leads to, None where that was not wanted, or does not work now."""
        if not (self._source.full_text and entry.link):
            return None
        answer = self._workshop.reach.document(entry.link)
        if not isinstance(answer, Fetched):
            return None
        page = self._workshop.page(answer)
        return completed(story_of_page(page, answer.url), own) if isinstance(page, Page) else None

    def _is_out_of_time(self) -> bool:
        return time.process_time() >= self._tired_at or time.monotonic() >= self._workshop.reach.deadline

    def _leave_out(self, entry: Entry, why: str) -> None:
        self._left_out.append(f'"{entry.title:.60}" is left out: it {why}')

    def _why_nothing(self, feed: Feed) -> tuple[str, str]:
        if not feed.entries:
            return "is a feed without any entry", "Look at it in a browser, and name another where it stays empty"
        if self._left_out:
            return "is a feed of which nothing can be shown", "Try full_text = true, or name another feed"
        if self._is_out_of_time():
            return (
                "is a feed that was not read in time",
                "It is tried again by itself; its server or this computer is slow",
            )
        return "is a feed whose entries are all too old", "Raise max_age_days, or leave it out"
