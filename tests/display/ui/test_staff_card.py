"""The staff's card lies over any content, takes every touch and key, and gives the focus back."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.page.speech import Speech
from kiosk.display.page.staff_view import Closed, MenuOpen, PadOpen, ReportOpen
from kiosk.display.snapshot_staff import STAFF_VIEWS, staff_view
from kiosk.display.ui.article import ArticleView
from kiosk.display.ui.control import Control
from kiosk.display.ui.mark import AMBER, StaffMark
from kiosk.display.ui.menu_row import MenuRowView
from kiosk.display.ui.pill import Pill
from kiosk.display.ui.pin_key import PinKey
from kiosk.display.ui.socials import RoundButton
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Article, Edition, Paragraph, Run
from kiosk.edition.palettes import CONTRAST, DARK, LIGHT
from kiosk.supervise.messages import Facts

ShowPage: TypeAlias = Callable[..., KioskWindow]
ShowStaff: TypeAlias = Callable[..., KioskWindow]
NOON = datetime(2026, 11, 23, 10, tzinfo=UTC)
MENU = MenuOpen(Facts("shown", "shown", "1.0", NOON, "7f3a", NOON, NOON))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def office(make_edition: Callable[..., Edition]) -> Edition:
    return make_edition()


@pytest.fixture
def below(office: Edition, show_page: ShowPage) -> KioskWindow:
    """Give the window with the office's page, and nothing over it."""
    return show_page(office)


@pytest.fixture(params=STAFF_VIEWS)
def open_view(request: pytest.FixtureRequest, below: KioskWindow, show_staff: ShowStaff) -> KioskWindow:
    """Give the window with each of the views in its turn."""
    assert below.isVisible()
    return show_staff(staff_view(request.param, "7f3a", NOON))


def test_nothing_covers_the_screen_in_the_beginning(below: KioskWindow) -> None:
    assert not below.staff.isVisible()


def test_all_around_the_card_is_dimmed(open_view: KioskWindow, pixels: Callable[..., QImage]) -> None:
    image = pixels(open_view)

    assert image.pixelColor(5, 5).lightness() < QColor(LIGHT.paper).lightness() / 2
    assert image.pixelColor(open_view.staff.card.center().x(), open_view.staff.card.y() + 6) == QColor(LIGHT.paper)


@pytest.mark.parametrize(
    ("theme", "paper"),
    [("light", LIGHT.paper), ("dark", DARK.paper), ("contrast", CONTRAST.paper)],
)
def test_it_has_the_colours_of_the_screen(
    office: Edition,
    show_page: ShowPage,
    show_staff: ShowStaff,
    pixels: Callable[..., QImage],
    *,
    theme: str,
    paper: str,
) -> None:
    show_page(office, theme=theme)
    window = show_staff(PadOpen())

    assert pixels(window).pixelColor(window.staff.card.center().x(), window.staff.card.y() + 6) == QColor(paper)


def test_it_follows_the_colours_while_it_is_open(
    office: Edition, show_page: ShowPage, show_staff: ShowStaff, pixels: Callable[..., QImage]
) -> None:
    show_page(office)
    window = show_staff(PadOpen())
    show_page(office, theme="dark")

    place = QPoint(window.staff.card.center().x(), window.staff.card.y() + 6)
    assert pixels(window).pixelColor(place) == QColor(DARK.paper)


def test_it_lies_over_the_holding_card_too(
    show_holding: Callable[[], KioskWindow], show_staff: ShowStaff, pixels: Callable[..., QImage]
) -> None:
    show_holding()
    window = show_staff(MENU)

    place = QPoint(window.staff.card.center().x(), window.staff.card.y() + 6)
    assert pixels(window).pixelColor(place) == QColor(LIGHT.paper)


def test_it_lies_over_an_open_sheet_and_the_mark(
    office: Edition, show_page: ShowPage, show_staff: ShowStaff, pixels: Callable[..., QImage]
) -> None:
    show_staff(PadOpen())
    window = show_page(office, choices=Choices(sheet="vcard"))
    window.show_mark(on=True)

    mark = window.findChildren(StaffMark)[0].geometry().center()
    assert window.childAt(5, 5) is window.staff
    assert pixels(window).pixelColor(mark).lightness() < AMBER.lightness() / 2


def test_a_sheet_that_closes_below_takes_no_focus(office: Edition, show_page: ShowPage, show_staff: ShowStaff) -> None:
    show_page(office, choices=Choices(sheet="vcard"))
    window = show_staff(PadOpen())
    show_page(office)

    assert window.staff.isAncestorOf(window.focusWidget())


def test_it_has_the_size_of_the_window(office: Edition, show_page: ShowPage, show_staff: ShowStaff) -> None:
    show_staff(MENU)
    window = show_page(office, (1080, 1920))

    assert window.staff.geometry() == window.rect()
    assert (window.staff.card.center() - window.rect().center()).manhattanLength() <= 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab], ids=["forwards", "backwards"])
def test_the_tab_ring_visits_every_control_of_the_card_once_and_closes(open_view: KioskWindow, key: Qt.Key) -> None:
    start = open_view.focusWidget()
    ring = [start]
    QTest.keyClick(start, key)
    while (stop := open_view.focusWidget()) is not start and len(ring) < 30:
        ring.append(stop)
        QTest.keyClick(stop, key)

    controls = [control for control in open_view.staff.findChildren(Control) if control.isVisible()]
    assert len(ring) == len(set(ring))
    assert set(ring) == set(controls)


