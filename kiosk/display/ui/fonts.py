"""The package's own fonts, so that every machine sets the same page."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase


def load_fonts(folder: Path) -> None:
    """Load every font file of the package's folder; a missing one leaves Qt's fallback."""
    for file in sorted(folder.iterdir()):
        if file.suffix == ".ttf":
            QFontDatabase.addApplicationFont(str(file))
