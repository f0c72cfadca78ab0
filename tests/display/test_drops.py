"""Nothing that is dragged onto the captive screen is taken: no file, no address, no text, on no widget."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.ui.window import KioskWindow
from kiosk.paths import resources
from kiosk.prepare.starter import write_starter
from tests.reliability.escape_display import captive_window, prepared

Load: TypeAlias = Callable[[], QMimeData]
COPY, LEFT, NO_KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPIED = "nobody has copied"


def addresses(*urls: str) -> QMimeData:
    load = QMimeData()
    load.setUrls([QUrl(url) for url in urls])
    return load


def text(words: str) -> QMimeData:
    load = QMimeData()
    load.setText(words)
    return load


def raw(kind: str, content: bytes) -> QMimeData:
    load = QMimeData()
    load.setData(kind, QByteArray(content))
    return load


LOADS: dict[str, Load] = {
    "a file": lambda: addresses("file:///etc/passwd"),
    "a file of a share": lambda: addresses("file://server/share/run.exe"),
    "many addresses": lambda: addresses(*(f"https://example.org/{number}" for number in range(100))),
    "a list that is none": lambda: raw("text/uri-list", b"file:///etc/passwd\r\n\x00\xff#\r\n"),
    "50 MB of text": lambda: text("drop " * 10_000_000),
    "HTML with a picture": lambda: raw("text/html", b"<img src='file:///etc/passwd'><a href='file:///'>x</a>"),
    "a picture": lambda: raw("image/png", b"\x89PNG\r\n\x1a\n"),
}


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[KioskWindow]:
    write_starter(resources(), tmp_path / "staff")
    with captive_window(qapp, tmp_path / "state", prepared(tmp_path / "staff" / "contact.toml")) as opened:
        qtbot.waitUntil(opened.isActiveWindow)
        yield opened


def drag_onto(widget: QWidget, load: QMimeData) -> list[bool]:
    """Drag something onto the widget itself and drop it, and tell which of these events were accepted."""
    middle = widget.rect().center()
    events: tuple[QDropEvent, ...] = (
        QDragEnterEvent(middle, COPY, load, LEFT, NO_KEYS),
        QDragMoveEvent(middle, COPY, load, LEFT, NO_KEYS),
        QDropEvent(QPointF(middle), COPY, load, LEFT, NO_KEYS),
    )
    for event in events:
        event.ignore()
        QApplication.sendEvent(widget, event)
    return [event.isAccepted() for event in events]


def all_of(window: KioskWindow) -> list[QWidget]:
    return [window, *window.findChildren(QWidget)]


@pytest.mark.parametrize("load", LOADS.values(), ids=LOADS.keys())
def test_no_widget_takes_what_is_dropped_on_it(window: KioskWindow, load: Load) -> None:
    dropped, before = load(), window.grab().toImage()

    accepted = [type(widget).__name__ for widget in all_of(window) if any(drag_onto(widget, dropped))]

    assert accepted == []
    assert window.grab().toImage() == before


def test_no_widget_says_that_it_takes_anything(window: KioskWindow) -> None:
    assert [type(widget).__name__ for widget in all_of(window) if widget.acceptDrops()] == []


def test_a_drop_reaches_no_clipboard(window: KioskWindow) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(COPIED)

    for widget in all_of(window):
        drag_onto(widget, text("dropped"))

    assert clipboard.text() == COPIED


def test_a_plain_text_browser_would_have_taken_it(qtbot: QtBot) -> None:
    browser = QTextBrowser()
    qtbot.addWidget(browser)
    browser.setReadOnly(False)

    assert any(drag_onto(browser.viewport(), text("dropped")))
    assert browser.toPlainText() == "dropped"
