"""Plain text set in lines of a given width: measured once, painted by whichever widget owns it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from kiosk.edition.value import Value


class Setting(Value, frozen=True):
    """How text is set; `leading` is the distance of baselines in multiples of the font's pixel size."""

    font: QFont
    leading: float = 1.3
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LayoutDirectionAuto


class Strong(Value, frozen=True):
    """The first `length` characters stand out by their weight and colour."""

    length: int
    weight: QFont.Weight
    colour: QColor

    def formats(self, font: QFont) -> list[QTextLayout.FormatRange]:
        stretch = QTextLayout.FormatRange()
        stretch.start, stretch.length = 0, self.length
        strong = QFont(font)
        strong.setWeight(self.weight)
        look = QTextCharFormat()
        look.setFont(strong)
        look.setForeground(self.colour)
        stretch.format = look
        return [stretch]


class SetText:
    """One text in one setting at one width; nothing is ever cut, a word that is too long breaks anywhere."""

    def __init__(
        self, text: str, setting: Setting, width: float, strong: Strong | None = None, *, mirrored: bool = False
    ) -> None:
        self._step = setting.font.pixelSize() * setting.leading
        self._layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), setting.font)
        self._layout.setTextOption(_option(setting, mirrored=mirrored))
        self._layout.setCacheEnabled(True)
        if strong:
            self._layout.setFormats(strong.formats(setting.font))
        metrics = QFontMetricsF(setting.font)
        self._baseline = (self._step + metrics.ascent() - metrics.descent()) / 2
        self._break(width)

    @property
    def height(self) -> float:
        return self.line_count * self._step

    @property
    def overhang(self) -> float:
        """What the last line's descenders need below `height`: where the leading is tight, or another script goes deeper."""
        last = self._layout.lineAt(self.line_count - 1)
        return max(0.0, last.y() + last.ascent() + last.descent() - self.height) if self.line_count else 0.0

    @property
    def line_count(self) -> int:
        return self._layout.lineCount()

    @property
    def natural_width(self) -> float:
        """The width of the longest line."""
        lines = (self._layout.lineAt(index) for index in range(self.line_count))
        return max((line.naturalTextWidth() for line in lines), default=0.0)

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))

    def _break(self, width: float) -> None:
        """Put each baseline where a browser would: the font's own height centred in the leading.

        A line with letters of another font is taller; its baseline stays.
        """
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, line.lineNumber() * self._step + self._baseline - line.ascent()))
        self._layout.endLayout()


def _option(setting: Setting, *, mirrored: bool) -> QTextOption:
    """Lead from the right in a mirrored widget, whichever way the text itself runs; QTextLayout knows left alone."""
    leads_right = mirrored and setting.align == Qt.AlignmentFlag.AlignLeading
    option = QTextOption(Qt.AlignmentFlag.AlignRight if leads_right else setting.align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(setting.direction)
    return option
