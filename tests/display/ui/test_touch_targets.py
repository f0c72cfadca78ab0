"""Whatever can be touched can be hit: 64 pixels at 1080, in proportion on every other screen, and nowhere below 44."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TypeAlias

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.display.snapshot_staff import STAFF_VIEWS, staff_view
from kiosk.display.ui.control import Control
from kiosk.display.ui.style import unit_for
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Edition

ShowPage: TypeAlias = Callable[..., KioskWindow]
ShowStaff: TypeAlias = Callable[..., KioskWindow]
SIZES = [
    (800, 480), (1024, 600), (1280, 720), (1280, 1024), (1920, 1080), (1080, 1920), (768, 1366), (3840, 2160),
]  # fmt: skip
FLOOR, WANTED_AT_1080 = 44, 64
SMALLEST_TEXT, LARGEST_TEXT = 0.85, 1.75
NOON = datetime(2026, 11, 23, 10, tzinfo=UTC)
CHOICES = {
    "as it starts": Choices(),
    "in small text": Choices(text_scale=SMALLEST_TEXT),
    "in large text": Choices(text_scale=LARGEST_TEXT),
    "in low reach": Choices(low_reach=True),
    "with a code": Choices(sheet="vcard", text_scale=SMALLEST_TEXT),
}


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    found: tuple[int, int] = request.param
    return found


@pytest.mark.parametrize("choices", CHOICES.values(), ids=CHOICES)
@pytest.mark.parametrize("captive", [True, False], ids=["captive", "windowed"])
def test_every_control_of_the_screen_can_be_hit(
    crowded: Edition, show_page: ShowPage, size: tuple[int, int], choices: Choices, *, captive: bool
) -> None:
    window = show_page(crowded, size, choices, captive=captive)

    assert list(too_small(window)) == []


def test_the_question_can_be_answered(crowded: Edition, show_page: ShowPage, size: tuple[int, int]) -> None:
    window = show_page(crowded, size, asks=True)

    assert list(too_small(window.question)) == []


@pytest.mark.parametrize("name", STAFF_VIEWS)
def test_every_control_of_staff_can_be_hit(
    crowded: Edition, show_page: ShowPage, show_staff: ShowStaff, size: tuple[int, int], name: str
) -> None:
    show_page(crowded, size, Choices(text_scale=SMALLEST_TEXT))
    window = show_staff(staff_view(name, "7f3a" * 16, NOON))

    assert list(too_small(window.staff)) == []


def test_one_that_is_too_small_is_found(crowded: Edition, show_page: ShowPage) -> None:
    window = show_page(crowded)
    control = next(iter(shown(window)))
    control.resize(WANTED_AT_1080 * 2, WANTED_AT_1080 - 1)

    assert len(list(too_small(window))) == 1


def too_small(root: QWidget) -> Iterator[str]:
    window = root.window()
    wanted = max(FLOOR, round(WANTED_AT_1080 * unit_for(window.width(), window.height())))
    for control in shown(root):
        if min(control.width(), control.height()) < wanted:
            yield f"{control.accessibleName()}: {control.width()} x {control.height()}, wanted {wanted}"


def shown(root: QWidget) -> list[Control]:
    return [control for control in root.findChildren(Control) if control.isVisibleTo(root)]
