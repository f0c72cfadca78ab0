"""The window in front, in a real event loop; the rival is another application, which Qt tells of by its state."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from kiosk.display.lockdown.foremost import Foremost

FAST = 0.005
LONG_MS = 5000


class Fronted(QWindow):
    """A window whose place among the others is a test's to say."""

    def __init__(self) -> None:
        super().__init__()
        self.is_in_front = False

    def isActive(self) -> bool:
        return self.is_in_front

    def requestActivate(self) -> None:
        """Leave it where it is."""


@pytest.fixture
def window(qtbot: QtBot) -> Fronted:
    assert qtbot is not None
    return Fronted()


@pytest.fixture
def rival(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have another application in front."""
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: Qt.ApplicationState.ApplicationInactive)


@pytest.mark.usefixtures("rival")
def test_a_window_that_was_never_in_front_asks_to_be(window: Fronted, qtbot: QtBot) -> None:
    foremost = Foremost(window, FAST)

    with qtbot.waitSignal(foremost.raised, timeout=LONG_MS):
        foremost.begin()


@pytest.mark.usefixtures("rival")
def test_it_asks_for_ever(window: Fronted, qtbot: QtBot) -> None:
    foremost = Foremost(window, FAST)
    raised = QSignalSpy(foremost.raised)

    foremost.begin()

    qtbot.waitUntil(lambda: raised.count() >= 6, timeout=LONG_MS)


def test_a_window_that_stays_in_front_has_no_rival_any_more(window: Fronted, qtbot: QtBot) -> None:
    foremost = Foremost(window, FAST)
    window.is_in_front = True

    with qtbot.waitSignal(foremost.calmed, timeout=LONG_MS):
        foremost.begin()


@pytest.mark.usefixtures("rival")
def test_below_a_rival_nothing_is_calm(window: Fronted, qtbot: QtBot) -> None:
    foremost = Foremost(window, FAST)
    calmed, raised = QSignalSpy(foremost.calmed), QSignalSpy(foremost.raised)

    foremost.begin()
    qtbot.waitUntil(lambda: raised.count() >= 6, timeout=LONG_MS)

    assert calmed.count() == 0
