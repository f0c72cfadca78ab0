"""What a visitor tries in order to get out: chords, clicks and gestures, each as words for xdotool."""

import random
import string
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from tests.bench.screen import HEIGHT, WIDTH
from tests.reliability.escape_keys import KEYS, KNOWN_CHORDS, LEVEL_3, MODIFIER_KEYS

BUTTONS = range(1, 10)
IN_THE_TEXT, IN_A_ROW, ON_THE_PANEL = (600, 640), (1500, 350), (1910, 560)
CLICK = ("click", "--repeat", "1", "--delay", "10")
"""Without a delay of ours xdotool waits for ten times as long."""

CORNERS = ((4, 4), (WIDTH - 4, 4), (4, HEIGHT - 4), (WIDTH - 4, HEIGHT - 4))
TYPED = string.ascii_letters + string.digits + string.punctuation + " "
FIFTH = frozenset({0, 5, 10, 14, 19})
"""Of the 24 differences between two places in a ring, so that each key comes with five sets and each set with 25 keys."""


@dataclass(frozen=True, slots=True)
class Act:
    """The words are said while the keys of `held` are down; `presses` is how many keys they press."""

    name: str
    words: tuple[str, ...]
    held: tuple[str, ...] = ()
    presses: int = 1


def chord(held: tuple[str, ...], key: str) -> Act:
    name = "+".join((*held, key))
    if held and key in MODIFIER_KEYS:  # letting go of it would let go of what is held, too
        together = "+".join(held)
        return Act(name, ("keydown", together, "key", key, "keyup", together), presses=len(held) + 1)
    return Act(name, ("key", key), held)


def modifier_sets() -> tuple[tuple[str, ...], ...]:
    plain, level_3 = ("ctrl", "alt", "shift", "super"), ("ctrl", "alt", "shift")
    return (*_subsets(plain), *((*held, LEVEL_3) for held in _subsets(level_3)))


def all_chords() -> tuple[Act, ...]:
    return tuple(chord(held, key) for held, key in product(modifier_sets(), KEYS))


def fifth_of_chords() -> tuple[Act, ...]:
    """Give every key with five sets of modifiers, and every set with 25 keys."""
    sets = modifier_sets()
    places = product(range(len(sets)), range(len(KEYS)))
    return tuple(chord(sets[row], KEYS[column]) for row, column in places if (row + 7 * column) % len(sets) in FIFTH)


def known_chords() -> tuple[Act, ...]:
    return tuple(chord(tuple(held), key) for *held, key in (name.split("+") for name in KNOWN_CHORDS))


def clicks(columns: int, rows: int) -> tuple[Act, ...]:
    return tuple(_click(button, place) for button in BUTTONS for place in _grid(columns, rows))


def quick_gestures() -> tuple[Act, ...]:
    """Give what the mouse does besides single clicks, and what is known to call something up."""
    words, row = _move(IN_THE_TEXT), _move(IN_A_ROW)
    return (
        Act("double click", (*words, "click", "--repeat", "2", "--delay", "60", "1")),
        Act("triple click", (*words, "click", "--repeat", "3", "--delay", "60", "1")),
        Act("triple click on a row", (*row, "click", "--repeat", "3", "--delay", "60", "1")),
        *(Act(f"drag over the text, button {button}", _drag(button, (400, 400), (900, 800))) for button in (1, 2, 3)),
        Act("drag from the text to the panel", _drag(1, IN_THE_TEXT, ON_THE_PANEL)),
        Act("shift+click", (*_move((400, 420)), *CLICK, "1", *words, "keydown", "shift", *CLICK, "1", "keyup", "shift")),
        *(Act(f"{key}+wheel", (*words, *CLICK, "4", *CLICK, "5"), (key,)) for key in ("ctrl", "alt", "super")),
        *(Act(f"{key}+button {button}", (*words, *CLICK, str(button)), (key,)) for key, button in product(("ctrl", "alt"), (2, 3))),
        *(Act(f"swipe from {edge}", _drag(1, *places)) for edge, places in _EDGES.items()),
        Act("select all and copy", ("key", "ctrl+a", "key", "ctrl+c", "key", "ctrl+Insert"), presses=6),
        Act("a character by its number", ("key", "ctrl+shift+u", "2", "6", "6", "5", "space"), presses=8),
        Act("shift five times", ("key", *["Shift_L"] * 5), presses=5),
        *(Act(f"five touches in the corner {x}, {y}", (*_move((x, y)), "click", "--repeat", "5", "--delay", "50", "1")) for x, y in CORNERS),
    )  # fmt: skip


def long_gestures() -> tuple[Act, ...]:
    """Give what is held for seconds, each of them in vain."""
    return (
        *(
            Act(f"long press, button {button}", (*_move(place), "mousedown", button, "sleep", "2", "mouseup", button))
            for button, place in (("1", IN_THE_TEXT), ("3", IN_A_ROW))
        ),
        Act("right shift for eight seconds", ("keydown", "Shift_R", "sleep", "8", "keyup", "Shift_R")),
    )


def flood(characters: int) -> Act:
    """Give what a device does that pretends to be a keyboard: all that can be typed, as fast as it can."""
    chance = random.Random(characters)  # noqa: S311  # the same every time
    return Act(
        f"{characters} characters",
        ("type", "--args", "1", "--delay", "0", "".join(chance.choices(TYPED, k=characters))),
        presses=characters,
    )


_EDGES = {
    "the left": ((0, 540), (500, 540)),
    "the right": ((WIDTH - 1, 540), (1400, 540)),
    "above": ((960, 0), (960, 400)),
    "below": ((960, HEIGHT - 1), (960, 600)),
}


def _subsets(keys: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for size in range(len(keys) + 1):
        yield from combinations(keys, size)


def _grid(columns: int, rows: int) -> list[tuple[int, int]]:
    return [
        (WIDTH * (2 * column + 1) // (2 * columns), HEIGHT * (2 * row + 1) // (2 * rows))
        for row, column in product(range(rows), range(columns))
    ]


def _click(button: int, place: tuple[int, int]) -> Act:
    return Act(f"button {button} at {place[0]}, {place[1]}", (*_move(place), *CLICK, str(button)), presses=0)


def _move(place: tuple[int, int]) -> tuple[str, ...]:
    return "mousemove", str(place[0]), str(place[1])


def _drag(button: int, start: tuple[int, int], end: tuple[int, int]) -> tuple[str, ...]:
    middle = (start[0] + end[0]) // 2, (start[1] + end[1]) // 2
    return (*_move(start), "mousedown", str(button), *_move(middle), *_move(end), "mouseup", str(button))
