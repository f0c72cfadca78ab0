import sys

import pytest

from kiosk.system.screen_power_xset import Dpms, Settings, has_x_server, read_settings, run_command, settings_in

SAVER = "Screen Saver:\n  prefer blanking:  yes    allow exposures:  yes\n  timeout:  600    cycle:  500\nColors:\n"
DPMS = "DPMS (Energy Star):\n  Standby: 1    Suspend: 2    Off: 3\n  DPMS is "


@pytest.mark.parametrize(
    ("printed", "settings"),
    [
        pytest.param(
            f"{SAVER}DPMS (Energy Star):\n  Server does not have the DPMS Extension\n",
            Settings(600, 500, None),
            id="without DPMS",
        ),
        pytest.param(
            f"{SAVER}{DPMS}Enabled\n  Monitor is On\n",
            Settings(600, 500, Dpms(1, 2, 3, is_enabled=True, is_off=False)),
            id="on",
        ),
        pytest.param(
            f"{SAVER}{DPMS}Enabled\n  Monitor is Off\n",
            Settings(600, 500, Dpms(1, 2, 3, is_enabled=True, is_off=True)),
            id="off",
        ),
        pytest.param(
            f"{SAVER}{DPMS}Disabled\n", Settings(600, 500, Dpms(1, 2, 3, is_enabled=False, is_off=False)), id="disabled"
        ),
    ],
)
def test_what_xset_prints_is_read(printed: str, settings: Settings) -> None:
    assert settings_in(printed) == settings


def test_what_makes_no_sense_is_an_os_error() -> None:
    with pytest.raises(OSError, match="nothing of a screen saver"):
        settings_in("Keyboard Control:\n")


@pytest.mark.parametrize(
    ("environment", "has"),
    [
        ({"DISPLAY": ":0"}, True),
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
    ],
)
def test_an_x_server_has_the_screen_unless_wayland_has(*, environment: dict[str, str], has: bool) -> None:
    assert has_x_server(environment) is has


def test_what_a_command_prints_is_given() -> None:
    assert run_command((sys.executable, "-c", "print('here')")).strip() == "here"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        pytest.param(("no-such-program",), "no-such-program is not installed", id="missing"),
        pytest.param((sys.executable, "-c", "import sys; sys.exit('sorry')"), "sorry", id="fails"),
        pytest.param((sys.executable, "-c", "import time; time.sleep(600)"), "does not answer", id="hangs"),
    ],
)
def test_a_command_that_does_not_work_is_an_os_error(command: tuple[str, ...], words: str) -> None:
    with pytest.raises(OSError, match=words):
        run_command(command)


@pytest.mark.xvfb
def test_a_real_x_server_is_read(xserver: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", xserver["DISPLAY"])

    run_command(("xset", "s", "321", "54"))

    assert read_settings(run_command) == Settings(321, 54, None)
