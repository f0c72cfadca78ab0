"""`kiosk letters`: the doctor's question which scripts of what is shown no font has; one a line is the whole answer."""

import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.commands.exit_status import DONE
from kiosk.edition.model import Article, Edition
from kiosk.edition.store import Verified, read_newest
from kiosk.paths import store_in
from kiosk.prepare.article.runs import text_of


def letters(state: Path) -> int:
    """Look at the newest version that is kept; where there is none, no letter lacks a font."""
    reading = read_newest(store_in(state))
    if isinstance(reading, Verified):
        from kiosk.display.letters import scripts_without_a_font

        scripts = scripts_without_a_font("".join(_texts(reading.edition)))
        sys.stdout.writelines(f"{script}\n" for script in scripts)
    return DONE


def _texts(edition: Edition) -> Iterator[str]:
    yield edition.organisation.name
    for article in edition.articles:
        yield from _of_article(article)


def _of_article(article: Article) -> Iterator[str]:
    yield from (article.title, article.kicker, article.publisher, article.author, text_of(article.blocks))
