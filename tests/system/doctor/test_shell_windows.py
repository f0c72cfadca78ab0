import pytest

from kiosk.system.doctor.machine import Process
from kiosk.system.doctor.ready_windows import SHELL_LAUNCHER
from kiosk.system.doctor.shell_windows import edition, keyboard_filter, shell
from tests.system.doctor.fake_machine import FakeMachine, told

EDITION = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\EditionID"
WINLOGON = r"Software\Microsoft\Windows NT\CurrentVersion\Winlogon\Shell"
LAUNCHER = r"HKLM\SOFTWARE\Microsoft\Windows Embedded\Shell Launcher\Shell"
ASSIGNED = r"HKLM\SOFTWARE\Microsoft\Windows\AssignedAccessConfiguration\Configs"
FILTER = r"HKLM\SYSTEM\CurrentControlSet\Services\MsKeyboardFilter\Start"
EXPLORER = (Process(1, "explorer.exe"),)
OWN_SHELL = (
    r'reg add "HKCU\Software\Microsoft\Windows NT\CurrentVersion\Winlogon" /v Shell /t REG_SZ '
    r'/d "\"%ProgramFiles%\Kiosk\kioskw.exe\" run --kiosk" /f, as the kiosk\'s user'
)


@pytest.mark.parametrize(
    ("name", "verdict", "what"),
    [
        ("Core", "not held", "Windows Home has neither Shell Launcher nor Keyboard Filter."),
        ("CoreSingleLanguage", "not held", "Windows Home has neither Shell Launcher nor Keyboard Filter."),
        ("Professional", "not held", "Windows Pro has neither Shell Launcher nor Keyboard Filter."),
        ("ProfessionalWorkstation", "not held", "Windows Pro has neither Shell Launcher nor Keyboard Filter."),
        ("Enterprise", "held", "Enterprise has Shell Launcher and Keyboard Filter."),
        ("EnterpriseS", "held", "EnterpriseS has Shell Launcher and Keyboard Filter."),
        ("Education", "held", "Education has Shell Launcher and Keyboard Filter."),
        ("IoTEnterpriseS", "held", "IoTEnterpriseS has Shell Launcher and Keyboard Filter."),
    ],
)
def test_the_edition_decides_what_there_is(name: str, verdict: str, what: str) -> None:
    assert told(edition(FakeMachine("win32", values={EDITION: name}))) == (verdict, what)


def test_home_and_pro_are_told_what_to_use_instead() -> None:
    cure = edition(FakeMachine("win32", values={EDITION: "Core"})).cure

    assert cure == f"Use Windows Enterprise, Education or IoT Enterprise; or as far as it goes: {OWN_SHELL}"


def test_an_edition_that_is_not_told_is_unknown() -> None:
    assert told(edition(FakeMachine("win32"))) == ("unknown", "Windows did not tell its edition.")


@pytest.mark.parametrize(
    ("values", "verdict", "what"),
    [
        ({LAUNCHER: "kiosk.exe"}, "held", "Shell Launcher starts the kiosk in place of Explorer."),
        ({ASSIGNED: 1}, "held", "Assigned Access is set up, and Explorer does not run."),
        ({rf"HKCU\{WINLOGON}": "kiosk.exe run"}, "held", "Windows starts another program in place of Explorer."),
        ({rf"HKLM\{WINLOGON}": "kiosk.exe run"}, "held", "Windows starts another program in place of Explorer."),
        (
            {rf"HKLM\{WINLOGON}": "explorer.exe"},
            "unknown",
            "Explorer does not run now, but is what Windows starts.",
        ),
    ],
)
def test_where_explorer_does_not_run_it_is_told_why(values: dict[str, int | str], verdict: str, what: str) -> None:
    assert told(shell(FakeMachine("win32", values=values))) == (verdict, what)


@pytest.mark.parametrize("values", [{}, {LAUNCHER: "kiosk.exe"}, {ASSIGNED: 1}])
def test_an_explorer_that_runs_is_not_held_whatever_is_set_up(values: dict[str, int | str]) -> None:
    assert told(shell(FakeMachine("win32", values=values, running=EXPLORER))) == (
        "not held", "Explorer runs: the taskbar and the Start menu are a key or a swipe away.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        (
            "Enterprise",
            SHELL_LAUNCHER,
        ),
        ("Core", OWN_SHELL),
    ],
)
def test_the_cure_is_what_the_edition_has(name: str, cure: str) -> None:
    assert shell(FakeMachine("win32", values={EDITION: name}, running=EXPLORER)).cure == cure


@pytest.mark.parametrize(
    ("values", "verdict", "what"),
    [
        ({EDITION: "Enterprise", FILTER: 2}, "held", "It starts with Windows."),
        (
            {EDITION: "Enterprise", FILTER: 4},
            "not held",
            "It is off: Alt+Tab, Ctrl+Esc and Alt+F4 go to Windows.",
        ),
        (
            {EDITION: "Professional"},
            "not held",
            "This edition has none: Alt+Tab, Ctrl+Esc and Alt+F4 go to Windows.",
        ),
    ],
)
def test_the_keyboard_filter_must_be_on(values: dict[str, int | str], verdict: str, what: str) -> None:
    assert told(keyboard_filter(FakeMachine("win32", values=values))) == (verdict, what)
