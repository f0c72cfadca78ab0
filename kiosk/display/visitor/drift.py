"""Where the layout stands as it drifts, so that nothing burns in: a closed path, one pixel a step, to every place once.

Beside the design's own place it goes no further than `FURTHEST` pixels. They are those of the layout, whatever the size
of the screen: what burns in is an edge, and every edge has moved after a few steps.
"""

FURTHEST = 4
_SIDE = 2 * FURTHEST
"""Places in a row and in a column: an even number, for no path by single steps closes over an odd one."""


def place_at(step: int) -> tuple[int, int]:
    """Give how far right and down everything stands; the first is where it belongs."""
    return _PATH[step % len(_PATH)]


def _path() -> tuple[tuple[int, int], ...]:
    """Go to and fro through all columns but the first, which leads back; begin in the middle."""
    there = [(column, row) for row in range(_SIDE) for column in _columns(row)]
    back = [(0, row) for row in reversed(range(_SIDE))]
    places = [(column - FURTHEST, row - FURTHEST) for column, row in (*there, *back)]
    middle = places.index((0, 0))
    return (*places[middle:], *places[:middle])


def _columns(row: int) -> range:
    return range(1, _SIDE) if row % 2 == 0 else range(_SIDE - 1, 0, -1)


_PATH = _path()
