"""How many bytes of pictures an edition may hold: the display keeps all of them in memory."""

from collections.abc import Iterable, Iterator, Mapping

from kiosk.edition.model import Article
from kiosk.edition.pictures import pictures_of_article
from kiosk.prepare.without_pictures import without_pictures

MOST_BYTES = 32_000_000


def within_room(articles: tuple[Article, ...], sizes: Mapping[str, int], most: int = MOST_BYTES) -> tuple[Article, ...]:
    """Give the articles with the pictures for which there is room: first each one's lead, then the others in their order."""
    fitting = frozenset(_fitting((*_leads(articles), *_all(articles)), sizes, most))
    return tuple(without_pictures(article, lambda picture: picture.file not in fitting) for article in articles)


def _fitting(wanted: Iterable[str], sizes: Mapping[str, int], most: int) -> Iterator[str]:
    total = 0
    for name in dict.fromkeys(wanted):
        total += sizes[name]
        if total > most:
            return
        yield name


def _leads(articles: tuple[Article, ...]) -> Iterator[str]:
    return (article.picture.picture.file for article in articles if article.picture is not None)


def _all(articles: tuple[Article, ...]) -> Iterator[str]:
    return (picture.file for article in articles for picture in pictures_of_article(article))
