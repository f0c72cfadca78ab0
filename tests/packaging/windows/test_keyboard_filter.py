import re
from pathlib import Path

SCRIPT = Path(__file__).parents[3] / "packaging" / "windows" / "lockdown" / "keyboard-filter.ps1"
TEXT = SCRIPT.read_text(encoding="utf-8")

MODIFIERS = {"Alt", "Ctrl", "Shift"}
HARMLESS = {"VolumeMute", "VolumeDown", "VolumeUp", "MediaNext", "MediaPrev", "MediaStop", "MediaPlayPause"}
MICROSOFTS = frozenset(
    """
    LShift+LAlt+PrintScrn LShift+LAlt+NumLock Win+U Alt+F4 Ctrl+F4 Win+F1 Alt+Space Ctrl+Esc Ctrl+Win+F Win+Break Win+E Win+F
    Win+P Win+R Alt+Tab Ctrl+Tab Win+Tab Win+D Win+M Win+Home Win+T Win+B Win+- Win++ Win+Esc Win+Up Win+Down Win+Left
    Win+Right Win+Shift+Up Win+Shift+Down Win+Shift+Left Win+Shift+Right Win+Space Win+O Win+PageUp Win+PageDown Win+. Win+C
    Win+I Win+K Win+H Win+Q Win+W Win+Z Win+/ Win+J Win+, Win+V Alt Application Ctrl Shift Windows Ctrl+Alt+Del
    Shift+Ctrl+Esc Win+L LaunchMail LaunchMediaSelect LaunchApp1 LaunchApp2 BrowserBack BrowserForward BrowserRefresh
    BrowserStop BrowserSearch BrowserFavorites BrowserHome VolumeMute VolumeDown VolumeUp MediaNext MediaPrev MediaStop
    MediaPlayPause AltWin CtrlWin ShiftWin F21
    """.split()  # noqa: SIM905  # a list of words reads better so
)
"""Every WEKF_PredefinedKey.Id of Microsoft's page "Predefined key combinations"."""


def listed(name: str) -> list[str]:
    found = re.search(rf"^\${name} = @\((.*?)\)", TEXT, re.MULTILINE | re.DOTALL)
    assert found is not None
    return re.findall(r"'([^']+)'", found[1])


def test_every_key_that_windows_knows_is_swallowed_but_those_that_staff_need_and_those_of_the_volume() -> None:
    assert set(listed("Predefined")) == MICROSOFTS - MODIFIERS - HARMLESS


def test_no_key_is_named_twice() -> None:
    keys = listed("Predefined") + listed("Custom")

    assert len(keys) == len(set(keys))


def test_staffs_own_keys_pass() -> None:
    """Ctrl+Alt+Shift+K opens the PIN pad."""
    assert not {"K", "Ctrl+Alt+Shift+K", *MODIFIERS} & set(listed("Predefined") + listed("Custom"))
