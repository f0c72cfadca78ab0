"""A captive display inside the process of a test, with nobody at the other end of its pipe: the real one, but offscreen."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kiosk.display.app import Display
from kiosk.display.pipe import SupervisorPipe
from kiosk.display.stack import StackFile
from kiosk.display.ui.fonts import load_fonts
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.deposit import Deposited, deposit
from kiosk.edition.manifest import Origin
from kiosk.edition.model import Edition
from kiosk.paths import resources, store_in
from kiosk.prepare.compose import compose
from kiosk.supervise.messages import Begin

LONG_AGO = Origin(datetime(2026, 11, 23, tzinfo=UTC), "1", ())


@dataclass(frozen=True, slots=True)
class Content:
    edition: Edition
    pictures: dict[str, bytes]


def prepared(contact: Path) -> Content:
    """Prepare staff's files as always."""
    composed = compose(contact, contact.parent / "state")
    assert composed.edition is not None, composed.problems
    return Content(composed.edition, {picture.picture.file: picture.content for picture in composed.pictures})


@contextmanager
def captive_window(app: QApplication, state: Path, content: Content) -> Iterator[KioskWindow]:
    """Show the content for the length of the block."""
    load_fonts(resources() / "fonts")
    others = app.topLevelWidgets()
    stdin, sys.stdin = sys.stdin, StringIO()
    begin = Begin(str(state), captive=True, editions=(_deposited(state, content),))
    display = Display(app, begin, SupervisorPipe(), StackFile(state / "stack"))
    display.start()
    (window,) = [widget for widget in app.topLevelWidgets() if widget not in others]
    assert isinstance(window, KioskWindow)
    try:
        yield window
    finally:
        sys.stdin = stdin
        window.deleteLater()
        display.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _deposited(state: Path, content: Content) -> str:
    outcome = deposit(store_in(state), content.edition, content.pictures, LONG_AGO)
    assert isinstance(outcome, Deposited)
    return outcome.hash
