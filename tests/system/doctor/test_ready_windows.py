import re
from pathlib import Path

import pytest

from kiosk.system.doctor.ready_windows import (
    FOLDER,
    KEYBOARD_FILTER,
    POWER,
    SHELL_LAUNCHER,
    settings_of_the_user,
)
from tests.system.doctor.fake_machine import FakeMachine

WINDOWS = Path(__file__).parents[3] / "packaging" / "windows"


@pytest.mark.parametrize(
    "cure", [SHELL_LAUNCHER, KEYBOARD_FILTER, POWER, settings_of_the_user(FakeMachine("win32"))], ids=str
)
def test_each_names_a_file_that_there_is(cure: str) -> None:
    (name,) = re.findall(r"lockdown\\([\w-]+\.ps1)", cure)

    assert (WINDOWS / "lockdown" / name).is_file()


def test_the_installer_puts_them_where_the_cures_say() -> None:
    installer = (WINDOWS / "kiosk.iss").read_text(encoding="utf-8")

    assert r'Source: "lockdown\*"; DestDir: "{app}\lockdown"' in installer
    assert r"DefaultDirName={autopf}\Kiosk" in installer
    assert FOLDER == r"%ProgramFiles%\Kiosk\lockdown"


def test_a_cure_is_what_an_administrator_types() -> None:
    assert SHELL_LAUNCHER == (
        r'powershell -ExecutionPolicy Bypass -File "%ProgramFiles%\Kiosk\lockdown\configuration.ps1" ShellLauncher'
        ", as an administrator, then restart"
    )


def test_without_the_name_of_a_user_there_is_a_word_for_it() -> None:
    assert '-User "NAME"' in settings_of_the_user(FakeMachine("win32"))
