"""The sign for staff: where it stands, and that it is in nobody's way."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from kiosk.display.page.speech import Speech
from kiosk.display.ui.mark import AMBER, StaffMark
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Edition

ShowPage: TypeAlias = Callable[..., KioskWindow]
Pixels: TypeAlias = Callable[..., QImage]


@pytest.fixture
def office(make_edition: Callable[..., Edition]) -> Edition:
    return make_edition()


def mark_of(window: QWidget) -> StaffMark:
    (mark,) = window.findChildren(StaffMark)
    return mark


def has_amber(image: QImage, place: QRect) -> bool:
    return image.pixelColor(place.center()) == AMBER


def test_it_is_not_there_unless_it_is_asked_for(office: Edition, show_page: ShowPage) -> None:
    assert not mark_of(show_page(office)).isVisible()


def test_it_comes_and_goes(office: Edition, show_page: ShowPage) -> None:
    window = show_page(office)

    window.show_mark(on=True)
    came = mark_of(window).isVisible()
    window.show_mark(on=False)

    assert (came, mark_of(window).isVisible()) == (True, False)


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (800, 600), (3840, 2160)])
def test_it_is_a_small_amber_dot_in_the_top_corner(
    office: Edition, show_page: ShowPage, pixels: Pixels, size: tuple[int, int]
) -> None:
    window = show_page(office, size)
    before = pixels(window)
    window.show_mark(on=True)

    after = pixels(window)

    corner = min(size) // 20
    assert has_amber(after, mark_of(window).geometry())
    assert after.copy(0, corner, *size) == before.copy(0, corner, *size)
    assert after.copy(corner, 0, *size) == before.copy(corner, 0, *size)


def test_it_stands_in_the_other_corner_where_people_read_from_right_to_left(
    office: Edition, show_page: ShowPage, long_speech: Callable[..., Speech]
) -> None:
    window = show_page(office, spoken=long_speech(right_to_left=True))
    window.show_mark(on=True)

    mark = mark_of(window).geometry()

    assert mark.top() < 60
    assert window.width() - mark.right() < 60


def test_it_covers_nothing_that_visitors_read(office: Edition, show_page: ShowPage, pixels: Pixels) -> None:
    window = show_page(office)
    place = mark_of(window).geometry()
    before = pixels(window).copy(place)

    assert {before.pixelColor(x, y).name() for x in range(place.width()) for y in range(place.height())} == {
        QColor(office.look.light.paper).name()
    }


def test_it_stands_over_an_open_sheet_too(office: Edition, show_page: ShowPage, pixels: Pixels) -> None:
    window = show_page(office)
    window.show_mark(on=True)

    show_page(office, choices=Choices(sheet="vcard"))
    window.show_mark(on=True)

    assert has_amber(pixels(window), mark_of(window).geometry())


def test_a_touch_goes_through_it(office: Edition, show_page: ShowPage) -> None:
    window = show_page(office)
    window.show_mark(on=True)

    touched = window.childAt(mark_of(window).geometry().center())

    assert touched is not mark_of(window)
    assert mark_of(window).testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_tab_does_not_lead_to_it(office: Edition, show_page: ShowPage) -> None:
    window = show_page(office)
    window.show_mark(on=True)

    assert mark_of(window).focusPolicy() == Qt.FocusPolicy.NoFocus


def test_it_stands_on_the_holding_card(show_holding: Callable[[], KioskWindow], pixels: Pixels) -> None:
    window = show_holding()
    window.show_mark(on=True)

    assert has_amber(pixels(window), mark_of(window).geometry())


def test_it_moves_with_the_size_of_the_window(office: Edition, show_page: ShowPage) -> None:
    window = show_page(office, (3840, 2160))
    large = mark_of(window).size()

    show_page(office, (960, 540))

    assert mark_of(window).width() < large.width()
    assert mark_of(window).width() >= 8
