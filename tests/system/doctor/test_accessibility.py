import re

import pytest

from kiosk.system.doctor.accessibility import accessibility
from kiosk.system.doctor.accessibility_windows import accessibility_windows
from kiosk.system.doctor.machine import Answer, Silent
from tests.system.doctor.fake_machine import FakeMachine, session, told

ENABLE = "gsettings get org.gnome.desktop.a11y.keyboard enable"
KEYS = r"HKCU\Control Panel\Accessibility"
OFF: dict[str, int | str] = {
    rf"{KEYS}\StickyKeys\Flags": "506",
    rf"{KEYS}\Keyboard Response\Flags": "122",
    rf"{KEYS}\ToggleKeys\Flags": "58",
    rf"{KEYS}\MouseKeys\Flags": "58",
    rf"{KEYS}\HighContrast\Flags": "122",
}


@pytest.mark.parametrize(("answer", "verdict"), [("false\n", "held"), ("true\n", "not held"), (Silent(), "unknown")])
def test_gnome_tells_whether_it_listens(answer: str | Answer, verdict: str) -> None:
    assert accessibility(FakeMachine(programs={ENABLE: answer}), session("gnome-shell")).verdict == verdict


@pytest.mark.parametrize(
    ("commands", "verdict", "what"),
    [
        (("plasmashell", "kaccess"), "not held", "KDE Plasma listens to them (kaccess runs)."),
        (("xfdesktop",), "unknown", "Xfce has its own settings for them."),
        (("cage",), "held", "No program runs that listens to them."),
    ],
)
def test_others_listen_or_do_not(commands: tuple[str, ...], verdict: str, what: str) -> None:
    assert told(accessibility(FakeMachine(), session(*commands))) == (verdict, what)


def test_windows_listens_as_it_comes() -> None:
    found = accessibility_windows(FakeMachine("win32"))

    assert found.verdict == "not held"
    assert found.what.startswith(
        "Sticky Keys, Filter Keys, Toggle Keys, Mouse Keys, High Contrast: until the kiosk runs"
    )
    assert re.findall(r'"Flags" /t REG_SZ /d "(\d+)" /f', found.cure) == ["506", "122", "58", "58", "122"]
    assert found.cure.startswith(rf'reg add "{KEYS}\StickyKeys" /v "Flags" ')


def test_windows_without_hot_keys_is_held() -> None:
    assert told(accessibility_windows(FakeMachine("win32", values=OFF))) == ("held", "All of them are off.")


@pytest.mark.parametrize(
    ("name", "flags", "cure"),
    [("StickyKeys", "511", "507"), ("Keyboard Response", "127", "123"), ("ToggleKeys", "nonsense", "58")],
)
def test_only_the_bit_of_the_hot_key_is_taken_away(name: str, flags: str, cure: str) -> None:
    values = {**OFF, rf"{KEYS}\{name}\Flags": flags}

    found = accessibility_windows(FakeMachine("win32", values=values))

    assert found.cure == rf'reg add "{KEYS}\{name}" /v "Flags" /t REG_SZ /d "{cure}" /f, then sign in again'
