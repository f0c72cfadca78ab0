import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.display.lockdown.pointer import Pointer


def is_hidden() -> bool:
    cursor = QGuiApplication.overrideCursor()
    return cursor is not None and cursor.shape() == Qt.CursorShape.BlankCursor


@pytest.fixture(autouse=True)
def plain_cursor(qapp: QApplication) -> None:
    """Forget the cursors of windows in other tests."""
    while qapp.overrideCursor() is not None:
        qapp.restoreOverrideCursor()


def test_the_pointer_comes_with_a_move_and_goes_after_a_while(qtbot: QtBot, qapp: QApplication) -> None:
    owner = QObject(qapp)
    pointer = Pointer(owner, hides_after_ms=20)
    begins_hidden = is_hidden()

    pointer.note_move()
    comes_with_a_move = not is_hidden()
    pointer.note_move()

    qtbot.waitUntil(is_hidden)
    QGuiApplication.restoreOverrideCursor()
    assert begins_hidden
    assert comes_with_a_move
    assert not is_hidden()
