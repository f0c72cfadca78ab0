import pytest

from kiosk.system.doctor.machine import Answer, Refused, Silent, Text
from kiosk.system.doctor.pin import pin
from kiosk.system.doctor.rights import root, sudo
from tests.system.doctor.fake_machine import USER, FakeMachine, told

ID, SUDO = "id -nG 1000", "sudo -n -l"
IN_SUDO = "The kiosk's user is in the group sudo: whoever has its password is an administrator at the screen."


@pytest.mark.parametrize(
    ("system", "user", "verdict", "what"),
    [
        ("linux", 1000, "held", "It is not root."),
        ("win32", 1000, "held", "It is a user without an administrator's rights."),
        ("linux", 0, "not held", "The kiosk's user is root."),
        ("darwin", 0, "not held", "The kiosk's user is root."),
        ("win32", 0, "not held", "The kiosk's user is an administrator with all rights."),
    ],
)
def test_an_administrator_is_not_held(system: str, user: int, verdict: str, what: str) -> None:
    found = root(FakeMachine(system), user)

    assert told(found) == (verdict, what)
    assert bool(found.cure) is (verdict != "held")


@pytest.mark.parametrize(
    ("programs", "verdict", "what"),
    [
        pytest.param({ID: "desk audio\n"}, "held", "The kiosk's user is in no group that may use sudo.", id="no group"),
        pytest.param(
            {ID: "desk sudo\n", SUDO: Text("", 1)},
            "not held",
            IN_SUDO,
            id="a password",
        ),
        pytest.param({ID: "admin sudo\n", SUDO: Text("", 1)}, "not held", IN_SUDO, id="called admin"),
        pytest.param(
            {ID: "pi sudo\n", SUDO: "User pi may run the following commands:\n    (ALL) NOPASSWD: ALL\n"},
            "not held",
            "The kiosk's user may do everything without a password.",
            id="no password",
        ),
        pytest.param({ID: "desk wheel\n"}, "held", "There is no sudo.", id="no sudo"),
        pytest.param({ID: "desk sudo\n", SUDO: Silent()}, "not held", IN_SUDO, id="silent"),
        pytest.param({ID: "desk sudo\n", SUDO: Refused()}, "not held", IN_SUDO, id="refused"),
        pytest.param({}, "unknown", "The system did not tell the groups of the kiosk's user.", id="no groups"),
    ],
)
def test_only_who_may_not_use_sudo_is_held(programs: dict[str, str | Answer], verdict: str, what: str) -> None:
    assert told(sudo(FakeMachine(programs=programs), USER)) == (verdict, what)


LEAVES = (
    "First make another administrator, or there may be none left: sudo adduser office; sudo usermod -aG wheel office. "
    'Then, logged in as office: sudo gpasswd --delete "$(id -un 1000)" wheel'
)


def test_the_cure_takes_the_user_out_of_the_group_once_there_is_another_administrator() -> None:
    machine = FakeMachine(programs={ID: "pi wheel\n", SUDO: Text("", 1)})

    assert sudo(machine, USER).cure == LEAVES


def test_and_takes_away_what_needs_no_password() -> None:
    machine = FakeMachine(programs={ID: "pi wheel\n", SUDO: "(ALL) NOPASSWD: ALL"})

    assert sudo(machine, USER).cure == (
        f"{LEAVES}, and delete what this lists: sudo grep -r NOPASSWD /etc/sudoers /etc/sudoers.d"
    )


def test_of_another_user_it_is_not_asked_for_passwords() -> None:
    machine = FakeMachine(user=0, programs={ID: "pi sudo\n", SUDO: "(ALL) NOPASSWD: ALL", "sudo -V": "Sudo version 1"})

    assert told(sudo(machine, USER)) == ("not held", IN_SUDO)


def test_root_needs_no_sudo() -> None:
    assert told(sudo(FakeMachine(user=0), 0)) == ("not held", "root needs no password for anything.")


@pytest.mark.parametrize(
    ("has_pin", "verdict", "what"),
    [
        (True, "held", "One is set."),
        (False, "not held", "None is set: staff cannot get to their menu at the screen."),
        (None, "unknown", "Whether one is set was not told."),
    ],
)
def test_staff_need_a_pin(verdict: str, what: str, *, has_pin: bool | None) -> None:
    assert told(pin(has_pin=has_pin)) == (verdict, what)
