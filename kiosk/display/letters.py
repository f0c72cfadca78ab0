"""The tofu detector for a process without a screen: it starts Qt, loads our fonts, and looks for boxes."""

from PySide6.QtGui import QGuiApplication

from kiosk.display.ui.boxes import boxed_scripts
from kiosk.display.ui.fonts import load_fonts
from kiosk.display.ui.hand import BODY_PX
from kiosk.display.ui.style import Style
from kiosk.edition.palettes import LIGHT
from kiosk.paths import resources


def scripts_without_a_font(text: str) -> tuple[str, ...]:
    """Name the scripts of which the article's font and all behind it lack letters of the text."""
    application = QGuiApplication.instance() or QGuiApplication(["kiosk", "-platform", "offscreen"])
    load_fonts(resources() / "fonts")
    scripts = boxed_scripts(text, Style(LIGHT, 1.0).serif(BODY_PX))
    del application
    return scripts
