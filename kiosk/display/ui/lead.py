"""The lead picture of an article, cut to a band, with its caption below."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.ui.caption import Caption
from kiosk.display.ui.pictures import CORNER_PX, Pictures
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import Setting
from kiosk.edition.model import Figure, Picture

TALLEST_LEAD_PX = 360


class Lead(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._caption = Caption(self)
        self._figure: Figure | None = None
        self._style: Style | None = None
        self._pictures: Pictures | None = None
        self._painted: tuple[object, QImage] | None = None

    def show_figure(self, figure: Figure | None, style: Style, pictures: Pictures) -> None:
        self._figure, self._style, self._pictures = figure, style, pictures
        words = "".join(run.text for run in figure.caption) if figure else ""
        self._caption.show_text(words, Setting(style.sans(18), 1.4), QColor(style.palette.muted))
        self.setAccessibleName(figure.picture.alt if figure else "")
        self.setVisible(figure is not None)
        self.update()

    def height_at(self, width: int) -> int:
        """Place the caption below the band and give the height of both with the gap that follows."""
        if self._figure is None or self._style is None:
            return 0
        band = self._band(self._figure.picture, width).height()
        height = self._caption.height_at(width)
        self._caption.setGeometry(0, band + self._style.text(9), width, height)
        return band + self._style.text(9) + height + self._style.text(30 if height else 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        figure, style, pictures = self._figure, self._style, self._pictures
        if figure is None or style is None or pictures is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        band = self._band(figure.picture, self.width())
        whole = _covering(figure.picture, band.size())
        image = self._image(figure.picture.file, whole * self.devicePixelRatioF(), pictures)
        path = QPainterPath()
        path.addRoundedRect(QRectF(band), style.px(CORNER_PX), style.px(CORNER_PX))
        painter.setClipPath(path)
        painter.drawImage(
            QRect(
                (band.width() - whole.width()) // 2,
                (band.height() - whole.height()) // 2,
                whole.width(),
                whole.height(),
            ),
            image,
        )

    def _image(self, file: str, size: QSize, pictures: Pictures) -> QImage:
        """Give the picture; the one that is shown stays, though the edition that had it may be gone before it fades."""
        wanted = file, size
        if self._painted is None or self._painted[0] != wanted:
            self._painted = wanted, pictures.scaled(file, size.width(), size.height())
        return self._painted[1]

    def _band(self, picture: Picture, width: int) -> QRect:
        tallest = self._style.px(TALLEST_LEAD_PX) if self._style else TALLEST_LEAD_PX
        return QRect(0, 0, width, min(tallest, round(width * picture.height / picture.width)))


def _covering(picture: Picture, band: QSize) -> QSize:
    """Give the size at which the picture covers the band."""
    scale = max(band.width() / picture.width, band.height() / picture.height)
    return QSize(round(picture.width * scale), round(picture.height * scale))
