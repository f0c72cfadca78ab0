"""The edition's pictures, decoded on demand and kept small; anything that is not of the edition is a blank pixel."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage

KEPT = 8
CORNER_PX = 16


def blank() -> QImage:
    """Give one transparent pixel: given nothing, Qt opens the file itself."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    return image


class Pictures:
    """Decodes the pictures of the edition on the screen, whose files it holds in memory: no disk keeps a paint waiting.

    A picture's name comes from its content, so one that was decoded for an earlier edition is still the right one.
    """

    def __init__(self, contents: Mapping[str, bytes] = MappingProxyType({})) -> None:
        self._contents = contents
        self._kept: dict[tuple[str, int, int], QImage] = {}

    def hold(self, contents: Mapping[str, bytes]) -> None:
        """Have these files from now on, and forget what was decoded from others."""
        self._contents = contents
        self._kept = {wanted: image for wanted, image in self._kept.items() if wanted[0] in contents}

    def scaled(self, file: str, width: int, height: int) -> QImage:
        """Give the picture at a size in pixels, or a blank pixel when it cannot be decoded."""
        wanted = (file, width, height)
        if wanted not in self._kept:
            if len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[wanted] = self._decoded(file, width, height)
        return self._kept[wanted]

    def _decoded(self, file: str, width: int, height: int) -> QImage:
        image = QImage.fromData(self._contents.get(file, b""))
        if image.isNull():
            return blank()
        way = Qt.TransformationMode.SmoothTransformation
        return image.scaled(QSize(width, height), Qt.AspectRatioMode.IgnoreAspectRatio, way)
