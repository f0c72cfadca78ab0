"""Every letter that is painted has room: no detail is shortened, nothing leaves its place or runs into its neighbour."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TypeAlias

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.page.speech import Speech
from kiosk.display.snapshot_staff import STAFF_VIEWS, staff_view
from kiosk.display.speech import LocaleSpeech
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.control import Control
from kiosk.display.ui.footer import Rotation
from kiosk.display.ui.style import Style
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import TEXT_SCALES, Choices
from kiosk.edition.model import Edition
from kiosk.edition.palettes import LIGHT
from kiosk.paths import resources
from tests.display.ui.painted_text import ELLIPSIS, painted, text_faults

ShowPage: TypeAlias = Callable[..., KioskWindow]
ShowStaff: TypeAlias = Callable[..., KioskWindow]
MORE_SIZES = [(1280, 720), (3840, 2160)]
SIZES = [(1024, 600), (1920, 1080), (1080, 1920), *(pytest.param(size, marks=pytest.mark.deep) for size in MORE_SIZES)]
SCALES = [scale if scale in {0.85, 1.0, 1.75} else pytest.param(scale, marks=pytest.mark.deep) for scale in TEXT_SCALES]
VOICES = ["English", "Arabic", "longer words", "longer words from right to left"]
NOON = datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}" if isinstance(size, tuple) else None)
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    found: tuple[int, int] = request.param
    return found


@pytest.fixture(params=VOICES)
def spoken(request: pytest.FixtureRequest, long_speech: Callable[..., Speech]) -> Speech:
    locale = resources() / "locale"
    match request.param:
        case "English":
            return LocaleSpeech(locale, "en", "GB")
        case "Arabic":
            return LocaleSpeech(locale, "ar", "EG")
        case voice:
            return long_speech(right_to_left=voice.endswith("left"))


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("low_reach", [False, True], ids=["usual reach", "low reach"])
def test_the_screen_has_room_for_every_letter(
    crowded: Edition, show_page: ShowPage, size: tuple[int, int], spoken: Speech, *, scale: float, low_reach: bool
) -> None:
    for captive in (True, False):
        choices = Choices(text_scale=scale, low_reach=low_reach)
        window = show_page(crowded, size, choices, spoken=spoken, captive=captive)

        assert [*_faults(window)] == []
        assert [*_out_of_the_window(window)] == []


@pytest.mark.parametrize("scale", SCALES)
def test_what_covers_the_screen_has_room_for_every_letter(
    crowded: Edition, show_page: ShowPage, size: tuple[int, int], spoken: Speech, scale: float
) -> None:
    for key in ("vcard", "address:0", "mail:0", "source"):
        window = show_page(crowded, size, Choices(text_scale=scale, sheet=key), spoken=spoken, asks=key == "source")

        assert [*_faults(window.sheet), *_faults(window.question)] == []


@pytest.mark.parametrize("scale", SCALES)
def test_what_staff_see_has_room_for_every_letter(
    crowded: Edition,
    show_page: ShowPage,
    show_staff: ShowStaff,
    size: tuple[int, int],
    *,
    spoken: Speech,
    scale: float,
) -> None:
    show_page(crowded, size, Choices(text_scale=scale), spoken=spoken)
    for name in STAFF_VIEWS:
        window = show_staff(staff_view(name, "7f3a" * 16, NOON), spoken=spoken)

        assert [*_faults(window.staff)] == []


def test_the_checker_sees_what_is_shortened_leaves_its_place_or_runs_into_its_neighbour(qtbot: QtBot) -> None:
    careless = Careless()
    qtbot.addWidget(careless)

    faults = " ".join(text_faults(careless))
    assert all(fault in faults for fault in ("is shortened", "leaves", '"Reception" runs into "+263 77 567'))


def test_the_checker_reads_what_is_painted(crowded: Edition, show_page: ShowPage) -> None:
    window = show_page(crowded, (1024, 600), Choices(text_scale=1.75))
    rotation = window.reading.findChildren(Rotation)[0]
    rotation.resize(120, rotation.height())

    assert painted(rotation)[-1].text.endswith(ELLIPSIS)
    assert any("shortened" in fault for fault in text_faults(rotation))


class Careless(QWidget):
    """Paints a label over a value, and the rest of it beside the widget."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(200, 60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(Style(LIGHT, 1.0).sans(20))
        painter.drawText(10, 30, "Reception")
        painter.drawText(40, 36, f"+263 77 567{ELLIPSIS}")
        painter.drawText(180, 55, "ext. 12345")


def _faults(root: QWidget) -> Iterator[str]:
    """Look at all that shows letters, but for the title of the next article, which may be shortened."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, (Caption, Control)) and widget.isVisible():
            for fault in text_faults(widget, may_shorten=isinstance(widget, Rotation)):
                yield f"{type(widget).__name__} {widget.accessibleName()}: {fault}"


def _out_of_the_window(window: KioskWindow) -> Iterator[str]:
    """Name the controls that are neither in the window nor scrolled into it."""
    for control in window.findChildren(Control):
        if control.isVisible():
            for area in window.findChildren(QScrollArea):
                if area.isAncestorOf(control):
                    area.ensureWidgetVisible(control, 0, 0)
            if not window.rect().contains(QRect(control.mapTo(window, QPoint()), control.size())):
                yield control.accessibleName()
