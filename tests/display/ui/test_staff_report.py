"""A report is read: it scrolls where it is long, leads back, and says by more than colour how things stand."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QScrollBar
from pytestqt.qtbot import QtBot

from kiosk.display.page.speech import Speech
from kiosk.display.page.staff_view import MenuOpen, ReportOpen
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.closing_line import ClosingLine
from kiosk.display.ui.entry import EntryView
from kiosk.display.ui.pill import Pill
from kiosk.display.ui.staff_report import StaffReport
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.model import Edition
from kiosk.supervise.messages import Facts, Finding, Told

ShowStaff: TypeAlias = Callable[..., KioskWindow]
NOON = datetime(2026, 11, 23, 10, tzinfo=UTC)
MISTAKE = Told("contact.toml", 44, 10, "phone.number", "it is too short", "Write it longer", "error", "")
MENU = MenuOpen(Facts("shown", "shown", "1.0", NOON, "7f3a", NOON, NOON))
SHORT = ReportOpen("problems", replace(MENU, problems=(MISTAKE,)))
LONG = ReportOpen("problems", replace(MENU, problems=(MISTAKE,) * 20))
FOUND = ReportOpen(
    "doctor",
    MENU,
    (
        Finding("a", "Keys", "held", "Quiet."),
        Finding("b", "Sleep", "not held", "On."),
        Finding("c", "x", "unknown", "y"),
    ),
)


@pytest.fixture
def report(
    make_edition: Callable[..., Edition], show_page: Callable[..., KioskWindow], show_staff: ShowStaff
) -> StaffReport:
    show_page(make_edition())
    return show_staff(SHORT).staff.report


def test_an_entry_says_where_what_and_what_to_write(report: StaffReport) -> None:
    (entry,) = report.findChildren(EntryView)

    assert [caption.text() for caption in entry.findChildren(Caption)] == [
        "contact.toml, line 44",
        "phone.number: it is too short",
        "Write it longer",
    ]


def test_a_screen_reader_hears_how_an_entry_stands(report: StaffReport, show_staff: ShowStaff) -> None:
    show_staff(FOUND)

    assert [entry.accessibleName() for entry in entries(report)] == ["Not in order", "Not known", "In order"]


def test_the_signs_differ_by_shape_and_not_by_colour_alone(report: StaffReport, show_staff: ShowStaff) -> None:
    show_staff(FOUND)
    shapes = []
    for entry in entries(report):
        image = entry.grab().toImage().copy(0, 0, 40, 60)
        ground = image.pixel(0, 0)
        shapes.append([[image.pixel(x, y) != ground for x in range(40)] for y in range(60)])

    assert len(shapes) == 3
    assert all(one != other for one in shapes for other in shapes if one is not other)


def test_back_is_announced(report: StaffReport, qtbot: QtBot) -> None:
    with qtbot.waitSignal(report.back_requested, timeout=1000):
        QTest.mouseClick(report.findChildren(Pill)[0], Qt.MouseButton.LeftButton)


def test_a_short_report_is_a_small_card(report: StaffReport) -> None:
    assert bar(report).maximum() == 0
    assert report.height() < 600


def test_a_long_report_scrolls_within_the_screen(report: StaffReport, show_staff: ShowStaff) -> None:
    window = show_staff(LONG)

    assert bar(report).maximum() > 0
    assert window.rect().contains(window.staff.card)


@pytest.mark.parametrize(
    ("keys", "is_moved"),
    [
        pytest.param([Qt.Key.Key_PageDown], True, id="a page"),
        pytest.param([Qt.Key.Key_End], True, id="to the end"),
        pytest.param([Qt.Key.Key_End, Qt.Key.Key_Home], False, id="to the end and home"),
        pytest.param([Qt.Key.Key_PageDown, Qt.Key.Key_PageUp], False, id="a page and back"),
    ],
)
def test_keys_scroll_a_long_report(
    report: StaffReport, show_staff: ShowStaff, keys: list[Qt.Key], *, is_moved: bool
) -> None:
    show_staff(LONG)
    for key in keys:
        QTest.keyClick(report.window().focusWidget(), key)

    assert (bar(report).value() > 0) is is_moved


def test_the_countdown_leaves_the_place_that_is_read(report: StaffReport, show_staff: ShowStaff) -> None:
    show_staff(LONG)
    QTest.keyClick(report.window().focusWidget(), Qt.Key.Key_PageDown)
    before = bar(report).value()
    show_staff(LONG, seconds_left=5)

    assert bar(report).value() == before > 0


def test_a_report_begins_at_its_top(report: StaffReport, show_staff: ShowStaff) -> None:
    show_staff(LONG)
    QTest.keyClick(report.window().focusWidget(), Qt.Key.Key_End)
    show_staff(MENU)
    show_staff(LONG)

    assert bar(report).value() == 0


def test_fewer_entries_leave_nothing_behind(report: StaffReport, show_staff: ShowStaff, qtbot: QtBot) -> None:
    show_staff(LONG)
    show_staff(SHORT)

    qtbot.waitUntil(lambda: len(report.findChildren(EntryView)) == 1)


def test_back_and_the_countdown_change_sides_with_the_language(
    report: StaffReport, show_staff: ShowStaff, long_speech: Callable[..., Speech]
) -> None:
    back, closing = report.findChildren(Pill)[0], report.findChildren(ClosingLine)[0]
    left_to_right = back.x() < closing.x()
    show_staff(SHORT, spoken=long_speech(right_to_left=True))

    assert (left_to_right, back.x() < closing.x()) == (True, False)


def test_back_points_to_where_one_came_from(
    report: StaffReport, show_staff: ShowStaff, long_speech: Callable[..., Speech]
) -> None:
    back, inks = report.findChildren(Pill)[0], list[list[float]]()
    for right_to_left in (False, True):
        show_staff(SHORT, spoken=long_speech(right_to_left=right_to_left))
        image = back.grab().toImage()
        beginning = [image.width() - 1 - x if right_to_left else x for x in range(28, 46)]
        inks.append([sum(image.pixelColor(x, y).lightnessF() for y in range(10, 54)) for x in beginning])

    assert inks[0] == pytest.approx(inks[1], abs=1.5)
    assert inks[0] != pytest.approx(inks[0][::-1], abs=1.5)


def entries(report: StaffReport) -> list[EntryView]:
    return sorted(report.findChildren(EntryView), key=lambda entry: entry.y())


def bar(report: StaffReport) -> QScrollBar:
    return report.findChildren(QScrollArea)[0].verticalScrollBar()
