"""The hand that a text document is written in: the formats of its blocks, stretches and link marks."""

from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextBlockFormat, QTextCharFormat

from kiosk.display.ui.style import Style
from kiosk.edition.model import Run
from kiosk.edition.value import Value

LINK_SCHEME = "link:"
BODY_PX = 31
CODE_PX = 24
MARK_SHARE = 0.62


class Hand(Value, frozen=True):
    """`indent` is a number of steps; `gap` is the space below a block, in pixels."""

    style: Style
    font: QFont
    colour: QColor
    indent: int = 0
    gap: int = 0

    def block(self, step: float) -> QTextBlockFormat:
        """Give a block's format with baselines `step` pixels apart, 0 for the height of what stands in the line."""
        look = QTextBlockFormat()
        look.setBottomMargin(self.gap)
        look.setIndent(self.indent)
        if step:
            look.setLineHeight(step, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return look

    def plain(self) -> QTextCharFormat:
        return characters(self.font, self.colour)

    def run(self, run: Run) -> QTextCharFormat:
        """Give the format of a stretch; emphasis inside italics stands upright."""
        if run.code:
            return self.mono()
        font = QFont(self.font)
        if run.strong:
            font.setWeight(QFont.Weight.Bold)
        font.setItalic(font.italic() != run.emphasis)
        look = characters(font, self.colour)
        if run.link is not None:
            look.setFontUnderline(True)
            look.setUnderlineColor(QColor(self.style.palette.accent))
            _lead_to(look, run.link)
        return look

    def mark(self, link: int) -> QTextCharFormat:
        """Give the format of the footnote-like number behind a link's words."""
        font = self.style.sans(BODY_PX * MARK_SHARE, QFont.Weight.DemiBold)
        look = characters(font, QColor(self.style.palette.accent))
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        _lead_to(look, link)
        return look

    def mono(self) -> QTextCharFormat:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self.style.text(CODE_PX))
        return characters(font, self.colour)


def characters(font: QFont, colour: QColor) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(font)
    look.setForeground(colour)
    return look


def _lead_to(look: QTextCharFormat, link: int) -> None:
    look.setAnchor(True)
    look.setAnchorHref(f"{LINK_SCHEME}{link}")
