import pytest

from kiosk.system.doctor.session import session_of
from tests.system.doctor.fake_machine import USER, FakeMachine, process, session

KIOSK = "/usr/bin/python3 /opt/kiosk/kiosk run --kiosk"
GREETER = 117


def test_what_another_user_runs_does_not_count() -> None:
    greeter = process("/usr/bin/gnome-shell", user=GREETER)
    machine = FakeMachine(running=(greeter, process("cage -- kiosk")), environment={"WAYLAND_DISPLAY": "wayland-0"})

    assert session_of(machine).shell == "cage"
    assert session_of(machine).desktop == ""


def test_root_is_told_of_the_kiosks_own_user() -> None:
    greeter = process("/usr/bin/gnome-shell", user=GREETER)
    machine = FakeMachine(user=0, running=(greeter, process("cage -- kiosk"), process(KIOSK)))

    assert session_of(machine).user == USER
    assert session_of(machine).desktop == ""


def test_the_service_is_told_of_its_own_user_while_another_tries_a_kiosk_at_the_desktop() -> None:
    running = (process(KIOSK, user=GREETER), process("openbox", user=GREETER))
    machine = FakeMachine(environment={"KIOSK_CONFIG": "/etc/kiosk/contact.toml"}, running=running)

    assert (session_of(machine).shell, session_of(machine).user) == ("", USER)


def test_a_kiosk_on_another_screen_is_not_ours() -> None:
    theirs = process(KIOSK, 5, user=GREETER)
    machine = FakeMachine(environment={"DISPLAY": ":1"}, running=(theirs, process("sway", 6, user=GREETER)))

    assert (session_of(machine).shell, session_of(machine).user) == ("", USER)


def test_whoever_became_root_is_told_of_the_own_session() -> None:
    running = (process("/usr/bin/gnome-shell", user=GREETER), process("openbox", user=USER))
    machine = FakeMachine(user=0, environment={"SUDO_UID": str(USER)}, running=running)

    assert (session_of(machine).shell, session_of(machine).user) == ("openbox", USER)


def test_nobody_becomes_another_user_by_a_variable() -> None:
    machine = FakeMachine(environment={"SUDO_UID": "0"}, running=(process("openbox", user=0),))

    assert (session_of(machine).shell, session_of(machine).user) == ("", USER)


def test_root_with_a_screen_is_told_of_what_root_runs() -> None:
    running = (process("/usr/bin/gnome-shell", user=GREETER), process("openbox", user=0))
    machine = FakeMachine(user=0, environment={"DISPLAY": ":0"}, running=running)

    assert (session_of(machine).shell, session_of(machine).desktop) == ("openbox", "")


def test_root_without_a_kiosk_is_told_of_everybody() -> None:
    machine = FakeMachine(user=0, running=(process("/usr/bin/gnome-shell", user=GREETER),))

    assert session_of(machine).desktop == "GNOME"


@pytest.mark.parametrize("command", [KIOSK, "/usr/bin/openbox"])
def test_from_elsewhere_the_screen_is_that_of_the_kiosk_or_its_window_manager(command: str) -> None:
    theirs = "DISPLAY=:0\0XAUTHORITY=/home/desk/.Xauthority\0PATH=/home/desk/bin\0"
    machine = FakeMachine(
        environment={"PATH": "/usr/bin"}, running=(process(command, 5),), files={"/proc/5/environ": theirs}
    )

    assert session_of(machine).environment == {
        "PATH": "/usr/bin", "DISPLAY": ":0", "XAUTHORITY": "/home/desk/.Xauthority",
    }  # fmt: skip


def test_with_a_screen_of_our_own_nobody_elses_is_taken() -> None:
    machine = FakeMachine(
        environment={"DISPLAY": ":1"}, running=(process(KIOSK, 5),), files={"/proc/5/environ": "DISPLAY=:0\0"}
    )

    assert session_of(machine).environment == {"DISPLAY": ":1"}


def test_a_screen_that_ssh_forwards_to_is_not_ours() -> None:
    machine = FakeMachine(
        environment={"DISPLAY": "localhost:10.0"},
        running=(process("/usr/bin/openbox", 5),),
        files={"/proc/5/environ": "DISPLAY=:0\0"},
    )

    assert session_of(machine).shell == "openbox"
    assert session_of(machine).environment == {"DISPLAY": ":0"}


def test_a_window_manager_that_does_not_say_its_display_may_be_ours() -> None:
    machine = FakeMachine(environment={"DISPLAY": ":1"}, running=(process("openbox", 5),))

    assert session_of(machine).shell == "openbox"


def test_a_window_manager_of_another_display_is_not_ours() -> None:
    files = {"/proc/5/environ": "DISPLAY=:0\0", "/proc/6/environ": "DISPLAY=:1.0\0"}
    running = (process("openbox --other", 5), process("openbox --ours", 6))
    machine = FakeMachine(environment={"DISPLAY": ":1"}, running=running, files=files)

    assert session_of(machine).process == running[1]


@pytest.mark.parametrize(
    ("commands", "environment", "is_x11"),
    [
        pytest.param(("openbox",), {}, True, id="a window manager of X"),
        pytest.param((), {"DISPLAY": ":0.0"}, True, id="X alone"),
        pytest.param(("gnome-shell",), {"DISPLAY": ":0"}, True, id="GNOME on X"),
        pytest.param(("gnome-shell",), {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False, id="GNOME on Wayland"),
        pytest.param(("cage",), {"DISPLAY": ":0"}, False, id="Xwayland in cage"),
        pytest.param((), {}, False, id="neither"),
    ],
)
def test_x_is_told_from_wayland(commands: tuple[str, ...], environment: dict[str, str], *, is_x11: bool) -> None:
    assert session(*commands, **environment).is_x11 is is_x11


@pytest.mark.parametrize(
    ("servers", "name"),
    [
        pytest.param(("Xorg :0 vt7", "Xvfb :1"), "Xvfb", id="it says so"),
        pytest.param(("Xorg :0 vt7", "Xvfb -displayfd 3"), "Xvfb", id="the other says that it is another"),
        pytest.param(("Xorg vt2 -displayfd 3",), "Xorg", id="it is the only one"),
        pytest.param(("Xorg vt2 -displayfd 3", "Xorg vt3 -displayfd 3"), "Xorg", id="it is of the only kind"),
        pytest.param(("Xorg vt2 -displayfd 3", "Xvfb -displayfd 3"), "", id="it may be either"),
        pytest.param(("Xorg :0 vt7",), "", id="it is not there"),
        pytest.param((), "", id="there is none"),
    ],
)
def test_the_x_server_is_that_of_our_display(servers: tuple[str, ...], name: str) -> None:
    assert session(*servers, DISPLAY=":1.0").server.name == name


def test_without_a_display_the_only_server_is_the_one() -> None:
    assert session("openbox", "Xorg :0 vt7").server.name == "Xorg"
