"""Sets a table: columns that fit, hairlines between rows, figures read from their ends; or each row by itself."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextLength, QTextTableFormat

from kiosk.display.ui.hand import Hand
from kiosk.display.ui.margin import RULE
from kiosk.display.ui.pen import Pen
from kiosk.display.ui.script import begins_right
from kiosk.display.ui.table_fit import Fit, fit, number_columns, padding_px, words_of
from kiosk.edition.model import Run, Table
from kiosk.edition.value import replace

Column = TypeVar("Column")
LEADING = 1.4
RECORD_PX = 27
ABOVE_PX = 12


def write_table(pen: Pen, table: Table, hand: Hand, width: int) -> None:
    """Write it `width` pixels wide; where that is too narrow for its columns, each row becomes a paragraph."""
    sided = replace(hand, from_right=begins_right(_all_words(table), otherwise=hand.from_right))
    fitting = fit(table, hand.style, width - hand.inset)
    if fitting:
        _Grid(pen, table, sided, fitting).write()
    else:
        _write_records(pen, table, sided)


def _all_words(table: Table) -> str:
    return " ".join(words_of(cell) for row in (table.head, *table.rows[:1]) for cell in row)


class _Grid:
    def __init__(self, pen: Pen, table: Table, hand: Hand, fitting: Fit) -> None:
        self._pen = pen
        self._table = table
        self._hand = replace(hand, font=hand.style.serif(fitting.size), gap=0, inset=0, bars=())
        self._head = replace(self._hand, font=hand.style.serif(fitting.size, QFont.Weight.Bold))
        self._margins = hand
        self._widths = fitting.widths
        self._is_of_numbers = number_columns(table)
        self._padding = hand.style.text(padding_px(fitting.size))
        self._step = round(hand.style.text(fitting.size) * LEADING)

    def write(self) -> None:
        self._pen.table(len(self._table.rows) + 1, max(len(self._table.head), 1), self._look())
        for place, row in enumerate((self._table.head, *self._table.rows)):
            self._row(row, self._hand if place else self._head, is_head=not place)
        self._pen.leave_table(self._margins.gap)

    def _look(self) -> QTextTableFormat:
        look, hand = QTextTableFormat(), self._margins
        look.setBorder(0)
        look.setCellSpacing(0)
        look.setCellPadding(self._padding)
        look.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.FixedLength, one) for one in self._in_order(self._widths)]
        )
        look.setHeaderRowCount(1)
        look.setLeftMargin(0 if hand.from_right else hand.inset)
        look.setTopMargin(hand.style.text(ABOVE_PX))
        return look

    def _row(self, row: tuple[tuple[Run, ...], ...], hand: Hand, *, is_head: bool) -> None:
        cells = self._in_order(tuple(zip(row, self._is_of_numbers, strict=True)))
        for place, (runs, is_number) in enumerate(cells):
            sided = replace(hand, from_right=begins_right(words_of(runs), otherwise=hand.from_right))
            look = sided.block(self._step)
            if is_number:
                look.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            if not place and not is_head:
                _rule_above(look, self._margins, self._padding)
            self._pen.cell(look)
            self._pen.runs(runs, sided)
            self._pen.next_cell()

    def _in_order(self, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        """Begin on the side where lines begin; Qt's tables know left alone."""
        return columns[::-1] if self._hand.from_right else columns


def _write_records(pen: Pen, table: Table, hand: Hand) -> None:
    """Give each row its first cell as a heading, and a line for each other one with the head's words before it."""
    style = hand.style
    large = replace(hand, font=style.serif(RECORD_PX))
    quiet = replace(large, colour=QColor(style.palette.muted))
    for place, (first, *others) in enumerate(table.rows or (table.head,)):
        look = large.block(round(style.text(RECORD_PX) * LEADING))
        if place:
            _rule_above(look, hand, hand.gap // 2)
        pen.open(large, look)
        pen.runs(tuple(replace(run, strong=True) for run in first), large)
        for name, cell in zip(table.head[1:], others, strict=True):
            if cell:
                pen.text(f"\n{words_of(name)}: " if words_of(name) else "\n", quiet.plain())
                pen.runs(cell, large)


def _rule_above(look: QTextBlockFormat, hand: Hand, above: int) -> None:
    look.setProperty(RULE, f"{above} {hand.inset} {int(hand.from_right)}")
