import pytest

from kiosk.system.doctor.login import login
from kiosk.system.doctor.login_windows import login_windows
from kiosk.system.doctor.machine import Answer, Refused
from kiosk.system.doctor.session import session_of
from kiosk.system.doctor.unit import Unit
from tests.system.doctor.fake_machine import FakeMachine, process, session, told

NOT_HELD = ("not held", "Nobody is logged in by itself: the screen would ask for a password.")
GETTY = "/etc/systemd/system/getty@tty1.service.d/autologin.conf"
LIGHTDM = "/etc/lightdm/lightdm.conf.d"
WINLOGON = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\Winlogon"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/etc/lightdm/lightdm.conf", "[Seat:*]\nautologin-user=kiosk\n"),
        ("/etc/lightdm/lightdm.conf.d/90.conf", "[Seat:*]\nautologin-user = kiosk\n"),
        ("/etc/gdm3/daemon.conf", "[daemon]\nAutomaticLoginEnable = true\nAutomaticLogin = kiosk\n"),
        ("/etc/gdm/custom.conf", "[daemon]\nAutomaticLoginEnable=True\n"),
        ("/etc/sddm.conf.d/autologin.conf", "[Autologin]\nUser=kiosk\nSession=plasma\n"),
        ("/etc/greetd/config.toml", '[initial_session]\ncommand = "cage kiosk"\nuser = "kiosk"\n'),
        (GETTY, "[Service]\nExecStart=\nExecStart=-/sbin/agetty --autologin kiosk --noclear %I $TERM\n"),
        (GETTY, "[Service]\nExecStart=\nExecStart=-/sbin/agetty -a kiosk --noclear %I $TERM\n"),
    ],
)
def test_whoever_logs_a_user_in_is_found(path: str, text: str) -> None:
    assert told(login(FakeMachine(files={path: text}), session(), None)) == ("held", f"{path} logs a user in.")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/etc/lightdm/lightdm.conf", "[Seat:*]\n#autologin-user=kiosk\nautologin-user=\n"),
        ("/etc/gdm3/daemon.conf", "[daemon]\n#  AutomaticLoginEnable = true\nAutomaticLoginEnable=false\n"),
        ("/etc/sddm.conf", "[Autologin]\nUser=\n"),
        (GETTY, "[Service]\nExecStart=\nExecStart=-/sbin/agetty --noclear %I $TERM\n"),
        ("/etc/somewhere/else.conf", "autologin-user=kiosk\n"),
    ],
)
def test_where_nobody_does_it_is_not_held(path: str, text: str) -> None:
    assert told(login(FakeMachine(files={path: text}), session(), None)) == NOT_HELD


@pytest.mark.parametrize(("unit", "verdict"), [(Unit("kiosk.service", is_of_user=False), "held"), (Unit("kiosk.service", is_of_user=True), "not held")])  # fmt: skip
def test_a_service_of_the_system_needs_no_login(unit: Unit, verdict: str) -> None:
    assert login(FakeMachine(), session(), unit).verdict == verdict


def test_settings_that_may_not_be_read_are_told() -> None:
    files: dict[str, str | Answer] = {"/etc/sddm.conf": Refused()}

    assert told(login(FakeMachine(files=files), session(), None)) == (
        "unknown", "The settings of the login may not be read.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("manager", "cure"),
    [
        ("lightdm", f"sudo mkdir -p {LIGHTDM} && printf '[Seat:*]\\nautologin-user=%s\\n' \"$(id -un 1000)\" | sudo tee {LIGHTDM}/90-kiosk.conf"),
        ("gdm3", "In /etc/gdm3/daemon.conf below [daemon]: AutomaticLoginEnable=true and AutomaticLogin=the kiosk's user"),
        ("sddm", "sudo mkdir -p /etc/sddm.conf.d && printf '[Autologin]\\nUser=%s\\n'"),
        ("greetd", "In /etc/greetd/config.toml write [initial_session] with the command and the user of the kiosk"),
        ("agetty", "sudo mkdir -p /etc/systemd/system/getty@tty1.service.d && printf '[Service]\\nExecStart=\\n"),
    ],
)  # fmt: skip
def test_each_display_manager_has_its_cure(manager: str, cure: str) -> None:
    machine = FakeMachine(running=(process(f"/usr/sbin/{manager}", user=0),))

    assert login(machine, session_of(machine), None).cure.startswith(cure)


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ({}, "not held"),
        ({rf"{WINLOGON}\AutoAdminLogon": "0"}, "not held"),
        ({rf"{WINLOGON}\AutoAdminLogon": "1"}, "held"),
        ({rf"{WINLOGON}\AutoAdminLogon": 1}, "held"),
        ({rf"{WINLOGON}\AutoAdminLogon": "1", rf"{WINLOGON}\DefaultPassword": "secret"}, "not held"),
    ],
)
def test_windows_signs_a_user_in(values: dict[str, int | str], verdict: str) -> None:
    found = login_windows(FakeMachine("win32", values=values))

    assert found.verdict == verdict
    assert "secret" not in found.what + found.cure
