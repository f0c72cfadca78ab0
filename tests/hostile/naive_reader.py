"""A reader that does as it is told by whatever it reads: the positive control, with the orders of `run_cases`.

python -m tests.hostile.naive_reader STATE < orders > comings
"""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import lxml.etree  # type: ignore[import-untyped]  # lxml has no types
from PySide6.QtGui import QGuiApplication, QTextDocument

from kiosk.edition.model import Article, Paragraph, Run
from kiosk.prepare.kept import Kept, KeptArticle, keep
from tests.hostile.orders import Came, Order
from tests.hostile.run_cases import NOW, main, source_of

SOON_SECONDS = 2


def visit(state: Path, order: Order) -> Came:
    signal.alarm(SOON_SECONDS)  # it would wait for ever, and nobody has the time to see that
    with urllib.request.urlopen(order.address) as answer:  # noqa: S310  # as told
        content = answer.read()
    if content.lstrip().startswith(b"<!DOCTYPE rss"):
        parser = lxml.etree.XMLParser(load_dtd=True, resolve_entities=True, no_network=False)
        content = lxml.etree.tostring(lxml.etree.fromstring(content, parser))
    text = content.decode()
    _lay_out(text)
    _obey(text)
    article = Article("As it came", (Paragraph((Run(re.sub("<[^>]*>", "", text)),)),) if text else ())
    keep(state, Kept(source_of(order), (KeptArticle("1", article, NOW),) if text else ()))
    return Came(order.number, articles=1 if text else 0)


def _lay_out(html: str) -> None:
    app = QGuiApplication.instance() or QGuiApplication([])
    document = QTextDocument(app)
    document.setHtml(html)
    document.size()


def _obey(text: str) -> None:
    if "<p>shell</p>" in text:
        subprocess.run(["true"], check=True)
    if "<p>crash</p>" in text:
        os.abort()


if __name__ == "__main__":
    main(Path(sys.argv[1]), visit)
