"""Nothing of staff's is cut and nothing overlaps: on every screen, in every text size, both directions, long words."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import combinations
from typing import TypeAlias, TypeVar

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from kiosk.display.page.speech import Speech
from kiosk.display.page.staff_view import MenuOpen, PadOpen, ReportOpen, StaffView
from kiosk.display.snapshot_staff import STAFF_VIEWS, staff_view
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.closing_line import ClosingLine
from kiosk.display.ui.control import Control
from kiosk.display.ui.entry import EntryView
from kiosk.display.ui.menu_row import MenuRowView
from kiosk.display.ui.pill import Pill
from kiosk.display.ui.pin_key import Dots
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Edition
from kiosk.supervise.messages import Facts, Told

ShowPage: TypeAlias = Callable[..., KioskWindow]
ShowStaff: TypeAlias = Callable[..., KioskWindow]
Kind = TypeVar("Kind", bound=QWidget)
NOON = datetime(2026, 11, 23, 10, tzinfo=UTC)
SIZES = [
    (1024, 600), (1280, 720), (1280, 1024), (1920, 1080), (1080, 1920), (768, 1366), (600, 1024), (2560, 1080),
    (3840, 2160),
]  # fmt: skip
SCALES = (0.85, 1.0, 1.75)
FLOOR, WANTED_AT_1080 = 44, 64
ILL = Facts(
    "restarting", "refused", "1.0", NOON, "7f3a" * 16, NOON, NOON, is_pinned=True, is_on_trial=True, is_kept=False,
    do_files_answer=False, deaths=120, memory_bytes=90_000_000,
)  # fmt: skip
CROWD = (
    Told("a-file-with-a-remarkably-long-name-for-an-article.md", 4444, 1, "social[11].network", "it is long " * 20, "Mend it " * 20, "error", ""),
) * 20  # fmt: skip
CROWDED = {
    "a full pad": PadOpen(typed=12, was_wrong=True),
    "a pad that waits": PadOpen(was_wrong=True, wait_seconds=3540),
    "a menu that is ill": MenuOpen(ILL, CROWD, awaits_reading=True, asks_to_leave=True),
    "many problems": ReportOpen("problems", MenuOpen(ILL, CROWD)),
    "a screen that is ill": ReportOpen("status", MenuOpen(ILL)),
}
VIEWS = {name: staff_view(name, "7f3a" * 16, NOON) for name in STAFF_VIEWS} | CROWDED


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    found: tuple[int, int] = request.param
    return found


@pytest.fixture
def office(make_edition: Callable[..., Edition]) -> Edition:
    return make_edition()


@pytest.mark.parametrize("scale", SCALES)
def test_every_view_has_room_in_every_text_size(
    office: Edition, show_page: ShowPage, show_staff: ShowStaff, size: tuple[int, int], scale: float
) -> None:
    window = show_page(office, size, Choices(text_scale=scale))

    assert [(name, fault) for name, view in VIEWS.items() for fault in faults(show_staff(view))] == []
    assert window.size().toTuple() == size


@pytest.mark.parametrize("right_to_left", [False, True], ids=["left to right", "right to left"])
@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_longer_words_in_either_direction_have_room(
    office: Edition,
    show_page: ShowPage,
    show_staff: ShowStaff,
    long_speech: Callable[..., Speech],
    *,
    size: tuple[int, int],
    scale: float,
    right_to_left: bool,
) -> None:
    show_page(office, size, Choices(text_scale=scale))
    spoken = long_speech(right_to_left=right_to_left)

    assert [(name, it) for name, view in VIEWS.items() for it in faults(show_staff(view, spoken=spoken))] == []


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_touch_target_is_large_enough(
    office: Edition, show_page: ShowPage, show_staff: ShowStaff, view: StaffView
) -> None:
    small = []
    for size, wanted in (((1920, 1080), WANTED_AT_1080), ((1024, 600), FLOOR), ((800, 480), FLOOR)):
        show_page(office, size)
        window = show_staff(view)
        small += [_name(it) for it in _shown(window.staff, Control) if min(it.width(), it.height()) < wanted]

    assert small == []


def test_there_is_always_something_beside_the_card_to_touch(
    office: Edition, show_page: ShowPage, show_staff: ShowStaff, size: tuple[int, int]
) -> None:
    show_page(office, size, Choices(text_scale=1.75))
    window = show_staff(VIEWS["many problems"])

    assert window.staff.card.top() >= 10
    assert window.staff.childAt(5, 5) is None


@pytest.mark.parametrize("size", [(800, 480), (480, 360), (480, 800)], ids=str)
def test_on_a_tiny_screen_every_row_of_the_menu_is_reached(
    office: Edition, show_page: ShowPage, show_staff: ShowStaff, size: tuple[int, int]
) -> None:
    show_page(office, size, Choices(text_scale=1.75))
    window = show_staff(VIEWS["staff"])
    view = window.staff.menu.findChildren(QScrollArea)[0].viewport()
    hidden = []
    for key in (*[Qt.Key.Key_Tab] * 9, *[Qt.Key.Key_Backtab] * 11):
        QTest.keyClick(window.focusWidget(), key)
        stop = window.focusWidget()
        if isinstance(stop, MenuRowView) and not view.rect().contains(QRect(stop.mapTo(view, QPoint()), stop.size())):
            hidden.append(stop.accessibleName())

    assert hidden == []


@pytest.mark.parametrize("scale", SCALES)
def test_a_menu_in_large_text_is_rather_made_smaller_than_scrolled(
    office: Edition,
    show_page: ShowPage,
    show_staff: ShowStaff,
    long_speech: Callable[..., Speech],
    *,
    size: tuple[int, int],
    scale: float,
) -> None:
    show_page(office, size, Choices(text_scale=scale))
    menu = show_staff(VIEWS["staff"], spoken=long_speech()).staff.menu

    assert menu.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(("size", "unit"), [((1920, 1080), 1.0), ((1080, 1920), 1.0), ((3840, 2160), 2.0)])
def test_the_cards_have_the_measures_of_the_design(
    office: Edition, show_page: ShowPage, show_staff: ShowStaff, size: tuple[int, int], unit: float
) -> None:
    show_page(office, size)
    pad = show_staff(PadOpen(typed=3)).staff.card.size()
    menu = show_staff(VIEWS["staff"]).staff.card.size()

    assert (pad.width(), menu.width()) == (560 * unit, 620 * unit)
    assert pad.height() == pytest.approx(646 * unit, abs=4 * unit)


def test_the_checker_sees_what_is_cut_and_what_overlaps(
    office: Edition, show_page: ShowPage, show_staff: ShowStaff
) -> None:
    show_page(office)
    window = show_staff(VIEWS["staff:problems"])
    first, second = window.staff.report.findChildren(EntryView)
    second.move(first.pos())
    first.findChildren(Caption)[1].resize(80, 10)
    window.staff.report.findChildren(Pill)[0].move(-20, 0)

    found = " ".join(faults(window))
    assert all(word in found for word in ("is cut", "overlap", "sticks out"))


def faults(window: KioskWindow) -> list[str]:
    """Tell what is cut by its own size, sticks out of its parent, or overlaps its neighbour."""
    staff = window.staff
    return [*_outside(window), *_cut(staff), *_sticking_out(staff), *_overlapping(staff)]


def _outside(window: KioskWindow) -> Iterator[str]:
    if not window.rect().contains(window.staff.card):
        yield f"the card {window.staff.card} is larger than the screen"


def _cut(root: QWidget) -> Iterator[str]:
    for caption in _shown(root, Caption):
        if caption.height_at(caption.width()) > caption.height() or _is_wide(caption):
            yield f"{_name(caption)} is cut"
    for pill in _shown(root, Pill):
        if not QRect(QPoint(), pill.size()).contains(QRect(QPoint(), pill.sizeHint())):
            yield f"{_name(pill)} is cut"
    tall: list[MenuRowView | EntryView | Dots] = [
        *_shown(root, MenuRowView),
        *_shown(root, EntryView),
        *_shown(root, Dots),
    ]
    for part in tall:
        if part.height_at(part.width()) > part.height():
            yield f"{_name(part)} is cut"
    for line in _shown(root, ClosingLine):
        needed = line.size_at(line.width())
        if needed.width() > line.width() or needed.height() > line.height():
            yield f"{_name(line)} is cut"


def _is_wide(caption: Caption) -> bool:
    return caption.set_at(caption.width()).natural_width > caption.width()


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
    kinds = (Caption, Control, Dots, EntryView, QScrollArea)
    return [widget for widget in _shown(root, QWidget) if isinstance(widget, kinds)]


def _shown(root: QWidget, kind: type[Kind]) -> list[Kind]:
    return [widget for widget in root.findChildren(kind) if widget.isVisibleTo(root)]


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"
