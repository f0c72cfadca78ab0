"""The keyboard alone does everything: the Tab ring, Enter and Space, scrolling, the sheet that holds the focus."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.ui.article import ArticleView
from kiosk.display.ui.body import Body
from kiosk.display.ui.control import Control
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.model import Edition, Paragraph, Run

ShowPage: TypeAlias = Callable[..., KioskWindow]
Pixels: TypeAlias = Callable[..., QImage]
MOST_STOPS = 60


@pytest.fixture
def long_read(make_edition: Callable[..., Edition]) -> Edition:
    """Give an article that scrolls and has its two links far below each other."""
    full = make_edition()
    word = Paragraph((Run("Ukraine is preparing to reinforce its frontier with Belarus. " * 12),))
    first, last = (Paragraph((Run("See "), Run(f"the plan {place}", link=place), Run("."))) for place in (0, 1))
    article = replace(
        full.articles[0], blocks=(word, first, *[word] * 12, last), links=full.articles[0].links * 2
    )  # fmt: skip
    return replace(full, articles=(article, full.articles[1]))


@pytest.fixture(params=[True, False], ids=["captive", "windowed"])
def screen(request: pytest.FixtureRequest, crowded: Edition, show_page: ShowPage) -> KioskWindow:
    return show_page(crowded, (1280, 720), captive=request.param)


def test_the_tab_ring_visits_every_visible_control_once_and_closes(screen: KioskWindow) -> None:
    ring = tab_ring(screen)

    controls = [control for control in screen.findChildren(Control) if control.isVisible()]
    assert len(ring) == len(set(ring))
    assert set(controls) <= set(ring)
    assert _focus() is ring[0]


def test_after_a_sheet_tab_goes_on_to_the_next_link(long_read: Edition, show_page: ShowPage) -> None:
    window = show_page(long_read, (1280, 720))
    body, button = window.findChild(Body), window.panel.tab_stops()[0]
    assert body is not None
    body.setFocus(Qt.FocusReason.TabFocusReason)
    first = body.textCursor().selectedText()

    button.setFocus(Qt.FocusReason.ShortcutFocusReason)
    body.setFocus(Qt.FocusReason.ShortcutFocusReason)
    back_at = body.textCursor().selectedText()
    QTest.keyClick(body, Qt.Key.Key_Tab)

    assert first.startswith("the plan 0")
    assert back_at == first
    assert body.textCursor().selectedText().startswith("the plan 1")


def test_shift_tab_goes_round_the_other_way(screen: KioskWindow) -> None:
    ring = tab_ring(screen)

    visited = []
    for _ in ring[1:]:
        QTest.keyClick(_focus_in(screen), Qt.Key.Key_Backtab)
        visited.append(_focus())

    assert visited == ring[:0:-1]


def test_tab_goes_through_the_article_first_and_the_bar_last(screen: KioskWindow) -> None:
    sides = [screen.reading.isAncestorOf(stop) for stop in tab_ring(screen)]

    assert sides == sorted(sides, reverse=True)
    assert screen.panel.bar.isAncestorOf(tab_ring(screen)[-1])


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab], ids=["forwards", "backwards"])
def test_every_stop_is_in_view_when_it_has_the_focus(screen: KioskWindow, key: Qt.Key) -> None:
    hidden: list[str] = []

    for stop in tab_ring(screen)[1:] if key == Qt.Key.Key_Tab else tab_ring(screen)[:0:-1]:
        before = _before(stop, key)
        before.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(before, key)
        if not _is_in_view(stop):
            hidden.append(_said(stop))

    assert hidden == []


def test_every_stop_has_a_name_and_says_what_it_does(screen: KioskWindow) -> None:
    ring = tab_ring(screen)

    assert [_said(stop) for stop in ring if not _accessible(stop, QAccessible.Text.Name)] == []
    controls = [stop for stop in ring if not isinstance(stop, ArticleView)]
    assert [_said(stop) for stop in controls if not _accessible(stop, QAccessible.Text.Description)] == []


def test_every_control_is_a_button_to_a_screen_reader(screen: KioskWindow) -> None:
    roles = {_role(stop) for stop in tab_ring(screen) if isinstance(stop, Control)}

    assert roles == {QAccessible.Role.Button}


def test_the_focus_is_painted_wherever_the_keyboard_led(screen: KioskWindow) -> None:
    unchanged = []
    for stop in tab_ring(screen):
        where = stop if isinstance(stop, Control) else screen
        stop.clearFocus()
        before = where.grab().toImage()
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if where.grab().toImage() == before:
            unchanged.append(_said(stop))

    assert unchanged == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space], ids=lambda key: key.name)
def test_a_key_works_the_control_that_has_the_focus(screen: KioskWindow, qtbot: QtBot, key: Qt.Key) -> None:
    for control in [stop for stop in tab_ring(screen) if isinstance(stop, Control)]:
        control.setFocus(Qt.FocusReason.TabFocusReason)

        with qtbot.waitSignal(control.clicked, timeout=1000):
            QTest.keyClick(control, key)


def test_every_link_in_the_text_is_reached_and_opens_its_sheet(
    long_read: Edition, show_page: ShowPage, qtbot: QtBot
) -> None:
    window = show_page(long_read)
    QTest.keyClick(_article(window), Qt.Key.Key_Tab)
    opened = []

    for _ in long_read.articles[0].links:
        assert _is_in_view(_focus_in(window))
        with qtbot.waitSignal(window.reading.sheet_touched, timeout=1000) as touched:
            QTest.keyClick(_focus_in(window), Qt.Key.Key_Return)
        opened.append(touched.args)
        QTest.keyClick(_focus_in(window), Qt.Key.Key_Tab)

    assert opened == [["link:0"], ["link:1"]]
    assert not isinstance(_focus(), Body)


def test_tab_backwards_begins_with_the_last_link(long_read: Edition, show_page: ShowPage, qtbot: QtBot) -> None:
    window = show_page(long_read)
    body = window.reading.findChildren(Body)[0]

    body.setFocus(Qt.FocusReason.BacktabFocusReason)

    with qtbot.waitSignal(window.reading.sheet_touched, timeout=1000) as touched:
        QTest.keyClick(body, Qt.Key.Key_Return)
    assert touched.args == ["link:1"]


def test_a_text_without_links_is_no_stop(make_edition: Callable[..., Edition], show_page: ShowPage) -> None:
    welcome = make_edition().articles[1]

    window = show_page(make_edition(articles=(welcome,)))

    assert [stop for stop in tab_ring(window) if isinstance(stop, Body)] == []


@pytest.mark.parametrize(
    ("keys", "moves"),
    [
        pytest.param([Qt.Key.Key_Down], (1, 200), id="down, a little"),
        pytest.param([Qt.Key.Key_Down, Qt.Key.Key_Up], (0, 0), id="down and up"),
        pytest.param([Qt.Key.Key_PageDown], (500, 1000), id="a page"),
        pytest.param([Qt.Key.Key_Space], (500, 1000), id="space, a page"),
        pytest.param([Qt.Key.Key_PageDown, Qt.Key.Key_PageUp], (0, 0), id="a page and back"),
        pytest.param([Qt.Key.Key_End], (1500, 100_000), id="to the end"),
        pytest.param([Qt.Key.Key_End, Qt.Key.Key_Home], (0, 0), id="to the end and home"),
    ],
)
def test_keys_scroll_the_article(
    long_read: Edition, show_page: ShowPage, keys: list[Qt.Key], moves: tuple[int, int]
) -> None:
    window = show_page(long_read)
    for key in keys:
        QTest.keyClick(_article(window), key)

    assert moves[0] <= _article(window).verticalScrollBar().value() <= moves[1]


def test_keys_scroll_the_article_from_its_links_too(long_read: Edition, show_page: ShowPage) -> None:
    window = show_page(long_read)
    QTest.keyClick(_article(window), Qt.Key.Key_Tab)

    QTest.keyClick(_focus_in(window), Qt.Key.Key_End)

    bar = _article(window).verticalScrollBar()
    assert bar.value() == bar.maximum() > 0


def tab_ring(window: KioskWindow) -> list[QWidget]:
    """Press Tab from the article's own stop on until the focus is back there, and list the stops."""
    start = _article(window)
    ring: list[QWidget] = [start]
    QTest.keyClick(start, Qt.Key.Key_Tab)
    while (stop := _focus()) and stop is not start and len(ring) < MOST_STOPS:
        if stop is not ring[-1]:
            ring.append(stop)
        QTest.keyClick(stop, Qt.Key.Key_Tab)
    return ring


def _article(window: KioskWindow) -> ArticleView:
    article = window.reading.findChildren(ArticleView)[0]
    article.setFocus(Qt.FocusReason.TabFocusReason)
    return article


def _before(stop: QWidget, key: Qt.Key) -> QWidget:
    """Give the stop from which the key leads to this one."""
    window = stop.window()
    assert isinstance(window, KioskWindow)
    ring = tab_ring(window)
    step = -1 if key == Qt.Key.Key_Tab else 1
    return ring[(ring.index(stop) + step) % len(ring)]


def _is_in_view(stop: QWidget) -> bool:
    """Tell whether all of a stop, or of the link that has the focus, lies within what scrolls it."""
    place = stop.cursorRect() if isinstance(stop, Body) else stop.rect()
    views = [area.viewport() for area in stop.window().findChildren(QScrollArea) if area.isAncestorOf(stop)]
    return all(view.rect().contains(place.translated(stop.mapTo(view, QPoint()))) for view in views)


def _focus() -> QWidget | None:
    return QApplication.focusWidget()


def _focus_in(window: KioskWindow) -> QWidget:
    return window.focusWidget()


def _said(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()}"


def _accessible(widget: QWidget, kind: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(kind)


def _role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()
