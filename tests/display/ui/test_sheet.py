"""The sheet takes the focus, keeps it, and gives it back; it shows what it was given and nothing of the screen below."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.ui.caption import Caption
from kiosk.display.ui.pill import Pill
from kiosk.display.ui.socials import RoundButton
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Edition

ShowPage: TypeAlias = Callable[..., KioskWindow]


@pytest.fixture
def office(make_edition: Callable[..., Edition]) -> Edition:
    return make_edition()


def test_an_open_sheet_has_the_focus_on_close(office: Edition, show_page: ShowPage) -> None:
    window = show_page(office, choices=Choices(sheet="vcard"))

    assert window.focusWidget() is _close(window)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Down, Qt.Key.Key_Up])
def test_no_key_leads_out_of_an_open_sheet(office: Edition, show_page: ShowPage, key: Qt.Key) -> None:
    window = show_page(office, choices=Choices(sheet="vcard"))

    QTest.keyClick(_close(window), key)

    assert window.focusWidget() is _close(window)


def test_the_focus_returns_to_where_it_was(office: Edition, show_page: ShowPage) -> None:
    window = show_page(office)
    button = window.panel.findChildren(RoundButton)[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)

    show_page(office, choices=Choices(sheet="social:0"))
    show_page(office)

    assert window.focusWidget() is button


def test_a_sheet_closes_though_the_button_it_came_from_is_gone(
    office: Edition, show_page: ShowPage, qtbot: QtBot
) -> None:
    window = show_page(office)
    button = window.panel.findChildren(RoundButton)[-1]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    without = replace(office, contact=replace(office.contact, socials=office.contact.socials[:1]))

    show_page(office, choices=Choices(sheet="vcard"))
    with qtbot.waitSignal(button.destroyed, timeout=1000):
        show_page(without, choices=Choices(sheet="vcard"))
    show_page(without)

    assert not window.sheet.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space], ids=lambda key: key.name)
def test_a_key_asks_to_close(office: Edition, show_page: ShowPage, qtbot: QtBot, key: Qt.Key) -> None:
    window = show_page(office, choices=Choices(sheet="vcard"))

    with qtbot.waitSignal(window.sheet.close_requested, timeout=1000):
        QTest.keyClick(_close(window), key)


def test_a_touch_beside_the_card_asks_to_close(office: Edition, show_page: ShowPage, qtbot: QtBot) -> None:
    window = show_page(office, choices=Choices(sheet="vcard"))

    with qtbot.waitSignal(window.sheet.close_requested, timeout=1000):
        QTest.mouseClick(window.sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_a_touch_on_the_card_does_not_close(office: Edition, show_page: ShowPage, qtbot: QtBot) -> None:
    window = show_page(office, choices=Choices(sheet="vcard"))

    with qtbot.assertNotEmitted(window.sheet.close_requested):
        QTest.mouseClick(window.sheet, Qt.MouseButton.LeftButton, pos=window.rect().center())


@pytest.mark.parametrize(
    ("pressed", "released"),
    [
        pytest.param("card", "beside", id="a finger that slides off the card"),
        pytest.param("beside", "card", id="a finger that slides onto the card"),
    ],
)
def test_a_finger_that_slides_does_not_close(
    office: Edition, show_page: ShowPage, qtbot: QtBot, pressed: str, released: str
) -> None:
    sheet = show_page(office, choices=Choices(sheet="vcard")).sheet
    places = {"card": sheet.card.topLeft() + QPoint(30, 30), "beside": QPoint(5, 5)}

    with qtbot.assertNotEmitted(sheet.close_requested):
        QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=places[pressed])
        QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=places[released])


def test_the_sheet_says_where_its_code_leads(office: Edition, show_page: ShowPage) -> None:
    window = show_page(office, choices=Choices(sheet="social:0"))

    assert "facebook.com" in [caption.text() for caption in window.sheet.findChildren(Caption)]


def test_the_countdown_is_painted(office: Edition, show_page: ShowPage) -> None:
    window = show_page(office, choices=Choices(sheet="vcard"))
    window.sheet.show_countdown(30)
    before = _close(window).grab().toImage()

    window.sheet.show_countdown(29)

    assert _close(window).grab().toImage() != before


def test_the_holding_card_leaves_nothing_to_reach_behind_it(
    office: Edition, show_page: ShowPage, show_holding: Callable[[], KioskWindow]
) -> None:
    show_page(office, choices=Choices(sheet="vcard"))

    window = show_holding()

    reachable = [child for child in window.findChildren(QWidget) if child.isVisible() and child.focusPolicy()]
    assert [child for child in reachable if child.focusPolicy() != Qt.FocusPolicy.NoFocus] == []


def test_the_screen_is_back_after_the_holding_card(
    office: Edition, show_page: ShowPage, show_holding: Callable[[], KioskWindow]
) -> None:
    show_holding()

    window = show_page(office)

    assert window.panel.isVisible()
    assert window.reading.isVisible()


def _close(window: KioskWindow) -> Pill:
    return window.sheet.findChildren(Pill)[0]
