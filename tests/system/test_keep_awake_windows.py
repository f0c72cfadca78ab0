from ctypes import c_int, c_uint32, c_void_p

from kiosk.system.keep_awake_windows import ExecutionState, ScreenSaver

CONTINUOUS = 0x80000000


class Kernel32:
    def __init__(self, *, obeys: bool = True) -> None:
        self.obeys = obeys
        self.asked: list[int] = []

    def SetThreadExecutionState(self, state: c_uint32, /) -> int:
        self.asked.append(state.value)
        return -(2**31) if self.obeys else 0  # the former state, ES_CONTINUOUS, as a C int


class User32:
    """Keeps whether the screen saver is on; a policy may forbid to change it, and nobody may be told."""

    def __init__(self, *, on: bool = True, obeys: bool = True, tells: bool = True) -> None:
        self.on = on
        self.obeys = obeys
        self.tells = tells
        self.turned: list[bool] = []

    def SystemParametersInfoW(self, action: c_uint32, number: c_uint32, place: c_void_p, how: c_uint32, /) -> int:
        assert how.value == 0  # of this session only
        match action.value:
            case 0x10:
                if self.tells:
                    c_int.from_address(place.value or 0).value = int(self.on)
                return int(self.tells)
            case 0x11:
                assert place.value is None
                self.turned.append(number.value != 0)
                self.on = number.value != 0 if self.obeys else self.on
                return int(self.obeys)
            case _:
                return 0


def test_windows_is_asked_once_for_the_display_and_the_system() -> None:
    kernel32 = Kernel32()
    state = ExecutionState(kernel32)

    assert [state.hold(), state.hold()] == [("Windows power management",)] * 2

    assert kernel32.asked == [CONTINUOUS | 0x2 | 0x1]


def test_windows_is_asked_again_where_it_refused() -> None:
    kernel32 = Kernel32(obeys=False)
    state = ExecutionState(kernel32)
    assert state.hold() == ()

    kernel32.obeys = True

    assert state.hold() == ("Windows power management",)


def test_windows_may_sleep_again_at_the_end() -> None:
    kernel32 = Kernel32()
    state = ExecutionState(kernel32)
    state.hold()

    state.release()

    assert kernel32.asked[-1] == CONTINUOUS


def test_the_screen_saver_is_off_until_the_end() -> None:
    user32 = User32()
    saver = ScreenSaver(user32)
    assert [saver.hold(), saver.hold()] == [("Windows screen saver",)] * 2
    assert not user32.on

    saver.release()

    assert user32.turned == [False, True]


def test_a_screen_saver_that_was_off_stays_off() -> None:
    user32 = User32(on=False)
    saver = ScreenSaver(user32)
    assert saver.hold() == ("Windows screen saver",)

    saver.release()

    assert user32.turned == []


def test_a_screen_saver_that_came_back_is_turned_off_again() -> None:
    user32 = User32()
    saver = ScreenSaver(user32)
    saver.hold()
    user32.on = True

    assert saver.hold() == ("Windows screen saver",)


def test_a_screen_saver_that_a_policy_wants_does_not_hold() -> None:
    assert ScreenSaver(User32(obeys=False)).hold() == ()


def test_a_screen_saver_of_which_windows_does_not_tell_does_not_hold() -> None:
    user32 = User32(tells=False)

    assert ScreenSaver(user32).hold() == ()
    assert user32.turned == [False]
