from itertools import pairwise
from math import exp
from pathlib import Path

import pytest

from kiosk.display.ui import course as module
from kiosk.display.ui.course import FASTEST, STANDS_BELOW, Course, even, nudge, thrown

FAR = 100_000
FRAME = 0.016


def flick(speed: float, start: int = 0, most: int = FAR, unit: float = 1.0) -> Course:
    found = thrown(start, speed, most, unit)
    assert found is not None
    return found


def frames(course: Course) -> list[int]:
    """Give the places that a screen of 60 frames a second shows, to the end."""
    return [course.place(number * FRAME) for number in range(round(course.seconds / FRAME) + 2)]


def test_it_knows_nothing_of_qt() -> None:
    assert "PySide6" not in Path(module.__file__).read_text("utf-8")


def test_an_even_course_is_at_its_middle_after_half_its_time() -> None:
    course = even(100, 1100, 60.0)

    assert [course.place(seconds) for seconds in (0, 15, 30, 60, 99)] == [100, 350, 600, 1100, 1100]


@pytest.mark.parametrize(("pixels", "seconds"), [(10, 60.0), (1896, 120.0), (5000, 20.0), (100_000, 1.0)])
def test_an_even_course_takes_at_most_25_steps_a_second_and_none_without_a_pixel(pixels: int, seconds: float) -> None:
    step = even(0, pixels, seconds).step_seconds

    assert step >= 0.04 - 1e-9
    assert step >= seconds / pixels - 1e-9


@pytest.mark.parametrize("speed", [400.0, 1500.0, 3000.0, 90_000.0])
def test_a_flick_stands_within_about_1_2_seconds(speed: float) -> None:
    assert flick(speed).seconds < 1.4


def test_a_usual_flick_goes_as_far_and_as_long_as_on_a_phone() -> None:
    course = flick(2000.0)

    assert course.end == pytest.approx(630, abs=10)
    assert course.seconds == pytest.approx(1.14, abs=0.03)


def test_a_flick_goes_on_as_fast_as_the_finger_led() -> None:
    assert flick(2000.0).place(FRAME) == pytest.approx(2000 * FRAME, rel=0.05)


def test_a_flick_loses_the_same_share_of_its_speed_in_the_same_time() -> None:
    course = flick(3000.0)
    ways = [course.place(at + 0.1) - course.place(at) for at in (0.1, 0.2, 0.3, 0.4, 0.5)]

    shares = [later / sooner for sooner, later in pairwise(ways)]
    assert shares == pytest.approx([exp(-0.1 / module.DECAY_SECONDS)] * 4, rel=0.03)


@pytest.mark.parametrize(
    ("start", "speed"), [(900, 3000.0), (100, -3000.0), (999, 4000.0), (500, 2000.0), (1, -9000.0)]
)
def test_a_flick_never_runs_over_an_end_nor_jumps_to_it(start: int, speed: float) -> None:
    places = frames(flick(speed, start, most=1000))

    steps = [abs(later - sooner) for sooner, later in pairwise(places)]
    assert places[-1] == (1000 if speed > 0 else 0)
    assert all(later <= sooner + 1 for sooner, later in pairwise(steps))


@pytest.mark.parametrize("speed", [0.0, 100.0, -100.0])
def test_hardly_any_speed_throws_nothing(speed: float) -> None:
    assert thrown(50, speed, 100, 1.0) is None


@pytest.mark.parametrize(("start", "speed"), [(0, -3000.0), (100, 3000.0)])
def test_at_an_end_nothing_is_thrown_beyond_it(start: int, speed: float) -> None:
    assert thrown(start, speed, 100, 1.0) is None


def test_on_a_screen_of_twice_as_many_pixels_a_flick_goes_twice_as_far_in_the_same_time() -> None:
    one, two = flick(2000.0), flick(4000.0, unit=2.0)

    assert two.end == pytest.approx(2 * one.end)
    assert two.seconds == pytest.approx(one.seconds)


def test_no_hand_makes_it_faster_than_can_be_followed() -> None:
    assert flick(50_000.0) == flick(FASTEST)
    assert flick(FASTEST).place(FRAME) <= FASTEST * FRAME


def test_it_ends_where_it_moves_by_about_a_pixel_a_frame() -> None:
    places = frames(flick(3000.0))

    assert places[-2] - places[-3] <= STANDS_BELOW * FRAME + 1


def test_a_notch_of_the_wheel_is_followed_at_once_and_ends_exactly() -> None:
    course = nudge(200, 104)

    assert course.place(FRAME) < 200
    assert course.place(course.seconds) == 104
