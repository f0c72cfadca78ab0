import subprocess
from pathlib import Path

import pytest

from kiosk.edition.durable import write_atomically
from kiosk.system.autostart import enable, ways_of
from kiosk.system.autostart_entry import WayName
from kiosk.system.doctor.autostart import CURE, RUNS_KIOSK, autostart_linux, autostart_macos, autostart_windows
from kiosk.system.doctor.machine import Answer, Text, There
from kiosk.system.doctor.session import Session
from kiosk.system.doctor.this_machine import ThisMachine
from kiosk.system.doctor.unit import Unit
from tests.system.autostart_fakes import System, entry
from tests.system.doctor.fake_machine import USER, FakeMachine, session, told

MINE = Session(user=USER)
NOTHING = ("not held", "Nothing starts the kiosk after a log-in: a restart would end at an empty desktop.")


@pytest.mark.parametrize(
    ("machine", "in_session", "unit", "what"),
    [
        (FakeMachine(), MINE, Unit("kiosk.service", is_of_user=False), "kiosk.service starts it."),
        (
            FakeMachine(programs={"systemctl is-enabled kiosk.service": "enabled\n"}),
            MINE,
            None,
            "kiosk.service starts it with the computer.",
        ),
        (FakeMachine(), session("cage -- kiosk run --kiosk"), None, "cage starts it, and nothing else."),
    ],
    ids=["a unit", "a service that does not run now", "a session of the kiosk alone"],
)
def test_on_linux_it_is_held_by(machine: FakeMachine, in_session: Session, unit: Unit | None, what: str) -> None:
    assert told(autostart_linux(machine, in_session, unit)) == ("held", what)


def test_a_service_that_is_not_enabled_holds_nothing() -> None:
    programs: dict[str, str | Answer] = {"systemctl is-enabled kiosk.service": Text("disabled\n", 1)}

    found = autostart_linux(FakeMachine(programs=programs), MINE, None)

    assert (told(found), found.cure) == (NOTHING, CURE)


def test_what_another_user_starts_is_not_known() -> None:
    assert autostart_linux(FakeMachine(), Session(user=USER + 1), None).verdict == "unknown"


def told_of(home: Path) -> tuple[str, str]:
    """Let the doctor look at a real home folder."""
    machine = ThisMachine({"HOME": str(home), "PATH": "/usr/bin:/bin"}, "linux")
    return told(autostart_linux(machine, Session(user=machine.user), None))


@pytest.mark.parametrize(
    ("way", "place"),
    [
        ("xdg", ".config/autostart/kiosk.desktop"),
        ("systemd", ".config/systemd/user/graphical-session.target.wants/kiosk.service"),
    ],
)
def test_what_autostart_has_written_holds(way: WayName, place: str, tmp_path: Path) -> None:
    program = tmp_path / "a b" / "kiosk"
    enable(ways_of({}, tmp_path, write_atomically, System().run, "linux"), entry(program=str(program)), way)

    assert told_of(tmp_path) == ("held", f"{tmp_path}/{place} starts it.")


def test_one_that_is_switched_off_does_not(tmp_path: Path) -> None:
    enable(ways_of({}, tmp_path, write_atomically, System().run, "linux"), entry(program="/usr/bin/kiosk"))
    file = tmp_path / ".config" / "autostart" / "kiosk.desktop"
    file.write_text(f"{file.read_text('utf-8')}Hidden=true\n", "utf-8")

    assert told_of(tmp_path) == NOTHING


def test_an_empty_home_does_not(tmp_path: Path) -> None:
    assert told_of(tmp_path) == NOTHING


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("exec kiosk run --kiosk", True),
        ("@/usr/bin/kiosk run --kiosk", True),
        ('ExecStart=:"/usr/bin/kiosk" "run"', True),
        ("# kiosk run --kiosk", False),
        ("kiosk-browser", False),
    ],
)
def test_a_line_that_runs_the_kiosk_is_known(line: str, *, starts: bool) -> None:
    found = subprocess.run(["grep", "-qE", RUNS_KIOSK], input=line, text=True, check=False)

    assert (found.returncode == 0) is starts


WINLOGON = r"HKCU\Software\Microsoft\Windows NT\CurrentVersion\Winlogon\Shell"
LAUNCHER = r"HKLM\SOFTWARE\Microsoft\Windows Embedded\Shell Launcher\Shell"
STARTUP = Path("C:", "Microsoft", "Windows", "Start Menu", "Programs", "Startup", "kiosk.cmd")


@pytest.mark.parametrize(
    ("machine", "what"),
    [
        (FakeMachine("win32", values={WINLOGON: "Kiosk.exe run"}), "Windows starts it in place of Explorer."),
        (FakeMachine("win32", values={LAUNCHER: "x"}), "Windows starts what it was given in place of Explorer."),
        (FakeMachine("win32", programs={"schtasks /Query /TN kiosk": "kiosk  Ready\n"}), "A task starts it."),
        (
            FakeMachine("win32", environment={"APPDATA": "C:"}, places={str(STARTUP): There()}),
            f"{STARTUP} starts it.",
        ),
    ],
    ids=["the shell", "Shell Launcher", "a task", "the Startup folder"],
)
def test_on_windows_it_is_held_by(machine: FakeMachine, what: str) -> None:
    assert told(autostart_windows(machine)) == ("held", what)


def test_a_plain_windows_and_a_plain_mac_start_nothing() -> None:
    assert told(autostart_windows(FakeMachine("win32"))) == NOTHING
    assert told(autostart_macos(FakeMachine("darwin"))) == NOTHING


def test_on_a_mac_the_agent_holds() -> None:
    file = "/Users/zenobia/Library/LaunchAgents/org.kiosk-autostart.kiosk-1.plist"
    machine = FakeMachine("darwin", environment={"HOME": "/Users/zenobia"}, files={file: ""})

    assert told(autostart_macos(machine)) == ("held", f"{file} starts it.")
