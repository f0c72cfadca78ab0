from datetime import UTC, datetime

import pytest

from kiosk.system.doctor.clock import clock_linux, clock_macos, clock_windows
from kiosk.system.doctor.machine import Answer, Silent, Text
from tests.system.doctor.fake_machine import SUBJECT, FakeMachine, told

TIMEDATECTL = "timedatectl show --property=NTPSynchronized --value"
SERVICE = r"HKLM\SYSTEM\CurrentControlSet\Services\W32Time"
DEAD_BATTERY = datetime(1970, 1, 1, tzinfo=UTC)
BEFORE = ("not held", "It says 1970-01-01, which is before this program was installed.")
DRIFTS = "Nothing sets it: it will drift, and be wrong after a power cut."


@pytest.mark.parametrize(
    ("machine", "verdict", "what"),
    [
        (FakeMachine(files={"/run/systemd/timesync/synchronized": ""}), "held", "It is set by the network."),
        (FakeMachine(programs={TIMEDATECTL: "yes\n"}), "held", "It is set by the network."),
        (FakeMachine(programs={TIMEDATECTL: "no\n"}), "not held", DRIFTS),
        (
            FakeMachine(programs={TIMEDATECTL: Text("", 1)}),
            "unknown",
            "The system did not tell whether the network sets it (timedatectl).",
        ),
        (
            FakeMachine(programs={TIMEDATECTL: Silent()}),
            "unknown",
            "The system did not tell in time whether the network sets it.",
        ),
    ],
)
def test_linux_tells_whether_the_network_sets_the_clock(machine: FakeMachine, verdict: str, what: str) -> None:
    assert told(clock_linux(machine, SUBJECT)) == (verdict, what)


def test_a_clock_before_the_installation_is_wrong_on_every_system() -> None:
    synchronised: dict[str, str | Answer] = {"/run/systemd/timesync/synchronized": ""}

    assert told(clock_linux(FakeMachine(time=DEAD_BATTERY, files=synchronised), SUBJECT)) == BEFORE
    assert told(clock_windows(FakeMachine("win32", time=DEAD_BATTERY), SUBJECT)) == BEFORE
    assert told(clock_macos(FakeMachine("darwin", time=DEAD_BATTERY), SUBJECT)) == BEFORE


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ({rf"{SERVICE}\Parameters\Type": "NTP", rf"{SERVICE}\Start": 3}, "held"),
        ({rf"{SERVICE}\Parameters\Type": "NoSync", rf"{SERVICE}\Start": 3}, "not held"),
        ({rf"{SERVICE}\Parameters\Type": "NTP", rf"{SERVICE}\Start": 4}, "not held"),
        ({}, "unknown"),
        ({rf"{SERVICE}\Parameters\Type": "NTP"}, "unknown"),
    ],
)
def test_windows_tells_it_in_the_registry(values: dict[str, int | str], verdict: str) -> None:
    assert clock_windows(FakeMachine("win32", values=values), SUBJECT).verdict == verdict


def test_macos_tells_only_administrators() -> None:
    found = clock_macos(FakeMachine("darwin"), SUBJECT)

    assert found.verdict == "unknown"
    assert found.cure == "sudo systemsetup -setusingnetworktime on"
