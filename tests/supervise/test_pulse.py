import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.supervise.messages import Beat
from kiosk.supervise.pulse import Alive, Blank, Frozen, Pulse, Silent, Verdict

PATIENCE = 20.0
BORN = 100.0


def pulse_after(*beats: tuple[float, Beat]) -> Pulse:
    pulse = Pulse(BORN)
    for time, beat in beats:
        pulse.hear(beat, time)
    return pulse


def beating(seconds: int, *, blank: bool = False) -> list[tuple[float, Beat]]:
    """Give a beat each second."""
    return [(BORN + second, Beat("ab12", 0.1, blank=blank)) for second in range(1, seconds + 1)]


@pytest.mark.parametrize(
    ("beats", "now", "verdict"),
    [
        pytest.param([], 119.0, Alive(), id="it was born a moment ago"),
        pytest.param([], 120.0, Silent(20.0), id="it has never said anything"),
        pytest.param(beating(60), 179.0, Alive(), id="it is well"),
        pytest.param(beating(60), 180.0, Silent(20.0), id="it fell silent"),
        pytest.param([(101.0, Beat("", 19.9))], 101.5, Alive(), id="nothing painted for a while"),
        pytest.param([(101.0, Beat("", 20.0))], 101.5, Frozen(20.0), id="it paints no more"),
        pytest.param([(101.0, Beat("", None))], 119.0, Alive(), id="nobody can see the window"),
        pytest.param([(101.0, Beat("", 1000.0)), (102.0, Beat("", 0.0))], 103.0, Alive(), id="it paints again"),
        pytest.param(beating(20, blank=True), 120.5, Alive(), id="one colour for a while"),
        pytest.param(beating(21, blank=True), 121.0, Blank(20.0), id="one colour for too long"),
        pytest.param([*beating(20, blank=True), (120.5, Beat("", 0.0))], 122.0, Alive(), id="one colour no more"),
        pytest.param(
            [(101.0, Beat("", 0.0, blank=True)), (110.0, Beat("", 0.0)), (111.0, Beat("", 0.0, blank=True))],
            121.0,
            Alive(),
            id="one colour twice and something between",
        ),
    ],
)
def test_the_beats_give_this_verdict(beats: list[tuple[float, Beat]], now: float, verdict: Verdict) -> None:
    assert pulse_after(*beats).verdict(now, PATIENCE) == verdict


@pytest.mark.parametrize(
    "beats",
    [
        pytest.param([], id="silence"),
        pytest.param([(101.0, Beat("", 300.0))], id="no frame"),
        pytest.param(beating(30, blank=True), id="one colour"),
    ],
)
def test_a_computer_that_slept_is_no_reason_to_blame_the_display(beats: list[tuple[float, Beat]]) -> None:
    pulse = pulse_after(*beats)

    pulse.excuse(1000.0)

    assert pulse.verdict(1000.0 + PATIENCE - 0.1, PATIENCE) == Alive()
    assert pulse.verdict(1000.0 + PATIENCE, PATIENCE) == Silent(PATIENCE)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 19), st.builds(Beat, st.just(""), st.none() | st.integers(0, 30), blank=st.booleans())
        ),
        max_size=6,
    )
)
def test_without_another_beat_it_is_silent_when_it_is_due_and_not_before(gaps: list[tuple[int, Beat]]) -> None:
    pulse, now = Pulse(BORN), BORN
    for gap, beat in gaps:
        now += gap
        pulse.hear(beat, now)

    due = pulse.due(PATIENCE)

    assert pulse.verdict(due, PATIENCE) == Silent(PATIENCE)
    assert not isinstance(pulse.verdict(due - 0.5, PATIENCE), Silent)


def test_a_touch_grows_old_between_the_beats() -> None:
    assert pulse_after((101.0, Beat("", 0.0, touch_age=5.0))).touch_age(104.0) == 8.0


def test_a_touch_that_nobody_knows_of_counts_as_one_just_now() -> None:
    assert Pulse(BORN).touch_age(500.0) == 0.0


def test_an_excuse_does_not_make_it_one_that_has_never_beaten() -> None:
    pulse = Pulse(0.0)
    before = pulse.has_beaten
    pulse.hear(Beat("ab12"), 1.0)

    pulse.excuse(30.0)

    assert (before, pulse.has_beaten) == (False, True)
