"""Tables of a page: those with something to compare become tables, those that only arrange become what is in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.edition.model import Block, Figure, Heading, Listing, Paragraph, Quote, Run, Table
from kiosk.edition.value import replace
from kiosk.prepare.article.measures import WIDEST_TABLE
from kiosk.prepare.article.runs import finished, plain, text_of
from kiosk.prepare.html.flow import Flow, joined, length

LONGEST_CAPTION = 300
MOST_PARAGRAPHS = 3
LONGEST_CELL = 500
"""Of a table to compare in; longer ones are columns of a page."""


@dataclass(frozen=True, slots=True)
class Cell:
    blocks: tuple[Block, ...]
    is_head: bool = False
    columns: int = 1
    rows: int = 1


class CellFlow(Flow):
    """What is in a cell."""


EMPTY = Cell(())


class Grid(Flow):
    """A table while it is read; what stands between its cells comes before it."""

    def __init__(self) -> None:
        super().__init__()
        self.caption: tuple[Run, ...] = ()
        self._rows: list[list[Cell]] = []

    def begin_row(self) -> None:
        self._rows.append([])

    def add_cell(self, cell: Cell) -> None:
        if not self._rows:
            self.begin_row()
        self._rows[-1].append(cell)

    def made(self) -> tuple[Block, ...]:
        rows = _without_empty_columns([row for row in _spread(self._rows) if any(cell.blocks for cell in row)])
        if not rows:
            return self.whole()
        table = _arranged(rows) if _only_arranges(rows) else (_table(rows),)
        above = (Paragraph(self.caption),) if self.caption else ()
        return (*self.whole(), *above, *table)


def _spread(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Put each cell into the column where it is seen; the others that it spans stay empty."""
    spread, taken = [], [0] * WIDEST_TABLE
    for row in rows:
        places = [EMPTY] * WIDEST_TABLE
        column = 0
        for cell in row:
            while column < WIDEST_TABLE and taken[column]:
                column += 1
            places[column : column + 1] = [cell] if column < WIDEST_TABLE else []
            end = min(column + cell.columns, WIDEST_TABLE)
            taken[column:end] = [max(cell.rows, 1)] * (end - column)
            column = max(end, column)
        taken = [max(left - 1, 0) for left in taken]
        spread.append(places)
    return spread


def _without_empty_columns(rows: list[list[Cell]]) -> list[list[Cell]]:
    filled = [column for column in range(WIDEST_TABLE) if any(row[column].blocks for row in rows)]
    return [[row[column] for column in filled] for row in rows]


def _only_arranges(rows: list[list[Cell]]) -> bool:
    cells = [cell for row in rows for cell in row if cell.blocks]
    if len(rows[0]) == 1:
        return True
    if any(cell.is_head for cell in cells):
        return False
    shown = sum(any(isinstance(block, Figure) for block in cell.blocks) for cell in cells)
    return len(rows) == 1 or 2 * shown >= len(cells) or any(_is_column_of_a_page(cell) for cell in cells)


def _is_column_of_a_page(cell: Cell) -> bool:
    return (
        any(isinstance(block, Heading | Listing | Quote | Table) for block in cell.blocks)
        or len(cell.blocks) > MOST_PARAGRAPHS
        or length(cell.blocks) > LONGEST_CELL
    )


def _arranged(rows: list[list[Cell]]) -> tuple[Block, ...]:
    """Give what is in the cells; a picture with a few words below it is a picture with its caption."""
    match tuple(block for row in rows for cell in row for block in cell.blocks):
        case (Figure(_, ()) as figure, Paragraph(runs)) if len(plain(runs)) <= LONGEST_CAPTION:
            return (replace(figure, caption=runs),)
        case blocks:
            return blocks


def _table(rows: list[list[Cell]]) -> Table:
    """Give the table; without a row of headings, its head is empty."""
    has_head = all(cell.is_head or not cell.blocks for cell in rows[0]) or _is_all_strong(rows[0])
    head = tuple(_plainly(_words(cell)) for cell in rows[0]) if has_head else ((),) * len(rows[0])
    body = rows[1:] if has_head else rows
    return Table(head, tuple(tuple(_emphasised(cell) for cell in row) for row in body))


def _is_all_strong(row: list[Cell]) -> bool:
    return all(run.strong for cell in row for run in _words(cell) if run.text.strip())


def _emphasised(cell: Cell) -> tuple[Run, ...]:
    words = _words(cell)
    return tuple(replace(run, strong=True) for run in words) if cell.is_head else words


def _plainly(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Take the weight away that a head has by itself."""
    return finished(replace(run, strong=False) for run in runs)


def _words(cell: Cell) -> tuple[Run, ...]:
    if all(isinstance(block, Paragraph | Heading | Figure) for block in cell.blocks):
        return joined(cell.blocks)
    return finished([Run(text_of(_without_pictures(cell.blocks)))])


def _without_pictures(blocks: tuple[Block, ...]) -> Iterator[Block]:
    return (block for block in blocks if not isinstance(block, Figure))
