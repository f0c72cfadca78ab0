"""How a table fits its room: how large its text is and how wide its columns are, so that no word breaks."""

import re
from collections.abc import Iterator
from functools import cache
from heapq import nlargest

from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.display.ui.style import Style
from kiosk.edition.model import Run, Table
from kiosk.edition.value import Value

SIZES_PX = (27, 25, 23, 21, 19)
LEAST_PADDING_PX = 8
_PADDING_BELOW_SIZE = 13
MEASURED = 3
"""The longest by count are measured; the widest is among them."""
WIDEST_CELL = 0.5
"""The share of the room beyond which a column asks for no more."""

LONGEST_NUMBER = 40
LONGEST_MEASURED = 2000
"""Letters: no column is so wide."""


class Fit(Value, frozen=True):
    """The text's size in design pixels, and each column's width with its padding in pixels."""

    size: int
    widths: tuple[int, ...]


def fit(table: Table, style: Style, room: int) -> Fit | None:
    """Give the largest size at which every word fits, or None where none of them does."""
    return next((found for size in SIZES_PX if (found := _at(size, table, style, room))), None)


def padding_px(size: int) -> int:
    """Draw columns together before letters get too small."""
    return max(LEAST_PADDING_PX, size - _PADDING_BELOW_SIZE)


def number_columns(table: Table) -> tuple[bool, ...]:
    """Tell which columns hold nothing but figures: those are read from their ends."""
    return tuple(_is_of_numbers(column) for column in zip(*table.rows, strict=True)) or (False,) * len(table.head)


def words_of(cell: tuple[Run, ...]) -> str:
    return "".join(run.text for run in cell)


def _is_of_numbers(cells: tuple[tuple[Run, ...], ...]) -> bool:
    filled = [words for cell in cells if (words := words_of(cell).strip(" -\N{EN DASH}\N{EM DASH}"))]
    return bool(filled) and all(len(words) <= LONGEST_NUMBER and _figure().fullmatch(words) for words in filled)


def _at(size: int, table: Table, style: Style, room: int) -> Fit | None:
    padding = 2 * style.text(padding_px(size))
    columns = list(_columns(table))
    light, bold = (QFontMetricsF(style.serif(size, weight)) for weight in (QFont.Weight.Normal, QFont.Weight.Bold))
    least = [padding + _widest(_words(cells), bold, light) for cells in columns]
    if sum(least) > room:
        return None
    most = room * WIDEST_CELL
    wanted = [
        max(low, min(most, padding + _widest(iter(cells), bold, light)))
        for low, cells in zip(least, columns, strict=True)
    ]
    return Fit(size, _shared(least, wanted, room))


def _columns(table: Table) -> Iterator[list[str]]:
    """Give the texts of each column, its head first."""
    for place, head in enumerate(table.head):
        yield [words_of(head), *(words_of(row[place]) for row in table.rows)]


def _words(cells: list[str]) -> Iterator[str]:
    """Give each cell's longest word, the head's first."""
    return (max(_unbroken().findall(cell), key=len, default="") for cell in cells)


def _widest(texts: Iterator[str], bold: QFontMetricsF, light: QFontMetricsF) -> float:
    """Measure the head in bold and the longest of the others; a pixel is left for what rounding takes."""
    head = next(texts, "")
    return 1 + max(
        bold.horizontalAdvance(head[:LONGEST_MEASURED]),
        *(light.horizontalAdvance(text[:LONGEST_MEASURED]) for text in nlargest(MEASURED, texts, len)),
        0.0,
    )


def _shared(least: list[float], wanted: list[float], room: int) -> tuple[int, ...]:
    """Give each column what it wants and a share of what is left, or what it must have and a share of that."""
    if sum(wanted) <= room:
        return tuple(int(want * room / sum(wanted)) for want in wanted)
    spare, more = room - sum(least), sum(wanted) - sum(least)
    return tuple(int(low + spare * (want - low) / more) for low, want in zip(least, wanted, strict=True))


@cache  # and not at every start, for most articles have no table
def _unbroken() -> re.Pattern[str]:
    """Give what Qt does not break: it does after a hyphen, and anywhere in scripts without blanks."""
    return re.compile(
        r"-?[^\s\u200b\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef-]+-?|\S"
    )


@cache
def _figure() -> re.Pattern[str]:
    """Give a figure with its sign, currency or unit."""
    digits = r"\d[\d.,\u00a0\u202f' /:\u2013-]*"
    return re.compile(
        rf"[^\w\s]{{0,3}}\s?[^\W_]{{0,3}}\s?[-+\u2212\u2013]?{digits}\s?(?:[^\W\d_]{{1,3}}|[^\w\s]{{1,2}})?"
    )
