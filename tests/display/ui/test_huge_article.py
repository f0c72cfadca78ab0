"""Ten thousand words are laid out before anyone notices, and scroll as smoothly as a hundred."""

import time
from collections.abc import Callable
from typing import TypeAlias

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.display.ui.article import ArticleView
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.model import Article, Edition, Paragraph, Run

ShowPage: TypeAlias = Callable[..., KioskWindow]
SENTENCE = "Ukraine is preparing to reinforce its frontier with Belarus and the work is to begin in spring"
WORDS = SENTENCE.split()
LAID_OUT_SECONDS = 0.15
FRAME_SECONDS = 0.016
FRAMES = 60
STEP_PX = 17


def article(words: int) -> Article:
    """Give paragraphs of ten stretches of eight words."""
    stretches = (" ".join(WORDS[(place + word) % len(WORDS)] for word in range(8)) for place in range(words // 8))
    runs = [Run(f"{text} ", strong=place % 5 == 0, emphasis=place % 7 == 0) for place, text in enumerate(stretches)]
    paragraphs = tuple(Paragraph(tuple(runs[start : start + 10])) for start in range(0, len(runs), 10))
    return Article(f"Of {words} words", paragraphs)


@pytest.fixture(scope="module")
def huge() -> Article:
    return article(10_000)


def test_it_is_laid_out_in_150_ms(make_edition: Callable[..., Edition], show_page: ShowPage, huge: Article) -> None:
    show_page(make_edition(articles=(article(400),)))
    edition = make_edition(articles=(huge,))

    began = time.thread_time()
    window = show_page(edition)
    took = time.thread_time() - began

    assert window.reading.findChildren(ArticleView)[0].hidden_height() > 40_000
    assert took <= LAID_OUT_SECONDS


@pytest.mark.parametrize("share", [0.0, 0.5, 0.95])
def test_each_frame_of_its_way_takes_less_than_16_ms(
    make_edition: Callable[..., Edition], show_page: ShowPage, huge: Article, share: float
) -> None:
    view = show_page(make_edition(articles=(huge,))).reading.findChildren(ArticleView)[0]
    bar = view.verticalScrollBar()
    start = int(bar.maximum() * share)
    bar.setValue(start)
    QApplication.processEvents()

    taken = sorted(_frame(view, start + STEP_PX * frame) for frame in range(FRAMES))

    assert taken[FRAMES * 95 // 100] <= FRAME_SECONDS


def _frame(view: ArticleView, place: int) -> float:
    """Move, paint all that can be seen anew, and give the processor's seconds."""
    began = time.thread_time()
    view.verticalScrollBar().setValue(place)
    view.viewport().repaint()
    QApplication.processEvents()
    return time.thread_time() - began
