"""The question covers the screen, takes any touch or key for a yes, and shows what is left of the time."""

from collections.abc import Callable
from itertools import pairwise
from typing import TypeAlias

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.display.ui.caption import Caption
from kiosk.display.ui.pill import Pill
from kiosk.display.ui.socials import RoundButton
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import TEXT_SCALES, Choices
from kiosk.edition.model import Edition

ShowPage: TypeAlias = Callable[..., KioskWindow]
SIZES = ((1920, 1080), (1080, 1920), (1024, 600), (3840, 2160))
SECONDS = 15


@pytest.fixture
def office(make_edition: Callable[..., Edition]) -> Edition:
    return make_edition()


def _yes(window: KioskWindow) -> Pill:
    return window.question.findChildren(Pill)[0]


@pytest.mark.parametrize("scale", [TEXT_SCALES[0], 1.0, TEXT_SCALES[-1]])
@pytest.mark.parametrize("size", SIZES)
def test_everything_lies_on_the_card_and_the_card_on_the_screen(
    office: Edition, show_page: ShowPage, size: tuple[int, int], scale: float
) -> None:
    window = show_page(office, size, Choices(text_scale=scale), asks=True)
    question = window.question
    parts = [*question.findChildren(Caption), _yes(window)]

    assert question.rect().contains(question.card)
    assert all(question.card.contains(part.geometry()) for part in parts)
    assert all(above.geometry().bottom() < below.geometry().top() for above, below in pairwise(parts))
    assert all(part.height() >= part.height_at(part.width()) for part in question.findChildren(Caption))


@pytest.mark.parametrize("place", ["on the card", "beside it"])
def test_a_touch_anywhere_is_a_yes(office: Edition, show_page: ShowPage, qtbot: QtBot, place: str) -> None:
    window = show_page(office, asks=True)
    where = window.question.card.center() if place == "on the card" else QPoint(5, 5)

    with qtbot.waitSignal(window.question_answered, timeout=1000):
        QTest.mouseClick(window.question, Qt.MouseButton.LeftButton, pos=where)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down])
def test_a_key_is_a_yes(office: Edition, show_page: ShowPage, qtbot: QtBot, key: Qt.Key) -> None:
    window = show_page(office, asks=True)

    with qtbot.waitSignal(window.question_answered, timeout=1000):
        QTest.keyClick(_yes(window), key)


def test_the_focus_is_on_yes_and_returns_to_where_it_was(office: Edition, show_page: ShowPage) -> None:
    window = show_page(office)
    button = window.panel.findChildren(RoundButton)[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)

    show_page(office, asks=True)
    assert window.focusWidget() is _yes(window)

    show_page(office)
    assert window.focusWidget() is button


def test_it_covers_an_open_sheet(office: Edition, show_page: ShowPage) -> None:
    window = show_page(office, choices=Choices(sheet="vcard"), asks=True)

    assert window.childAt(window.question.card.center()) in {window.question, *window.question.findChildren(Caption)}


@pytest.mark.parametrize(("seconds", "full_halves"), [(15, (True, True)), (7, (True, False))])
def test_the_ring_runs_out_with_the_time(
    office: Edition,
    show_page: ShowPage,
    pixels: Callable[..., QImage],
    seconds: int,
    full_halves: tuple[bool, bool],
) -> None:
    window = show_page(office, asks=True)
    window.question.show_countdown(seconds, SECONDS)
    accent = QColor(office.look.light.accent)
    ring = window.question.ring
    upper, middle = ring.y() + ring.height() // 4, ring.center().x()
    image = pixels(window)

    def is_full(half: range) -> bool:
        return any(image.pixelColor(x, upper) == accent for x in half)

    assert (is_full(range(middle, ring.right())), is_full(range(ring.left(), middle))) == full_halves


def test_a_screen_reader_hears_the_question(office: Edition, show_page: ShowPage) -> None:
    window = show_page(office, asks=True)

    assert window.question.accessibleName() == "Still reading?"
    assert _yes(window).accessibleName() == "Yes, go on"
    assert _yes(window).accessibleDescription() == "Leaves the screen as it is."
