"""With the controls within low reach, whatever is touched lies in the lower half: on every screen, at every text size."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.page.speech import Speech
from kiosk.display.page.staff_view import PadOpen
from kiosk.display.snapshot_staff import STAFF_VIEWS, staff_view
from kiosk.display.ui.article import ArticleView
from kiosk.display.ui.control import Control
from kiosk.display.ui.cover import Cover
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import TEXT_SCALES, Choices
from kiosk.edition.model import Edition, Paragraph, Run
from tests.display.ui.test_layout import layout_faults

ShowPage: TypeAlias = Callable[..., KioskWindow]
ShowStaff: TypeAlias = Callable[..., KioskWindow]
SIZES = [(1920, 1080), (1080, 1920), (1024, 600), (1280, 1024), (3840, 2160)]
SCALES = [scale if scale in {0.85, 1.0, 1.75} else pytest.param(scale, marks=pytest.mark.deep) for scale in TEXT_SCALES]
NOON = datetime(2026, 11, 23, 10, tzinfo=UTC)
LOW = Choices(low_reach=True)


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    found: tuple[int, int] = request.param
    return found


@pytest.fixture(params=SCALES)
def scale(request: pytest.FixtureRequest) -> float:
    found: float = request.param
    return found


@pytest.fixture
def long_read(make_edition: Callable[..., Edition]) -> Edition:
    full = make_edition()
    word = Paragraph((Run("Ukraine is preparing to reinforce its frontier with Belarus. " * 12),))
    return make_edition(articles=(replace(full.articles[0], blocks=(word,) * 12), full.articles[1]))


def test_every_control_of_the_screen_is_reached(
    crowded: Edition, show_page: ShowPage, size: tuple[int, int], scale: float
) -> None:
    window = show_page(crowded, size, replace(LOW, text_scale=scale), captive=False)

    assert _too_high(window, window) == []


def test_nothing_is_cut_and_nothing_overlaps(
    crowded: Edition, show_page: ShowPage, size: tuple[int, int], scale: float
) -> None:
    window = show_page(crowded, size, replace(LOW, text_scale=scale), captive=False)

    assert layout_faults(window) == []


@pytest.mark.parametrize("right_to_left", [False, True], ids=["left to right", "right to left"])
def test_longer_words_are_neither_cut_nor_out_of_reach(
    crowded: Edition,
    show_page: ShowPage,
    long_speech: Callable[..., Speech],
    size: tuple[int, int],
    *,
    right_to_left: bool,
) -> None:
    speech = long_speech(right_to_left=right_to_left)
    window = show_page(crowded, size, replace(LOW, text_scale=1.75), spoken=speech)

    assert (layout_faults(window), _too_high(window, window)) == ([], [])


def test_the_wide_screen_keeps_all_of_an_office_in_view(
    make_edition: Callable[..., Edition], show_page: ShowPage
) -> None:
    for size in ((1920, 1080), (1024, 600), (3840, 2160)):
        panel = show_page(make_edition(), size, LOW).panel

        assert panel.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("key", ["vcard", "address:0", "source"])
def test_the_sheet_closes_within_reach(
    crowded: Edition, show_page: ShowPage, size: tuple[int, int], scale: float, key: str
) -> None:
    window = show_page(crowded, size, replace(LOW, text_scale=scale, sheet=key))

    assert _too_high(window.sheet, window) == []
    assert layout_faults(window.sheet) == []


def test_the_question_is_answered_within_reach(
    crowded: Edition, show_page: ShowPage, size: tuple[int, int], scale: float
) -> None:
    window = show_page(crowded, size, replace(LOW, text_scale=scale), asks=True)

    assert not window.question.isHidden()
    assert _too_high(window.question, window) == []
    assert layout_faults(window.question) == []


@pytest.mark.parametrize("name", STAFF_VIEWS)
def test_what_staff_touch_is_within_reach(
    crowded: Edition, show_page: ShowPage, show_staff: ShowStaff, size: tuple[int, int], *, scale: float, name: str
) -> None:
    show_page(crowded, size, replace(LOW, text_scale=scale))
    window = show_staff(staff_view(name, "7f3a" * 16, NOON))

    assert _too_high(window.staff, window) == []
    assert window.rect().contains(window.staff.card)


def test_the_pin_pad_keeps_the_order_and_size_of_its_keys(
    crowded: Edition, show_page: ShowPage, show_staff: ShowStaff
) -> None:
    usual = _key_sizes(show_page(crowded), show_staff)
    low = _key_sizes(show_page(crowded, choices=LOW), show_staff)

    assert low == usual


def test_a_finger_that_cannot_reach_the_article_turns_its_pages(long_read: Edition, show_page: ShowPage) -> None:
    window = show_page(long_read, choices=LOW)
    back, on = (_called(window, name) for name in ("Page up", "Page down"))

    QTest.mouseClick(on, Qt.MouseButton.LeftButton)
    after_on = window.reading.place()
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)

    assert 0 < after_on < _article(window).height()
    assert window.reading.place() == 0


def test_there_are_no_such_buttons_where_the_article_is_in_reach(long_read: Edition, show_page: ShowPage) -> None:
    names = [control.accessibleName() for control in _shown(show_page(long_read))]

    assert not {"Page up", "Page down"} & set(names)


def test_touching_the_sign_asks_for_low_reach(crowded: Edition, show_page: ShowPage, qtbot: QtBot) -> None:
    window = show_page(crowded)

    with qtbot.waitSignal(window.panel.bar.low_reach_requested, timeout=1000):
        QTest.mouseClick(_called(window, "Controls within low reach"), Qt.MouseButton.LeftButton)


def test_the_checker_sees_a_control_that_is_too_high(crowded: Edition, show_page: ShowPage) -> None:
    window = show_page(crowded)

    assert len(_too_high(window, window)) > 3


def _too_high(root: QWidget, window: KioskWindow) -> list[str]:
    """Name the controls whose middle is not in the lower half, scrolled to as Tab does where they scroll."""
    high = []
    for control in _shown(root):
        control.setFocus(Qt.FocusReason.TabFocusReason)
        for area in window.findChildren(QScrollArea):
            if area.isAncestorOf(control):
                area.ensureWidgetVisible(control)
        place = QRect(control.mapTo(window, QPoint()), control.size())
        if not window.height() / 2 <= place.center().y() < window.height():
            high.append(f"{control.accessibleName()} {place}")
    return high


def _shown(root: QWidget) -> list[Control]:
    covered = [] if isinstance(root, Cover) else root.findChildren(Cover)
    controls = [control for control in root.findChildren(Control) if control.isVisible()]
    return [control for control in controls if not any(cover.isAncestorOf(control) for cover in covered)]


def _called(window: KioskWindow, name: str) -> Control:
    return next(control for control in _shown(window) if control.accessibleName() == name)


def _article(window: KioskWindow) -> ArticleView:
    return window.reading.findChildren(ArticleView)[0]


def _key_sizes(window: KioskWindow, show_staff: ShowStaff) -> list[tuple[int, int]]:
    show_staff(PadOpen(typed=3))
    keys = window.staff.pad.tab_stops()[:12]
    return [(key.width(), key.height()) for key in keys]
