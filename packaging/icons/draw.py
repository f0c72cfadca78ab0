"""Draws the icons from kiosk.svg: for Linux the PNGs, for Windows kiosk.ico, for macOS kiosk.icns.

    .venv/bin/python packaging/icons/draw.py [--out DIR]

The smallest have drawings of their own.
"""

import argparse
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_SIZES = (32, 64, 128, 256, 512, 1024)
DRAWINGS = {16: "kiosk-16.svg", 24: "kiosk-24.svg", 48: "kiosk-24.svg"}
"""The sizes that would be mist if they were drawn from kiosk.svg."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=HERE)
    write_icons(parser.parse_args().out)


def write_icons(folder: Path) -> None:
    drawn = {size: draw(size) for size in sorted({*PNG_SIZES, *ICO_SIZES, *ICNS_SIZES})}
    for size in PNG_SIZES:
        drawn[size].save(folder / f"kiosk-{size}.png", optimize=True)
    _write_ico(folder / "kiosk.ico", drawn)
    _write_icns(folder / "kiosk.icns", drawn)


def draw(size: int) -> Image.Image:
    source = HERE / DRAWINGS.get(size, "kiosk.svg")
    canvas = QImage(size, size, QImage.Format.Format_RGBA8888)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(canvas.constBits()))


def _write_ico(file: Path, drawn: dict[int, Image.Image]) -> None:
    sizes = [(size, size) for size in ICO_SIZES]
    drawn[ICO_SIZES[-1]].save(file, sizes=sizes, append_images=[drawn[size] for size in ICO_SIZES[:-1]])


def _write_icns(file: Path, drawn: dict[int, Image.Image]) -> None:
    drawn[ICNS_SIZES[-1]].save(file, append_images=[drawn[size] for size in ICNS_SIZES[:-1]])


if __name__ == "__main__":
    main()
