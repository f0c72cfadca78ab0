from dataclasses import replace

import pytest

from kiosk.system.doctor.machine import Absent, Place, Refused, Silent, There
from kiosk.system.doctor.permissions import permissions
from tests.system.doctor.fake_machine import SUBJECT, USER, places, told

OTHER, ROOT = 1001, 0
OPEN_FOLDER = There(0o777, USER, is_folder=True)
STICKY_FOLDER = There(0o1777, USER, is_folder=True)


@pytest.mark.parametrize(
    ("place", "verdict", "what"),
    [
        pytest.param(There(0o644, USER), "held", "Only those may change it who are meant to.", id="the owner's"),
        pytest.param(There(0o664, OTHER), "held", "Only those may change it who are meant to.", id="a group of staff"),
        pytest.param(There(0o666, USER), "not held", "Every user of this computer may change it.", id="everybody's"),
        pytest.param(Absent(), "unknown", "There is none.", id="none"),
        pytest.param(Silent(), "unknown", "It could not be looked at.", id="a drive that hangs"),
    ],
)
def test_contact_toml_is_for_staff_to_change(place: Place, verdict: str, what: str) -> None:
    contact, _, _ = permissions(SUBJECT, places(contact=place), USER)

    assert told(contact) == (verdict, what)


@pytest.mark.parametrize(
    ("folder", "verdicts"),
    [
        (OPEN_FOLDER, ("not held", "not held")),
        (STICKY_FOLDER, ("held", "held")),
        (There(0o775, USER), ("held", "held")),
    ],
)
def test_a_folder_that_everybody_may_write_lets_them_replace_the_file(folder: There, verdicts: tuple[str, str]) -> None:
    contact, device, _ = permissions(SUBJECT, places(contact_folder=folder), USER)

    assert (contact.verdict, device.verdict) == verdicts


@pytest.mark.parametrize(
    ("place", "has_pin", "verdict", "what"),
    [
        pytest.param(There(0o600, USER), True, "held", "Only its owner may change it.", id="as advised"),
        pytest.param(There(0o644, USER), False, "held", "Only its owner may change it.", id="readable, without a PIN"),
        pytest.param(There(0o644, USER), True, "not held", "Other users may read it, and guess the PIN from it.", id="readable"),
        pytest.param(There(0o640, USER), True, "not held", "Other users may read it, and guess the PIN from it.", id="readable for a group"),
        pytest.param(There(0o620, USER), True, "not held", "Other users may change it, and with it the PIN.", id="writable for a group"),
        pytest.param(There(0o602, USER), False, "not held", "Other users may change it, and with it the PIN.", id="writable"),
        pytest.param(There(0o600, OTHER), True, "not held", "It belongs to another user, who may change the PIN.", id="another's"),
        pytest.param(There(0o600, ROOT), True, "held", "Only its owner may change it.", id="root's"),
        pytest.param(Absent(), True, "held", "There is none: every setting is the usual one.", id="none"),
        pytest.param(Refused(), True, "unknown", "It could not be looked at.", id="not for us to see"),
    ],
)  # fmt: skip
def test_device_toml_is_for_its_owner_alone(place: Place, verdict: str, what: str, *, has_pin: bool) -> None:
    _, device, _ = permissions(replace(SUBJECT, has_pin=has_pin), places(device=place), USER)

    assert told(device) == (verdict, what)


@pytest.mark.parametrize(
    ("place", "verdict", "what"),
    [
        (There(0o700, USER), "held", "Only its owner may change what the screen shows."),
        (There(0o755, USER), "held", "Only its owner may change what the screen shows."),
        (There(0o770, USER), "not held", "Other users may change what the screen shows."),
        (There(0o702, USER), "not held", "Other users may change what the screen shows."),
        (Absent(), "held", "There is none yet; the kiosk makes its own."),
        (Refused(), "unknown", "It could not be looked at."),
    ],
)
def test_the_state_folder_is_for_its_owner_alone(place: Place, verdict: str, what: str) -> None:
    _, _, state = permissions(SUBJECT, places(state=place), USER)

    assert told(state) == (verdict, what)


def test_the_cures_are_commands() -> None:
    worst = places(contact=There(0o666, USER), device=There(0o666, USER), state=There(0o777, USER))

    assert [found.cure for found in permissions(SUBJECT, worst, USER)] == [
        "chmod o-w /home/zenobia/lobby/contact.toml",
        "chmod 600 /home/zenobia/lobby/device.toml",
        "chmod go-w /home/zenobia/.local/state/kiosk/lobby-0a1b2c3d",
    ]


def test_a_file_of_another_user_is_given_to_the_kiosks() -> None:
    _, device, _ = permissions(SUBJECT, places(device=There(0o600, OTHER)), USER)

    assert device.cure == 'sudo chown "$(id -un 1000)" /home/zenobia/lobby/device.toml'
