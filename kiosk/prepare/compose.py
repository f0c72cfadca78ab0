"""From staff's contact.toml and everything it names to an edition, with all that staff can mend."""

from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from kiosk.edition.model import Article, Edition
from kiosk.prepare.article.read import ReadArticle, read_article
from kiosk.prepare.config.contact_file import ContactFile
from kiosk.prepare.config.read import read_contact
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
    if loaded.value is None:
        return Composed(None, (), loaded.problems, (config,))
    articles = tuple(read_article(source) for source in loaded.value.articles)
    return _joined(loaded.value, loaded.problems, articles, _logo(loaded.value), config)


def _joined(
    contact: ContactFile, problems: tuple[Problem, ...], reads: tuple[ReadArticle, ...], logo: _Logo, config: Path
) -> Composed:
    problems = (*problems, *logo.problems, *(problem for read in reads for problem in read.problems))
    files = (config, *logo.files, *(file for read in reads for file in read.files))
    if has_errors(problems):
        return Composed(None, (), problems, files)
    pictures = (*logo.prepared, *(picture for read in reads for picture in read.pictures))
    articles = tuple(read.article for read in reads if read.article is not None)
    return Composed(_edition(contact, articles, logo), pictures, problems, files)


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
    )


def _logo(contact: ContactFile) -> _Logo:
    if contact.logo is None:
        return _Logo()
    from kiosk.prepare.images import prepare_picture  # noqa: PLC0415  # QtGui only where there is a picture

    name = contact.organisation.name
    result = prepare_picture(contact.logo, alt=name, widest=LOGO_WIDEST, tallest=LOGO_TALLEST)
    if isinstance(result, PreparedPicture):
        return _Logo(prepared=(result,), files=(contact.logo,))
    cure = f"The name {name} is shown instead. {result.cure}"
    what = f'the picture "{contact.logo.name}" {result.what}'
    problem = Problem(contact.logo_place, "organisation.logo", what, cure, "warning")
    return _Logo(problems=(problem,), files=(contact.logo,))
