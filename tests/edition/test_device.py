"""This machine's settings on the disk: the display's, and apart from them the hash of the PIN."""

from pathlib import Path

import pytest

from kiosk.edition.device import Access, Device, Unknown, access_settings, device_settings
from kiosk.edition.sealed import write_sealed


def stand_in_the_way(file: Path) -> None:
    file.mkdir()


def damage(file: Path) -> None:
    write_sealed(file, Access("scrypt"))
    file.write_bytes(file.read_bytes().replace(b"scrypt", b"Scrypt"))


def hold_something_else(file: Path) -> None:
    write_sealed(file, Device("HDMI-1"))


def lie_below_a_file(file: Path) -> None:
    file.parent.rmdir()
    file.parent.write_text("in the way")


def refuse(file: Path) -> None:
    file.symlink_to(file)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "state").mkdir()
    return tmp_path / "state" / "access.json"


def test_the_hash_is_read_as_it_was_written(file: Path) -> None:
    write_sealed(file, Access("scrypt$..."))

    assert access_settings(file) == Access("scrypt$...")


@pytest.mark.parametrize(
    "spoil", [lambda _: None, stand_in_the_way, damage, hold_something_else, lie_below_a_file, refuse]
)
def test_without_a_whole_file_nobody_can_tell_whether_a_pin_is_set(spoil: object, file: Path) -> None:
    assert callable(spoil)
    spoil(file)

    assert access_settings(file) == Unknown()


def test_the_displays_settings_have_no_room_for_the_hash(file: Path) -> None:
    write_sealed(file, Access("scrypt$..."))

    assert device_settings(file) == Device()
    assert "pin" not in " ".join(Device.__struct_fields__)
