from kiosk.display.ui.finger import Finger

SLOP = 12.0


def finger_led(*ways: tuple[float, float, float]) -> Finger:
    """Press at (100, 100) at time 0, and move to each (time, x, y)."""
    finger = Finger((100, 100), 0.0, SLOP)
    for now, x, y in ways:
        finger.move((x, y), now)
    return finger


def test_a_finger_that_trembles_taps() -> None:
    finger = finger_led((0.1, 112, 90), (0.2, 95, 111), (0.9, 100, 88))

    assert (finger.drags, finger.dragged) == (False, 0.0)


def test_nothing_jumps_when_a_tap_becomes_a_drag() -> None:
    assert finger_led((0.1, 100, 112.5)).dragged == 0.5
    assert finger_led((0.1, 100, 87.5)).dragged == -0.5


def test_a_slow_drag_follows_pixel_by_pixel() -> None:
    finger = finger_led((0.1, 100, 113))
    followed = []
    for step in range(1, 6):
        finger.move((100, 113 + step), 0.1 + step)
        followed.append(finger.dragged)

    assert followed == [2.0, 3.0, 4.0, 5.0, 6.0]


def test_a_swipe_across_is_no_tap_and_moves_nothing() -> None:
    finger = finger_led((0.1, 140, 103))

    assert (finger.drags, finger.dragged) == (True, 0.0)


def test_back_where_it_was_pressed_it_still_drags() -> None:
    assert finger_led((0.1, 100, 150), (0.2, 100, 100)).dragged == -12.0


def test_the_speed_is_that_of_the_last_moments() -> None:
    slow_then_fast = ((0.5, 100.0, 110.0), *((1 + step / 100, 100.0, 110.0 + 20 * step) for step in range(11)))

    assert round(finger_led(*slow_then_fast).speed(1.1)) == 2000


def test_upwards_the_speed_is_below_0() -> None:
    assert round(finger_led((0.02, 100, 80), (0.04, 100, 60)).speed(0.04)) == -1000


def test_a_finger_that_rests_before_it_is_lifted_throws_nothing() -> None:
    assert finger_led((0.02, 100, 300), (0.04, 100, 500)).speed(0.2) == 0.0


def test_a_press_alone_has_no_speed() -> None:
    assert finger_led().speed(0.01) == 0.0


def test_what_comes_all_at_once_has_a_speed_that_can_be_reckoned_with() -> None:
    assert finger_led((0.0, 100, 200)).speed(0.0) > 0
