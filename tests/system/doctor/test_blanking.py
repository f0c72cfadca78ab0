import pytest

from kiosk.system.doctor.blanking import blanking, locker
from kiosk.system.doctor.machine import Answer, Silent
from tests.system.doctor.fake_machine import FakeMachine, session, told

OPENBOX = session("openbox", DISPLAY=":0")
GNOME = session("gnome-shell", WAYLAND_DISPLAY="wayland-0")
PLASMA = session("plasmashell", WAYLAND_DISPLAY="wayland-0", HOME="/home/desk")
IDLE_DELAY = "gsettings get org.gnome.desktop.session idle-delay"
LOCK_ENABLED = "gsettings get org.gnome.desktop.screensaver lock-enabled"
RC = "/home/desk/.config/kscreenlockerrc"


def xset(timeout: int, dpms: str, off: int) -> str:
    return (
        f"Screen Saver:\n  prefer blanking:  yes    allow exposures:  yes\n  timeout:  {timeout}    cycle:  600\n"
        f"DPMS (Display Power Management Signaling):\n  Standby: 0    Suspend: 0    Off: {off}\n  DPMS is {dpms}\n"
    )


@pytest.mark.parametrize(
    ("printed", "verdict", "what"),
    [
        (xset(600, "Disabled", 0), "not held", "The X server blanks the screen after 600 s."),
        (xset(0, "Enabled", 900), "not held", "The X server lets the screen switch off (DPMS is enabled)."),
        (xset(0, "Enabled", 0), "held", "The X server neither blanks the screen nor switches it off."),
        (xset(0, "Disabled", 900), "held", "The X server neither blanks the screen nor switches it off."),
        ("  timeout:  0    cycle:  600\n  Server does not have the DPMS Extension\n", "held", "The X server neither blanks the screen nor switches it off."),
        ("", "unknown", "The X server did not tell (xset q)."),
    ],
)  # fmt: skip
def test_the_x_server_tells_when_it_makes_the_screen_dark(printed: str, verdict: str, what: str) -> None:
    found = blanking(FakeMachine(programs={"xset q": printed}), OPENBOX)

    assert told(found) == (verdict, what)
    assert found.cure.startswith("xset s off -dpms, ") is (verdict != "held")


def test_without_the_program_that_asks_the_x_server_it_is_named_and_not_told_to_be_typed() -> None:
    found = blanking(FakeMachine(), OPENBOX)

    assert told(found) == ("unknown", "There is no xset, which asks the X server.")
    assert found.cure.startswith("sudo apt install x11-xserver-utils ")


@pytest.mark.parametrize(
    ("answer", "verdict", "what"),
    [
        ("uint32 0\n", "held", "GNOME keeps the screen on."),
        ("uint32 300\n", "not held", "GNOME makes the screen dark after 300 s."),
        (Silent(), "unknown", "GNOME did not tell (gsettings)."),
    ],
)
def test_gnome_tells_when_it_makes_the_screen_dark(answer: str | Answer, verdict: str, what: str) -> None:
    assert told(blanking(FakeMachine(programs={IDLE_DELAY: answer}), GNOME)) == (verdict, what)


@pytest.mark.parametrize(
    ("commands", "verdict", "what"),
    [
        (("cage",), "held", "cage keeps the screen on."),
        (("labwc", "wf-panel-pi"), "unknown", "Raspberry Pi Desktop has its own settings for it."),
        ((), "unknown", "The kiosk's session was not found."),
    ],
)
def test_others_do_it_or_do_not(commands: tuple[str, ...], verdict: str, what: str) -> None:
    assert told(blanking(FakeMachine(), session(*commands))) == (verdict, what)


@pytest.mark.parametrize("program", ["xscreensaver -no-splash", "light-locker", "swayidle -w", "xfce4-screensaver"])
def test_a_program_that_locks_the_screen_is_not_held(program: str) -> None:
    found = locker(FakeMachine(), session("labwc", program))

    name = program.partition(" ")[0]
    assert told(found) == ("not held", f"{name} runs.")
    assert found.cure == f"sudo apt remove {name}, then restart the session"


def test_without_one_it_is_held() -> None:
    assert told(locker(FakeMachine(), OPENBOX)) == ("held", "No program runs that locks the screen.")


@pytest.mark.parametrize(
    ("answer", "verdict", "what"),
    [
        ("false\n", "held", "GNOME does not lock the screen."),
        ("true\n", "not held", "GNOME locks the screen, and then asks for a password."),
        (Silent(), "unknown", "GNOME did not tell (gsettings)."),
    ],
)
def test_gnome_tells_whether_it_locks(answer: str | Answer, verdict: str, what: str) -> None:
    assert told(locker(FakeMachine(programs={LOCK_ENABLED: answer}), GNOME)) == (verdict, what)


@pytest.mark.parametrize(
    ("files", "verdict"),
    [
        ({RC: "[Daemon]\nAutolock=false\n"}, "held"),
        ({RC: "[Daemon]\nAutolock=true\n"}, "not held"),
        ({}, "not held"),
    ],
)
def test_plasma_locks_unless_it_is_told_not_to(files: dict[str, str], verdict: str) -> None:
    assert locker(FakeMachine(files=files), PLASMA).verdict == verdict
