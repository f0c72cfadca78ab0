"""The heartbeat of a real window that shows nothing: a screen that is dark on purpose is no failure."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.display.stack import StackFile
from kiosk.display.ui.window import KioskWindow
from kiosk.display.vitals import Vitals
from kiosk.edition.device import Light
from kiosk.supervise.messages import Beat

Blankness = Callable[[Light], bool]


@pytest.fixture
def blankness(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Blankness:
    """Give a function that tells what is heard of an empty window that is lit like that."""
    window, heard = KioskWindow(), list[Beat]()
    qtbot.addWidget(window)
    window.reading.hide()
    window.panel.hide()
    vitals = Vitals(qapp, window, StackFile(tmp_path / "stack"), lambda: "", heard.append)

    def told(light: Light) -> bool:
        window.show_light(light)
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(window.windowHandle().isExposed)
        window.repaint()
        vitals._heart.beat.emit()  # whatever else it paints: nothing has to stand still for it
        return heard[-1].blank

    return told


@pytest.mark.parametrize(("light", "is_failure"), [("lit", True), ("dimmed", True), ("off", False)])
def test_an_empty_window_is_a_failure_unless_it_is_off(
    blankness: Blankness,
    light: Light,
    is_failure: bool,  # noqa: FBT001  # a column of the table
) -> None:
    assert blankness(light) is is_failure
