import re
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.system.doctor.examine import examine
from kiosk.system.doctor.ready_linux import (
    CAGE_BY_HAND,
    CAGE_READY,
    CONTACT,
    RESTART_BY_HAND,
    SERVICE_ON,
    SET_PIN,
    UNIT,
    UNITS,
    only_the_kiosk,
    restarted_always,
)
from tests.system.doctor.fake_machine import SUBJECT, FakeMachine

LINUX = Path(__file__).parents[3] / "packaging" / "linux"
INSTALLED = FakeMachine(files={f"{UNITS}/{UNIT}": "[Unit]"})


@pytest.mark.parametrize(
    ("machine", "cures"),
    [(INSTALLED, (CAGE_READY, SERVICE_ON)), (FakeMachine(), (CAGE_BY_HAND, RESTART_BY_HAND))],
    ids=["the package", "a checkout"],
)
def test_a_service_is_named_where_there_is_one(machine: FakeMachine, cures: tuple[str, str]) -> None:
    assert (only_the_kiosk(machine), restarted_always(machine)) == cures


def test_the_package_puts_the_service_where_it_is_looked_for() -> None:
    assert f"dst: {UNITS}/{UNIT}\n" in (LINUX / "nfpm.yaml").read_text("utf-8")


def test_the_cure_asks_for_what_the_package_recommends() -> None:
    recommended = re.search(r"^recommends:\n((?:  - \w+\n)+)", (LINUX / "nfpm.yaml").read_text("utf-8"), re.MULTILINE)

    assert recommended is not None
    assert f"apt install {' '.join(recommended[1].replace('  - ', '').split())}, then" in CAGE_READY


def test_the_file_of_the_service_is_the_one_that_the_unit_names() -> None:
    assert f"KIOSK_CONFIG={CONTACT} " in (LINUX / "systemd" / UNIT).read_text("utf-8")


@pytest.mark.parametrize(("contact", "cure"), [(CONTACT, SET_PIN), (SUBJECT.contact, "kiosk set-pin")], ids=str)
def test_a_pin_is_set_for_the_kiosk_that_lacks_it(contact: Path, cure: str) -> None:

    found = examine(FakeMachine(), replace(SUBJECT, contact=contact, has_pin=False))

    assert [each.cure for each in found if each.key == "pin"] == [cure]


@pytest.mark.parametrize(
    ("contact", "cure"),
    [(CONTACT, SERVICE_ON), (SUBJECT.contact, "kiosk autostart enable, as the kiosk's user")],
    ids=str,
)
def test_the_kiosk_of_the_service_is_not_started_at_a_login(contact: Path, cure: str) -> None:
    found = examine(FakeMachine(), replace(SUBJECT, contact=contact))

    assert [each.cure for each in found if each.key == "autostart"] == [cure]
