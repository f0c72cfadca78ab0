import re

import pytest

from kiosk.system.doctor.machine import Answer, Silent
from kiosk.system.doctor.updates import updates
from kiosk.system.doctor.updates_windows import updates_windows
from tests.system.doctor.fake_machine import FakeMachine, told

APT = "apt-config dump Unattended-Upgrade"
REBOOT = 'Unattended-Upgrade "";\nUnattended-Upgrade::Automatic-Reboot "{}";\n'
AT_NIGHT = 'Unattended-Upgrade::Automatic-Reboot-Time "03:00";\n'
HOURS = [("SetActiveHours", "1"), ("ActiveHoursStart", "6"), ("ActiveHoursEnd", "23")]
POLICY = r"HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate"
CHOSEN = r"HKLM\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings"


@pytest.mark.parametrize(
    ("answer", "verdict", "what"),
    [
        pytest.param("", "held", "Nothing restarts the computer for them.", id="not installed"),
        pytest.param(REBOOT.format("false"), "held", "Nothing restarts the computer for them.", id="off"),
        pytest.param(REBOOT.format("true"), "not held", "They restart the computer as soon as they are installed.", id="on"),
        pytest.param(REBOOT.format("true") + AT_NIGHT, "held", "They restart the computer at 03:00 only.", id="at night"),
        pytest.param(
            REBOOT.format("True") + AT_NIGHT.replace("03:00", "now"),
            "not held",
            "They restart the computer as soon as they are installed.",
            id="now",
        ),
        pytest.param(REBOOT.format("false") + AT_NIGHT, "held", "Nothing restarts the computer for them.", id="a time alone"),
        pytest.param(Silent(), "unknown", "apt did not tell in time.", id="silent"),
    ],
)  # fmt: skip
def test_apt_tells_whether_it_restarts_the_computer(answer: str | Answer, verdict: str, what: str) -> None:
    found = updates(FakeMachine(programs={APT: answer}))

    assert told(found) == (verdict, what)
    assert ("/etc/apt/apt.conf.d/90kiosk" in found.cure) is (verdict != "held")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("[commands]\nreboot = when-needed\n", "not held"),
        ("[commands]\nreboot = never\n", "held"),
        ("[commands]\n#reboot = when-needed\n", "held"),
        ("", "held"),
    ],
)
def test_so_does_dnf(text: str, verdict: str) -> None:
    assert updates(FakeMachine(files={"/etc/dnf/automatic.conf": text})).verdict == verdict


@pytest.mark.parametrize(
    ("values", "verdict", "what"),
    [
        ({}, "not held", "Windows restarts for them when it likes."),
        (
            {rf"{CHOSEN}\ActiveHoursStart": 7, rf"{CHOSEN}\ActiveHoursEnd": 19},
            "held",
            "Windows does not restart from 7:00 to 19:00.",
        ),
        (
            {
                rf"{POLICY}\SetActiveHours": 1,
                rf"{POLICY}\ActiveHoursStart": 6,
                rf"{POLICY}\ActiveHoursEnd": 23,
                rf"{CHOSEN}\ActiveHoursStart": 7,
                rf"{CHOSEN}\ActiveHoursEnd": 19,
            },
            "held",
            "Windows does not restart from 6:00 to 23:00.",
        ),
        ({rf"{POLICY}\SetActiveHours": 1}, "not held", "Windows restarts for them when it likes."),
        ({rf"{CHOSEN}\ActiveHoursStart": 7}, "not held", "Windows restarts for them when it likes."),
        (
            {rf"{POLICY}\AU\NoAutoRebootWithLoggedOnUsers": 1},
            "held",
            "Windows does not restart while somebody is signed in.",
        ),
    ],
)
def test_windows_tells_its_active_hours(values: dict[str, int | str], verdict: str, what: str) -> None:
    found = updates_windows(FakeMachine("win32", values=values))

    assert told(found) == (verdict, what)
    assert re.findall(r'/v "(\w+)" /t REG_DWORD /d "(\d+)" /f', found.cure) == (HOURS if verdict != "held" else [])
