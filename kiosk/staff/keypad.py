"""The keys of the PIN pad and what a finger draws on them: lines of three, and walks from key to key."""

from itertools import pairwise

_ROWS = ("123", "456", "789")
_PLACES = {key: (row, column) for row, keys in enumerate(_ROWS) for column, key in enumerate(keys)} | {"0": (3, 1)}
_COLUMNS = tuple("".join(keys) for keys in zip(*_ROWS, strict=True))
_ONE_WAY = (*_ROWS, *_COLUMNS, "159", "357")
_LINES = frozenset({*_ONE_WAY, *(line[::-1] for line in _ONE_WAY)})


def is_drawn(pin: str) -> bool:
    """Tell whether it is line after line, such as 147258 and 159753, or one walk, such as 123698."""
    return _is_lines(pin) or all(_are_neighbours(*keys) for keys in pairwise(pin))


def _is_lines(pin: str) -> bool:
    """Tell whether it falls into lines of three; the last may be only begun."""
    pieces = [pin[start : start + 3] for start in range(0, len(pin), 3)]
    return all(any(line.startswith(piece) for line in _LINES) for piece in pieces)


def _are_neighbours(key: str, other: str) -> bool:
    (row, column), (other_row, other_column) = _PLACES[key], _PLACES[other]
    return abs(row - other_row) + abs(column - other_column) == 1
