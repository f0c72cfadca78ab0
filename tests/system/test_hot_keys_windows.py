import json
from ctypes import c_uint32, c_void_p
from pathlib import Path

import pytest

from kiosk.system.hot_keys_windows import FEATURES, quieten, restore

ON, AVAILABLE, HOTKEY, CONFIRM = 1, 2, 4, 8
USUAL = AVAILABLE | HOTKEY | CONFIRM
GET = {0x3A: "StickyKeys", 0x34: "ToggleKeys", 0x32: "FilterKeys", 0x36: "MouseKeys"}
SET = {action + 1: name for action, name in GET.items()}
BYTES = {"StickyKeys": 8, "ToggleKeys": 8, "FilterKeys": 24, "MouseKeys": 28}


class User32:
    """Keeps each feature's structure, after its size; those in `stubborn` are neither told nor set."""

    def __init__(self) -> None:
        self.numbers = {name: [USUAL, *range(100, 100 + size // 4 - 2)] for name, size in BYTES.items()}
        self.stubborn: set[str] = set()

    def flags(self) -> dict[str, int]:
        return {name: numbers[0] for name, numbers in self.numbers.items()}

    def SystemParametersInfoW(self, action: c_uint32, size: c_uint32, place: c_void_p, how: c_uint32, /) -> int:
        assert how.value == 0  # of this session only
        name = GET.get(action.value) or SET[action.value]
        told = (c_uint32 * (BYTES[name] // 4)).from_address(place.value or 0)
        assert size.value == told[0] == BYTES[name]
        if name in self.stubborn:
            return 0
        if action.value in GET:
            told[1:] = self.numbers[name]
        else:
            self.numbers[name] = list(told[1:])
        return 1


@pytest.fixture
def user32() -> User32:
    return User32()


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "state" / "hot_keys.json"


def every(flags: int) -> dict[str, int]:
    return dict.fromkeys(BYTES, flags)


def test_the_hot_keys_are_quiet_and_all_else_is_as_before(user32: User32, memory: Path) -> None:
    user32.numbers["StickyKeys"][0] = USUAL | ON
    before = {name: numbers[1:] for name, numbers in user32.numbers.items()}

    quieten(memory, user32)

    assert user32.flags() == every(AVAILABLE) | {"StickyKeys": AVAILABLE | ON}
    assert {name: numbers[1:] for name, numbers in user32.numbers.items()} == before


def test_the_end_restores_them_and_leaves_no_file(user32: User32, memory: Path) -> None:
    user32.numbers["ToggleKeys"][0] = AVAILABLE | HOTKEY
    before = user32.flags()
    quieten(memory, user32)

    restore(memory, user32)

    assert user32.flags() == before
    assert list(memory.parent.iterdir()) == []


def test_the_file_is_written_before_anything_is_changed(memory: Path) -> None:
    class Dying(User32):
        def SystemParametersInfoW(self, action: c_uint32, size: c_uint32, place: c_void_p, how: c_uint32, /) -> int:
            if action.value in SET:
                raise KeyboardInterrupt
            return super().SystemParametersInfoW(action, size, place, how)

    with pytest.raises(KeyboardInterrupt):
        quieten(memory, Dying())

    assert json.loads(memory.read_text()) == every(USUAL)


def test_the_next_start_keeps_what_was_before_a_kiosk_that_was_killed(user32: User32, memory: Path) -> None:
    quieten(memory, user32)
    quieten(memory, user32)

    restore(memory, user32)

    assert user32.flags() == every(USUAL)


def test_the_next_start_quietens_a_new_session(user32: User32, memory: Path) -> None:
    quieten(memory, user32)
    user32.numbers["StickyKeys"][0] = USUAL

    quieten(memory, user32)

    assert user32.flags() == every(AVAILABLE)


def test_what_was_switched_on_meanwhile_stays_on(user32: User32, memory: Path) -> None:
    quieten(memory, user32)
    user32.numbers["StickyKeys"][0] |= ON

    restore(memory, user32)

    assert user32.flags()["StickyKeys"] == USUAL | ON


def test_what_was_switched_off_meanwhile_stays_off(user32: User32, memory: Path) -> None:
    user32.numbers["StickyKeys"][0] = USUAL | ON
    quieten(memory, user32)
    user32.numbers["StickyKeys"][0] = AVAILABLE

    restore(memory, user32)

    assert user32.flags()["StickyKeys"] == USUAL


@pytest.mark.parametrize("text", ["", "{", "[]", '{"StickyKeys": "4"}', "\udcff"])
def test_a_file_that_makes_no_sense_is_written_anew(text: str, user32: User32, memory: Path) -> None:
    memory.parent.mkdir()
    memory.write_bytes(text.encode(errors="surrogateescape"))

    quieten(memory, user32)

    assert json.loads(memory.read_text()) == every(USUAL)


def test_without_a_file_nothing_is_restored(user32: User32, memory: Path) -> None:
    user32.numbers["StickyKeys"][0] = AVAILABLE

    restore(memory, user32)

    assert user32.flags() == every(USUAL) | {"StickyKeys": AVAILABLE}


def test_a_disk_that_refuses_keeps_no_hot_key_alive(user32: User32, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    quieten(tmp_path / "file" / "hot_keys.json", user32)

    assert user32.flags() == every(AVAILABLE)


def test_a_feature_that_windows_refuses_leaves_the_others_quiet(user32: User32, memory: Path) -> None:
    user32.stubborn = {"StickyKeys"}

    quieten(memory, user32)

    assert user32.flags() == every(AVAILABLE) | {"StickyKeys": USUAL}
    assert "StickyKeys" not in json.loads(memory.read_text())


def test_the_file_stays_until_everything_is_restored(user32: User32, memory: Path) -> None:
    quieten(memory, user32)
    user32.stubborn = {"FilterKeys"}
    restore(memory, user32)
    assert user32.flags() == every(USUAL) | {"FilterKeys": AVAILABLE}

    user32.stubborn = set()
    restore(memory, user32)

    assert user32.flags() == every(USUAL)
    assert not memory.exists()


def test_the_structures_are_as_large_as_those_of_windows() -> None:
    assert {feature.name: feature.numbers * 4 for feature in FEATURES} == BYTES
