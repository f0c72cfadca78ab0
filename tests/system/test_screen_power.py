import sys
from collections.abc import Callable

import pytest

from kiosk.system.screen_power import OnlyDark, switch_off, switch_on


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems have screens")
def test_a_computer_without_a_screen_is_only_dark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    assert switch_off("linux") == OnlyDark("there is neither an X server nor a Wayland compositor")
    switch_on("linux")


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has pmset")
def test_macos_has_its_file() -> None:
    assert switch_off("darwin") == OnlyDark("/usr/bin/pmset is not installed")
    switch_on("darwin")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its libraries")
@pytest.mark.parametrize("switch", [switch_off, switch_on])
def test_windows_has_its_file(switch: Callable[[str], object]) -> None:
    with pytest.raises(OSError, match="of Windows"):
        switch("win32")


def test_an_unknown_system_is_only_dark() -> None:
    assert switch_off("plan9") == OnlyDark("nobody knows how on plan9")
    switch_on("plan9")
