# ruff: noqa: RUF001  # letters of many scripts are what is tested
import pytest
from PySide6.QtGui import QFontMetricsF

from kiosk.display.ui.style import Style
from kiosk.display.ui.table_fit import SIZES_PX, fit, number_columns, padding_px
from kiosk.edition.model import Run, Table
from kiosk.edition.palettes import LIGHT

STYLE = Style(LIGHT, 1.0)
STATIONS = "Mabelreign", "Chitungwiza-on-the-River"


def table(*rows: tuple[str, ...]) -> Table:
    head, *body = (tuple((Run(cell),) if cell else () for cell in row) for row in rows)
    return Table(head, tuple(body))


def test_a_small_table_keeps_its_size_and_fills_the_room() -> None:
    found = fit(table(("Month", "Level"), ("January", "3.20")), STYLE, 1000)

    assert found is not None
    assert found.size == SIZES_PX[0]
    assert 990 <= sum(found.widths) <= 1000


def test_eight_columns_of_figures_get_smaller_and_no_figure_breaks() -> None:
    figures = ("12,840.25",) * 7
    found = fit(table(("Station", *"ABCDEFG"), *((name, *figures) for name in STATIONS)), STYLE, 1000)

    assert found is not None
    assert found.size < SIZES_PX[0]
    assert sum(found.widths) <= 1000
    needed = QFontMetricsF(STYLE.serif(found.size)).horizontalAdvance(figures[0]) + 2 * padding_px(found.size)
    assert all(width >= needed for width in found.widths[1:])


def test_a_table_that_no_size_fits_has_none() -> None:
    assert fit(table(("A",) * 12, ("1,234,567,890.25",) * 12), STYLE, 1000) is None


def test_scripts_without_blanks_may_break_between_letters() -> None:
    assert fit(table(("站",) * 8, ("乌克兰内政部副部长表示",) * 8), STYLE, 1000) is not None


@pytest.mark.parametrize(
    "cells", [("3.20", "12,840.25"), ("−5 %", "+3 %"), ("$1,200", "€ 30"), ("1 200,50", "—"), ("12 km", "")]
)
def test_a_column_of_figures_is_one(cells: tuple[str, ...]) -> None:
    assert number_columns(table(("N",), *((cell,) for cell in cells))) == (True,)


@pytest.mark.parametrize("cells", [("3.20", "high"), ("", ""), ("January",), ("12 of 30 people",), ("1" * 41,)])
def test_a_column_of_words_is_none(cells: tuple[str, ...]) -> None:
    assert number_columns(table(("N",), *((cell,) for cell in cells))) == (False,)
