"""The reading side: the notice while it lasts, else the chosen article, else a welcome; and the footer below it."""

from datetime import datetime

from kiosk.display.page.page import ArticlePage, Button, Footer, NoArticlePage, NoticePage, Reading
from kiosk.display.page.speech import Speech, set_in
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Article, Edition, Notice


def derive_reading(edition: Edition, now: datetime, choices: Choices, speech: Speech) -> Reading:
    notice = _notice(edition, now)
    if notice:
        return _notice_page(notice, now, speech)
    article = chosen_article(edition, choices)
    if article:
        return _article_page(article, speech)
    return NoArticlePage(edition.organisation.name, speech.say("We are glad that you are here."))


def derive_footer(edition: Edition, now: datetime, choices: Choices, speech: Speech) -> Footer:
    """Give the footer of an article; a notice stands alone, without a rotation or a source."""
    article = chosen_article(edition, choices)
    if _notice(edition, now) or not article:
        return Footer(0, 0, None, None)
    count = len(edition.articles)
    current = choices.article % count
    following = _following(edition.articles[(current + 1) % count], speech) if count > 1 else None
    return Footer(count, current, following, _source(article, speech))


def chosen_article(edition: Edition, choices: Choices) -> Article | None:
    """Give the article of the visitor's choice; a choice beyond the end, after a reload, wraps round."""
    return edition.articles[choices.article % len(edition.articles)] if edition.articles else None


def _notice(edition: Edition, now: datetime) -> Notice | None:
    notice = edition.notice
    if notice and notice.until > now and (notice.since is None or notice.since <= now):
        return notice
    return None


def _notice_page(notice: Notice, now: datetime, speech: Speech) -> NoticePage:
    until = notice.until.astimezone(now.tzinfo)
    return NoticePage(
        kicker=speech.say("Please note"),
        title=notice.title,
        text=notice.text,
        until=_until(until, now, speech),
        severity=notice.severity,
    )


def _until(until: datetime, now: datetime, speech: Speech) -> str:
    time = speech.clock(until.time())
    if until.date() == now.date():
        return speech.say("Until today, {time}").format(time=time)
    return speech.say("Until {date}, {time}").format(date=speech.day(until.date()), time=time)


def _article_page(article: Article, speech: Speech) -> ArticlePage:
    minutes = speech.count("{number} min read", "{number} min read", article.reading_minutes)
    published = speech.day(article.published) if article.published else ""
    parts = (article.publisher, article.author, published, minutes)
    return ArticlePage(
        kicker=article.kicker or speech.say("Featured article"),
        title=article.title,
        by_line=tuple(part for part in parts if part),
        strong_by_line=bool(article.publisher or article.author),
        lead=article.picture,
        blocks=article.blocks,
        language=article.language,
        link_hint=speech.say("Shows a code for your phone."),
    )


def _following(article: Article, speech: Speech) -> Button:
    title = set_in(speech, article.title)
    return Button(
        speech.say("Next: {title}").format(title=title),
        speech.say("Next article: {title}").format(title=title),
        speech.say("Shows the next article."),
    )


def _source(article: Article, speech: Speech) -> Button | None:
    if article.source is None:
        return None
    says = speech.say("Read at the source")
    return Button(says, says, speech.say("Shows a code for your phone."))
