"""What an article from the world must survive before a screen sees it, and what it costs those that pass."""

# ruff: noqa: RUF001  # letters of many scripts are what is tested

import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter
from pytestqt.qtbot import QtBot

from kiosk.display.ui.body import Body
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.style import Style
from kiosk.edition.model import Article, Block, Code, Figure, Heading, Listing, Paragraph, Picture, Quote, Run, Table
from kiosk.edition.palettes import LIGHT
from kiosk.edition.value import replace
from kiosk.prepare import canary
from kiosk.prepare.canary import misfit
from kiosk.prepare.sanitise import clean_text

LONGEST_GAP_SECONDS = 0.5
LEAD = Figure(Picture("lead.png", 400, 300))
SENTENCE = "Ukraine is preparing to reinforce its frontier with Belarus and the work is to begin in spring"
WORDS = SENTENCE.split()


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def words(count: int) -> str:
    return " ".join(WORDS[place % len(WORDS)] for place in range(count))


def grid(rows: int, columns: int = 12) -> Table:
    cell = (Run("cell text"),)
    return Table((cell,) * columns, ((cell,) * columns,) * rows)


def deep(levels: int) -> Block:
    block: Block = paragraph("deep")
    for _ in range(levels):
        block = Listing(((paragraph("item"), Quote((block,))),), 1)
    return block


def article(*blocks: Block) -> Article:
    return Article("A border", blocks)


def png() -> bytes:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(0xFF00FF00)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


HONEST = {
    "fifteen thousand words": tuple(paragraph(words(80)) for _ in range(187)),
    "a paragraph of 300 kB": (paragraph(words(55_000)[:300_000]),),
    "ten thousand stretches": (Paragraph(tuple(Run(f"{word} ", strong=bool(place % 2)) for place, word in enumerate(WORDS * 600))),),
    "a table of 12 by 100": (grid(100),),
    "a table of one huge cell": (Table(((Run("N"),),), (((Run("1 " * 50_000),),),)),),
    "words of 2000 letters": (paragraph(clean_text("x" * 100_000)),),
    "stacked marks": (paragraph(clean_text("a\u0301\u0302\u0303\u0304\u0305\u0306" * 10_000)),),
    "lists and quotes in each other": (deep(6),),
    "99 links": (Paragraph(tuple(Run("word ", link=place) for place in range(99))),),
    "emoji": (paragraph("👩‍👩‍👧‍👦 " * 5000),),
    "turned and turned again": (paragraph(clean_text("\u2067abc \u2066אבג " * 5000)),),
    "Arabic": (paragraph("تستعد أوكرانيا لتعزيز حدودها " * 2000),),
    "Chinese": (paragraph("乌克兰内政部副部长表示，" * 5000),),
    "code": (Code("x = 1\n" * 5000),),
    "headings": tuple(Heading(2 + place % 3, (Run("What they say"),)) for place in range(1000)),
}  # fmt: skip
BOMBS = {
    "a table of 12 by 1200": (grid(1200),),
    "a word of 150,000 letters": (paragraph("x" * 150_000),),
    "as many items as letters": (Listing(((paragraph("x"),),) * 20_000),),
}


@pytest.mark.parametrize("blocks", HONEST.values(), ids=HONEST)
def test_an_article_within_what_is_let_in_may_be_shown(qtbot: QtBot, blocks: tuple[Block, ...]) -> None:
    assert misfit(article(*blocks), {}) == ""

    body = Body(None)
    qtbot.addWidget(body)
    began = time.thread_time()
    body.show_blocks(blocks, Style(LIGHT, 1.0), 1000, Pictures())
    assert time.thread_time() - began <= LONGEST_GAP_SECONDS


@pytest.mark.parametrize("blocks", BOMBS.values(), ids=BOMBS)
def test_what_would_hold_the_screen_up_is_told_in_words(blocks: tuple[Block, ...]) -> None:
    assert misfit(article(*blocks), {}).startswith(("takes ", "is taller than "))


def test_an_article_that_is_too_tall_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canary, "TALLEST_PX", 2160)

    assert misfit(article(*(paragraph(words(80)) for _ in range(40))), {}) == "is taller than 2 screens"


def test_its_pictures_are_painted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    decoded = []

    class Watched(Pictures):
        def scaled(self, file: str, width: int, height: int) -> QImage:
            decoded.append(file)
            return super().scaled(file, width, height)

    monkeypatch.setattr(canary, "Pictures", Watched)

    whole = replace(article(paragraph(words(900)), Figure(Picture("a.png", 400, 300))), picture=LEAD)
    assert misfit(whole, {"a.png": png(), "lead.png": png()}) == ""
    assert {"a.png", "lead.png"} <= set(decoded)


@pytest.fixture(scope="module")
def told_by_a_process() -> str:
    """Give what a process prints that has neither Qt nor a screen until the article comes."""
    program = """
import sys
from kiosk.edition.model import Article, Paragraph, Run
assert "PySide6" not in sys.modules
from kiosk.prepare.canary import misfit
print(repr(misfit(Article("A", (Paragraph((Run("It begins in spring."),)),)), {})), "PySide6.QtWidgets" in sys.modules)
if sys.platform == "linux":
    status = dict(line.split(":", 1) for line in open("/proc/self/status"))
    print(int(status["VmPeak"].split()[0]) < 300_000)
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=30)
    return done.stdout


def test_a_process_without_a_screen_can_ask_and_needs_no_widgets(told_by_a_process: str) -> None:
    assert told_by_a_process.startswith("'' False\n")


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is told otherwise elsewhere")
def test_it_needs_less_than_half_of_the_memory_that_is_allowed(told_by_a_process: str) -> None:
    assert told_by_a_process.endswith("\nTrue\n")
