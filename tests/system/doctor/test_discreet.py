from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.system.doctor.discreet import discreet
from kiosk.system.doctor.found import Danger
from tests.system.doctor.fake_machine import SUBJECT

HOME = {"HOME": "/home/zenobia"}
DANGER = Danger("key", "Title")


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("chmod 600 /home/zenobia/lobby/device.toml", "chmod 600 device.toml"),
        ("chmod o-w /home/zenobia/lobby", "chmod o-w its folder"),
        ("chmod go-w /home/zenobia/.local/state/kiosk/lobby-0a1b2c3d", "chmod go-w the state folder"),
        ("the disk that has /home/zenobia/.local/state", "the disk that has ~/.local/state"),
        ("cd /home/zenobia && ls", "cd ~ && ls"),
        ("In '/home/the desk/.config/rc.xml' write", "In 'rc.xml' write"),
        ("sudo tee /etc/X11/xorg.conf.d/90-kiosk.conf, then", "sudo tee 90-kiosk.conf, then"),
        ("ExecStart=-/sbin/agetty --noclear", "ExecStart=-agetty --noclear"),
        ("grep NOPASSWD /etc/sudoers*", "grep NOPASSWD sudoers*"),
        (r'icacls "C:\Users\zenobia\My Kiosk\device.toml" /grant', 'icacls "device.toml" /grant'),
        (r"\\fileserver\lobby\contact.toml is not there", "contact.toml is not there"),
        ("mounted from 192.168.1.5", "mounted from an address"),
        ("mounted from fd00:12:34::5", "mounted from an address"),
    ],
)
def test_folders_and_addresses_are_taken_out(text: str, without: str) -> None:
    found = discreet(DANGER.not_held(text, text), SUBJECT, HOME)

    assert (found.what, found.cure) == (without, without)


@pytest.mark.parametrize(
    "text",
    [
        r'reg add "HKCU\Control Panel\Desktop" /v "Flags" /t REG_SZ /d "506" /f & reg add "HKLM\X" /v "Y" /f',
        'sudo gpasswd --delete "$(id -un 1000)" sudo',
        "echo x >> ~/.config/labwc/environment",
        "let the sections read <keyboard></keyboard> and <mouse></mouse>, then type: openbox --reconfigure",
        "6.11.3 has every fault mended; 10.0.22631.4317 is Windows; they restart at 03:00 only, or at 03:00:00",
        "Press Ctrl+Alt+F1 and/or F2: see https://example.org/a/b.",
        "w32tm /config /syncfromflags:manual /manualpeerlist:time.windows.com /update && net start w32time",
        "Dism /Online /Enable-Feature /All /FeatureName:Client-KeyboardFilter",
    ],
)
def test_everything_else_stays_as_it_is(text: str) -> None:
    found = DANGER.not_held(text, text)

    assert discreet(found, SUBJECT, HOME) == found


def test_staffs_own_files_keep_their_names_whatever_is_in_them() -> None:
    subject = replace(SUBJECT, files=(Path(r"/home/zenobia/lobby/my back\1slash.md"),))
    found = DANGER.not_held(r"cat '/home/zenobia/lobby/my back\1slash.md'", "")

    assert discreet(found, subject, HOME).what == r"cat 'my back\1slash.md'"


def test_a_kiosk_in_etc_takes_nothing_else_of_etc_with_it() -> None:
    subject = replace(SUBJECT, contact=Path("/etc/contact.toml"), device=Path("/etc/device.toml"))
    found = DANGER.not_held("chmod o-w /etc", "sudo tee /etc/X11/90.conf")

    assert discreet(found, subject, HOME) == DANGER.not_held("chmod o-w its folder", "sudo tee 90.conf")


def test_a_name_that_is_no_unicode_can_be_written_down_all_the_same() -> None:
    found = DANGER.not_held("caf\udce9.md: not there.", "")

    assert discreet(found, SUBJECT, HOME).what == "caf?.md: not there."


@pytest.mark.parametrize("environment", [{}, {"HOME": "/"}, {"HOME": ""}])
def test_without_a_home_folder_there_is_none_to_take_out(environment: dict[str, str]) -> None:
    found = DANGER.not_held("and/or", "")

    assert discreet(found, SUBJECT, environment) == found
