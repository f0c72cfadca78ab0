"""Sets an article's blocks into a text document: magazine leading, a drop cap, link marks, pictures, tables."""

from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
)

from kiosk.display.ui.dropcap import DROP_CAP, drop_cap_letter
from kiosk.display.ui.hand import BODY_PX, CODE_PX, Hand, characters
from kiosk.display.ui.margin import BULLET, GROUND, MARK, MARK_GAP
from kiosk.display.ui.pen import Pen
from kiosk.display.ui.pictures import CORNER_PX
from kiosk.display.ui.script import begins_right
from kiosk.display.ui.style import Style
from kiosk.display.ui.table import write_table
from kiosk.display.ui.text_picture import STANDS_FOR_IT, picture_format
from kiosk.edition.model import Block, Code, Divider, Figure, Heading, Listing, Paragraph, Picture, Quote, Run, Table
from kiosk.edition.value import replace

LEADING = 1.56
PARAGRAPH_GAP_PX = 23
ITEM_GAP_PX = 8
HEADING_PX = {2: 40, 3: 35}
ABOVE_HEADING_PX = {2: 46, 3: 38}
ABOVE_LOW_HEADING_PX = 30
ITEM_PX = 44
QUOTE_PX = 36
CODE_PADDING_PX = 20
FIGURE_GAP_PX = 32
TALLEST_FIGURE = 680
ATTRIBUTION_PX = 21
_DASHES = ("\N{EM DASH}", "\N{EN DASH}", "\N{HORIZONTAL BAR}", "--")


def fill(
    document: QTextDocument, blocks: tuple[Block, ...], style: Style, width: int, *, from_right: bool = False
) -> None:
    """Write the blocks into an empty document `width` pixels wide; `from_right` sets what has no direction of its own."""
    document.setDocumentMargin(0)
    document.setTextWidth(width)
    _leave_room_below(document, style.text(CODE_PADDING_PX))
    _Writer(document, style, width).write(blocks, from_right=from_right)


def body_step(style: Style) -> float:
    """Give the distance of two baselines of the body, in pixels."""
    return round(style.text(BODY_PX) * LEADING)


def _leave_room_below(document: QTextDocument, height: int) -> None:
    """Qt counts no margin below the last block, into which a ground reaches."""
    root = document.rootFrame()
    look = root.frameFormat()
    look.setBottomMargin(height)
    root.setFrameFormat(look)


