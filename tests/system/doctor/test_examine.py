"""Whole computers: all that is open on a plain one is listed, and a kiosk's own has nothing open."""

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.system.doctor.discreet import discreet
from kiosk.system.doctor.examine import examine
from kiosk.system.doctor.found import Found
from kiosk.system.doctor.machine import Absent, Process, Text, There
from kiosk.system.doctor.settings_macos import SETTINGS as MACOS_SETTINGS
from kiosk.system.doctor.settings_windows import SETTINGS as WINDOWS_SETTINGS
from kiosk.system.doctor.subject import Subject
from kiosk.system.doctor.version import REFUSED
from tests.system.doctor.fake_machine import SUBJECT, USER, FakeMachine, places, process

HOME = {"HOME": "/home/zenobia", "USERPROFILE": r"C:\Users\zenobia"}
KIOSK_RUNS = process("/usr/bin/python3 /opt/kiosk/kiosk run --kiosk", 9)
NO_BINDINGS = '<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/><mouse/></openbox_config>'
CLOSED_FILES = {
    "/proc/sys/kernel/sysrq": "0\n",
    "/proc/9/cgroup": "0::/system.slice/kiosk.service\n",
    "/etc/systemd/system/sleep.target": "",
    "/run/systemd/seats/seat0": "",
    "/run/systemd/timesync/synchronized": "",
    "/sys/class/drm/card0-HDMI-A-1/status": "connected\n",
}
CLOSED_PROGRAMS = {
    "id -nG 1000": "kiosk\n",
    "systemctl show kiosk.service -p Restart -p StartLimitIntervalUSec": "Restart=always\nStartLimitIntervalUSec=0\n",
    "apt-config dump Unattended-Upgrade": "",
}

CAGE_KIOSK = FakeMachine(
    environment={**HOME, "WAYLAND_DISPLAY": "wayland-0"},
    running=(process("/usr/bin/cage -- kiosk run --kiosk", 8), KIOSK_RUNS),
    files=CLOSED_FILES,
    programs=CLOSED_PROGRAMS,
    places=places(),
)
OPENBOX_KIOSK = replace(
    CAGE_KIOSK,
    environment={**HOME, "DISPLAY": ":0"},
    running=(
        process("/usr/lib/xorg/Xorg :0 vt7", 7, user=0),
        process("openbox --config-file /etc/kiosk/rc.xml", 8),
        KIOSK_RUNS,
    ),
    files={
        **CLOSED_FILES,
        "/etc/kiosk/rc.xml": NO_BINDINGS,
        "/etc/X11/xorg.conf.d/90-kiosk.conf": 'Option "DontVTSwitch" "true"\nOption "DontZap" "true"\n',
    },
    programs={**CLOSED_PROGRAMS, "xset q": "  timeout:  0    cycle:  600\n  DPMS is Disabled\n"},
)
PLAIN_DESKTOP = FakeMachine(
    environment={**HOME, "DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"},
    running=(process("/usr/bin/gnome-shell", 8), KIOSK_RUNS, process("/usr/sbin/gdm3", 2, user=0)),
    files={
        "/proc/sys/kernel/sysrq": "438\n",
        "/proc/9/cgroup": "0::/user.slice/user-1000.slice/session-2.scope\n",
        "/run/systemd/seats/seat0": "",
        "/etc/gdm3/daemon.conf": "[daemon]\n",
        "/sys/class/drm/card0-HDMI-A-1/status": "connected\n",
    },
    programs={
        "gsettings get org.gnome.desktop.session idle-delay": "uint32 300\n",
        "gsettings get org.gnome.desktop.screensaver lock-enabled": "true\n",
        "gsettings get org.gnome.desktop.notifications show-banners": "true\n",
        "gsettings get org.gnome.desktop.a11y.keyboard enable": "true\n",
        "id -nG 1000": "zenobia sudo\n",
        "sudo -n -l": "(ALL) NOPASSWD: ALL\n",
        "apt-config dump Unattended-Upgrade": 'Unattended-Upgrade::Automatic-Reboot "true";\n',
        "timedatectl show --property=NTPSynchronized --value": "no\n",
        "fc-list :lang=he family": "",
    },
    places=places(
        contact=There(0o666, USER), device=There(0o644, USER), state=There(0o777, USER, free_bytes=1), file=Absent()
    ),
)
OPEN_SUBJECT = replace(SUBJECT, languages=("en", "he"), screen="DP-2", qt="6.9.0", lacking=("libEGL.so.1",))


