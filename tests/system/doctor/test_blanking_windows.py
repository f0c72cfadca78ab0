import pytest

from kiosk.system.doctor.blanking_windows import blanking_windows, locker_windows, sleep_windows
from kiosk.system.doctor.machine import Answer, Silent, Text
from tests.system.doctor.fake_machine import FakeMachine, told

DARK = "powercfg /query SCHEME_CURRENT SUB_VIDEO VIDEOIDLE"
ASLEEP = "powercfg /query SCHEME_CURRENT SUB_SLEEP STANDBYIDLE"
DESKTOP = r"HKCU\Control Panel\Desktop"
POLICY = r"HKCU\Software\Policies\Microsoft\Windows\Control Panel\Desktop"
LIMIT = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System\InactivityTimeoutSecs"


def powercfg(mains: int, battery: int) -> str:
    """Give what a German Windows prints; the first figures are the bounds and the step."""
    return (
        "GUID des Energieschemas: 381b4222-f694-41f0-9685-ff5bb260df2e  (Ausbalanciert)\n"
        "  Minimal mögliche Einstellung: 0x00000000\n  Maximal mögliche Einstellung: 0xffffffff\n"
        "  Mögliche Einstellungsschritte: 0x00000001\n"
        f"  Index der aktuellen Wechselstromeinstellung: 0x{mains:08x}\n"
        f"  Index der aktuellen Gleichstromeinstellung: 0x{battery:08x}\n"
    )


@pytest.mark.parametrize(
    ("answer", "verdict", "what"),
    [
        (powercfg(0, 0), "held", "Windows keeps the screen on."),
        (powercfg(600, 300), "not held", "Windows switches the screen off after 600 s."),
        (powercfg(0, 300), "not held", "Windows switches the screen off after 300 s."),
        (Silent(), "unknown", "Windows did not tell (powercfg)."),
        (Text("", 1), "unknown", "Windows did not tell (powercfg)."),
        ("no figures", "unknown", "Windows did not tell (powercfg)."),
    ],
)
def test_windows_tells_when_it_makes_the_screen_dark(answer: str | Answer, verdict: str, what: str) -> None:
    found = blanking_windows(FakeMachine("win32", programs={DARK: answer}))

    assert told(found) == (verdict, what)
    assert ("monitor-timeout-ac 0" in found.cure) is (verdict != "held")


@pytest.mark.parametrize(
    ("answer", "verdict", "what"),
    [
        (powercfg(0, 0), "held", "Windows lets it run."),
        (powercfg(1800, 0), "not held", "Windows sends it to sleep after 1800 s."),
        (Silent(), "unknown", "Windows did not tell (powercfg)."),
    ],
)
def test_windows_tells_when_it_sleeps(answer: str | Answer, verdict: str, what: str) -> None:
    found = sleep_windows(FakeMachine("win32", programs={ASLEEP: answer}))

    assert told(found) == (verdict, what)
    assert ("standby-timeout-ac 0" in found.cure) is (verdict != "held")


SAVER = {rf"{DESKTOP}\ScreenSaveActive": "1", rf"{DESKTOP}\SCRNSAVE.EXE": r"C:\Windows\system32\Mystify.scr"}
NEITHER = ("held", "There is neither a screen saver nor a lock after a pause.")


@pytest.mark.parametrize(
    ("values", "found"),
    [
        pytest.param({}, NEITHER, id="nothing"),
        pytest.param({rf"{DESKTOP}\ScreenSaveActive": "1"}, NEITHER, id="active, but none is chosen"),
        pytest.param({**SAVER, rf"{DESKTOP}\ScreenSaveActive": "0"}, NEITHER, id="chosen, but not active"),
        pytest.param({**SAVER, rf"{POLICY}\ScreenSaveActive": "0"}, NEITHER, id="a policy forbids it"),
        pytest.param(SAVER, ("not held", "A screen saver is set."), id="a screen saver"),
        pytest.param(
            {rf"{POLICY}\ScreenSaveActive": "1", rf"{POLICY}\SCRNSAVE.EXE": "scrnsave.scr"},
            ("not held", "A screen saver is set."),
            id="a policy orders it",
        ),
        pytest.param({LIMIT: 900}, ("not held", "A policy locks the computer after 900 s."), id="a lock"),
        pytest.param({LIMIT: 0}, NEITHER, id="a lock that is off"),
    ],
)
def test_a_screen_saver_or_a_lock_is_not_held(values: dict[str, int | str], found: tuple[str, str]) -> None:
    assert told(locker_windows(FakeMachine("win32", values=values))) == found


def test_the_cures_are_commands() -> None:
    assert locker_windows(FakeMachine("win32", values=SAVER)).cure == (
        r'reg add "HKCU\Control Panel\Desktop" /v "ScreenSaveActive" /t REG_SZ /d "0" /f'
    )
    assert locker_windows(FakeMachine("win32", values={LIMIT: 900})).cure == (
        r'reg add "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System" '
        r'/v "InactivityTimeoutSecs" /t REG_DWORD /d "0" /f'
    )
