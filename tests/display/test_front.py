import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.front import TOKEN, Front

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


class Window(QWidget):
    """Remembers with which token it asked to be active."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str | None] = []

    def activateWindow(self) -> None:
        self.asked.append(os.environ.get(TOKEN))
        super().activateWindow()


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    monkeypatch.delenv(TOKEN, raising=False)
    window = Window()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize(("token", "asked"), [("k1", "k1"), ("", None)])
def test_it_asks_with_the_token_which_is_good_for_once(
    window: Window, qtbot: QtBot, token: str, asked: str | None
) -> None:
    Front(window).come(token)

    qtbot.waitUntil(lambda: bool(window.asked))
    assert window.asked == [asked]
    assert TOKEN not in os.environ


@pytest.mark.parametrize(
    "state", [Qt.WindowState.WindowNoState, Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen]
)
def test_a_minimised_window_is_again_what_it_was(window: Window, state: Qt.WindowState) -> None:
    window.setWindowState(state | Qt.WindowState.WindowMinimized)

    Front(window).come("")

    assert window.windowState() == state


def test_it_has_the_title_that_it_had(window: Window) -> None:
    window.setWindowTitle("Haig Park Office")

    Front(window).come("")

    assert window.windowHandle().title() == "Haig Park Office"
