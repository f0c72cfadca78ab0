"""The ring of the focus is the keyboard's: nobody sees it because something beside it went away."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.display.ui.body import Body
from kiosk.display.ui.control import Control
from kiosk.display.ui.footer import FooterBar
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Edition, Notice
from kiosk.edition.value import replace

ShowPage: TypeAlias = Callable[..., KioskWindow]
PIPE = Notice("The main entrance is closed", "A pipe has burst.", datetime(2026, 12, 1, tzinfo=UTC))
CHANGES = {"a notice": {"notice": PIPE}, "no article": {"articles": ()}}


def rings(window: KioskWindow) -> list[Control]:
    return [control for control in window.findChildren(Control) if control.shows_focus]


def body_of(window: KioskWindow) -> QWidget:
    return window.reading.findChildren(Body)[0]


def rotation_of(window: KioskWindow) -> QWidget:
    return window.findChildren(FooterBar)[0].tab_stops()[0]


def source_of(window: KioskWindow) -> QWidget:
    return window.findChildren(FooterBar)[0].tab_stops()[-1]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("focused", [body_of, rotation_of, source_of])
def test_no_ring_appears_when_something_takes_the_articles_place(
    make_edition: Callable[..., Edition],
    show_page: ShowPage,
    focused: Callable[[KioskWindow], QWidget],
    change: dict[str, object],
) -> None:
    window = show_page(make_edition())
    focused(window).setFocus(Qt.FocusReason.MouseFocusReason)

    show_page(make_edition(**change))

    assert rings(window) == []


def test_no_ring_appears_when_the_next_article_has_no_source(
    make_edition: Callable[..., Edition], show_page: ShowPage
) -> None:
    first, second = make_edition().articles[:2]
    edition = make_edition(articles=(first, replace(second, source=None)))
    window = show_page(edition)
    source_of(window).setFocus(Qt.FocusReason.MouseFocusReason)

    show_page(edition, choices=Choices(article=1))

    assert rings(window) == []


def test_tab_begins_anew_after_what_had_the_focus_has_gone(
    make_edition: Callable[..., Edition], show_page: ShowPage
) -> None:
    window = show_page(make_edition())
    body_of(window).setFocus(Qt.FocusReason.MouseFocusReason)
    show_page(make_edition(notice=PIPE))

    QTest.keyClick(window, Qt.Key.Key_Tab)

    assert len(rings(window)) == 1
