"""The battery sees what it is there to see: each change of a session is a breach, and each act is what its name says."""

from dataclasses import replace

import pytest

from tests.reliability.escape_acts import all_chords, chord, clicks, fifth_of_chords, modifier_sets
from tests.reliability.escape_batches import batches, presses_of, words_for
from tests.reliability.escape_keys import KEYS
from tests.reliability.escape_oracle import OF_THE_PROGRAM, OF_THE_SESSION, Facts, breaches, is_alike

CALM = Facts(
    is_alive=True,
    is_there=True,
    windows=1,
    children=frozenset({100}),
    primary="nothing",
    clipboard="nothing",
    place="0,0 1920x1080",
    active="7",
    clients="7",
    desktop="0",
    processes=frozenset({1, 2}),
)

OF_BOTH = {
    "the program has ended": replace(CALM, is_alive=False),
    "its window is gone": replace(CALM, is_there=False),
    "a menu is open": replace(CALM, windows=2),
    "it has started a program": replace(CALM, children=frozenset({100, 101})),
    "text is selected": replace(CALM, primary="the article"),
    "text is copied": replace(CALM, clipboard="the article"),
}
OF_THE_SESSION_ALONE = {
    "the window is smaller": replace(CALM, place="0,0 800x600"),
    "another window is active": replace(CALM, active="9"),
    "another window is there": replace(CALM, clients="7, 9"),
    "another desktop is shown": replace(CALM, desktop="1"),
    "somebody has started a program": replace(CALM, processes=frozenset({1, 2, 3})),
}


@pytest.mark.parametrize("judged", [OF_THE_PROGRAM, OF_THE_SESSION], ids=["stock", "kiosk"])
@pytest.mark.parametrize("after", OF_BOTH.values(), ids=OF_BOTH.keys())
def test_what_the_program_does_is_a_breach_in_every_session(judged: tuple[str, ...], after: Facts) -> None:
    assert len(breaches(CALM, after, judged)) == 1


@pytest.mark.parametrize("after", OF_THE_SESSION_ALONE.values(), ids=OF_THE_SESSION_ALONE.keys())
def test_what_the_session_does_is_a_breach_in_a_kiosks_session_alone(after: Facts) -> None:
    assert len(breaches(CALM, after, OF_THE_SESSION)) == 1
    assert breaches(CALM, after, OF_THE_PROGRAM) == []


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(CALM, id="nothing"),
        pytest.param(replace(CALM, windows=0), id="a window that is hidden"),
        pytest.param(replace(CALM, processes=frozenset({1})), id="a program that ends"),
        pytest.param(replace(CALM, children=frozenset()), id="a child that ends"),
    ],
)
def test_what_is_no_breach(after: Facts) -> None:
    assert breaches(CALM, after, OF_THE_SESSION) == []


@pytest.mark.parametrize(("changed", "alike"), [(0, True), (20, True), (21, False), (1000, False)])
def test_a_screen_that_differs_in_more_than_a_frame_is_another(changed: int, *, alike: bool) -> None:
    assert is_alike([0] * 1000, [1] * changed + [0] * (1000 - changed)) is alike


def test_there_are_as_many_acts_as_are_promised() -> None:
    assert (len(modifier_sets()), len(set(KEYS))) == (24, 120)
    assert len({act.name for act in all_chords()}) == 2880
    assert len({act.name for act in fifth_of_chords()}) == 600
    assert (len(clicks(4, 4)), len(clicks(8, 6))) == (144, 432)


def test_what_is_held_is_held_for_all_that_share_it() -> None:
    acts = (chord((), "a"), chord(("ctrl", "alt"), "b"), chord(("ctrl", "alt"), "c"))

    assert " ".join(words_for(acts)) == "key a keydown ctrl+alt key b key c keyup ctrl+alt"
    assert presses_of(acts) == 5


def test_a_key_that_lets_go_of_what_is_held_is_pressed_apart() -> None:
    acts = (chord(("ctrl",), "Control_L"), chord(("ctrl",), "c"))

    assert " ".join(words_for(acts)) == "keydown ctrl key Control_L keyup ctrl keydown ctrl key c keyup ctrl"


def test_what_the_window_manager_takes_comes_alone() -> None:
    acts = (chord((), "a"), chord(("alt",), "F4"), chord((), "b"))

    tried = [[act.name for act in batch] for batch in batches(acts, frozenset({frozenset({"alt", "f4"})}))]

    assert tried == [["alt+F4"], ["a", "b"]]
