import pytest

from kiosk.system.doctor.desktop import desktop
from kiosk.system.doctor.ready_linux import CAGE_BY_HAND, CAGE_READY, UNIT, UNITS
from tests.system.doctor.fake_machine import FakeMachine, session, told


@pytest.mark.parametrize(
    ("program", "name"),
    [
        ("/usr/bin/gnome-shell", "GNOME"),
        ("/usr/bin/plasmashell --no-respawn", "KDE Plasma"),
        ("xfdesktop", "Xfce"),
        ("wf-panel-pi", "Raspberry Pi Desktop"),
    ],
)
def test_a_full_desktop_is_not_held(program: str, name: str) -> None:
    found = desktop(FakeMachine(), session("labwc", program, WAYLAND_DISPLAY="wayland-0"))

    assert told(found) == (
        "not held", f"{name} runs: its panel, its menus and its settings are a key or a gesture away.",
    )  # fmt: skip
    assert found.cure == CAGE_BY_HAND


def test_where_the_package_is_installed_its_service_is_the_cure() -> None:
    machine = FakeMachine(files={f"{UNITS}/{UNIT}": "[Unit]"})

    assert desktop(machine, session("gnome-shell", WAYLAND_DISPLAY="wayland-0")).cure == CAGE_READY


@pytest.mark.parametrize(
    ("commands", "what"),
    [
        (("/usr/bin/cage -- kiosk run --kiosk",), "cage shows one program and nothing else."),
        (("/usr/bin/openbox",), "openbox runs, and no desktop."),
        (("labwc",), "labwc runs, and no desktop."),
        (("/usr/lib/xorg/Xorg :0 vt7",), "The X server runs, and neither a desktop nor a window manager."),
    ],
)
def test_a_session_that_is_the_kiosks_alone_is_held(commands: tuple[str, ...], what: str) -> None:
    assert told(desktop(FakeMachine(), session(*commands, DISPLAY=":0"))) == ("held", what)


@pytest.mark.parametrize(
    ("command", "environment"),
    [
        ("/usr/sbin/sshd", {}),
        ("/usr/sbin/sshd", {"DISPLAY": "localhost:10.0"}),
        ("/usr/sbin/sshd", {"DISPLAY": ":0"}),
        ("Xorg :0", {"WAYLAND_DISPLAY": "wayland-0"}),
    ],
)
def test_without_a_session_nothing_is_known(command: str, environment: dict[str, str]) -> None:
    found = desktop(FakeMachine(), session(command, **environment))

    assert told(found) == ("unknown", "The kiosk's session was not found.")
    assert found.cure == "Start the kiosk, then run kiosk doctor as the same user."
