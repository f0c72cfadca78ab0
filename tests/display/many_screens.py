"""Has the kiosk fill many screens, one after the other, and tells on a line of JSON what is wrong on each.

QT_QPA_PLATFORM=offscreen:configfile=FILE python tests/display/many_screens.py STORE

FILE describes the screens to Qt's offscreen plugin.
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import zxingcpp
from PySide6.QtGui import QImage, QScreen
from PySide6.QtWidgets import QApplication, QScrollArea

from kiosk.display.page.derive import derive_page
from kiosk.display.page.moment import Moment
from kiosk.display.place import FullScreen
from kiosk.display.speech import LocaleSpeech
from kiosk.display.ui.card import Card
from kiosk.display.ui.contact_row import ContactRow
from kiosk.display.ui.fonts import load_fonts
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition.store import Verified, read_newest
from kiosk.paths import resources
from tests.display.ui.test_layout import layout_faults

NOON = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def window_with(reading: Verified) -> KioskWindow:
    speech = LocaleSpeech(resources() / "locale", "en", "GB")
    window = KioskWindow()
    page = derive_page(reading.edition, Moment(NOON, captive=True), Choices(), speech)
    window.show_page(page, Pictures(reading.pictures))
    return window


def faults(window: KioskWindow, screen: QScreen) -> Iterator[str]:
    if window.screen() != screen:
        yield f"it is on {window.screen().name()}"
    if window.geometry() != screen.geometry():
        yield f"it stands at {window.geometry()} instead of {screen.geometry()}"
    if window.devicePixelRatioF() != screen.devicePixelRatio():
        yield f"it has {window.devicePixelRatioF()} device pixels a pixel"
    if not has_readable_code(window):
        yield "the code of the card cannot be read"
    if not window.panel.findChildren(ContactRow):
        yield "it shows no contact details"
    for contact in window.panel.findChildren(QScrollArea):
        yield from layout_faults(contact)


def has_readable_code(window: KioskWindow) -> bool:
    image = window.findChildren(Card)[0].grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    grey = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
    return any(code.text.startswith("BEGIN:VCARD") for code in zxingcpp.read_barcodes(grey))


def main(store: Path) -> None:
    app = QApplication(["kiosk"])
    load_fonts(resources() / "fonts")
    reading = read_newest(store)
    assert isinstance(reading, Verified)
    window = window_with(reading)
    full_screen = FullScreen(window)
    for screen in app.screens():
        full_screen.fill(screen)
        window.showFullScreen()
        app.processEvents()
        print(json.dumps((screen.name(), list(faults(window, screen)))), flush=True)  # noqa: T201  # what it is for


if __name__ == "__main__":
    main(Path(sys.argv[1]))
