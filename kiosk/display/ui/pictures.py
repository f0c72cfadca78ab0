"""The edition's pictures, decoded on demand and kept small; anything that is not of the edition is a blank pixel."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader

SCHEME = "kimg:"
KEPT = 8


def blank() -> QImage:
    """Give one transparent pixel: given nothing, Qt opens the file itself."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    return image


class Pictures:
    """Reads pictures from an edition's folder, which the store has verified."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[tuple[str, int, int], QImage] = {}

    def scaled(self, file: str, width: int, height: int) -> QImage:
        """Give the picture at a size in pixels, or a blank pixel when it cannot be read."""
        wanted = (file, width, height)
        if wanted not in self._kept:
            if len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[wanted] = self._read(file, width, height)
        return self._kept[wanted]

    def _read(self, file: str, width: int, height: int) -> QImage:
        path = self._folder / file
        if Path(file).name != file or not path.is_file():
            return blank()
        reader = QImageReader(str(path))
        image = reader.read()
        if image.isNull():
            return blank()
        way = Qt.TransformationMode.SmoothTransformation
        return image.scaled(QSize(width, height), Qt.AspectRatioMode.IgnoreAspectRatio, way)
