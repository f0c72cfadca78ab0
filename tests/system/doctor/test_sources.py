from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.system.doctor.machine import Absent, Place, Refused, Silent, There
from kiosk.system.doctor.sources import network_drive, sources
from tests.system.doctor.fake_machine import SUBJECT, FakeMachine, places, told

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:40 / /home/zenobia/lobby rw,relatime shared:20 - cifs //192.168.1.5/lobby rw,vers=3.1.1
41 22 0:41 / /mnt/the\\040share rw,relatime - nfs4 192.168.1.5:/lobby rw
42 22 0:42 / /home/zenobia/lobby/local rw - ext4 /dev/sdb1 rw
"""
UNREADABLE = There(0o600, 0, can_read=False)
READ = "contact.toml and the file that it names can be read."


@pytest.mark.parametrize(
    ("contact", "file", "verdict", "what"),
    [
        pytest.param(There(), There(), "held", READ, id="all there"),
        pytest.param(Silent(), Silent(), "not held", "contact.toml and its files did not answer in time: the drive they lie on hangs.", id="a drive that hangs"),
        pytest.param(Absent(), Absent(), "not held", "There is no contact.toml.", id="no contact.toml"),
        pytest.param(UNREADABLE, There(), "not held", "contact.toml may not be read.", id="a contact.toml that may not be read"),
        pytest.param(Refused(), There(), "not held", "contact.toml may not be read.", id="a folder that may not be entered"),
        pytest.param(There(), Absent(), "not held", "border.md: named in contact.toml, and not there.", id="no article"),
        pytest.param(There(), UNREADABLE, "not held", "border.md: may not be read.", id="an article that may not be read"),
    ],
)  # fmt: skip
def test_all_that_contact_toml_names_must_be_readable(contact: Place, file: Place, verdict: str, what: str) -> None:
    assert told(sources(FakeMachine(), SUBJECT, places(contact=contact, file=file))) == (verdict, what)


@pytest.mark.parametrize(
    ("count", "what"),
    [(0, "contact.toml can be read."), (3, "contact.toml and the 3 files that it names can be read.")],
)
def test_the_files_are_counted(count: int, what: str) -> None:
    assert told(sources(FakeMachine(), replace(SUBJECT, files=SUBJECT.files * count), places())) == ("held", what)


@pytest.mark.parametrize(
    ("count", "names"),
    [(3, "0.md, 1.md, 2.md"), (4, "0.md, 1.md, 2.md and 1 more"), (5, "0.md, 1.md, 2.md and 2 more")],
)
def test_of_many_files_only_the_first_are_named(count: int, names: str) -> None:
    files = tuple(SUBJECT.contact.parent / f"{number}.md" for number in range(count))
    nowhere = {**places(), **{str(file): Absent() for file in files}}

    assert told(sources(FakeMachine(), replace(SUBJECT, files=files), nowhere)) == (
        "not held", f"{names}: named in contact.toml, and not there.",
    )  # fmt: skip


def test_a_contact_toml_with_mistakes_is_for_another_command() -> None:
    found = sources(FakeMachine(), replace(SUBJECT, is_contact_understood=False), places())

    assert told(found) == ("unknown", "What contact.toml names could not be made out.")
    assert found.cure == "kiosk check"


def test_a_network_drive_that_answers_is_held_and_told() -> None:
    found = sources(FakeMachine(files={"/proc/self/mountinfo": MOUNTS}), SUBJECT, places())

    where = " They lie on a network drive (cifs); while it is away, the screen stays as it is."
    assert told(found) == ("held", READ + where)


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("/etc/kiosk/contact.toml", ""),
        ("/home/zenobia/lobby/contact.toml", "cifs"),
        ("/home/zenobia/lobby/articles/border.md", "cifs"),
        ("/home/zenobia/lobby/local/contact.toml", ""),
        ("/home/zenobia/lobbying/contact.toml", ""),
        ("/mnt/the share/contact.toml", "nfs4"),
    ],
)
def test_the_drive_of_a_file_is_the_nearest_mount(file: str, kind: str) -> None:
    assert network_drive(MOUNTS, Path(file)) == kind


@pytest.mark.parametrize("mounts", ["", "22 1 8:1 / / rw", "22 1 8:1 / / rw - ", "cifs"])
def test_where_no_mounts_are_told_there_is_no_network_drive(mounts: str) -> None:
    assert network_drive(f"{mounts}\n", Path("/etc/kiosk/contact.toml")) == ""


@pytest.mark.parametrize(
    ("system", "contact", "cure"),
    [
        ("linux", UNREADABLE, "sudo chmod a+r /home/zenobia/lobby/contact.toml"),
        ("linux", Absent(), "kiosk init /home/zenobia/lobby"),
        ("win32", UNREADABLE, 'icacls "/home/zenobia/lobby/contact.toml" /grant "%USERNAME%:R"'),
    ],
)
def test_the_cures_are_commands(system: str, contact: Place, cure: str) -> None:
    assert sources(FakeMachine(system), SUBJECT, places(contact=contact)).cure == cure
