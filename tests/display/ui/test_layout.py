"""Nothing is cut and nothing overlaps: on small and large screens, in every text size, both directions, long words."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import combinations
from typing import TypeAlias, TypeVar

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from kiosk.display.page.speech import Speech
from kiosk.display.ui.body import Body
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.contact_row import ContactRow
from kiosk.display.ui.control import Control
from kiosk.display.ui.pill import Pill
from kiosk.display.ui.scroller import Column
from kiosk.display.ui.socials import RoundButton
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Edition, Notice

ShowPage: TypeAlias = Callable[..., KioskWindow]
Kind = TypeVar("Kind", bound=QWidget)
SIZES = [
    (1024, 600), (1280, 720), (1280, 1024), (1920, 1080), (1080, 1920), (768, 1366), (2560, 1080), (3840, 2160),
]  # fmt: skip
SCALES = (0.85, 1.0, 1.75)
FLOOR, WANTED_AT_1080 = 44, 64


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    found: tuple[int, int] = request.param
    return found


@pytest.fixture
def notice() -> Notice:
    text = "A pipe has burst below the stairs. Please use the side door in Fourth Street; ring twice and wait for the porter. "
    return Notice("The main entrance is closed until the water is back", text * 3, datetime(2026, 12, 1, tzinfo=UTC))


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("captive", [True, False], ids=["captive", "windowed"])
def test_a_crowded_screen_cuts_and_overlaps_nothing(
    crowded: Edition, show_page: ShowPage, size: tuple[int, int], scale: float, *, captive: bool
) -> None:
    window = show_page(crowded, size, Choices(text_scale=scale), captive=captive)

    assert layout_faults(window) == []


@pytest.mark.parametrize("right_to_left", [False, True], ids=["left to right", "right to left"])
def test_longer_words_in_either_direction_cut_and_overlap_nothing(
    crowded: Edition,
    show_page: ShowPage,
    long_speech: Callable[..., Speech],
    size: tuple[int, int],
    *,
    right_to_left: bool,
) -> None:
    speech = long_speech(right_to_left=right_to_left)
    window = show_page(crowded, size, Choices(text_scale=1.75), captive=False, spoken=speech)

    assert layout_faults(window) == []


@pytest.mark.parametrize("key", ["vcard", "address:0", "mail:0"])
@pytest.mark.parametrize("scale", SCALES)
def test_a_sheet_has_room_for_its_words_in_every_text_size(
    crowded: Edition, show_page: ShowPage, size: tuple[int, int], scale: float, key: str
) -> None:
    window = show_page(crowded, size, Choices(text_scale=scale, sheet=key))

    assert layout_faults(window.sheet) == []


@pytest.mark.parametrize("scale", SCALES)
def test_a_notice_has_room_for_its_words_in_every_text_size(
    crowded: Edition, notice: Notice, show_page: ShowPage, size: tuple[int, int], scale: float
) -> None:
    window = show_page(replace(crowded, notice=notice), size, Choices(text_scale=scale))

    assert layout_faults(window.reading) == []


def test_every_touch_target_is_64_pixels_on_a_full_hd_screen(crowded: Edition, show_page: ShowPage) -> None:
    window = show_page(crowded, (1920, 1080), captive=False)

    assert [_name(control) for control in _shown(window, Control) if _side(control) < WANTED_AT_1080] == []


def test_every_touch_target_is_44_pixels_on_the_smallest_screen(crowded: Edition, show_page: ShowPage) -> None:
    window = show_page(crowded, (1024, 600), captive=False)

    assert [_name(control) for control in _shown(window, Control) if _side(control) < FLOOR] == []


def test_every_detail_is_reached_by_scrolling(crowded: Edition, show_page: ShowPage) -> None:
    window = show_page(crowded, (1024, 600), Choices(text_scale=1.75))
    scroller = next(area for area in window.panel.findChildren(QScrollArea))
    last = _shown(window.panel, ContactRow)[-1]

    scroller.ensureWidgetVisible(last)

    assert scroller.viewport().rect().contains(_place(last, scroller.viewport()))


def test_the_panel_stands_on_the_left_where_the_language_runs_from_right_to_left(
    crowded: Edition, show_page: ShowPage, long_speech: Callable[..., Speech]
) -> None:
    window = show_page(crowded, (1920, 1080), spoken=long_speech(right_to_left=True))

    assert window.panel.x() == 0
    assert window.reading.geometry().right() == window.rect().right()


def test_the_code_of_a_row_changes_sides_with_the_language(
    crowded: Edition, show_page: ShowPage, long_speech: Callable[..., Speech]
) -> None:
    window = show_page(crowded, (1920, 1080), captive=False, spoken=long_speech())

    show_page(crowded, (1920, 1080), captive=False, spoken=long_speech(right_to_left=True))

    row = _shown(window, ContactRow)[0]
    assert row.findChildren(Pill)[0].geometry().center().x() < row.width() / 2


@pytest.mark.parametrize("scale", SCALES)
def test_no_detail_runs_under_the_code_of_its_row(
    crowded: Edition, show_page: ShowPage, size: tuple[int, int], scale: float
) -> None:
    window = show_page(crowded, size, Choices(text_scale=scale), captive=False)
    rows = _shown(window, ContactRow)

    assert [row.accessibleName() for row in rows if _has_ink_below(row, row.findChildren(Pill)[0])] == []


def test_the_checker_sees_what_is_cut_and_what_overlaps(crowded: Edition, show_page: ShowPage) -> None:
    window = show_page(crowded, (1920, 1080))
    first, second = _shown(window, RoundButton)[:2]
    caption = _shown(window.reading, Caption)[0]

    first.move(second.pos())
    caption.resize(caption.width(), 5)

    faults = layout_faults(window)
    assert any("overlap" in fault for fault in faults)
    assert any("is cut" in fault for fault in faults)


def layout_faults(root: QWidget) -> list[str]:
    """Tell what is cut by its own size, what sticks out of its parent and which neighbours overlap."""
    return [*_sticking_out(root), *_overlapping(root), *_cut(root)]


def _cut(root: QWidget) -> Iterator[str]:
    for caption in _shown(root, Caption):
        room = caption.width()
        if caption.height_at(room) > caption.height() or caption.set_at(room).natural_width > room:
            yield f"{_name(caption)} is cut"
    for pill in _shown(root, Pill):
        if not QRect(QPoint(), pill.size()).contains(QRect(QPoint(), pill.sizeHint())) and pill.text():
            yield f"{_name(pill)} is cut"
    for body in _shown(root, Body):
        if body.text_height() > body.height():
            yield f"the body is {body.height()} tall and needs {body.text_height()}"
    for column in _shown(root, Column):
        if column.height_at(column.width()) > column.height():
            yield f"a column is {column.height()} tall and needs {column.height_at(column.width())}"


def _sticking_out(root: QWidget) -> Iterator[str]:
    for part in _parts(root):
        parent = part.parentWidget()
        if parent and not parent.rect().contains(part.geometry()):
            yield f"{_name(part)} {part.geometry()} sticks out of {parent.rect()}"


def _overlapping(root: QWidget) -> Iterator[str]:
    for one, other in combinations(_parts(root), 2):
        if one.parentWidget() is other.parentWidget() and one.geometry().intersects(other.geometry()):
            yield f"{_name(one)} and {_name(other)} overlap"


def _parts(root: QWidget) -> list[QWidget]:
    """Give what must have a place of its own: everything but fades, scrolling frames and the sheet over all."""
    own = (Caption, Control, Body)
    groups = {"VisitorBar", "FooterBar", "Lead", "Logo", "OpenLineView", "Socials", "ReadingSide", "PanelView"}
    widgets = _shown(root, QWidget)
    return [widget for widget in widgets if isinstance(widget, own) or type(widget).__name__ in groups]


def _shown(root: QWidget, kind: type[Kind]) -> list[Kind]:
    return [widget for widget in root.findChildren(kind) if widget.isVisibleTo(root)]


def _has_ink_below(row: ContactRow, code: Pill) -> bool:
    """Tell whether anything of the row is painted where its code stands, apart from the ground."""
    code.hide()
    place = code.geometry()
    image = row.grab(QRect(place.x(), place.y(), place.width() // 2, place.height())).toImage()
    code.show()
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 1


def _place(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint()), widget.size())


def _side(control: Control) -> int:
    return min(control.width(), control.height())


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"
