from pathlib import Path

import pytest

from kiosk.edition.manifest import Manifest
from kiosk.edition.origin import is_made_from_now
from kiosk.edition.store import Missing, Verified, read_current, read_manifest
from kiosk.paths import device_settings_in, store_in
from kiosk.prepare.job import Outcome, prepare
from kiosk.supervise.messages import NotPrepared, Prepared


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

    reading = read_current(store_in(state))
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
    before = read_current(store_in(state))
    contact.write_text("[organisation\n", "utf-8")

    outcome = job(contact, state)

    assert isinstance(outcome.report, NotPrepared)
    assert outcome.problems
    assert read_current(store_in(state)) == before


def test_a_mistake_in_device_toml_makes_no_edition(contact: Path, state: Path) -> None:
    (contact.parent / "device.toml").write_text("sheet_seconds = 1\n", "utf-8")

    assert isinstance(job(contact, state).report, NotPrepared)
    assert read_current(store_in(state)) == Missing()


def test_the_devices_settings_lie_beside_the_editions(contact: Path, state: Path) -> None:
    (contact.parent / "device.toml").write_text('screen = "HDMI-1"\n', "utf-8")

    job(contact, state)

    assert device_settings_in(state).read_bytes() == b'{"kind":"Device","screen":"HDMI-1"}'


def test_an_edition_is_fresh_until_a_file_changes(contact: Path, state: Path) -> None:
    report = job(contact, state).report
    assert isinstance(report, Prepared)
    manifest = manifest_of(state, report.edition)
    assert is_made_from_now(manifest, manifest.origin.made_by)

    (contact.parent / "articles" / "border.md").write_text("# Changed", "utf-8")

    assert not is_made_from_now(manifest, manifest.origin.made_by)


def test_another_version_of_the_program_makes_it_stale(contact: Path, state: Path) -> None:
    report = job(contact, state).report

    assert isinstance(report, Prepared)
    assert not is_made_from_now(manifest_of(state, report.edition), "another version")


def test_a_disk_that_refuses_is_told_to_staff(contact: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    outcome = job(contact, tmp_path / "file")

    assert isinstance(outcome.report, NotPrepared)
    assert "nothing could be written here" in outcome.problems[-1].what
