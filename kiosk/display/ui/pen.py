"""Writes blocks and stretches of text one after the other to the end of a document."""

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextTable, QTextTableFormat

from kiosk.display.ui.hand import Hand
from kiosk.edition.model import Run


class Pen:
    """Whoever begins writing ends it: only then does the document tell its size."""

    def __init__(self, document: QTextDocument) -> None:
        self.cursor = QTextCursor(document)
        self.is_at_start = True
        self._is_block_free = True

    def begin(self) -> None:
        self.cursor.beginEditBlock()

    def end(self) -> None:
        self.cursor.endEditBlock()

    def open(self, hand: Hand, look: QTextBlockFormat) -> None:
        """Begin a block; its own characters' format is what its mark is painted in."""
        if self._is_block_free:
            self.cursor.setBlockFormat(look)
            self.cursor.setBlockCharFormat(hand.plain())
        else:
            self.cursor.insertBlock(look, hand.plain())
        self._is_block_free = self.is_at_start = False

    def text(self, text: str, look: QTextCharFormat) -> None:
        self.cursor.insertText(text.replace("\n", "\N{LINE SEPARATOR}"), look)

    def runs(self, runs: tuple[Run, ...], hand: Hand) -> None:
        for run in runs:
            self.text(run.text, hand.run(run))
            if run.link is not None:
                self.cursor.insertText(f"\N{NARROW NO-BREAK SPACE}{run.link + 1}", hand.mark(run.link))
                self.cursor.setCharFormat(hand.plain())

    def table(self, rows: int, columns: int, look: QTextTableFormat) -> QTextTable:
        """Insert a table and stand in its first cell."""
        self.is_at_start = False
        return self.cursor.insertTable(rows, columns, look)

    def cell(self, look: QTextBlockFormat) -> None:
        self.cursor.setBlockFormat(look)

    def next_cell(self) -> None:
        self.cursor.movePosition(QTextCursor.MoveOperation.NextBlock)

    def leave_table(self, gap: int) -> None:
        """Make the empty block that Qt puts below a table its gap: margins beside a table do not count."""
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        low = QTextBlockFormat()
        low.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        low.setBottomMargin(gap)
        self.cursor.setBlockFormat(low)
        self._is_block_free = False
