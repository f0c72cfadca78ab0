import pytest

from kiosk.system.doctor.machine import Answer, Process, Silent
from kiosk.system.doctor.service import service
from kiosk.system.doctor.unit import Unit, unit_of
from tests.system.doctor.fake_machine import FakeMachine, process, told

KIOSK = (process("python3 /opt/kiosk/kiosk run --kiosk", 9),)
OF_SYSTEM = Unit("kiosk.service", is_of_user=False)
OF_USER = Unit("kiosk.service", is_of_user=True)
SHOW = "show kiosk.service -p Restart -p StartLimitIntervalUSec"
GOOD = "Restart=always\nStartLimitIntervalUSec=0\n"


@pytest.mark.parametrize(
    ("cgroup", "unit"),
    [
        ("0::/system.slice/kiosk.service\n", OF_SYSTEM),
        ("9:name=systemd:/system.slice/kiosk.service\n0::/system.slice/kiosk.service\n", OF_SYSTEM),
        ("0::/system.slice/system-cage.slice/cage@tty1.service\n", Unit("cage@tty1.service", is_of_user=False)),
        ("0::/user.slice/user-1000.slice/user@1000.service/app.slice/kiosk.service\n", OF_USER),
        ("0::/user.slice/user-1000.slice/session-2.scope\n", None),
        ("0::/user.slice/user-1000.slice/user@1000.service/app.slice/run-1.scope\n", None),
        ("0::/system.slice/lightdm.service\n", None),
        ("0::/system.slice/system-getty.slice/getty@tty1.service\n", None),
        ("0::/\n", None),
        ("", None),
    ],
)
def test_the_unit_is_the_control_group_of_the_kiosk(cgroup: str, unit: Unit | None) -> None:
    assert unit_of(FakeMachine(files={"/proc/9/cgroup": cgroup}), KIOSK) == unit


def test_without_a_kiosk_there_is_no_unit() -> None:
    machine = FakeMachine(files={"/proc/9/cgroup": "0::/system.slice/cron.service\n"})

    assert unit_of(machine, (process("cron", 9),)) is None


@pytest.mark.parametrize(
    ("printed", "verdict", "what", "cure"),
    [
        pytest.param(GOOD, "held", "kiosk.service starts it again, always.", "", id="good"),
        pytest.param(
            "Restart=on-failure\nStartLimitIntervalUSec=0\n",
            "not held",
            "kiosk.service has Restart=on-failure.",
            "sudo systemctl edit kiosk.service, and write: [Service] Restart=always",
            id="not always",
        ),
        pytest.param(
            "Restart=always\nStartLimitIntervalUSec=10s\n",
            "not held",
            "kiosk.service gives up when it ends too often within 10s.",
            "sudo systemctl edit kiosk.service, and write: [Unit] StartLimitIntervalSec=0",
            id="not for ever",
        ),
        pytest.param(
            "Restart=no\nStartLimitIntervalUSec=infinity\n",
            "not held",
            "kiosk.service has Restart=no and gives up when it ends too often within infinity.",
            "sudo systemctl edit kiosk.service, and write: [Service] Restart=always [Unit] StartLimitIntervalSec=0",
            id="neither",
        ),
    ],
)
def test_systemd_tells_whether_it_starts_the_kiosk_again(printed: str, verdict: str, what: str, cure: str) -> None:
    found = service(FakeMachine(programs={f"systemctl {SHOW}": printed}), KIOSK, OF_SYSTEM)

    assert told(found) == (verdict, what)
    assert found.cure == cure


def test_a_unit_of_the_user_is_asked_of_the_users_systemd() -> None:
    machine = FakeMachine(programs={f"systemctl --user {SHOW}": "Restart=no\nStartLimitIntervalUSec=0\n"})

    assert service(machine, KIOSK, OF_USER).cure == (
        "systemctl --user edit kiosk.service, and write: [Service] Restart=always"
    )


def test_a_systemd_that_does_not_answer_tells_nothing() -> None:
    programs: dict[str, str | Answer] = {f"systemctl {SHOW}": Silent()}

    assert told(service(FakeMachine(programs=programs), KIOSK, OF_SYSTEM)) == (
        "unknown", "systemd did not tell of kiosk.service.",
    )  # fmt: skip


@pytest.mark.parametrize(("running", "verdict"), [(KIOSK, "not held"), ((), "unknown")])
def test_without_a_unit_it_depends_on_whether_a_kiosk_runs(running: tuple[Process, ...], verdict: str) -> None:
    assert service(FakeMachine(), running, None).verdict == verdict
