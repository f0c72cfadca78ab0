from pathlib import Path

import pytest

from kiosk.edition.device import Device, device_settings
from kiosk.edition.manifest import Manifest
from kiosk.edition.origin import fingerprint
from kiosk.edition.store import Missing, Verified, read_manifest, read_newest
from kiosk.paths import device_settings_in, store_in
from kiosk.prepare.job import Outcome, prepare
from kiosk.supervise.messages import NotPrepared, NotStored, Prepared


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def job(contact: Path, state: Path) -> Outcome:
    return prepare(contact, contact.parent / "device.toml", state)


def manifest_of(state: Path, edition: str) -> Manifest:
    manifest = read_manifest(store_in(state), edition)
    assert isinstance(manifest, Manifest)
    return manifest


def test_a_job_makes_the_current_edition_and_names_it(contact: Path, state: Path) -> None:
    report = job(contact, state).report

    reading = read_newest(store_in(state))
    assert isinstance(report, Prepared)
    assert isinstance(reading, Verified)
    assert reading.hash == report.edition


def test_the_same_files_give_the_same_hash_in_another_folder(contact: Path, state: Path, tmp_path: Path) -> None:
    elsewhere = contact.parent.rename(tmp_path / "moved") / "contact.toml"
    moved = job(elsewhere, state).report
    elsewhere.parent.rename(contact.parent)

    assert isinstance(moved, Prepared)
    again = job(contact, tmp_path / "other").report
    assert isinstance(again, Prepared)
    assert again.edition == moved.edition


def test_a_mistake_leaves_the_edition_of_before(contact: Path, state: Path) -> None:
    job(contact, state)
    before = read_newest(store_in(state))
    contact.write_text("[organisation\n", "utf-8")

    outcome = job(contact, state)

    assert isinstance(outcome.report, NotPrepared)
    assert outcome.problems
    assert read_newest(store_in(state)) == before


def test_a_mistake_in_device_toml_makes_no_edition(contact: Path, state: Path) -> None:
    (contact.parent / "device.toml").write_text("sheet_seconds = 1\n", "utf-8")

    assert isinstance(job(contact, state).report, NotPrepared)
    assert read_newest(store_in(state)) == Missing()


def test_the_devices_settings_lie_beside_the_editions(contact: Path, state: Path) -> None:
    (contact.parent / "device.toml").write_text('screen = "HDMI-1"\n', "utf-8")

    job(contact, state)

    assert device_settings(device_settings_in(state)) == Device(screen="HDMI-1")


def test_the_report_and_the_manifest_tell_what_was_read(contact: Path, state: Path) -> None:
    report = job(contact, state).report

    assert isinstance(report, Prepared)
    assert manifest_of(state, report.edition).origin.made_from == report.files
    assert {file.path: file.sha256 for file in report.files}[str(contact)] == fingerprint(contact)


def test_what_staff_can_mend_is_told_with_its_place(contact: Path, state: Path) -> None:
    contact.write_text("[organisation\n", "utf-8")

    report = job(contact, state).report

    assert isinstance(report, NotPrepared)
    assert (report.problems[0].file, report.problems[0].line) == (str(contact), 1)
    assert report.problems[0].text.startswith(f"{contact}:1:")


def test_a_disk_that_refuses_is_told_to_staff(contact: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    outcome = job(contact, tmp_path / "file")

    assert isinstance(outcome.report, NotStored)
    assert "nothing could be written here" in outcome.problems[-1].what
