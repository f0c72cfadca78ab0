import sys
from collections.abc import Callable
from ctypes import c_int

import pytest

from kiosk.system.doctor.monitors_windows import count_of_monitors
from kiosk.system.doctor.registry_windows import has_key, value_of
from kiosk.system.doctor.rights_windows import is_administrator

KEY = r"HKCU\Control Panel\Desktop"


class Registry:
    """Has one key with some values."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {"ScreenSaveActive": "1", "Delay": 5, "Mask": b"\x01"}
        self.closed: list[int] = []

    def open(self, root: str, path: str, /) -> int:
        if (root, path) != ("HKCU", r"Control Panel\Desktop"):
            raise FileNotFoundError(path)
        return 8

    def value(self, handle: int, name: str, /) -> object:
        assert handle == 8
        if name not in self.values:
            raise FileNotFoundError(name)
        return self.values[name]

    def close(self, handle: int, /) -> None:
        self.closed.append(handle)


@pytest.mark.parametrize(
    ("name", "value"), [("ScreenSaveActive", "1"), ("Delay", 5), ("Mask", None), ("Nothing", None)]
)
def test_a_value_is_a_text_or_a_number(name: str, value: int | str | None) -> None:
    registry = Registry()

    assert value_of(KEY, name, registry) == value
    assert registry.closed == [8]


def test_a_key_that_is_not_there_has_no_values() -> None:
    assert value_of(r"HKLM\Nowhere", "Delay", Registry()) is None


@pytest.mark.parametrize(("key", "is_there"), [(KEY, True), (r"HKLM\Nowhere", False)])
def test_whether_a_key_is_there_is_told(key: str, *, is_there: bool) -> None:
    assert has_key(key, Registry()) is is_there


class Shell32:
    def __init__(self, answer: int) -> None:
        self.answer = answer

    def IsUserAnAdmin(self, /) -> int:
        return self.answer


@pytest.mark.parametrize(("answer", "is_so"), [(1, True), (0, False)])
def test_shell32_tells_whether_we_are_an_administrator(answer: int, *, is_so: bool) -> None:
    assert is_administrator(Shell32(answer)) is is_so


class User32:
    def GetSystemMetrics(self, which: c_int, /) -> int:
        assert which.value == 80  # SM_CMONITORS
        return 2


def test_user32_tells_how_many_screens_there_are() -> None:
    assert count_of_monitors(User32()) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has them")
@pytest.mark.parametrize("ask", [lambda: value_of(KEY, "Delay"), is_administrator, count_of_monitors])
def test_no_other_system_has_them(ask: Callable[[], object]) -> None:
    with pytest.raises(OSError, match="of Windows"):
        ask()
