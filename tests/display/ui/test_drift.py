"""The window while its layout drifts, in pictures: all of it moves, and its grounds still reach the edges."""

from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median

import pytest
from PySide6.QtCore import QElapsedTimer, QPoint, QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.display.page.speech import Speech
from kiosk.display.ui.card import Card
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.display.visitor.drift import FURTHEST
from kiosk.edition.model import Edition, Notice
from tests.display.ui.conftest import ShowPage

PLACES = [QPoint(-4, -4), QPoint(3, 3), QPoint(-4, 3), QPoint(3, -4), QPoint(1, 0)]
SIZES = [(1920, 1080), (1080, 1920), (1024, 600)]
URGENT = Notice("No water", "Sorry.", until=datetime(2027, 1, 1, tzinfo=UTC), severity="urgent")
CHEAP_MS = 2.0


@pytest.fixture
def pages(
    make_edition: Callable[..., Edition],
    show_page: ShowPage,
    show_holding: Callable[[], KioskWindow],
    long_speech: Callable[..., Speech],
) -> dict[str, Callable[[], KioskWindow]]:
    """Give the ways to show each of the pages there are."""
    return {
        "an article": lambda: show_page(make_edition()),
        "a notice": lambda: show_page(make_edition(notice=URGENT)),
        "right to left": lambda: show_page(make_edition(), spoken=long_speech(right_to_left=True)),
        "low reach": lambda: show_page(make_edition(), choices=Choices(low_reach=True)),
        "the holding card": show_holding,
    }


@pytest.fixture(params=["an article", "a notice", "right to left", "low reach", "the holding card"])
def shown(request: pytest.FixtureRequest, pages: dict[str, Callable[[], KioskWindow]]) -> KioskWindow:
    """Give a window with such a page and the sign for staff."""
    window = pages[request.param]()
    window.show_mark(on=True)
    return window


def inner(picture: QImage) -> QRect:
    return picture.rect().adjusted(FURTHEST, FURTHEST, -FURTHEST, -FURTHEST)


def is_ground_at_the_edges(picture: QImage) -> bool:
    """Tell whether the rows and columns at every edge, as far as anything drifts, are all alike, but for a seam that moved."""
    width, height = picture.width(), picture.height()
    rows = [picture.copy(0, y, width, 1) for y in (*range(FURTHEST), *range(height - FURTHEST, height))]
    columns = [picture.copy(x, 0, 1, height) for x in (*range(FURTHEST), *range(width - FURTHEST, width))]
    halves = (rows[:FURTHEST], rows[FURTHEST:], columns[:FURTHEST], columns[FURTHEST:])
    return all(line == lines[0] for lines in halves for line in lines)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_all_of_it_moves_with_nothing_clipped_and_no_strip_at_an_edge(
    shown: KioskWindow, pixels: Callable[..., QImage], size: tuple[int, int]
) -> None:
    shown.resize(*size)
    before = pixels(shown)
    assert is_ground_at_the_edges(before)

    for place in PLACES:
        shown.drift_to(place)
        after = pixels(shown)

        assert after.copy(inner(before).translated(place)) == before.copy(inner(before)), place
        assert is_ground_at_the_edges(after), place


def test_back_where_it_belongs_it_is_as_before(shown: KioskWindow, pixels: Callable[..., QImage]) -> None:
    before = pixels(shown)
    shown.drift_to(QPoint(3, -2))
    shown.drift_to(QPoint())

    assert pixels(shown) == before


def test_a_page_that_comes_stands_where_the_one_before_stood(
    make_edition: Callable[..., Edition], show_page: ShowPage
) -> None:
    window = show_page(make_edition())
    panel = window.panel.pos()
    window.drift_to(QPoint(-3, 2))
    show_page(make_edition(notice=URGENT))

    assert (window.reading.pos(), window.panel.pos() - panel) == (QPoint(-3, 2), QPoint(-3, 2))


def test_what_is_touched_moves_along(make_edition: Callable[..., Edition], show_page: ShowPage) -> None:
    window = show_page(make_edition())
    card = window.findChildren(Card)[0]
    corner = card.mapTo(window, QPoint())
    window.drift_to(QPoint(3, 3))

    assert window.childAt(corner) is not card
    assert window.childAt(corner + QPoint(3, 3)) is card


def test_a_step_is_cheap(make_edition: Callable[..., Edition], show_page: ShowPage) -> None:
    window = show_page(make_edition())
    took, timer = [], QElapsedTimer()
    for step in range(1, 12):
        timer.start()
        window.drift_to(QPoint(step % 4, 0))
        took.append(timer.nsecsElapsed() / 1e6)

    assert median(took) < CHEAP_MS


def test_painting_is_seen_to_work_by_one_pixel(shown: KioskWindow, qtbot: QtBot) -> None:
    qtbot.wait(50)

    with qtbot.waitSignal(shown.frame_painted, timeout=1000):
        shown.paint_a_little()
