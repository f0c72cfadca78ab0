import pytest

from kiosk.system.doctor.disk import disk
from kiosk.system.doctor.machine import Absent, Place, Refused, Silent, There
from tests.system.doctor.fake_machine import SUBJECT, FakeMachine, places, told

MEGABYTE = 1_000_000


def folder(megabytes: int = 5000, *, can_write: bool = True, has_free_files: bool = True) -> There:
    return There(0o700, 1000, is_folder=True, can_write=can_write, free_bytes=megabytes * MEGABYTE, has_free_files=has_free_files)  # fmt: skip


@pytest.mark.parametrize(
    ("place", "verdict", "what"),
    [
        (folder(), "held", "5,000 MB are free for the state folder, and it can be written."),
        (folder(200), "held", "200 MB are free for the state folder, and it can be written."),
        (folder(199), "not held", "199 MB are free for the state folder, and 200 should be."),
        (
            folder(can_write=False),
            "not held",
            "The state folder cannot be written: nothing lasts until the next start.",
        ),
        (folder(has_free_files=False), "not held", "The disk has no room for one more file."),
        (Silent(), "not held", "The disk of the state folder did not answer in time."),
        (Refused(), "not held", "The state folder may not be looked at."),
    ],
)
def test_the_state_folder_needs_room(place: Place, verdict: str, what: str) -> None:
    assert told(disk(FakeMachine(), SUBJECT, places(state=place))) == (verdict, what)


def test_where_there_is_none_yet_the_folder_above_is_judged() -> None:
    above = {**places(state=Absent()), str(SUBJECT.state.parent): folder(50)}

    assert told(disk(FakeMachine(), SUBJECT, above)) == (
        "not held", "50 MB are free for the state folder, and 200 should be.",
    )  # fmt: skip


def test_where_nothing_is_there_at_all_it_is_told() -> None:
    nowhere = {str(path): Absent() for path in (SUBJECT.state, *SUBJECT.state.parents)}

    found = disk(FakeMachine(), SUBJECT, nowhere)

    assert told(found) == ("not held", "The state folder may not be looked at.")
    assert str(SUBJECT.state) in found.cure


def test_the_cure_lets_the_kiosks_user_write() -> None:
    found = disk(FakeMachine(), SUBJECT, places(state=folder(can_write=False)))

    assert found.cure == f'sudo chown -R "$(id -un 1000)" {SUBJECT.state}, on a disk that is mounted for writing'


def test_so_it_does_on_windows() -> None:
    found = disk(FakeMachine("win32"), SUBJECT, places(state=folder(can_write=False)))

    assert found.cure.startswith('icacls "')
    assert found.cure.endswith('" /grant "%USERNAME%:(OI)(CI)M"')
