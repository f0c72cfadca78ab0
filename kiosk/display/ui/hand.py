"""The hand that a text document is written in: the formats of its blocks, stretches and link marks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextBlockFormat, QTextCharFormat

from kiosk.display.ui.margin import BARS
from kiosk.display.ui.script import may_lean
from kiosk.display.ui.style import Style
from kiosk.edition.model import Run
from kiosk.edition.value import Value

LINK_SCHEME = "link:"
BODY_PX = 31
CODE_PX = 24
MARK_SHARE = 0.62


class Hand(Value, frozen=True):
    """`inset` is the room on the side where lines begin and `gap` the space below a block, in pixels.

    `bars` are the places in that room where bars of quotes stand.
    """

    style: Style
    font: QFont
    colour: QColor
    inset: int = 0
    gap: int = 0
    from_right: bool = False
    bars: tuple[int, ...] = ()

    def block(self, step: float) -> QTextBlockFormat:
        """Give a block's format with baselines `step` pixels apart, 0 for the height of what stands in the line."""
        look = QTextBlockFormat()
        look.setBottomMargin(self.gap)
        self.keep_side(look)
        if self.bars:
            look.setProperty(BARS, " ".join(map(str, self.bars)))
        if step:
            look.setLineHeight(step, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return look

    def keep_side(self, look: QTextBlockFormat, far: int = 0) -> None:
        """Begin the lines on our side; `far` is the room on the other one."""
        look.setLeftMargin(far if self.from_right else self.inset)
        look.setRightMargin(self.inset if self.from_right else far)
        right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
        look.setLayoutDirection(right if self.from_right else left)

    def plain(self) -> QTextCharFormat:
        return characters(self.font, self.colour)

    def run(self, run: Run) -> QTextCharFormat:
        """Give the format of a stretch; emphasis inside italics stands upright."""
        if run.code:
            return self.mono()
        font = QFont(self.font)
        if run.strong:
            font.setWeight(QFont.Weight.Bold)
        font.setItalic(font.italic() != run.emphasis and may_lean(run.text))
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
