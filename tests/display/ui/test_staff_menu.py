"""The staff's menu: each row announces what was chosen, and shows what there is to know before."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.display.page.speech import Speech
from kiosk.display.page.staff_view import MenuOpen
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.menu_row import AMBER, MenuRowView
from kiosk.display.ui.staff_menu import StaffMenu
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.colour import contrast
from kiosk.edition.model import Edition
from kiosk.supervise.messages import Facts, Told

ShowStaff: TypeAlias = Callable[..., KioskWindow]
NOON = datetime(2026, 11, 23, 10, tzinfo=UTC)
FACTS = Facts("shown", "shown", "1.0", NOON, "7f3a", NOON, NOON)
MISTAKE = Told("contact.toml", 44, 10, "phone.number", "it is too short", "", "error", "")
KEYS = ("problems", "reload", "status", "doctor", "restart", "switch off", "leave")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def menu(
    make_edition: Callable[..., Edition], show_page: Callable[..., KioskWindow], show_staff: ShowStaff
) -> StaffMenu:
    show_page(make_edition())
    return show_staff(MenuOpen(FACTS, (MISTAKE,))).staff.menu


def test_every_row_announces_its_own_key(menu: StaffMenu, qtbot: QtBot) -> None:
    chosen = list[str]()
    for row in rows(menu):
        with qtbot.waitSignal(menu.chosen, timeout=1000) as heard:
            QTest.mouseClick(row, LEFT)
        chosen += heard.args or []

    assert tuple(chosen) == KEYS


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space], ids=lambda key: key.name)
def test_a_key_chooses_too(menu: StaffMenu, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(menu.chosen, timeout=1000) as heard:
        QTest.keyClick(rows(menu)[1], key)

    assert heard.args == ["reload"]


def test_arrows_lead_from_row_to_row(menu: StaffMenu) -> None:
    QTest.keyClick(rows(menu)[0], Qt.Key.Key_Down)
    down = menu.window().focusWidget()
    QTest.keyClick(down, Qt.Key.Key_Up)

    assert [down, menu.window().focusWidget()] == rows(menu)[1::-1]


def test_a_row_is_called_by_its_text_and_what_stands_behind_it(menu: StaffMenu) -> None:
    assert rows(menu)[0].accessibleName() == "Problems in your files, 1 to mend"


def test_mistakes_have_an_amber_badge_at_the_end_of_their_row(menu: StaffMenu) -> None:
    image = rows(menu)[0].grab().toImage()

    assert {x > image.width() * 0.7 for x in amber_columns(image)} == {True}


def test_in_the_other_direction_the_badge_is_at_the_other_end(
    menu: StaffMenu, show_staff: ShowStaff, long_speech: Callable[..., Speech]
) -> None:
    show_staff(MenuOpen(FACTS, (MISTAKE,)), spoken=long_speech(right_to_left=True))
    image = rows(menu)[0].grab().toImage()

    assert {x < image.width() * 0.6 for x in amber_columns(image)} == {True}


def test_warnings_have_a_quiet_badge(menu: StaffMenu, show_staff: ShowStaff) -> None:
    show_staff(MenuOpen(FACTS, (replace(MISTAKE, severity="warning"),)))

    assert amber_columns(rows(menu)[0].grab().toImage()) == []


def test_the_badge_can_be_read(menu: StaffMenu) -> None:
    image = rows(menu)[0].grab().toImage()
    inks = {image.pixelColor(x, image.height() // 2).name() for x in amber_columns(image)}

    assert max(contrast(ink, AMBER) for ink in inks) >= 7


def test_the_question_stands_where_leave_stood(menu: StaffMenu, show_staff: ShowStaff) -> None:
    before = rows(menu)[-1].geometry()
    show_staff(MenuOpen(FACTS, (MISTAKE,), asks_to_leave=True))

    assert rows(menu)[-1].accessibleName() == "Touch again to leave"
    assert rows(menu)[-1].geometry() == before


def test_leave_points_where_the_text_runs(
    menu: StaffMenu, show_staff: ShowStaff, long_speech: Callable[..., Speech]
) -> None:
    one = ink_of(icon_of(rows(menu)[-1], at_end=False))
    show_staff(MenuOpen(FACTS), spoken=long_speech(right_to_left=True))
    other = ink_of(icon_of(rows(menu)[-1], at_end=True))

    assert 1 - one == pytest.approx(other, abs=0.01)
    assert one != pytest.approx(0.5, abs=0.02)


def test_the_line_below_the_title_is_shown(menu: StaffMenu) -> None:
    assert "Shown since 10:00 · edition 7f3a · healthy" in [caption.text() for caption in menu.findChildren(Caption)]


def rows(menu: StaffMenu) -> list[MenuRowView]:
    return sorted(menu.findChildren(MenuRowView), key=lambda row: row.y())


def amber_columns(image: QImage) -> list[int]:
    """Find where amber is painted near the middle of the row, the ink of the badge included."""
    row = image.height() // 2
    found = [x for x in range(image.width()) if image.pixelColor(x, row) == QColor(AMBER)]
    return list(range(found[0], found[-1] + 1)) if found else []


def icon_of(row: MenuRowView, *, at_end: bool) -> QImage:
    """Cut the icon out, which stands 33 pixels from the side where the row begins."""
    image = row.grab().toImage()
    left = image.width() - 33 if at_end else 33
    return image.copy(left - 15, 15, 30, image.height() - 30)


def ink_of(image: QImage) -> float:
    """Give where the ink lies on average, from 0 at the left to 1 at the right."""
    ground = image.pixel(0, 0)
    inked = [x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != ground]
    return (sum(inked) / len(inked) + 0.5) / image.width()
