import pytest

from kiosk.system.doctor.machine import Answer, Refused
from kiosk.system.doctor.sleep import sleep
from tests.system.doctor.fake_machine import FakeMachine, told

SYSTEMD = {"/run/systemd/seats/seat0": ""}
CONF = "/etc/systemd/logind.conf"
DROP_IN = "/etc/systemd/logind.conf.d/90-kiosk.conf"
VENDOR = "/usr/lib/systemd/logind.conf.d/10-vendor.conf"
IGNORED = "[Login]\nHandleSuspendKey=ignore\nHandleHibernateKey=ignore\n"
HELD = ("held", "Neither a pause nor a key of the keyboard does it.")


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param({DROP_IN: IGNORED}, HELD, id="switched off"),
        pytest.param({CONF: IGNORED}, HELD, id="switched off in the one file"),
        pytest.param({VENDOR: "HandleSuspendKey=suspend", DROP_IN: IGNORED}, HELD, id="the administrator goes before the vendor"),
        pytest.param(
            {},
            ("not held", "A key or a pause sends it to sleep: HandleSuspendKey=suspend, HandleHibernateKey=hibernate."),
            id="as it comes",
        ),
        pytest.param(
            {CONF: "#HandleSuspendKey=ignore\n"},
            ("not held", "A key or a pause sends it to sleep: HandleSuspendKey=suspend, HandleHibernateKey=hibernate."),
            id="a remark",
        ),
        pytest.param(
            {CONF: IGNORED + "IdleAction=suspend\n"},
            ("not held", "A key or a pause sends it to sleep: IdleAction=suspend."),
            id="a pause",
        ),
        pytest.param({CONF: Refused()}, ("unknown", "The settings of logind may not be read."), id="not for us to see"),
    ],
)  # fmt: skip
def test_logind_sends_the_computer_to_sleep(files: dict[str, str | Answer], found: tuple[str, str]) -> None:
    assert told(sleep(FakeMachine(files={**SYSTEMD, **files}))) == found


def test_where_sleeping_is_masked_nothing_can() -> None:
    machine = FakeMachine(files={**SYSTEMD, "/etc/systemd/system/sleep.target": ""})

    assert told(sleep(machine)) == ("held", "systemd is not allowed to (sleep.target is masked).")


def test_without_systemd_nothing_is_known() -> None:
    assert sleep(FakeMachine()).verdict == "unknown"


def test_the_cure_is_what_holds_it() -> None:
    cure = sleep(FakeMachine(files=SYSTEMD)).cure

    assert "HandleSuspendKey=ignore\\nHandleHibernateKey=ignore\\nIdleAction=ignore\\n" in cure
    assert DROP_IN in cure
