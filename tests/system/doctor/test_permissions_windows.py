from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.system.doctor.machine import Answer, Silent
from kiosk.system.doctor.permissions_windows import permissions_windows, rights_of_everybody
from tests.system.doctor.fake_machine import SUBJECT, FakeMachine, told

WINDOWS = replace(
    SUBJECT, contact=Path(r"C:\Kiosk\contact.toml"), device=Path(r"C:\Kiosk\device.toml"), state=Path(r"C:\Kiosk\state")
)
OURS = r'C:\Kiosk\x "D:PAI(A;;FA;;;SY)(A;;FA;;;BA)(A;;FA;;;S-1-5-21-1-2-3-1001)"'
READABLE = OURS.replace("D:PAI", "D:AI(A;ID;0x1200a9;;;BU)")
CHANGEABLE = OURS.replace("D:PAI", "D:AI(A;ID;0x1301bf;;;AU)")


def found(sddl: str | Answer, *, has_pin: bool = True) -> list[tuple[str, str]]:
    paths = (WINDOWS.contact, WINDOWS.device, WINDOWS.state)
    machine = FakeMachine("win32", programs={f"cacls {path} /S": sddl for path in paths})
    return [told(each) for each in permissions_windows(machine, replace(WINDOWS, has_pin=has_pin))]


HELD = ("held", "Only those may change it who are meant to.")


def test_files_of_one_user_are_held() -> None:
    assert found(OURS) == [HELD, HELD, HELD]


def test_files_that_everybody_may_change_are_not() -> None:
    assert found(CHANGEABLE) == [("not held", "Every user of this computer may change it.")] * 3


def test_device_toml_with_a_pin_is_for_one_user_to_read() -> None:
    reads = ("not held", "Every user of this computer may read it, and guess the PIN from it.")

    assert found(READABLE) == [HELD, reads, HELD]
    assert found(READABLE, has_pin=False) == [HELD, HELD, HELD]


@pytest.mark.parametrize("answer", [Silent(), "Access is denied."])
def test_where_windows_does_not_tell_nothing_is_known(answer: str | Answer) -> None:
    assert {verdict for verdict, _ in found(answer)} == {"unknown"}


@pytest.mark.parametrize(
    ("entry", "rights"),
    [
        ("(A;;FA;;;WD)", ("FA",)),
        ("(A;OICI;GRGX;;;S-1-1-0)", ("GRGX",)),
        ("(A;OICIIO;FA;;;WD)", ()),
        ("(D;;FA;;;WD)", ()),
        ("(A;;FA;;;BA)", ()),
    ],
)
def test_only_what_allows_everybody_something_at_the_file_counts(entry: str, rights: tuple[str, ...]) -> None:
    assert rights_of_everybody(f"D:AI{entry}") == rights


@pytest.mark.parametrize(
    ("rights", "verdict"),
    [
        ("FR", "held"),
        ("FRFX", "held"),
        ("0x1200a9", "held"),
        ("FA", "not held"),
        ("FRFW", "not held"),
        ("FWFR", "not held"),
        ("GA", "not held"),
        ("0x1301bf", "not held"),
        ("0x120116", "not held"),
        ("0x10000", "not held"),
    ],
)
def test_rights_to_change_are_told_from_rights_to_read(rights: str, verdict: str) -> None:
    assert found(f'C:\\x "D:AI(A;;{rights};;;BU)"', has_pin=False)[0][0] == verdict


def test_the_cures_are_commands() -> None:
    paths = (WINDOWS.contact, WINDOWS.device, WINDOWS.state)
    machine = FakeMachine("win32", programs={f"cacls {path} /S": READABLE for path in paths})

    _, device, _ = permissions_windows(machine, WINDOWS)

    assert device.cure == r'icacls "C:\Kiosk\device.toml" /inheritance:r /grant:r "%USERNAME%:F"'
