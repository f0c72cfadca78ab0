"""Sets an article's blocks into a text document: magazine leading, a drop cap, link marks, pictures, tables."""

from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from kiosk.display.ui.dropcap import DROP_CAP, drop_cap_letter
from kiosk.display.ui.hand import BODY_PX, CODE_PX, Hand, characters
from kiosk.display.ui.pictures import SCHEME
from kiosk.display.ui.style import Style
from kiosk.display.ui.touch_ground import touch_ground
from kiosk.edition.model import Block, Code, Divider, Figure, Heading, Listing, Paragraph, Quote, Run, Table
from kiosk.edition.value import replace

LEADING = 1.56
PARAGRAPH_GAP_PX = 23
ITEM_GAP_PX = 8
HEADING_PX = {2: 40, 3: 35}
TALLEST_FIGURE = 620


def fill(document: QTextDocument, blocks: tuple[Block, ...], style: Style, width: int) -> None:
    """Write the blocks into an empty document that is `width` pixels wide."""
    document.setDocumentMargin(0)
    document.setIndentWidth(style.text(44))
    document.setTextWidth(width)
    _Writer(document, style, width).write(blocks)


def body_step(style: Style) -> float:
    """Give the distance of two baselines of the body, in pixels."""
    return round(style.text(BODY_PX) * LEADING)


