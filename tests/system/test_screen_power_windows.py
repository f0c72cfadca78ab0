import ctypes
from ctypes import c_int32, c_size_t, c_ssize_t, c_uint8, c_uint32, c_void_p

import pytest

from kiosk.system.screen_power import OnlyDark, SwitchedOff
from kiosk.system.screen_power_windows import Capabilities, switch_off, switch_on

OFF, ON = 2, -1
AOAC = 20


class User32:
    def __init__(self, *, obeys: bool = True) -> None:
        self.posted: list[int] = []
        self.moved: list[tuple[int, int]] = []
        self._obeys = obeys

    def PostMessageW(self, window: c_void_p, message: c_uint32, word: c_size_t, number: c_ssize_t, /) -> int:
        assert (window.value, message.value, word.value) == (0xFFFF, 0x112, 0xF170)
        self.posted.append(number.value)
        return int(self._obeys)

    def mouse_event(self, what: c_uint32, x: c_int32, y: c_int32, data: c_uint32, more: c_void_p, /) -> None:
        assert (what.value, data.value, more.value) == (1, 0, None)
        self.moved.append((x.value, y.value))


class PowrProf:
    """Tells of a computer with or without Modern Standby; the upper bytes of its answer mean nothing."""

    def __init__(self, *, sleeps: bool = False, tells: bool = True) -> None:
        self._sleeps = sleeps
        self._tells = tells

    def GetPwrCapabilities(self, capabilities: c_void_p, /) -> int:
        c_uint8.from_address((capabilities.value or 0) + AOAC).value = int(self._sleeps)
        return 0x7F00 | int(self._tells)


def test_windows_switches_off() -> None:
    user32 = User32()

    assert switch_off(user32, PowrProf()) == SwitchedOff("SC_MONITORPOWER")
    assert user32.posted == [OFF]


def test_windows_switches_on_and_leaves_the_mouse_where_it_was() -> None:
    user32 = User32()

    switch_on(user32)

    assert user32.posted == [ON]
    assert user32.moved == [(0, 1), (0, -1)]


@pytest.mark.parametrize("powrprof", [PowrProf(sleeps=True), PowrProf(tells=False)], ids=["sleeps", "says nothing"])
def test_a_computer_that_may_sleep_with_its_screen_is_only_dark(powrprof: PowrProf) -> None:
    user32 = User32()

    assert isinstance(switch_off(user32, powrprof), OnlyDark)
    assert user32.posted == []


def test_a_refusal_is_only_dark() -> None:
    assert switch_off(User32(obeys=False), PowrProf()) == OnlyDark("Windows refuses SC_MONITORPOWER")


def test_the_structure_is_that_of_windows() -> None:
    assert ctypes.sizeof(Capabilities) == 0x4C
