import pytest

from kiosk.system.doctor.machine import Answer, Refused, Text
from kiosk.system.doctor.ready_linux import CAGE_BY_HAND
from kiosk.system.doctor.server_keys import sysrq, terminals, zap
from tests.system.doctor.fake_machine import FakeMachine, session, told

QUERY = "layout:     us\noptions:    "
CONF = "/etc/X11/xorg.conf.d/90-kiosk.conf"
DONT = 'Section "ServerFlags"\nOption "DontVTSwitch" "true"\nOption "DontZap" "true"\nEndSection\n'
X = session("/usr/lib/xorg/Xorg :0 -seat seat0 vt7 -novtswitch", "openbox", DISPLAY=":0")


@pytest.mark.parametrize(
    ("command", "verdict"),
    [
        ("cage", "held"),
        ("cage -- kiosk run --screen s", "held"),
        ("cage -d kiosk -s", "held"),
        ("cage -m last kiosk", "held"),
        ("cage -mlast kiosk", "held"),
        ("cage -s -- kiosk", "not held"),
        ("cage -ds kiosk", "not held"),
        ("cage -m extend -s kiosk", "not held"),
        ("cage -mlast -s kiosk", "not held"),
        ("cage -dm last -s kiosk", "not held"),
    ],
)
def test_cage_leads_nowhere_unless_it_is_told_to(command: str, verdict: str) -> None:
    assert terminals(FakeMachine(), session(command)).verdict == verdict


def test_the_cure_for_cage_is_short() -> None:
    assert terminals(FakeMachine(), session("cage -s kiosk")).cure == "Start cage without -s."


def test_an_x_server_leads_to_the_console_even_with_its_novtswitch() -> None:
    """That option, which lightdm always gives, is about what happens when the server ends."""
    found = terminals(FakeMachine(), X)

    assert told(found) == ("not held", "The X server leads to the system's own login with these keys.")
    assert found.cure == (
        'sudo mkdir -p /etc/X11/xorg.conf.d && printf \'Section "ServerFlags"\\n  Option "DontVTSwitch" "true"\\n'
        '  Option "DontZap" "true"\\nEndSection\\n\' | sudo tee /etc/X11/xorg.conf.d/90-kiosk.conf'
        ", then restart the computer"
    )


@pytest.mark.parametrize(
    ("machine", "what"),
    [
        (FakeMachine(files={CONF: DONT}), "The X server has DontVTSwitch."),
        (FakeMachine(programs={"setxkbmap -query": QUERY + "srvrkeys:none"}), "The keyboard has srvrkeys:none."),
    ],
)
def test_an_x_server_that_may_not_leads_nowhere(machine: FakeMachine, what: str) -> None:
    assert told(terminals(machine, X)) == ("held", what)


def test_a_server_without_a_console_has_none_to_lead_to() -> None:
    found = terminals(FakeMachine(), session("Xvfb :7", DISPLAY=":7"))

    assert told(found) == ("held", "Xvfb has no virtual terminals.")


@pytest.mark.parametrize(
    ("environment", "verdict"),
    [
        ("XKB_DEFAULT_OPTIONS=compose:ralt,srvrkeys:none", "held"),
        ("XKB_DEFAULT_OPTIONS=srvrkeys:nonesuch", "not held"),
        ("", "not held"),
    ],
)
def test_labwc_leads_there_unless_its_keyboard_lacks_the_keys(environment: str, verdict: str) -> None:
    machine = FakeMachine(files={"/proc/1/environ": environment})

    assert terminals(machine, session("labwc")).verdict == verdict


LABWC_CURE = (
    "mkdir -p ~/.config/labwc && echo XKB_DEFAULT_OPTIONS=srvrkeys:none >> ~/.config/labwc/environment"
    ", then restart the session"
)


@pytest.mark.parametrize(
    ("program", "cure"), [("labwc", LABWC_CURE), ("sway", CAGE_BY_HAND), ("ubuntu-frame", CAGE_BY_HAND)]
)
def test_each_compositor_has_its_cure(program: str, cure: str) -> None:
    assert terminals(FakeMachine(), session(program)).cure == cure


def test_without_a_session_nothing_is_known() -> None:
    assert told(terminals(FakeMachine(), session())) == ("unknown", "The kiosk's session was not found.")


@pytest.mark.parametrize(
    ("machine", "verdict", "what"),
    [
        (FakeMachine(files={CONF: DONT}), "held", "The X server has DontZap."),
        (
            FakeMachine(programs={"setxkbmap -query": QUERY + "terminate:ctrl_alt_bksp"}),
            "not held",
            "These keys end the X server and all that it shows.",
        ),
        (
            FakeMachine(programs={"setxkbmap -query": QUERY + "terminate:ctrl_alt_bksp,srvrkeys:none"}),
            "held",
            "The keyboard has no key that ends the X server.",
        ),
        (
            FakeMachine(programs={"setxkbmap -query": QUERY}),
            "held",
            "The keyboard has no key that ends the X server.",
        ),
        (FakeMachine(), "unknown", "The X server did not tell the options of its keyboard."),
    ],
)
def test_the_keys_that_end_an_x_server(machine: FakeMachine, verdict: str, what: str) -> None:
    assert told(zap(machine, X)) == (verdict, what)


def test_a_compositor_has_no_such_keys() -> None:
    assert told(zap(FakeMachine(), session("cage"))) == ("held", "No X server runs that these keys could end.")


@pytest.mark.parametrize(
    ("files", "verdict", "what"),
    [
        ({"/proc/sys/kernel/sysrq": "0\n"}, "held", "The kernel does not listen to it."),
        (
            {"/proc/sys/kernel/sysrq": Text("438\n")},
            "not held",
            "A keyboard can restart the computer or end the session with it.",
        ),
        ({}, "held", "This kernel has no such key."),
        ({"/proc/sys/kernel/sysrq": Refused()}, "unknown", "The kernel did not tell."),
    ],
)
def test_the_key_that_the_kernel_listens_to(files: dict[str, str | Answer], verdict: str, what: str) -> None:
    found = sysrq(FakeMachine(files=files))

    assert told(found) == (verdict, what)
    assert ("sysctl" in found.cure) is (verdict != "held")
