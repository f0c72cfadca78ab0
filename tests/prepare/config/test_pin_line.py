"""What device.toml says of the PIN: a hash is taken, everything else is told without the PIN."""

from pathlib import Path

import pytest

from kiosk.edition.device import Access, Device
from kiosk.prepare.config.device_file import DeviceFile
from kiosk.prepare.config.read import Loaded, read_device

HASH = "scrypt$15$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$zhN3xH1yBbVw9I9jBMNTrtbK4VTj7Hxg91mdRc4j3Qs="
PIN = "074096"

NO_HASH = "pin_hash: is not as kiosk set-pin writes it. Delete this line, and run kiosk set-pin"
BY_HAND = "a PIN cannot be set by hand. Delete this line, and run kiosk set-pin"

IN_CLEAR = {
    "in quotes": (f'pin_hash = "{PIN}"', f"1:12: {NO_HASH}"),
    "in simple quotes": (f"pin_hash = '{PIN}'", f"1:12: {NO_HASH}"),
    "a number": ("pin_hash = 740960", f"1:12: {NO_HASH}"),
    "a number that TOML cannot read": (f"pin_hash = {PIN}", f"1:12: {BY_HAND}"),
    "a list": (f'pin_hash = ["{PIN}"]', f"1:12: {NO_HASH}"),
    "a table": (f'pin_hash = {{ pin = "{PIN}" }}', f"1:12: {NO_HASH}"),
    "several lines": (f'pin_hash = """\n{PIN}\n"""', f"1:12: {NO_HASH}"),
    "a hash that is cut short": (f'pin_hash = "{HASH[:-9]}"', f"1:12: {NO_HASH}"),
    "a hash that takes all memory": (f'pin_hash = "{HASH.replace("15", "30")}"', f"1:12: {NO_HASH}"),
    "nothing": ('pin_hash = ""', f"1:12: {NO_HASH}"),
    "a text without end": (f'pin_hash = "{PIN}', f"1:12: {BY_HAND}"),
    "something behind the text": (f'pin_hash = "a" {PIN}', f"1:12: {BY_HAND}"),
    "quotes in the text": (f'pin_hash = "{PIN}"{PIN}"', f"1:12: {BY_HAND}"),
    "a backslash in the text": (f'pin_hash = "\\{PIN}"', f"1:12: {BY_HAND}"),
    "several texts": (f'pin_hash = "{PIN}", "{PIN}"', f"1:12: {BY_HAND}"),
    "a hash twice": (f'pin_hash = "{HASH}"\npin_hash = "{HASH}"', f"2:1: {NO_HASH}"),
    "another key": (f'pin = "{PIN}"', f"1:1: {BY_HAND}"),
    "another key and a number": ("pin = 740960", f"1:1: {BY_HAND}"),
    "another key and a number that TOML cannot read": (f"pin = {PIN}", f"1:7: {BY_HAND}"),
    "a key in capitals": (f"STAFF_PIN = {PIN}", f"1:13: {BY_HAND}"),
    "a key that is the PIN": (f'pin{PIN} = ""', f"1:1: {BY_HAND}"),
    "a key in a table": (f"[staff]\npin = {PIN}", f"2:7: {BY_HAND}"),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "device.toml"


def told(file: Path) -> list[str]:
    return [str(problem).removeprefix(f"{file}:") for problem in read_device(file).problems]


def test_a_hash_is_kept_apart_from_the_displays_settings(file: Path) -> None:
    file.write_text(f'screen = "HDMI-1"\npin_hash = "{HASH}"\n')

    assert read_device(file) == Loaded(DeviceFile(Device("HDMI-1"), Access(HASH)), ())


@pytest.mark.parametrize(("text", "problem"), IN_CLEAR.values(), ids=IN_CLEAR)
def test_anything_else_is_answered_with_the_command(text: str, problem: str, file: Path) -> None:
    file.write_text(f"{text}\n")

    assert problem in told(file)
    assert read_device(file).value is None


@pytest.mark.parametrize("text", [text for text, _ in IN_CLEAR.values()], ids=IN_CLEAR)
def test_the_pin_is_not_repeated(text: str, file: Path) -> None:
    file.write_text(f"{text}\n")

    everything = repr(read_device(file))

    assert PIN not in everything
    assert PIN.lstrip("0") not in everything


def test_the_hash_is_not_repeated_either(file: Path) -> None:
    file.write_text(f'pin_hash = "{HASH}="\n')

    assert HASH not in repr(read_device(file))


def test_other_lines_are_told_as_ever(file: Path) -> None:
    file.write_text(f'sheet_seconds = 4\npin_hash = "{PIN}"\nscreen = HDMI-1\n')

    assert told(file) == [
        "1:17: sheet_seconds: is too small. Write 5 or more",
        f"2:12: {NO_HASH}",
        '3:10: the text behind the = has no quotation marks. Write "HDMI-1"',
    ]


def test_a_file_that_cannot_be_read_is_told_as_ever(file: Path) -> None:
    file.mkdir()

    assert [str(problem) for problem in read_device(file).problems] == [
        f"{file}: this is not a file. Name the file itself, for example contact.toml"
    ]


def test_what_concerns_the_whole_file_is_told_as_ever(file: Path) -> None:
    file.write_text(f'pin_hash = "{HASH}"\nschema = 99\n')

    (problem,) = told(file)
    assert problem.startswith("2:10: schema: the file has format 99, and this kiosk knows formats up to 1.")
