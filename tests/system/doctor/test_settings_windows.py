import pytest

from kiosk.system.doctor.settings_windows import SETTINGS, Setting, judged, settings
from tests.system.doctor.fake_machine import FakeMachine

IDS = [setting.danger.key for setting in SETTINGS]


@pytest.mark.parametrize("setting", SETTINGS, ids=IDS)
def test_a_setting_that_has_its_value_is_held(setting: Setting) -> None:
    values = {rf"{setting.key}\{setting.name}": setting.wanted}

    assert judged(FakeMachine("win32", values=values), setting).verdict == "held"


@pytest.mark.parametrize("setting", SETTINGS, ids=IDS)
@pytest.mark.parametrize("values", [{}, {"another": True}], ids=["nothing written", "another value"])
def test_any_other_is_not_held(setting: Setting, values: dict[str, bool]) -> None:
    other = {rf"{setting.key}\{setting.name}": 1 - int(setting.wanted)} if values else {}

    found = judged(FakeMachine("win32", values=other), setting)

    assert (found.verdict, found.what) == ("not held", setting.what)


def test_the_values_are_those_of_microsofts_policies() -> None:
    assert {setting.name: setting.wanted for setting in SETTINGS} == {
        "NoWinKeys": 1,
        "DisableTaskMgr": 1,
        "DisableLockWorkstation": 1,
        "DisableChangePassword": 1,
        "NoLogoff": 1,
        "HideFastUserSwitching": 1,
        "AllowEdgeSwipe": 0,
        "NoToastApplicationNotification": 1,
        "DontShowUI": 1,
        "WinEnterLaunchEnabled": 0,
    }


def test_the_cure_is_a_command_for_the_user_who_is_signed_in() -> None:
    (found, *_) = settings(FakeMachine("win32", environment={"USERNAME": "Front desk"}))

    assert found.cure == (
        r'powershell -ExecutionPolicy Bypass -File "%ProgramFiles%\Kiosk\lockdown\settings.ps1" -User "Front desk"'
        ", as an administrator, then restart"
    )


def test_all_settings_are_judged_and_none_twice() -> None:
    keys = [found.key for found in settings(FakeMachine("win32"))]

    assert keys == IDS
    assert len(set(keys)) == len(keys)
