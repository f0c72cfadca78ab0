"""What joins the parts of a captive window: who may close it and when, and what the log says of its rivals."""

import logging

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.display.captivity import Captivity
from kiosk.display.lockdown.exposure import LOOKS, Exposure
from kiosk.display.lockdown.foremost import Foremost
from kiosk.display.ui.window import KioskWindow

CANCELLED_AFTER_MS = 20
LONG_MS = 5000
GONE, SEEN = False, True


@pytest.fixture
def window(qtbot: QtBot) -> KioskWindow:
    window = KioskWindow(may_close=False)
    qtbot.addWidget(window, before_close_func=KioskWindow.let_close)
    return window


@pytest.fixture
def captivity(qapp: QApplication, window: KioskWindow) -> Captivity:
    captivity = Captivity(qapp, window, CANCELLED_AFTER_MS)
    window.showFullScreen()
    captivity.begin()
    return captivity


def closes(window: KioskWindow) -> bool:
    """Ask it to close, and tell whether it would."""
    asked = QCloseEvent()
    QApplication.sendEvent(window, asked)
    return asked.isAccepted()


@pytest.mark.usefixtures("captivity")
def test_nobody_closes_the_window(window: KioskWindow) -> None:
    assert not closes(window)


@pytest.mark.usefixtures("captivity")
def test_the_end_of_a_session_closes_it(qapp: QApplication, window: KioskWindow) -> None:
    qapp.commitDataRequest.emit(None)

    assert closes(window)


@pytest.mark.usefixtures("captivity")
def test_once_the_end_of_a_session_was_cancelled_nobody_closes_it(
    qapp: QApplication, window: KioskWindow, qtbot: QtBot
) -> None:
    qapp.commitDataRequest.emit(None)

    qtbot.waitUntil(lambda: not closes(window), timeout=LONG_MS)


def test_a_rival_that_stays_is_logged_where_it_begins_and_where_it_is_over(
    captivity: Captivity, window: KioskWindow, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    assert captivity is not None
    (foremost,) = window.windowHandle().findChildren(Foremost)

    for _ in range(5):
        foremost.raised.emit()
    foremost.calmed.emit()

    assert caplog.messages == ["another window was in front", "another window was in front: over"]


def test_a_window_that_stays_hidden_is_logged_where_it_begins_and_where_it_is_over(
    captivity: Captivity, window: KioskWindow, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    assert window.windowHandle().findChildren(Exposure)

    for _ in range(sum(LOOKS)):
        captivity.note_look(GONE)
    captivity.note_look(SEEN)

    assert caplog.messages == ["the window was hidden", "the window was hidden: over"]
