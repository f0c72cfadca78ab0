"""The article of a web page: what it says, who wrote it when, and in which picture it opens; or why it is none."""

from dataclasses import replace
from datetime import UTC, datetime
from html import escape

from kiosk.prepare.html.tree import TooIntricate, parse_html
from kiosk.prepare.web.address import canonical_of
from kiosk.prepare.web.body import html_of, trimmed
from kiosk.prepare.web.byline import author_of, publisher_of
from kiosk.prepare.web.candidates import body_said, candidates_of
from kiosk.prepare.web.dating import published_of
from kiosk.prepare.web.elements import HtmlElement
from kiosk.prepare.web.facts import Facts, facts_of
from kiosk.prepare.web.gate import SAID, reason_against
from kiosk.prepare.web.language import language_of
from kiosk.prepare.web.lead import lead_of
from kiosk.prepare.web.nuisances import remove_nuisances
from kiosk.prepare.web.page import NoArticle, Page
from kiosk.prepare.web.paragraphs import set_in_paragraphs
from kiosk.prepare.web.permission import may_be_kept
from kiosk.prepare.web.pictures import bring_pictures
from kiosk.prepare.web.score import best_of
from kiosk.prepare.web.selection import told_by
from kiosk.prepare.web.summary import summary_of
from kiosk.prepare.web.title import title_of
from kiosk.prepare.web.units import units_of
from kiosk.prepare.web.verdict import Surroundings, reason_against_page, surroundings_of


def read_page(text: str, url: str) -> Page | NoArticle:
    """Read decoded HTML that came from `url`; never raises for what is in a page."""
    tree = parse_html(text)
    if isinstance(tree, TooIntricate):
        return NoArticle(tree.what, "Name the page of one article, or the site's feed")
    around = surroundings_of(tree)
    bring_pictures(tree)
    facts = facts_of(tree, url)
    frame = _frame(facts, url)
    return _article(tree, facts, frame, around)


def _frame(facts: Facts, url: str) -> Page:
    """Give all but the text: what the page says in places that are about to be taken out of it."""
    publisher = publisher_of(facts)
    return Page(
        title=title_of(facts, publisher),
        body="",
        author=author_of(facts),
        publisher=publisher,
        published=published_of(facts, datetime.now(UTC)),
        language=language_of(facts),
        summary=summary_of(facts),
        lead=lead_of(facts),
        canonical=canonical_of(facts, url),
        may_be_kept=may_be_kept(facts),
    )


def _article(tree: HtmlElement, facts: Facts, frame: Page, around: Surroundings) -> Page | NoArticle:
    remove_nuisances(tree)
    set_in_paragraphs(tree)
    units = units_of(tree)
    candidates = candidates_of(tree, units, facts)
    best = best_of(candidates, units, told_by(body_said(facts), units))
    selection = trimmed(best.selection, units, frame.title, frame.author, frame.lead)
    reason = reason_against_page(frame.title, selection, units, facts, around)
    if reason in {"short", "script", "list"} and body_said(facts):
        return _from_own_words(frame, body_said(facts))
    return SAID[reason] if reason else replace(frame, body=html_of(selection, units, facts))


def _from_own_words(frame: Page, text: str) -> Page | NoArticle:
    """Give the article as the page tells it to search engines, where scripts would have written it for readers."""
    reason = reason_against(frame.title, text)
    paragraphs = (escape(line.strip()) for line in text.splitlines() if line.strip())
    return SAID[reason] if reason else replace(frame, body="".join(f"<p>{line}</p>" for line in paragraphs))
