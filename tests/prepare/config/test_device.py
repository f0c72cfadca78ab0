"""What device.toml says of an attentive screen: what is read, and every mistake with its place and its cure."""

from pathlib import Path

import pytest

from kiosk.edition.device import Device
from kiosk.prepare.config.read import read_device

READ = {
    "it stays on": ('night = "on"', Device(night="on")),
    "dimmed": ('night = "dim"', Device(night="dim")),
    "off, in capitals": ('night = "OFF"', Device(night="off")),
    "no drift": ("drift = false", Device(drift=False)),
    "patience": ("idle_seconds = 3600", Device(idle_seconds=3600)),
    "little patience": ("idle_seconds = 20", Device(idle_seconds=20)),
}
NO_WORD = '1:9: night: is none of the words that can stand here. Write "on", "dim" or "off"'
NO_NUMBER = "1:16: idle_seconds: is not a whole number. Write digits only, without quotes"
NEITHER = "1:9: drift: is neither yes nor no. Write true or false, without quotes"
PROBLEMS = {
    "another word": ('night = "dimmed"', NO_WORD),
    "off without quotes": ("night = Off", '1:9: the text behind the = has no quotation marks. Write "off"'),
    "dim without quotes": ("night = dim", '1:9: the text behind the = has no quotation marks. Write "dim"'),
    "no word": ("night = true", NO_WORD),
    "a spelling mistake": ('nigth = "dim"', '1:1: nigth: there is no such key here. Did you mean "night"?'),
    "yes": ("drift = yes", "1:9: yes and no are written in another way here. Write true, in small letters"),
    "a word for true": ('drift = "on"', NEITHER),
    "a number for true": ("drift = 1", NEITHER),
    "too little patience": ("idle_seconds = 19", "1:16: idle_seconds: is too small. Write 20 or more"),
    "too much patience": ("idle_seconds = 3601", "1:16: idle_seconds: is too large. Write 3600 or less"),
    "patience in quotes": ('idle_seconds = "60"', NO_NUMBER),
    "half a second": ("idle_seconds = 20.5", NO_NUMBER),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "device.toml"


@pytest.mark.parametrize(("line", "device"), READ.values(), ids=READ.keys())
def test_it_is_read(file: Path, line: str, device: Device) -> None:
    file.write_text(f"{line}\n", "utf-8")
    loaded = read_device(file)

    assert loaded.problems == ()
    assert loaded.value is not None
    assert loaded.value.device == device


@pytest.mark.parametrize(("line", "problem"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_a_mistake_is_told_with_its_cure(file: Path, line: str, problem: str) -> None:
    file.write_text(f"{line}\n", "utf-8")

    assert [str(found) for found in read_device(file).problems] == [f"{file}:{problem}"]
