import pytest

from kiosk.system.screen_power import OnlyDark, SwitchedOff
from kiosk.system.screen_power_linux import switch_off, switch_on
from kiosk.system.screen_power_xset import read_settings, run_command
from tests.system.screen_power_server import XServerModel

ON_X11 = {"DISPLAY": ":0"}
ON_WAYLAND = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}


class Compositor:
    """As much of wlopm(1) as its manual tells; some outputs stay on."""

    def __init__(self, *outputs: str) -> None:
        self.power = dict.fromkeys(outputs, "on")
        self.stay_on: set[str] = set()
        self.fault: OSError | None = None

    def run(self, command: tuple[str, ...]) -> str:
        if self.fault:
            raise self.fault
        match command:
            case ("wlopm",):
                return "".join(f"{output} {power}\n" for output, power in self.power.items())
            case ("wlopm", "--on" | "--off" as power, "*"):
                self.power = {name: "on" if name in self.stay_on else power.lstrip("-") for name in self.power}
                return ""
            case _:
                raise AssertionError(command)


@pytest.fixture
def server() -> XServerModel:
    return XServerModel()


def test_an_x_server_switches_off_and_on(server: XServerModel) -> None:
    assert switch_off(server.run, ON_X11) == SwitchedOff("DPMS of the X server")
    assert server.is_off

    switch_on(server.run, ON_X11)

    assert (server.is_off, server.is_enabled) == (False, False)


def test_dpms_that_is_disabled_is_enabled_to_switch_off(server: XServerModel) -> None:
    server.is_enabled = False

    assert switch_off(server.run, ON_X11) == SwitchedOff("DPMS of the X server")


def test_an_x_server_without_dpms_is_only_dark() -> None:
    server = XServerModel(has_dpms=False)

    assert switch_off(server.run, ON_X11) == OnlyDark("the X server has no DPMS")


def test_a_monitor_that_stays_on_is_only_dark(server: XServerModel) -> None:
    server.stays_on = True

    assert switch_off(server.run, ON_X11) == OnlyDark("the monitor stays on")
    assert not server.is_enabled


@pytest.mark.parametrize("environment", [ON_X11, ON_WAYLAND])
def test_a_tool_that_does_not_work_is_only_dark(environment: dict[str, str], server: XServerModel) -> None:
    server.fault = OSError("it is not installed")

    assert switch_off(server.run, environment) == OnlyDark("it is not installed")
    switch_on(server.run, environment)


def test_a_compositor_switches_every_output_off_and_on() -> None:
    compositor = Compositor("HDMI-A-1", "DP-1")

    assert switch_off(compositor.run, ON_WAYLAND) == SwitchedOff("wlopm")
    assert set(compositor.power.values()) == {"off"}

    switch_on(compositor.run, ON_WAYLAND)
    assert set(compositor.power.values()) == {"on"}


def test_a_compositor_with_an_output_that_stays_on_is_only_dark() -> None:
    compositor = Compositor("HDMI-A-1", "DP-1")
    compositor.stay_on = {"DP-1"}

    assert switch_off(compositor.run, ON_WAYLAND) == OnlyDark("the monitor stays on")
    assert set(compositor.power.values()) == {"on"}


def test_a_compositor_without_outputs_is_only_dark() -> None:
    assert switch_off(Compositor().run, ON_WAYLAND) == OnlyDark("the monitor stays on")


def test_a_computer_without_a_screen_runs_nothing(server: XServerModel) -> None:
    assert isinstance(switch_off(server.run, {}), OnlyDark)
    switch_on(server.run, {})

    assert server.commands == []


@pytest.mark.xvfb
def test_a_real_x_server_without_dpms_is_only_dark(xserver: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", xserver["DISPLAY"])
    assert read_settings(run_command).dpms is None

    assert switch_off(environment=ON_X11) == OnlyDark("the X server has no DPMS")
