"""Whatever staff write is shown as they wrote it: never markup, never a tooltip, a menu or a place to drop things."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QLineEdit, QWidget

from kiosk.display.ui.body import Body
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.control import Control
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Edition, Notice, Paragraph, Run

ShowPage: TypeAlias = Callable[..., KioskWindow]
MARKUP = '<img src="file:///etc/hostname" width="400"><b>bold</b> &amp; R&D'


@pytest.fixture
def marked_up(make_edition: Callable[..., Edition]) -> Edition:
    """Give an edition whose every free text is markup."""
    full = make_edition()
    contact = full.contact
    article = replace(
        full.articles[0], title=MARKUP, publisher=MARKUP, kicker=MARKUP, blocks=(Paragraph((Run(MARKUP),)),)
    )
    return replace(
        full,
        organisation=replace(full.organisation, name=MARKUP, heading=MARKUP, social_heading=MARKUP),
        articles=(article, article),
        contact=replace(
            contact,
            phones=tuple(replace(phone, label=MARKUP) for phone in contact.phones),
            addresses=tuple(replace(address, label=MARKUP, lines=(MARKUP,)) for address in contact.addresses),
            socials=tuple(replace(social, name=MARKUP, account=MARKUP) for social in contact.socials),
        ),
    )


@pytest.mark.parametrize("sheet", ["", "vcard", "address:0", "social:0"])
def test_markup_is_shown_as_the_text_that_it_is(marked_up: Edition, show_page: ShowPage, sheet: str) -> None:
    window = show_page(marked_up, choices=Choices(sheet=sheet))
    labels = window.findChildren(QLabel)

    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert any(MARKUP in label.text() for label in labels)
    assert all(isinstance(label, Caption) for label in labels)


def test_markup_in_the_text_of_an_article_stays_text(marked_up: Edition, show_page: ShowPage) -> None:
    body = show_page(marked_up).reading.findChildren(Body)[0]

    assert body.toPlainText() == MARKUP


def test_a_title_of_markup_takes_the_room_of_its_letters(marked_up: Edition, show_page: ShowPage) -> None:
    window = show_page(marked_up)
    title = next(caption for caption in window.reading.findChildren(Caption) if caption.text() == MARKUP)

    assert title.set_at(100_000).natural_width > 400


def test_markup_in_a_notice_is_shown_as_text(marked_up: Edition, show_page: ShowPage) -> None:
    notice = Notice(MARKUP, MARKUP, datetime(2026, 12, 1, tzinfo=UTC))
    window = show_page(replace(marked_up, notice=notice))

    shown = [caption.text() for caption in window.reading.findChildren(Caption) if caption.isVisible()]
    assert shown.count(MARKUP) == 2


def test_an_ampersand_in_a_title_makes_no_shortcut(marked_up: Edition, show_page: ShowPage) -> None:
    window = show_page(marked_up)

    assert [control for control in window.findChildren(Control) if not control.shortcut().isEmpty()] == []


def test_nothing_has_a_tooltip_a_menu_or_takes_drops(marked_up: Edition, show_page: ShowPage) -> None:
    window = show_page(marked_up, choices=Choices(sheet="vcard"))
    widgets = [window, *window.findChildren(QWidget)]

    assert [widget for widget in widgets if widget.toolTip() or widget.whatsThis() or widget.statusTip()] == []
    assert [widget for widget in widgets if widget.acceptDrops()] == []
    assert [widget for widget in widgets if widget.actions()] == []


def test_a_menu_is_prevented_wherever_qt_would_make_one(marked_up: Edition, show_page: ShowPage) -> None:
    window = show_page(marked_up)
    areas = window.findChildren(QAbstractScrollArea)

    prevented = Qt.ContextMenuPolicy.PreventContextMenu
    assert {widget.contextMenuPolicy() for widget in (window, window.sheet, *areas)} == {prevented}


def test_no_label_can_be_selected_and_nothing_can_be_typed_into(marked_up: Edition, show_page: ShowPage) -> None:
    window = show_page(marked_up)
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard

    assert [label for label in window.findChildren(QLabel) if label.textInteractionFlags() & selectable] == []
    assert window.findChildren(QLineEdit) == []
