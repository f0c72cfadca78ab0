"""Whatever a page holds, looking through it ends soon and leaves little to lay out (rows M5, B3, C8)."""

import time
from collections.abc import Callable

import pytest

from kiosk.edition.model import Run, Table
from kiosk.prepare.html.blocks import html_blocks
from kiosk.prepare.html.clean import clean_html
from tests.prepare.html.bombs import BOMBS
from tests.prepare.html.recorded import Recorded, depth, parts

LONGEST_SECONDS = 2
MOST_TEXT = 310_000
MOST_PARTS = 400_000
"""Of values; each stretch of words has seven."""


def check(bomb: Callable[[int], str], size: int) -> None:
    html = bomb(size)
    started = time.process_time()

    blocks = html_blocks(html, Recorded()).blocks

    seconds = time.process_time() - started
    seen = list(parts(blocks))
    assert seconds < LONGEST_SECONDS
    assert sum(len(part.text) for part in seen if isinstance(part, Run)) < MOST_TEXT
    assert len(seen) < MOST_PARTS
    assert depth(blocks) <= 6


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
@pytest.mark.parametrize("size", [100, 5000])
def test_a_bomb_ends_in_time(bomb: Callable[[int], str], size: int) -> None:
    check(bomb, size)


@pytest.mark.deep
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
@pytest.mark.parametrize("size", [20_000, 49_000, 300_000, 1_000_000])
def test_a_great_bomb_ends_in_time(bomb: Callable[[int], str], size: int) -> None:
    check(bomb, size)


@pytest.mark.deep
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_cleaned_in_time(bomb: Callable[[int], str]) -> None:
    html = bomb(20_000)
    started = time.process_time()

    clean_html(html)

    assert time.process_time() - started < LONGEST_SECONDS


def test_there_are_enough_of_them() -> None:
    assert len(BOMBS) >= 40


def test_no_table_stands_in_a_table() -> None:
    blocks = html_blocks("<table><tr><th>a<th><table><tr><th>b<th>c<tr><td>1<td>2</table></table>", Recorded()).blocks

    assert sum(isinstance(part, Table) for part in parts(blocks)) == 1
