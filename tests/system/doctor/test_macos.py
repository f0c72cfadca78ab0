import json

import pytest

from kiosk.system.doctor.machine import Answer, Process, Silent, Text
from kiosk.system.doctor.session_macos import (
    login_macos,
    notifications_macos,
    power_macos,
    screen_macos,
    session_macos,
)
from kiosk.system.doctor.settings_macos import SETTINGS, Setting, defaults, judged, settings
from tests.system.doctor.fake_machine import FakeMachine, told

IDS = [setting.danger.key for setting in SETTINGS]
LOGIN = "defaults read /Library/Preferences/com.apple.loginwindow autoLoginUser"
PMSET = "System-wide power settings:\nCurrently in use:\n displaysleep         {}\n sleep                {} (prevented by caffeinate)\n"
SCREENS = {
    "SPDisplaysDataType": [
        {"_name": "Apple M1", "spdisplays_ndrvs": [{"_name": "DELL U2720Q"}, {"_name": "Color LCD"}]},
        {"_name": "a card without screens"},
    ]
}


def asked(setting: Setting) -> str:
    options = setting.domain[:-1]
    return " ".join(("defaults", *options, "read", setting.domain[-1], setting.key))


@pytest.mark.parametrize("setting", SETTINGS, ids=IDS)
def test_a_setting_that_has_a_safe_value_is_held(setting: Setting) -> None:
    value = max(setting.safe)

    assert judged(FakeMachine("darwin", programs={asked(setting): f"{value}\n"}), setting).verdict == "held"


@pytest.mark.parametrize("setting", SETTINGS, ids=IDS)
def test_any_other_is_not_held(setting: Setting) -> None:
    found = judged(FakeMachine("darwin", programs={asked(setting): "5\n"}), setting)

    assert told(found) == ("not held", setting.what)
    assert found.cure == setting.cure


@pytest.mark.parametrize("setting", SETTINGS, ids=IDS)
def test_one_that_is_not_written_is_what_macos_takes_it_for(setting: Setting) -> None:
    unwritten = FakeMachine("darwin", programs={asked(setting): Text("", 1)})

    expected = ("held", f"{setting.key} is not set.") if "" in setting.safe else ("not held", setting.what)
    assert told(judged(unwritten, setting)) == expected


def test_where_defaults_does_not_answer_nothing_is_known() -> None:
    assert {found.verdict for found in settings(FakeMachine("darwin"))} == {"unknown"}
    assert [found.key for found in settings(FakeMachine("darwin"))] == IDS


def test_a_value_is_given_without_its_line_feed() -> None:
    machine = FakeMachine("darwin", programs={"defaults -currentHost read com.apple.screensaver idleTime": "300\n"})

    assert defaults(machine, "-currentHost", "com.apple.screensaver", "idleTime") == "300"


@pytest.mark.parametrize(("name", "verdict"), [("Dock", "not held"), ("launchd", "held")])
def test_the_dock_is_the_desktop(name: str, verdict: str) -> None:
    assert session_macos(FakeMachine("darwin", running=(Process(1, name),))).verdict == verdict


@pytest.mark.parametrize(("answer", "verdict"), [("kiosk\n", "held"), (Text("", 1), "not held"), (Silent(), "unknown")])
def test_macos_logs_a_user_in(answer: str | Answer, verdict: str) -> None:
    assert login_macos(FakeMachine("darwin", programs={LOGIN: answer})).verdict == verdict


@pytest.mark.parametrize(
    ("answer", "dark", "asleep"),
    [
        (PMSET.format(0, 0), ("held", "macOS does not let it."), ("held", "macOS does not let it.")),
        (PMSET.format(10, 0), ("not held", "It does after 10 minutes."), ("held", "macOS does not let it.")),
        (PMSET.format(0, 1), ("held", "macOS does not let it."), ("not held", "It does after 1 minutes.")),
        (Silent(), ("unknown", "macOS did not tell (pmset)."), ("unknown", "macOS did not tell (pmset).")),
    ],
)
def test_pmset_tells_what_happens_after_a_pause(
    answer: str | Answer, dark: tuple[str, str], asleep: tuple[str, str]
) -> None:
    found = power_macos(FakeMachine("darwin", programs={"pmset -g": answer}))

    assert [told(each) for each in found] == [dark, asleep]


@pytest.mark.parametrize(
    ("answer", "wanted", "verdict"),
    [
        (json.dumps(SCREENS), "primary", "held"),
        (json.dumps(SCREENS), "DELL U2720Q", "held"),
        (json.dumps(SCREENS), "Color LCD", "held"),
        (json.dumps(SCREENS), "LG", "not held"),
        (json.dumps({}), "primary", "not held"),
        ("usage: system_profiler", "primary", "unknown"),
        (Silent(), "primary", "unknown"),
        (Text("", 1), "primary", "unknown"),
    ],
)
def test_the_profiler_tells_the_screens(answer: str | Answer, wanted: str, verdict: str) -> None:
    machine = FakeMachine("darwin", programs={"system_profiler SPDisplaysDataType -json": answer})

    assert screen_macos(machine, wanted).verdict == verdict


def test_notifications_are_unknown_and_their_setting_is_named() -> None:
    found = notifications_macos()

    assert found.verdict == "unknown"
    assert "Do Not Disturb" in found.cure
