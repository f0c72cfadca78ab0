import pytest

from kiosk.system.doctor.machine import Process
from kiosk.system.doctor.running import environment_of, kiosks, running
from tests.system.doctor.fake_machine import FakeMachine, process


@pytest.mark.parametrize(
    ("found", "name"),
    [
        pytest.param(process("/usr/bin/openbox --startup"), "openbox", id="by its program"),
        pytest.param(Process(1, "blueman-applet", ("/usr/bin/python3", "/usr/bin/blueman-applet")), "blueman-applet", id="a script"),
        pytest.param(Process(1, "mate-notificati", ("",)), "mate-notification-daemon", id="a name that the kernel cut"),
    ],
)  # fmt: skip
def test_a_process_is_found_by_its_name(found: Process, name: str) -> None:
    assert running((found,), name) == (found,)


@pytest.mark.parametrize("command", ["/usr/bin/openbox-session", "/opt/openbox/helper", "sh -c openbox"])
def test_others_are_not(command: str) -> None:
    assert running((process(command),), "openbox") == ()


@pytest.mark.parametrize(
    ("command", "is_kiosk"),
    [
        ("/opt/kiosk/.venv/bin/python /opt/kiosk/.venv/bin/kiosk run --kiosk", True),
        ("/usr/bin/python3 -m kiosk", True),
        ("/opt/kiosk/kiosk run", True),
        ("/opt/kiosk/kiosk", True),
        ("/usr/bin/python3 /usr/bin/kiosk doctor", False),
        ("/usr/bin/cage -- kiosk run --kiosk", False),
        ("/usr/bin/vi /opt/kiosk", False),
        ("python3 backup.py --of all the old kiosk", False),
    ],
)
def test_the_kiosk_is_found_however_it_was_started(command: str, *, is_kiosk: bool) -> None:
    assert bool(kiosks((process(command),))) is is_kiosk


def test_a_process_of_the_kernel_is_no_kiosk() -> None:
    assert kiosks((Process(2, "kthreadd", ("",)),)) == ()


def test_the_environment_of_a_process_is_read() -> None:
    machine = FakeMachine(files={"/proc/7/environ": "HOME=/home/desk\0EMPTY=\0A=b=c\0rubbish\0"})

    assert environment_of(machine, Process(7, "openbox")) == {"HOME": "/home/desk", "EMPTY": "", "A": "b=c"}
    assert environment_of(machine, Process(8, "openbox")) == {}
