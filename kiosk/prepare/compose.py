"""From staff's contact.toml and everything it names to an edition, with all that staff can mend."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import assert_never
from zoneinfo import ZoneInfo

from kiosk.edition.model import Article, Edition
from kiosk.edition.pictures import pictures_of
from kiosk.edition.value import replace
from kiosk.edition.web_source import WebSource
from kiosk.prepare.article.folder import read_folder
from kiosk.prepare.article.read import read_article
from kiosk.prepare.article.source import ArticleSource, FolderSource, NamedArticles, WebArticles
from kiosk.prepare.config.contact_file import ContactFile, LogoSource, Timing
from kiosk.prepare.config.read import read_contact
from kiosk.prepare.contact.schedule import ending
from kiosk.prepare.elsewhere import elsewhere
from kiosk.prepare.found import Found, Lasting, OfficeTime
from kiosk.prepare.from_web import articles_from_web
from kiosk.prepare.picture import PreparedPicture
from kiosk.prepare.problem import Place, Problem, has_errors
from kiosk.prepare.room import MOST_BYTES, within_room

MOST_ARTICLES = 50
LOGO_WIDEST = 960
LOGO_TALLEST = 320


@dataclass(frozen=True, slots=True)
class FromWeb:
    """A source in the world, and how many articles it brings now."""

    named: WebArticles
    articles: int


@dataclass(frozen=True, slots=True)
class Composed:
    """`edition` is None where a problem is an error; `files` are all it is made from, also those that are missing.

    `web` are the sources in the world that are named, each with how many articles there are of it, also without an edition.
    """

    edition: Edition | None
    pictures: tuple[PreparedPicture, ...]
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    web: tuple[FromWeb, ...] = ()

    @property
    def sources(self) -> tuple[WebSource, ...]:
        """Give each address once, as its first entry wishes it: what it brings is kept under its name."""
        first = {one.named.source.key: one.named.source for one in reversed(self.web)}
        return tuple(dict.fromkeys(first[one.named.source.key] for one in self.web))


@dataclass(frozen=True, slots=True)
class _Logo:
    prepared: tuple[PreparedPicture, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()


def compose(config: Path, state: Path, now: datetime | None = None) -> Composed:
    """Make it of staff's files and of what is kept in `state`; `now`, the present if not given, is when it is made."""
    now = now or datetime.now(UTC)
    loaded = read_contact(config, now)
    time_there = OfficeTime(now, ZoneInfo(loaded.value.organisation.time_zone if loaded.value else "UTC"))
    found = tuple(_found(named, state, time_there) for named in loaded.named.articles)
    logo = _logo(loaded.named.logo, config.parent)
    problems = (*loaded.problems, *logo.problems, *(problem for one in found for problem in one.problems))
    files = (config, *logo.files, *(file for one in found for file in one.files))
    web = tuple(_from_web(loaded.named.articles, found))
    if loaded.value is None or has_errors(problems):
        return Composed(None, (), _down_the_file(config, problems), files, web)
    prepared = (*logo.prepared, *(picture for one in found for picture in one.pictures))
    wanted = tuple(_timed(found, loaded.value.timings))[:MOST_ARTICLES]
    articles = within_room(wanted, {picture.picture.file: len(picture.content) for picture in prepared})
    too_much = (*_too_many(loaded.named.articles, found), *_too_large(config, articles != wanted))
    edition = _edition(loaded.value, articles, logo)
    return Composed(
        edition, _pictures_in(edition, prepared), _down_the_file(config, (*problems, *too_much)), files, web
    )


def _found(named: NamedArticles, state: Path, time_there: OfficeTime) -> Found:
    match named:
        case ArticleSource():
            read = read_article(named)
            articles = (Lasting(read.article),) if read.article is not None else ()
            return Found(articles, read.pictures, read.problems, read.files)
        case FolderSource():
            return read_folder(named, time_there)
        case WebArticles():
            return articles_from_web(named, state, time_there)
        case _:
            assert_never(named)


def _from_web(named: tuple[NamedArticles, ...], found: tuple[Found, ...]) -> Iterator[FromWeb]:
    for entry, brought in zip(named, found, strict=True):
        if isinstance(entry, WebArticles):
            yield FromWeb(entry, len(brought.articles))


def _timed(found: tuple[Found, ...], timings: tuple[Timing, ...]) -> Iterator[Article]:
    """Give every article the timing of its entry, and its own end where that is earlier."""
    for one, timing in zip(found, timings, strict=True):
        for lasting in one.articles:
            schedule = ending(timing.schedule, lasting.until)
            yield replace(lasting.article, schedule=schedule, priority=timing.priority)


def _too_many(named: tuple[NamedArticles, ...], found: tuple[Found, ...]) -> Iterator[Problem]:
    """Warn at the entry whose articles are the first for which there is no room."""
    before = 0
    for entry, brought in zip(named, found, strict=True):
        before += len(brought.articles)
        if before > MOST_ARTICLES:
            what = f"there are more than {MOST_ARTICLES} articles down to here"
            cure = f"The first {MOST_ARTICLES} are shown. Write a lower limit, or delete entries"
            yield Problem(entry.place, "article", what, cure, "warning")
            return


def _too_large(config: Path, is_so: bool) -> tuple[Problem, ...]:  # noqa: FBT001  # what the caller has found out
    what = f"the pictures of all articles have more than {MOST_BYTES // 1_000_000} MB together"
    cure = "The last ones are left out. Show fewer articles, or save pictures of your own with fewer pixels"
    return (Problem(Place(config), "article", what, cure, "warning"),) if is_so else ()


def _pictures_in(edition: Edition, pictures: tuple[PreparedPicture, ...]) -> tuple[PreparedPicture, ...]:
    shown = {picture.file for picture in pictures_of(edition)}
    return tuple(picture for picture in pictures if picture.picture.file in shown)


def _down_the_file(config: Path, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Let those of contact.toml come first, in its order, whoever found them."""
    ours = sorted(
        (problem for problem in problems if problem.place.file == config),
        key=lambda problem: (problem.place.line, problem.place.column),
    )
    return (*ours, *(problem for problem in problems if problem.place.file != config))


def _edition(contact: ContactFile, articles: tuple[Article, ...], logo: _Logo) -> Edition:
    picture = logo.prepared[0].picture if logo.prepared else None
    return Edition(
        organisation=replace(contact.organisation, logo=picture),
        contact=contact.contact,
        articles=articles,
        look=contact.look,
        languages=contact.languages,
        hours=contact.hours,
        notice=contact.notice,
        rotation=contact.rotation,
    )


def _logo(source: LogoSource | None, folder: Path) -> _Logo:
    if source is None:
        return _Logo()
    if stray := elsewhere(source.file, folder):
        return _Logo(problems=(_unused(source, stray.what, stray.cure),))
    from kiosk.prepare.images import prepare_picture  # noqa: PLC0415  # QtGui only where there is a picture

    result = prepare_picture(source.file, alt=source.organisation, widest=LOGO_WIDEST, tallest=LOGO_TALLEST)
    if isinstance(result, PreparedPicture):
        return _Logo(prepared=(result,), files=(source.file,))
    return _Logo(problems=(_unused(source, result.what, result.cure),), files=(source.file,))


def _unused(source: LogoSource, what: str, cure: str) -> Problem:
    whole_cure = f"The name {source.organisation} is shown instead. {cure}"
    what = f'the picture "{source.file.name}" {what}'
    return Problem(source.place, "organisation.logo", what, whole_cure, "warning")