class _Writer:
    """Keeps the pen; every method writes one kind of block with it."""

    def __init__(self, document: QTextDocument, style: Style, width: int) -> None:
        self._document = document
        self._pen = Pen(document)
        self._style = style
        self._width = width

    def write(self, blocks: tuple[Block, ...], *, from_right: bool) -> None:
        ink, gap = QColor(self._style.palette.ink), self._style.text(PARAGRAPH_GAP_PX)
        hand = Hand(self._style, self._style.serif(BODY_PX), ink, gap=gap, from_right=from_right)
        self._pen.begin()
        if drop_cap_letter(blocks):
            self._drop_cap(hand)
        for block in blocks:
            self._block(block, hand)
        self._hide_first(len(drop_cap_letter(blocks)))
        self._pen.end()

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
                write_table(self._pen, block, hand, self._width)
            case Divider():
                self._divider(hand)
            case other:
                assert_never(other)

    def _paragraph(self, runs: tuple[Run, ...], hand: Hand, mark: str = "") -> None:
        sided = _sided(hand, runs)
        look = sided.block(body_step(self._style))
        if mark:
            look.setProperty(MARK, mark)
        self._pen.open(sided, look)
        self._pen.runs(runs, sided)

    def _heading(self, level: int, runs: tuple[Run, ...], hand: Hand) -> None:
        """Stand nearer to what follows than to what came before."""
        size = HEADING_PX.get(level, BODY_PX)
        font = self._style.title(size, _words(runs))
        title = replace(_sided(hand, runs), font=font, gap=self._style.text(12))
        look = title.block(round(self._style.text(size) * 1.2))
        if not self._pen.is_at_start:
            look.setTopMargin(self._style.text(ABOVE_HEADING_PX.get(level, ABOVE_LOW_HEADING_PX)))
        look.setHeadingLevel(level)
        self._pen.open(title, look)
        self._pen.runs(runs, title)

    def _listing(self, listing: Listing, hand: Hand) -> None:
        marks = _marks(listing)
        inner = replace(hand, inset=self._further_in(hand, self._room_for(marks, hand)))
        for place, (item, mark) in enumerate(zip(listing.items, marks, strict=True)):
            is_last = place == len(listing.items) - 1
            self._item(item, mark, replace(inner, gap=hand.gap if is_last else self._style.text(ITEM_GAP_PX)))

    def _further_in(self, hand: Hand, step: int) -> int:
        """Leave half of the width for the words, however deep they stand."""
        return min(hand.inset + step, self._width // 2)

    def _room_for(self, marks: tuple[str, ...], hand: Hand) -> int:
        """Give a step that the widest mark has room in."""
        metrics, gap = QFontMetricsF(hand.font), MARK_GAP * hand.font.pixelSize()
        return max(self._style.text(ITEM_PX), round(metrics.horizontalAdvance(marks[-1]) + gap) if marks else 0)

    def _item(self, blocks: tuple[Block, ...], mark: str, hand: Hand) -> None:
        """Write the item's first paragraph beside its mark and everything else below it."""
        first, rest = _parted(blocks)
        for block, following in zip((first, *rest), (*rest, None), strict=True):
            gap = _gap_before(following, self._style) if following else hand.gap
            inner = replace(hand, gap=gap)
            if block is first:
                self._paragraph(first.runs, inner, mark)
            else:
                self._block(block, inner)

    def _quote(self, blocks: tuple[Block, ...], hand: Hand) -> None:
        font = QFont(hand.font)
        font.setItalic(True)
        inner = replace(
            hand,
            font=font,
            inset=self._further_in(hand, self._style.text(QUOTE_PX)),
            bars=(*hand.bars, hand.inset),
        )
        for place, block in enumerate(blocks):
            if place and isinstance(block, Paragraph) and _is_attribution(block):
                self._attribution(block.runs, inner)
            else:
                is_named = place + 2 == len(blocks) and _is_attribution(blocks[-1])
                self._block(block, replace(inner, gap=self._style.text(ITEM_GAP_PX)) if is_named else inner)

    def _attribution(self, runs: tuple[Run, ...], hand: Hand) -> None:
        """Name whose words they were, quietly and upright."""
        muted = QColor(self._style.palette.muted)
        small = replace(_sided(hand, runs), font=self._style.sans(ATTRIBUTION_PX), colour=muted)
        self._pen.open(small, small.block(round(self._style.text(ATTRIBUTION_PX) * LEADING)))
        self._pen.runs(runs, small)

    def _figure(self, figure: Figure, hand: Hand) -> None:
        sided = _sided(hand, figure.caption)
        look = replace(sided, gap=self._style.text(10 if figure.caption else FIGURE_GAP_PX)).block(0)
        if not self._pen.is_at_start:
            look.setTopMargin(self._style.text(FIGURE_GAP_PX))
        self._pen.open(sided, look)
        self._pen.text(STANDS_FOR_IT, self._picture(figure.picture, self._width - hand.inset))
        if figure.caption:
            self._caption(figure.caption, sided)

    def _picture(self, picture: Picture, room: int) -> QTextCharFormat:
        scale = min(1.0, room / picture.width, self._style.px(TALLEST_FIGURE) / picture.height)
        width, height = max(round(picture.width * scale), 1), max(round(picture.height * scale), 1)
        look = picture_format(picture.file, width, height, self._style.px(CORNER_PX))
        look.setProperty(QTextCharFormat.Property.ImageAltText, picture.alt)
        return look

    def _caption(self, runs: tuple[Run, ...], hand: Hand) -> None:
        muted, gap = QColor(self._style.palette.muted), self._style.text(FIGURE_GAP_PX)
        small = replace(hand, font=self._style.sans(18), colour=muted, gap=gap)
        self._pen.open(small, small.block(round(self._style.text(18) * 1.4)))
        self._pen.runs(runs, small)

    def _code(self, text: str, hand: Hand) -> None:
        """Write from left to right, whatever stands around, on a ground that reaches beyond the lines."""
        padding = self._style.text(CODE_PADDING_PX)
        inner = replace(hand, from_right=False, inset=hand.inset + padding, gap=hand.gap + padding)
        look = inner.block(round(self._style.text(CODE_PX) * 1.5))
        inner.keep_side(look, far=padding)
        look.setTopMargin(self._style.text(PARAGRAPH_GAP_PX) + padding)
        look.setProperty(GROUND, padding)
        self._pen.open(inner, look)
        self._pen.text(text.rstrip("\n"), inner.mono())

    def _divider(self, hand: Hand) -> None:
        look = hand.block(body_step(self._style))
        look.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._pen.open(hand, look)
        self._pen.text("·  ·  ·", characters(hand.font, QColor(self._style.palette.muted)))

    def _drop_cap(self, hand: Hand) -> None:
        """Float the big letter from a block of its own, so that the paragraph's text stays whole."""
        self._pen.open(hand, replace(hand, gap=0).block(1))
        image = QTextImageFormat()
        image.setName(DROP_CAP)
        self._pen.cursor.insertImage(image, QTextFrameFormat.Position.FloatLeft)

    def _hide_first(self, letters: int) -> None:
        """Shrink the paragraph's own first letters to nothing: they stay in the text for search and screen readers."""
        if not letters:
            return
        cursor = QTextCursor(self._document.firstBlock().next())
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor, letters)
        font = cursor.charFormat().font()
        font.setPixelSize(1)
        cursor.setCharFormat(characters(font, QColor(0, 0, 0, 0)))


def _sided(hand: Hand, runs: tuple[Run, ...]) -> Hand:
    """Begin on the side that the words themselves ask for."""
    from_right = begins_right(_words(runs), otherwise=hand.from_right)
    return hand if from_right == hand.from_right else replace(hand, from_right=from_right)


def _words(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _marks(listing: Listing) -> tuple[str, ...]:
    if listing.first is None:
        return (BULLET,) * len(listing.items)
    return tuple(f"{listing.first + place}." for place in range(len(listing.items)))


def _parted(item: tuple[Block, ...]) -> tuple[Paragraph, tuple[Block, ...]]:
    """Give an item's first paragraph, without words where it begins with something else, and the rest."""
    if item and isinstance(item[0], Paragraph):
        return item[0], item[1:]
    return Paragraph(()), item


def _gap_before(following: Block, style: Style) -> int:
    """Hold an item's own list close to it."""
    return style.text(ITEM_GAP_PX) if isinstance(following, Listing) else style.text(PARAGRAPH_GAP_PX * 0.6)


def _is_attribution(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.runs) and block.runs[0].text.startswith(_DASHES)
