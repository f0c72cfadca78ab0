"""From staff's contact.toml and everything it names to an edition, with all that staff can mend."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.edition.model import Article, Edition
from kiosk.edition.value import replace
from kiosk.prepare.article.read import read_article
from kiosk.prepare.config.contact_file import ContactFile, LogoSource
from kiosk.prepare.config.read import read_contact
from kiosk.prepare.elsewhere import elsewhere
from kiosk.prepare.picture import PreparedPicture
from kiosk.prepare.problem import Problem, has_errors

LOGO_WIDEST = 960
LOGO_TALLEST = 320


@dataclass(frozen=True, slots=True)
class Composed:
    """`edition` is None where a problem is an error; `files` are all it is made from, also those that are missing."""

    edition: Edition | None
    pictures: tuple[PreparedPicture, ...]
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Logo:
    prepared: tuple[PreparedPicture, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()


def compose(config: Path) -> Composed:
    loaded = read_contact(config)
    reads = tuple(read_article(source) for source in loaded.named.articles)
    logo = _logo(loaded.named.logo, config.parent)
    named = (*logo.problems, *(problem for read in reads for problem in read.problems))
    problems = _down_the_file(config, (*loaded.problems, *named))
    files = (config, *logo.files, *(file for read in reads for file in read.files))
    if loaded.value is None or has_errors(problems):
        return Composed(None, (), problems, files)
    pictures = (*logo.prepared, *(picture for read in reads for picture in read.pictures))
    articles = _timed(tuple(read.article for read in reads if read.article is not None), loaded.value)
    return Composed(_edition(loaded.value, articles, logo), pictures, problems, files)


def _down_the_file(config: Path, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Let those of contact.toml come first, in its order, whoever found them."""
    ours = sorted(
        (problem for problem in problems if problem.place.file == config),
        key=lambda problem: (problem.place.line, problem.place.column),
    )
    return (*ours, *(problem for problem in problems if problem.place.file != config))


def _timed(articles: tuple[Article, ...], contact: ContactFile) -> tuple[Article, ...]:
    return tuple(
        replace(article, schedule=timing.schedule, priority=timing.priority)
        for article, timing in zip(articles, contact.timings, strict=True)
    )


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
