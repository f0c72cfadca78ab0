"""The reading side: the notice while it lasts, else the chosen article, else a welcome; and the footer below it."""

from datetime import datetime

from kiosk.display.page.notice import notice_at
from kiosk.display.page.page import ArticlePage, Button, Footer, NoArticlePage, NoticePage, Onward, Reading
from kiosk.display.page.speech import Speech, set_in
from kiosk.display.visitor.choices import Choices
from kiosk.display.visitor.rotation import NONE_SHOWN, following
from kiosk.edition.model import Article, Edition, Notice
from kiosk.edition.schedule import shown

NO_PLACE = -1


def derive_reading(edition: Edition, now: datetime, choices: Choices, speech: Speech) -> Reading:
    notice = notice_at(edition.notice, now)
    if notice:
        return _notice_page(notice, now, speech)
    article = chosen_article(edition, choices)
    if article:
        return _article_page(article, choices.article % len(edition.articles), speech)
    return NoArticlePage(edition.organisation.name, speech.say("We are glad that you are here."))


def derive_footer(edition: Edition, now: datetime, choices: Choices, speech: Speech) -> Footer:
    """Give the footer of an article; a notice stands alone, without a rotation or a source.

    Somebody may still read what has had its time: it has no place among those that follow it.
    """
    article = chosen_article(edition, choices)
    if notice_at(edition.notice, now) or not article:
        return Footer(0, 0, None, None)
    current, rotation = choices.article % len(edition.articles), shown(edition.articles, now.replace(tzinfo=None))
    following_one = following(current, rotation)
    next_one = None if following_one in {current, NONE_SHOWN} else edition.articles[following_one]
    return Footer(
        count=len(rotation),
        current=rotation.index(current) if current in rotation else NO_PLACE,
        following=_following(next_one, speech) if next_one else None,
        source=_source(article, speech),
    )


def chosen_article(edition: Edition, choices: Choices) -> Article | None:
    """Give the article of the visitor's choice, if any; one beyond the end, after a reload, wraps round."""
    if not edition.articles or choices.article < 0:
        return None
    return edition.articles[choices.article % len(edition.articles)]


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


def _article_page(article: Article, number: int, speech: Speech) -> ArticlePage:
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
        number=number,
        onward=_onward(article, speech) if article.is_cut else None,
    )


def _onward(article: Article, speech: Speech) -> Onward:
    title = speech.say("Only the beginning is shown here.")
    if article.source is None:
        return Onward(title, "", None)
    return Onward(title, speech.say("Point your camera at the code to read on at the source."), article.source.code)


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