def verdicts(findings: tuple[Found, ...]) -> dict[str, str]:
    return {found.key: found.verdict for found in findings}


def not_held(findings: tuple[Found, ...]) -> list[str]:
    return [found.key for found in findings if found.verdict == "not held"]


@pytest.mark.parametrize("machine", [CAGE_KIOSK, OPENBOX_KIOSK], ids=["cage", "openbox"])
def test_on_a_kiosks_own_computer_everything_is_held(machine: FakeMachine) -> None:
    assert Counter(verdicts(examine(machine, SUBJECT)).values()) == {"held": 27}


def test_on_a_plain_desktop_everything_that_is_open_is_listed_the_most_dangerous_first() -> None:
    assert not_held(examine(PLAIN_DESKTOP, OPEN_SUBJECT)) == [
        "session",
        "bindings",
        "virtual-terminals",
        "sysrq",
        "accessibility-keys",
        "notifications",
        "sudo",
        "contact-file",
        "device-file",
        "state-folder",
        "locker",
        "blanking",
        "sleep",
        "service",
        "login",
        "autostart",
        "updates",
        "screen",
        "sources",
        "fonts",
        "disk",
        "clock",
        "libraries",
        "qt",
    ]


def test_a_version_that_was_taken_back_is_told_after_the_updates() -> None:
    machine = replace(PLAIN_DESKTOP, files={**PLAIN_DESKTOP.files, REFUSED: "2\n1\nit ended\n"})

    open_here = not_held(examine(machine, OPEN_SUBJECT))
    assert open_here[open_here.index("updates") + 1] == "version"


def test_what_is_not_open_there_is_held() -> None:
    held = {key for key, verdict in verdicts(examine(PLAIN_DESKTOP, OPEN_SUBJECT)).items() if verdict == "held"}

    assert held == {"zap", "administrator", "pin"}  # GNOME on Wayland, a plain user, a PIN


