"""A picture between the lines of a text document, asked for only when it is painted: Qt would keep all of them decoded."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QImage,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTransform,
)

PICTURE = QTextFormat.ObjectTypes.UserObject.value + 1
FILE, WIDTH, HEIGHT, CORNER = (QTextFormat.Property.UserProperty.value + 10 + place for place in range(4))
STANDS_FOR_IT = "\N{OBJECT REPLACEMENT CHARACTER}"


def picture_format(file: str, width: int, height: int, corner: int) -> QTextCharFormat:
    """Give the format of the one character that stands for a picture, which is so many pixels large."""
    look = QTextCharFormat()
    look.setObjectType(PICTURE)
    for key, value in ((FILE, file), (WIDTH, width), (HEIGHT, height), (CORNER, corner)):
        look.setProperty(key, value)
    return look


class TextPictures(QPyTextObject):
    """Tells a document how large its pictures are, and paints them with round corners as `give` gives them."""

    def __init__(self, document: QTextDocument, give: Callable[[str, int, int], QImage]) -> None:
        super().__init__(document)
        self._give = give
        document.documentLayout().registerHandler(PICTURE, self)

    def intrinsicSize(self, _document: QTextDocument, _place: int, look: QTextFormat) -> QSizeF:
        return QSizeF(look.intProperty(WIDTH), look.intProperty(HEIGHT))

    def drawObject(
        self, painter: QPainter, room: QRectF | QRect, _document: QTextDocument, _place: int, look: QTextFormat
    ) -> None:
        place = QRectF(room)
        image = self._give(look.stringProperty(FILE), look.intProperty(WIDTH), look.intProperty(HEIGHT))
        brush = QBrush(image)
        brush.setTransform(QTransform.fromScale(place.width() / image.width(), place.height() / image.height()))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.setBrushOrigin(place.topLeft())
        painter.drawRoundedRect(place, look.intProperty(CORNER), look.intProperty(CORNER))
        painter.restore()
