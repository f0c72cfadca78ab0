"""The articles of a source in the world, as they are kept: nothing here goes out to look for them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.edition.model import Article
from kiosk.edition.pictures import pictures_of_article
from kiosk.edition.value import replace
from kiosk.edition.wall import wall_time
from kiosk.edition.web_source import articles_file
from kiosk.prepare.article.source import WebArticles
from kiosk.prepare.found import Found, Lasting, OfficeTime
from kiosk.prepare.kept import KeptArticle, read_kept, read_picture
from kiosk.prepare.picture import PreparedPicture
from kiosk.prepare.sanitise import clean_text
from kiosk.prepare.without_pictures import without_pictures

_YEARS = range(1500, 3000)
"""Calendars end not far from others, and a zone or an age added to them is an error."""


def articles_from_web(wanted: WebArticles, state: Path, time_there: OfficeTime) -> Found:
    """Give the newest, as many as are wanted; a source of which nothing is kept yet brings none."""
    source = wanted.source
    kept = read_kept(state, source).articles
    dated = [(one, _until(one, source.max_age_days, time_there)) for one in kept]
    young = [(one.article, until) for one, until in dated if until is None or until > time_there.wall][: source.limit]
    pictures = {picture.picture.file: picture for article, _ in young for picture in _pictures(article, state)}
    return Found(
        tuple(Lasting(_shown(article, wanted, frozenset(pictures)), until) for article, until in young),
        tuple(pictures.values()),
        files=(articles_file(state, source),),
    )


def _until(kept: KeptArticle, max_age_days: int, time_there: OfficeTime) -> datetime | None:
    if not max_age_days or kept.dated.year not in _YEARS:
        return None
    return wall_time(kept.dated, time_there.zone) + timedelta(days=max_age_days)


def _pictures(article: Article, state: Path) -> Iterator[PreparedPicture]:
    for picture in pictures_of_article(article):
        content = read_picture(state, picture.file)
        if content is not None:
            yield PreparedPicture(picture, content)


def _shown(article: Article, wanted: WebArticles, there: frozenset[str]) -> Article:
    whole = without_pictures(article, lambda picture: picture.file not in there)
    return replace(whole, kicker=clean_text(wanted.kicker)) if wanted.kicker else whole