def test_what_has_the_focus_by_tab_shows_it(open_view: KioskWindow) -> None:
    unchanged = []
    for _ in range(15):
        stop = open_view.focusWidget()
        stop.clearFocus()
        before = stop.grab().toImage()
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if stop.grab().toImage() == before:
            unchanged.append(stop.accessibleName())
        QTest.keyClick(stop, Qt.Key.Key_Tab)

    assert unchanged == []


def test_every_control_is_a_button_with_a_name_and_a_description(open_view: KioskWindow) -> None:
    controls = [control for control in open_view.staff.findChildren(Control) if control.isVisible()]

    assert [it for it in controls if not (it.accessibleName() and it.accessibleDescription().endswith("."))] == []
    assert {QAccessible.queryAccessibleInterface(it).role() for it in controls} == {QAccessible.Role.Button}


def test_the_card_is_named_by_its_title(below: KioskWindow, show_staff: ShowStaff) -> None:
    assert below.isVisible()
    names = [show_staff(view).staff.accessibleName() for view in (PadOpen(), MENU, ReportOpen("problems", MENU))]

    assert names == ["Staff", "This screen", "Problems in your files"]


def test_nothing_of_it_takes_text_or_needs_an_input_method(open_view: KioskWindow) -> None:
    widgets = [open_view.staff, *open_view.staff.findChildren(QWidget)]

    assert open_view.staff.findChildren(QLineEdit) == []
    assert [it for it in widgets if it.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)] == []
    assert [it for it in widgets if it.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu] == []


def test_escape_asks_to_close(open_view: KioskWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(open_view.staff.close_requested, timeout=1000):
        QTest.keyClick(open_view.focusWidget(), Qt.Key.Key_Escape)


def test_the_line_that_counts_down_closes_by_touch(open_view: KioskWindow, qtbot: QtBot) -> None:
    closing = next(it for it in open_view.staff.findChildren(Control) if it.isVisible() and _is_closing(it))

    with qtbot.waitSignal(open_view.staff.close_requested, timeout=1000):
        QTest.mouseClick(closing, LEFT)


def test_a_touch_beside_the_card_closes_it_once_it_has_settled(
    below: KioskWindow, show_staff: ShowStaff, qtbot: QtBot
) -> None:
    asked = list[bool]()
    below.staff.close_requested.connect(lambda: asked.append(True))
    show_staff(PadOpen())
    QTest.mouseClick(below.staff, LEFT, pos=QPoint(5, 5))
    too_early = list(asked)

    def close() -> None:
        QTest.mouseClick(below.staff, LEFT, pos=QPoint(5, 5))
        assert asked

    qtbot.waitUntil(close, timeout=3000)
    assert too_early == []


def test_the_focus_returns_to_where_it_was(below: KioskWindow, show_staff: ShowStaff) -> None:
    button = below.panel.findChildren(RoundButton)[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)

    for view in (PadOpen(), MENU, ReportOpen("status", MENU), MENU, Closed()):
        show_staff(view)

    assert below.focusWidget() is button
    assert button.shows_focus


def test_with_nothing_to_return_to_keys_move_the_article_again(below: KioskWindow, show_staff: ShowStaff) -> None:
    below.focusWidget().clearFocus()
    show_staff(PadOpen())
    show_staff(Closed())

    assert not below.staff.isAncestorOf(below.focusWidget())


def test_no_key_moves_the_article_below(
    make_edition: Callable[..., Edition], show_page: ShowPage, show_staff: ShowStaff
) -> None:
    long_read = Article("A long read", (Paragraph((Run("Because winter came early. " * 300),)),))
    show_page(make_edition(articles=(long_read,)))
    window = show_staff(PadOpen())
    bar = window.findChildren(ArticleView)[0].verticalScrollBar()

    QTest.keyClick(window.focusWidget(), Qt.Key.Key_End)
    QTest.keyClick(window, Qt.Key.Key_End)

    assert bar.value() == 0 < bar.maximum()


def test_where_paper_is_dark_a_rim_sets_the_card_off(
    office: Edition, show_page: ShowPage, show_staff: ShowStaff, pixels: Callable[..., QImage]
) -> None:
    show_page(office, theme="dark")
    card = show_staff(PadOpen()).staff.card

    assert pixels(show_staff(PadOpen())).pixelColor(card.center().x(), card.y()) == QColor(DARK.rule)


def test_each_view_begins_with_its_first_control(below: KioskWindow, show_staff: ShowStaff) -> None:
    stops = [show_staff(view).focusWidget() for view in (PadOpen(), MENU, ReportOpen("status", MENU))]

    assert [type(stop) for stop in stops] == [PinKey, MenuRowView, Pill]
    assert below.isVisible()


def test_what_changes_on_the_card_leaves_the_focus_alone(below: KioskWindow, show_staff: ShowStaff) -> None:
    show_staff(MENU)
    QTest.keyClick(below.focusWidget(), Qt.Key.Key_Tab)
    before = below.focusWidget()
    show_staff(MenuOpen(MENU.facts, asks_to_leave=True), seconds_left=5)

    assert below.focusWidget() is before


def test_only_one_view_is_on_the_card(open_view: KioskWindow) -> None:
    staff = open_view.staff

    assert [view.isVisible() for view in (staff.pad, staff.menu, staff.report)].count(True) == 1


def test_it_runs_the_way_of_the_staffs_language(
    office: Edition, show_page: ShowPage, show_staff: ShowStaff, long_speech: Callable[..., Speech]
) -> None:
    show_page(office, spoken=long_speech(right_to_left=True))
    window = show_staff(MENU)
    left_to_right = window.staff.layoutDirection()
    show_staff(MENU, spoken=long_speech(right_to_left=True))

    assert left_to_right == Qt.LayoutDirection.LeftToRight
    assert window.staff.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _is_closing(control: Control) -> bool:
    return type(control).__name__ == "ClosingLine"
