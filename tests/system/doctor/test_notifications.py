import pytest

from kiosk.system.doctor.machine import Answer, Silent
from kiosk.system.doctor.notifications import notifications
from tests.system.doctor.fake_machine import FakeMachine, session, told

BANNERS = "gsettings get org.gnome.desktop.notifications show-banners"
SERVICE = "/usr/share/dbus-1/services/org.knopwob.dunst.service"


@pytest.mark.parametrize(
    ("programs", "what", "cure"),
    [
        (("dunst",), "dunst can put something in front of the kiosk.", "sudo apt remove dunst, then restart the session"),
        (
            ("/usr/bin/mako", "nm-applet"),
            "mako, nm-applet can put something in front of the kiosk.",
            "sudo apt remove mako-notifier network-manager-gnome, then restart the session",
        ),
    ],
)  # fmt: skip
def test_programs_that_show_something_are_not_held(programs: tuple[str, ...], what: str, cure: str) -> None:
    found = notifications(FakeMachine(), session("openbox", *programs))

    assert told(found) == ("not held", what)
    assert found.cure == cure


@pytest.mark.parametrize(
    ("answer", "verdict", "what"),
    [
        ("false\n", "held", "GNOME shows none."),
        ("true\n", "not held", "GNOME shows those of every program."),
        (Silent(), "unknown", "GNOME did not tell (gsettings)."),
    ],
)
def test_gnome_tells_whether_it_shows_them(answer: str | Answer, verdict: str, what: str) -> None:
    assert told(notifications(FakeMachine(programs={BANNERS: answer}), session("gnome-shell"))) == (verdict, what)


def test_other_desktops_show_them() -> None:
    assert told(notifications(FakeMachine(), session("plasmashell"))) == (
        "not held", "KDE Plasma shows those of every program.",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=/usr/bin/dunst\n", "Name=org.freedesktop.Notifications"])  # fmt: skip
def test_one_that_would_start_by_itself_is_not_held(text: str) -> None:
    found = notifications(FakeMachine(files={SERVICE: text}), session("openbox"))

    assert told(found) == ("not held", "A program that shows them starts when any other sends one.")
    assert found.cure == f'sudo apt remove "$(dpkg -S {SERVICE} | cut -d: -f1)"'


def test_other_services_of_the_bus_do_no_harm() -> None:
    files = {SERVICE: "[D-BUS Service]\nName=org.freedesktop.NotificationsOfAnotherKind\n"}

    assert told(notifications(FakeMachine(files=files), session("cage"))) == (
        "held", "No program runs that shows them.",
    )  # fmt: skip
