"""The ready settings and what `kiosk doctor` looks for on Windows say the same."""

import csv
from pathlib import Path

import pytest

from kiosk.system.doctor.accessibility_windows import USUAL, accessibility_windows, key_of
from kiosk.system.doctor.blanking_windows import locker_windows
from kiosk.system.doctor.settings_windows import settings
from kiosk.system.doctor.updates_windows import updates_windows
from tests.system.doctor.fake_machine import FakeMachine

FILE = Path(__file__).parents[3] / "packaging" / "windows" / "lockdown" / "settings.csv"
ROOTS = {"user": "HKCU", "computer": "HKLM"}
TYPES = {"DWord", "String"}


def lines() -> list[dict[str, str]]:
    with FILE.open(encoding="ascii", newline="") as file:
        return list(csv.DictReader(file))


def values(column: str) -> dict[str, int | str]:
    """Give the registry as it is with the values of a column; what is empty there is not written."""
    return {
        rf"{ROOTS[line['whose']]}\{line['key']}\{line['name']}": int(line[column])
        if line["type"] == "DWord"
        else line[column]
        for line in lines()
        if line[column]
    }


def test_the_doctor_finds_every_danger_held_that_the_settings_are_for() -> None:
    machine = FakeMachine("win32", values=values("value"))
    found = (*settings(machine), accessibility_windows(machine), locker_windows(machine), updates_windows(machine))

    assert {one.key: one.verdict for one in found} == {one.key: "held" for one in found}


def test_without_them_it_finds_none_of_them_held_but_the_lock() -> None:
    machine = FakeMachine("win32", values=values("usual"))
    found = (*settings(machine), accessibility_windows(machine), updates_windows(machine))

    assert {one.verdict for one in found} == {"not held"}


@pytest.mark.parametrize("name", USUAL)
def test_the_hot_keys_are_taken_back_to_what_windows_usually_has(name: str) -> None:
    assert values("usual")[rf"{key_of(name)}\Flags"] == str(USUAL[name])


def test_each_line_is_whole() -> None:
    for line in lines():
        assert line["whose"] in ROOTS
        assert line["type"] in TYPES
        assert all(line[column] for column in ("key", "name", "value", "what"))


def test_no_value_is_set_twice() -> None:
    keys = [(line["whose"], line["key"].casefold(), line["name"].casefold()) for line in lines()]

    assert len(keys) == len(set(keys))


def test_windows_may_restart_while_somebody_is_signed_in_for_at_a_kiosk_somebody_always_is() -> None:
    assert "NoAutoRebootWithLoggedOnUsers" not in {line["name"] for line in lines()}


def test_the_hours_without_a_restart_are_no_more_than_windows_allows_and_updates_come_outside_them() -> None:
    told = {line["name"]: int(line["value"]) for line in lines() if "WindowsUpdate" in line["key"]}

    assert 0 < told["ActiveHoursEnd"] - told["ActiveHoursStart"] <= 18
    assert not told["ActiveHoursStart"] <= told["ScheduledInstallTime"] < told["ActiveHoursEnd"]
