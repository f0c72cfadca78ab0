import pytest

from kiosk.display.lockdown.corner import Corner, corner_at

SIZE = (1920, 1080)
TOP_LEFT = (10.0, 10.0)


def touches(corner: Corner, *places: tuple[float, float], apart: float = 0.5) -> list[bool]:
    return [corner.is_called(place, SIZE, number * apart) for number, place in enumerate(places)]


@pytest.mark.parametrize(
    "place",
    [
        pytest.param((0, 0), id="top left"),
        pytest.param((1919, 0), id="top right"),
        pytest.param((0, 1079), id="bottom left"),
        pytest.param((1919, 1079), id="bottom right"),
    ],
)
def test_five_touches_in_any_corner_call_staff(place: tuple[float, float]) -> None:
    assert touches(Corner(), *[place] * 5) == [False] * 4 + [True]


def test_fingers_need_not_hit_the_same_place() -> None:
    assert touches(Corner(), (0, 0), (90, 20), (20, 90), (60, 60), (128, 128))[-1]


def test_touches_that_take_longer_than_three_seconds_call_nobody() -> None:
    assert not any(touches(Corner(), *[TOP_LEFT] * 20, apart=0.76))


def test_touches_in_two_corners_call_nobody() -> None:
    assert not any(touches(Corner(), TOP_LEFT, (1919, 0), TOP_LEFT, (1919, 0), TOP_LEFT, apart=0.1))


def test_a_touch_elsewhere_starts_the_count_anew() -> None:
    places = [TOP_LEFT] * 4 + [(960.0, 540.0)] + [TOP_LEFT] * 4

    assert not any(touches(Corner(), *places, apart=0.1))


def test_touches_in_the_middle_call_nobody() -> None:
    assert not any(touches(Corner(), *[(960.0, 540.0)] * 9, apart=0.1))


def test_after_a_call_the_count_starts_anew() -> None:
    assert touches(Corner(), *[TOP_LEFT] * 10, apart=0.1).count(True) == 2


@pytest.mark.parametrize(
    ("place", "corner"),
    [
        pytest.param((129, 129), "top left", id="just inside"),
        pytest.param((130, 10), "", id="beside"),
        pytest.param((10, 130), "", id="below"),
        pytest.param((960, 0), "", id="an edge is no corner"),
        pytest.param((1791, 951), "bottom right", id="far corner"),
        pytest.param((1790, 951), "", id="just outside"),
    ],
)
def test_a_corner_is_an_eighth_of_the_shorter_side(place: tuple[float, float], corner: str) -> None:
    assert corner_at(place, SIZE) == corner


def test_a_small_screen_has_corners_that_a_finger_can_hit() -> None:
    assert corner_at((79, 79), (480, 360)) == "top left"
