import pytest

from kiosk.system.doctor.bindings import bindings
from kiosk.system.doctor.machine import Answer, Refused
from kiosk.system.doctor.ready_linux import CAGE_BY_HAND
from tests.system.doctor.fake_machine import FakeMachine, session, told

NONE = '<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/><mouse/></openbox_config>'
LABWC_NONE = (
    '<labwc_config><keyboard><keybind key="W-F24"><action name="None"/></keybind></keyboard><mouse><context name="Root">'
    '<mousebind button="Left" action="Press"><action name="None"/></mousebind></context></mouse></labwc_config>'
)
SYSTEM = "/etc/xdg/openbox/rc.xml"
OWN = "/home/desk/.config/openbox/rc.xml"


def keys(*names: str) -> str:
    binds = "".join(f'<keybind key="{name}"><action name="Execute"/></keybind>' for name in names)
    return NONE.replace("<keyboard/>", f"<keyboard>{binds}</keyboard>")


def with_openbox(
    files: dict[str, str | Answer], command: str = "openbox", environment: str = "HOME=/home/desk"
) -> tuple[str, str]:
    machine = FakeMachine(files={"/proc/1/environ": environment, **files})
    return told(bindings(machine, session(command, DISPLAY=":0")))


HELD = ("held", "The rc.xml of openbox has none that does harm.")
NOT_HELD = ("not held", "openbox acts on Alt+F4.")


def test_an_openbox_without_bindings_is_held() -> None:
    assert with_openbox({OWN: NONE}) == HELD


@pytest.mark.parametrize(
    ("names", "what"),
    [
        (("A-F4",), "openbox acts on Alt+F4."),
        (("A-F4", "W-e", "A-Tab", "W-d"), "openbox acts on Alt+F4, Super+e, Alt+Tab, Super+d."),
        (("A-F4", "W-e", "A-Tab", "W-d", "F1"), "openbox acts on Alt+F4, Super+e, Alt+Tab, Super+d and 1 more."),
        (("A-F4", "W-e", "A-Tab", "W-d", "F1", "F2"), "openbox acts on Alt+F4, Super+e, Alt+Tab, Super+d and 2 more."),
    ],
)
def test_what_it_acts_on_is_told(names: tuple[str, ...], what: str) -> None:
    assert with_openbox({OWN: keys(*names)}) == ("not held", what)


@pytest.mark.parametrize(
    ("files", "command", "environment"),
    [
        pytest.param({SYSTEM: keys("A-F4")}, "openbox", "HOME=/home/desk", id="the system's"),
        pytest.param({SYSTEM: NONE, OWN: keys("A-F4")}, "openbox", "HOME=/home/desk", id="the user's own goes first"),
        pytest.param(
            {OWN: NONE, "/etc/kiosk/rc.xml": keys("A-F4")},
            "openbox --config-file /etc/kiosk/rc.xml",
            "HOME=/home/desk",
            id="the one of the command line goes before it",
        ),
        pytest.param(
            {OWN: keys("A-F4")}, "openbox --config-file /gone.xml", "HOME=/home/desk", id="unless it is not there"
        ),
        pytest.param(
            {"/home/desk/kiosk.xml": keys("A-F4")},
            "openbox --config-file kiosk.xml",
            "HOME=/home/desk",
            id="a name without a folder is of the home folder",
        ),
        pytest.param(
            {OWN: NONE, "/srv/openbox/rc.xml": keys("A-F4")},
            "openbox",
            "HOME=/home/desk\0XDG_CONFIG_HOME=/srv",
            id="where the user's settings are elsewhere",
        ),
        pytest.param(
            {SYSTEM: NONE, "/opt/xdg/openbox/rc.xml": keys("A-F4")},
            "openbox",
            "HOME=/home/desk\0XDG_CONFIG_DIRS=/opt/xdg:/etc/xdg",
            id="where the system's settings are elsewhere",
        ),
    ],
)
def test_the_rc_xml_that_openbox_really_has_is_read(
    files: dict[str, str | Answer], command: str, environment: str
) -> None:
    assert with_openbox(files, command, environment) == NOT_HELD


