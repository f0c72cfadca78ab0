import sys

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

TURNS = 2000
LARGEST_LOSS = 500


def test_qt_takes_no_references_off_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 does, with every timer, until the interpreter aborts."""
    rung: list[int] = []
    before = sys.getrefcount(None)

    for _ in range(TURNS):
        QTimer.singleShot(0, lambda: rung.append(1))
    qtbot.waitUntil(lambda: len(rung) == TURNS)

    assert sys.getrefcount(None) > before - LARGEST_LOSS