HOME_EDITION = FakeMachine(
    "win32",
    environment=HOME,
    user=0,
    values={r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\EditionID": "Core"},
    running=(Process(1, "explorer.exe"),),
    programs={
        f"powercfg /query SCHEME_CURRENT {setting}": "0x00000258\n0x00000258\n"
        for setting in ("SUB_VIDEO VIDEOIDLE", "SUB_SLEEP STANDBYIDLE")
    },
    places=places(),
)
ENTERPRISE = replace(
    HOME_EDITION,
    user=1,
    running=(Process(1, "kiosk.exe"),),
    values={
        r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\EditionID": "EnterpriseS",
        r"HKLM\SOFTWARE\Microsoft\Windows Embedded\Shell Launcher\Shell": "kiosk.exe",
        r"HKLM\SYSTEM\CurrentControlSet\Services\MsKeyboardFilter\Start": 2,
        r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\Winlogon\AutoAdminLogon": "1",
        r"HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU\NoAutoRebootWithLoggedOnUsers": 1,
        r"HKLM\SYSTEM\CurrentControlSet\Services\W32Time\Start": 2,
        r"HKLM\SYSTEM\CurrentControlSet\Services\W32Time\Parameters\Type": "NTP",
        **{
            rf"HKCU\Control Panel\Accessibility\{name}\Flags": "0"
            for name in ("StickyKeys", "Keyboard Response", "ToggleKeys", "MouseKeys", "HighContrast")
        },
        **{rf"{setting.key}\{setting.name}": setting.wanted for setting in WINDOWS_SETTINGS},
    },
    programs={
        **dict.fromkeys(HOME_EDITION.programs, "0x00000000\n0x00000000\n"),
        **{f"cacls {path} /S": 'x "D:PAI(A;;FA;;;SY)"' for path in (SUBJECT.contact, SUBJECT.device, SUBJECT.state)},
    },
)


def test_on_a_windows_that_is_a_kiosk_everything_is_held() -> None:
    assert Counter(verdicts(examine(ENTERPRISE, SUBJECT)).values()) == {"held": 30}


def test_on_a_windows_home_everything_that_is_open_is_listed_the_most_dangerous_first() -> None:
    assert not_held(examine(HOME_EDITION, SUBJECT)) == [
        "edition",
        "session",
        "keyboard-filter",
        "accessibility-keys",
        *(setting.danger.key for setting in WINDOWS_SETTINGS),
        "administrator",
        "blanking",
        "sleep",
        "login",
        "autostart",
        "updates",
    ]


PLAIN_MAC = FakeMachine(
    "darwin",
    environment=HOME,
    running=(Process(1, "Dock"),),
    places=places(),
    programs={
        "pmset -g": " displaysleep 10\n sleep 1\n",
        "system_profiler SPDisplaysDataType -json": '{"SPDisplaysDataType": [{"spdisplays_ndrvs": [{"_name": "LG"}]}]}',
        "defaults read /Library/Preferences/com.apple.loginwindow autoLoginUser": Text("", 1),
        **{
            " ".join(("defaults", *setting.domain[:-1], "read", setting.domain[-1], setting.key)): "5\n"
            for setting in MACOS_SETTINGS
        },
    },
)


def test_on_a_plain_mac_everything_that_is_open_is_listed_the_most_dangerous_first() -> None:
    assert not_held(examine(PLAIN_MAC, SUBJECT)) == [
        "session",
        *(setting.danger.key for setting in MACOS_SETTINGS),
        "blanking",
        "sleep",
        "login",
        "autostart",
    ]


ALL = {
    "plain desktop": (PLAIN_DESKTOP, OPEN_SUBJECT),
    "a kiosk on cage": (CAGE_KIOSK, SUBJECT),
    "a kiosk on openbox": (OPENBOX_KIOSK, SUBJECT),
    "openbox as it comes": (replace(OPENBOX_KIOSK, files={}, programs={}, places={}), OPEN_SUBJECT),
    "nothing known": (FakeMachine(environment=HOME), replace(OPEN_SUBJECT, has_pin=None)),
    "dead battery": (replace(PLAIN_DESKTOP, time=datetime(1970, 1, 1, tzinfo=UTC)), OPEN_SUBJECT),
    "Windows Home": (HOME_EDITION, SUBJECT),
    "Windows Enterprise": (ENTERPRISE, SUBJECT),
    "Windows that tells nothing": (FakeMachine("win32", environment=HOME), SUBJECT),
    "macOS": (PLAIN_MAC, SUBJECT),
    "macOS that tells nothing": (FakeMachine("darwin", environment=HOME), SUBJECT),
}
every = pytest.mark.parametrize(("machine", "subject"), ALL.values(), ids=ALL)


@every
def test_every_danger_is_told_once(machine: FakeMachine, subject: Subject) -> None:
    keys = [found.key for found in examine(machine, subject)]

    assert sorted(set(keys)) == sorted(keys)


@every
def test_whatever_is_not_held_has_a_cure(machine: FakeMachine, subject: Subject) -> None:
    assert [found.key for found in examine(machine, subject) if bool(found.cure) == (found.verdict == "held")] == []


@every
def test_what_visitors_may_see_names_no_folder_no_address_and_no_user(machine: FakeMachine, subject: Subject) -> None:
    for found in examine(machine, subject):
        shown = discreet(found, subject, machine.environment)

        assert not re.search(r"(?<![\w.~:/])/\w+/|[A-Z]:\\|\d+\.\d+\.\d+\.\d+|zenobia", shown.what + shown.cure)
