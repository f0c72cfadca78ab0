"""`kiosk gather` that dies natively of whatever holds the word POISON, as it might of a fault in Qt or libxml2.

python -m tests.hostile.dying_gather layout|reading
"""

import os
import sys
from collections.abc import Mapping

from kiosk.commands.gather import gather
from kiosk.edition.model import Article
from kiosk.prepare import canary
from kiosk.prepare.article.runs import text_of
from kiosk.prepare.canary import misfit
from kiosk.prepare.gathering import workshop
from kiosk.prepare.web.page import NoArticle, Page
from kiosk.prepare.web.read import read_page

POISON = "zqpoison"


def dying_misfit(article: Article, pictures: Mapping[str, bytes]) -> str:
    _die_of(text_of(article.blocks))
    return misfit(article, pictures)


def dying_read_page(text: str, url: str) -> Page | NoArticle:
    _die_of(text)
    return read_page(text, url)


def _die_of(text: str) -> None:
    if POISON in text:
        os.abort()


if __name__ == "__main__":
    if sys.argv[1] == "layout":
        canary.misfit = dying_misfit
    else:
        workshop.read_page = dying_read_page  # type: ignore[attr-defined]  # it imports it, and that is what is replaced
    sys.exit(gather())