class _Writer:
    """Keeps the cursor; every method writes one kind of block at it."""

    def __init__(self, document: QTextDocument, style: Style, width: int) -> None:
        self._cursor = QTextCursor(document)
        self._style = style
        self._width = width
        self._started = False

    def write(self, blocks: tuple[Block, ...]) -> None:
        hand = Hand(
            self._style,
            self._style.serif(BODY_PX),
            QColor(self._style.palette.ink),
            gap=self._style.text(PARAGRAPH_GAP_PX),
        )
        self._cursor.beginEditBlock()
        if drop_cap_letter(blocks):
            self._drop_cap(hand)
        for block in blocks:
            self._block(block, hand)
        if drop_cap_letter(blocks):
            self._hide_first_letter()
        self._cursor.endEditBlock()

    def _block(self, block: Block, hand: Hand) -> None:
        match block:
            case Paragraph(runs):
                self._paragraph(runs, hand)
            case Heading(level, runs):
                self._heading(level, runs, hand)
            case Listing():
                self._listing(block, hand)
            case Quote(blocks):
                self._quote(blocks, hand)
            case Figure():
                self._figure(block, hand)
            case Code(text):
                self._code(text, hand)
            case Table():
                self._table(block, hand)
            case Divider():
                self._divider(hand)
            case other:
                assert_never(other)

    def _paragraph(self, runs: tuple[Run, ...], hand: Hand) -> None:
        self._open(hand, hand.block(body_step(self._style)))
        self._runs(runs, hand)

    def _heading(self, level: int, runs: tuple[Run, ...], hand: Hand) -> None:
        size = HEADING_PX.get(level, BODY_PX)
        look = hand.block(round(self._style.text(size) * 1.2))
        look.setTopMargin(self._style.text(18))
        look.setBottomMargin(self._style.text(14))
        look.setHeadingLevel(level)
        title = replace(hand, font=self._style.title(size))
        self._open(title, look)
        self._runs(runs, title)

    def _listing(self, listing: Listing, hand: Hand) -> None:
        for place, item in enumerate(listing.items):
            is_last = place == len(listing.items) - 1
            inner = replace(hand, gap=hand.gap if is_last else self._style.text(ITEM_GAP_PX))
            self._open(inner, inner.block(body_step(self._style)))
            self._join_list(listing, place, hand.indent + 1)
            self._item(item, replace(inner, indent=hand.indent + 1))

    def _join_list(self, listing: Listing, place: int, indent: int) -> None:
        """Make each item's list of its own number: Qt would join lists that stand one after the other."""
        look = QTextListFormat()
        look.setIndent(indent)
        numbered = listing.first is not None
        look.setStyle(QTextListFormat.Style.ListDecimal if numbered else QTextListFormat.Style.ListDisc)
        look.setStart((listing.first or 0) + place)
        self._cursor.createList(look)

    def _item(self, blocks: tuple[Block, ...], hand: Hand) -> None:
        """Write the item's first paragraph beside its mark and everything else below it."""
        if blocks and isinstance(blocks[0], Paragraph):
            self._runs(blocks[0].runs, hand)
            blocks = blocks[1:]
        for block in blocks:
            self._block(block, hand)

    def _quote(self, blocks: tuple[Block, ...], hand: Hand) -> None:
        font = QFont(hand.font)
        font.setItalic(True)
        inner = replace(hand, font=font, colour=QColor(self._style.palette.muted), indent=hand.indent + 1)
        for block in blocks:
            self._block(block, inner)

    def _figure(self, figure: Figure, hand: Hand) -> None:
        picture = figure.picture
        room = self._width - hand.indent * self._cursor.document().indentWidth()
        scale = min(1.0, room / picture.width, self._style.px(TALLEST_FIGURE) / picture.height)
        image = QTextImageFormat()
        width, height = round(picture.width * scale), round(picture.height * scale)
        image.setName(f"{SCHEME}{picture.file}:{width}x{height}")
        image.setWidth(width)
        image.setHeight(height)
        image.setProperty(QTextCharFormat.Property.ImageAltText, picture.alt)
        self._open(hand, replace(hand, gap=self._style.text(10)).block(0))
        self._cursor.insertImage(image)
        if figure.caption:
            self._caption(figure.caption, hand)

    def _caption(self, runs: tuple[Run, ...], hand: Hand) -> None:
        small = replace(hand, font=self._style.sans(18), colour=QColor(self._style.palette.muted))
        self._open(small, small.block(round(self._style.text(18) * 1.4)))
        self._runs(runs, small)

    def _code(self, text: str, hand: Hand) -> None:
        look = hand.block(round(self._style.text(CODE_PX) * 1.5))
        look.setBackground(touch_ground(self._style, is_down=False))
        look.setNonBreakableLines(False)
        self._open(hand, look)
        self._cursor.insertText(text.rstrip("\n").replace("\n", "\N{LINE SEPARATOR}"), hand.mono())

    def _table(self, table: Table, hand: Hand) -> None:
        self._open(hand, replace(hand, gap=0).block(1))
        look = QTextTableFormat()
        look.setBorder(0)
        look.setCellPadding(self._style.text(8))
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setHeaderRowCount(1)
        look.setBottomMargin(hand.gap)
        grid = self._cursor.insertTable(len(table.rows) + 1, max(len(table.head), 1), look)
        bold = replace(hand, font=self._style.serif(27, QFont.Weight.Bold), gap=0)
        plain = replace(hand, font=self._style.serif(27), gap=0)
        for row, cells in enumerate((table.head, *table.rows)):
            for column, runs in enumerate(cells):
                self._cursor = grid.cellAt(row, column).firstCursorPosition()
                self._cursor.setBlockFormat(plain.block(round(self._style.text(27) * 1.4)))
                self._runs(runs, plain if row else bold)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _divider(self, hand: Hand) -> None:
        look = hand.block(body_step(self._style))
        look.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._open(hand, look)
        self._cursor.insertText("·  ·  ·", characters(hand.font, QColor(self._style.palette.muted)))

    def _drop_cap(self, hand: Hand) -> None:
        """Float the big letter from a block of its own, so that the paragraph's text stays whole."""
        self._open(hand, replace(hand, gap=0).block(1))
        image = QTextImageFormat()
        image.setName(DROP_CAP)
        self._cursor.insertImage(image, QTextFrameFormat.Position.FloatLeft)

    def _hide_first_letter(self) -> None:
        """Shrink the paragraph's own first letter to nothing: it stays in the text for search and screen readers."""
        cursor = QTextCursor(self._cursor.document().firstBlock().next())
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        font = cursor.charFormat().font()
        font.setPixelSize(1)
        cursor.setCharFormat(characters(font, QColor(0, 0, 0, 0)))

    def _open(self, hand: Hand, look: QTextBlockFormat) -> None:
        """Begin a block; its own characters' format is what a list's mark is drawn in."""
        if self._started:
            self._cursor.insertBlock(look, hand.plain())
        else:
            self._cursor.setBlockFormat(look)
            self._cursor.setBlockCharFormat(hand.plain())
        self._started = True

    def _runs(self, runs: tuple[Run, ...], hand: Hand) -> None:
        for run in runs:
            self._cursor.insertText(run.text.replace("\n", "\N{LINE SEPARATOR}"), hand.run(run))
            if run.link is not None:
                self._cursor.insertText(f"\N{NARROW NO-BREAK SPACE}{run.link + 1}", hand.mark(run.link))
                self._cursor.setCharFormat(hand.plain())