@pytest.mark.parametrize(
    "files", [{}, {OWN: "<openbox_config>"}, {OWN: Refused()}], ids=["no file", "no XML", "not for us to see"]
)
def test_without_an_rc_xml_openbox_has_keys_of_its_own(files: dict[str, str | Answer]) -> None:
    what = "openbox cannot read its rc.xml and acts on what is built in: Alt+Tab, Alt+F4."

    assert with_openbox(files) == ("not held", what)


def test_a_section_that_is_not_there_leaves_what_is_built_in() -> None:
    assert with_openbox({OWN: NONE.replace("<keyboard/>", "")}) == ("not held", "openbox acts on Alt+Tab, Alt+F4.")
    assert with_openbox({OWN: NONE.replace("<mouse/>", "")}) == ("not held", "openbox acts on Alt and a drag.")


def test_the_cure_names_the_file_and_what_to_write() -> None:
    machine = FakeMachine(
        files={"/proc/1/environ": "HOME=/home/the desk", "/home/the desk/.config/openbox/rc.xml": keys("F1")}
    )

    assert bindings(machine, session("openbox")).cure == (
        "In '/home/the desk/.config/openbox/rc.xml' let the sections read <keyboard></keyboard> and <mouse></mouse>, "
        "then type: openbox --reconfigure"
    )


@pytest.mark.parametrize(
    ("command", "path"),
    [
        ("labwc", "/home/desk/.config/labwc/rc.xml"),
        ("labwc -c /etc/kiosk.xml", "/etc/kiosk.xml"),
        ("labwc -C /etc/kiosk", "/etc/kiosk/rc.xml"),
    ],
)
def test_the_rc_xml_of_labwc_is_read(command: str, path: str) -> None:
    machine = FakeMachine(files={"/proc/1/environ": "HOME=/home/desk", path: LABWC_NONE})

    assert told(bindings(machine, session(command))) == ("held", "The rc.xml of labwc has none that does harm.")


def test_a_labwc_without_bindings_has_its_own() -> None:
    machine = FakeMachine(files={"/proc/1/environ": "HOME=/home/desk", "/home/desk/.config/labwc/rc.xml": NONE})

    found = bindings(machine, session("labwc"))

    assert told(found) == ("not held", "labwc acts on Alt+Tab, Alt+F4, Super+Return, Alt and a drag.")
    assert '<keybind key="W-F24"><action name="None"/></keybind>' in found.cure


@pytest.mark.parametrize(
    ("program", "what"),
    [
        ("gnome-shell", "GNOME acts on Super, Alt+Tab, Alt+F2, Alt+F4 and Ctrl+Alt+Delete."),
        ("plasmashell", "KDE Plasma acts on Meta, Alt+Tab, Alt+F2, Alt+F4 and Ctrl+Alt+Delete."),
        ("cinnamon", "Cinnamon acts on Alt+Tab, Alt+F4 and the keys of its menus."),
    ],
)
def test_a_desktop_has_keys_that_nobody_can_take_from_it(program: str, what: str) -> None:
    found = bindings(FakeMachine(), session(program))

    assert told(found) == ("not held", what)
    assert found.cure == CAGE_BY_HAND


def test_cage_has_none() -> None:
    assert told(bindings(FakeMachine(), session("cage -- kiosk"))) == ("held", "cage has none.")


def test_nor_has_an_x_server_alone() -> None:
    found = bindings(FakeMachine(), session("Xorg :0", DISPLAY=":0"))

    assert told(found) == ("held", "No window manager runs.")


def test_of_other_window_managers_nothing_is_known() -> None:
    found = bindings(FakeMachine(), session("sway"))

    assert told(found) == ("unknown", "sway has keys of its own, which doctor cannot read.")
    assert found.cure.startswith("Try Alt+Tab, Alt+F4, Super and Ctrl+Alt+Delete at the screen")


@pytest.mark.parametrize(
    ("commands", "environment"),
    [((), {}), ((), {"DISPLAY": ":0"}), (("Xorg :0",), {"WAYLAND_DISPLAY": "wayland-0"})],
)
def test_nor_without_a_session(commands: tuple[str, ...], environment: dict[str, str]) -> None:
    found = bindings(FakeMachine(), session(*commands, **environment))

    assert told(found) == ("unknown", "The kiosk's session was not found.")
