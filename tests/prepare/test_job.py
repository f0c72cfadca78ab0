import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.edition.device import Access, Device, access_settings, device_settings
from kiosk.edition.manifest import Manifest
from kiosk.edition.model import Article, Paragraph, Run
from kiosk.edition.origin import ABSENT, fingerprint
from kiosk.edition.sealed import read_sealed
from kiosk.edition.store import Missing, Verified, read_manifest, read_newest
from kiosk.edition.web_source import Network, WebSource, articles_file, network_file
from kiosk.paths import access_in, device_settings_in, prepared_in, store_in
from kiosk.prepare.job import Outcome, prepare
from kiosk.prepare.kept import Kept, KeptArticle, keep
from kiosk.supervise.jobs import NotPrepared, NotStored, Prepared

HASH = "scrypt$15$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$zhN3xH1yBbVw9I9jBMNTrtbK4VTj7Hxg91mdRc4j3Qs="


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def job(contact: Path, state: Path) -> Outcome:
    return prepare(contact, contact.parent / "device.toml", state)


def set_hash(contact: Path, pin_hash: str) -> None:
    text = f'screen = "HDMI-1"\npin_hash = "{pin_hash}"\n'
    (contact.parent / "device.toml").write_text(text, "utf-8")


def manifest_of(state: Path, edition: str) -> Manifest:
    manifest = read_manifest(store_in(state), edition)
    assert isinstance(manifest, Manifest)
    return manifest


def private_and_open(state: Path) -> tuple[Path, ...]:
    return access_in(state), network_file(state), device_settings_in(state)


def with_source(contact: Path, source: WebSource) -> None:
    with contact.open("a", encoding="utf-8") as file:
        file.write(f'\n[[article]]\nsource = "{source.address}"\n')


def test_a_job_makes_the_current_edition_and_names_it(contact: Path, state: Path) -> None:
    report = job(contact, state).report

    reading = read_newest(store_in(state))
    assert isinstance(report, Prepared)
    assert isinstance(reading, Verified)
    assert reading.hash == report.edition


def test_what_was_told_lies_beside_the_editions(contact: Path, state: Path) -> None:
    report = job(contact, state).report

    assert isinstance(report, Prepared)
    assert read_sealed(prepared_in(state), Prepared("", ())) == report
    assert [(file.path, file.sha256) for file in report.files] == [
        (file.path, file.sha256) for file in manifest_of(state, report.edition).origin.made_from
    ]


def test_an_edition_is_made_even_where_what_was_told_cannot_be_kept(contact: Path, state: Path) -> None:
    (prepared_in(state) / "in the way").mkdir(parents=True)

    assert isinstance(job(contact, state).report, Prepared)


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


def test_the_hash_of_the_pin_lies_apart_from_them(contact: Path, state: Path) -> None:
    set_hash(contact, HASH)

    job(contact, state)

    assert access_settings(access_in(state)) == Access(HASH)
    assert HASH not in "".join(file.read_text("utf-8") for file in state.rglob("*.json") if file != access_in(state))


def test_a_pin_that_was_removed_is_gone(contact: Path, state: Path) -> None:
    set_hash(contact, HASH)
    job(contact, state)
    (contact.parent / "device.toml").unlink()

    job(contact, state)

    assert access_settings(access_in(state)) == Access()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's own folders closed to others")
def test_nobody_else_may_read_the_hash(contact: Path, state: Path) -> None:
    before = os.umask(0o022)
    job(contact, state)
    os.umask(before)

    modes = {file.name: file.stat().st_mode & 0o777 for file in private_and_open(state)}
    assert modes == {"access.json": 0o600, "network.json": 0o600, "device.json": 0o644}


def test_a_mistake_in_contact_toml_keeps_no_new_pin_from_staff(contact: Path, state: Path) -> None:
    job(contact, state)
    set_hash(contact, HASH)
    contact.write_text("[organisation\n", "utf-8")

    report = job(contact, state).report

    assert isinstance(report, NotPrepared)
    assert [problem.file for problem in report.problems] == [str(contact)] * len(report.problems)
    assert access_settings(access_in(state)) == Access(HASH)
    assert device_settings(device_settings_in(state)) == Device(screen="HDMI-1")


def test_nor_does_it_where_nothing_was_ever_made(contact: Path, state: Path) -> None:
    set_hash(contact, HASH)
    contact.write_text("[organisation\n", "utf-8")

    job(contact, state)

    assert access_settings(access_in(state)) == Access(HASH)


def test_a_mistake_in_device_toml_leaves_the_pin_of_before(contact: Path, state: Path) -> None:
    set_hash(contact, HASH)
    job(contact, state)
    (contact.parent / "device.toml").write_text('pin_hash = "740962"\n', "utf-8")

    assert isinstance(job(contact, state).report, NotPrepared)
    assert access_settings(access_in(state)) == Access(HASH)


def test_mistakes_are_reported_as_mistakes_where_the_disk_refuses_too(contact: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    contact.write_text("[organisation\n", "utf-8")

    outcome = job(contact, tmp_path / "file")

    assert isinstance(outcome.report, NotPrepared)
    assert "nothing could be written" not in "".join(problem.what for problem in outcome.problems)


def test_settings_that_the_disk_refuses_are_told_to_staff(contact: Path, state: Path) -> None:
    (device_settings_in(state) / "in the way").mkdir(parents=True)

    report = job(contact, state).report

    assert isinstance(report, NotStored)
    assert "device.json" in report.why


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


def test_a_screen_too_small_for_the_distance_is_a_warning_and_no_obstacle(contact: Path, state: Path) -> None:
    text = contact.read_text("utf-8").replace("\n[look]\n", "\n[look]\nviewing_distance_m = 6\n")
    contact.write_text(text, "utf-8")
    (contact.parent / "device.toml").write_text("screen_inches = 24\n", "utf-8")

    outcome = job(contact, state)

    assert isinstance(outcome.report, Prepared)
    assert [told.key for told in outcome.report.problems] == ["look.viewing_distance_m"]


def test_the_network_s_settings_lie_apart_from_the_display_s(contact: Path, state: Path) -> None:
    (contact.parent / "device.toml").write_text(
        '[network]\nproxy = "http://ama:secret@proxy.example:8080"\nallowed_hosts = ["wiki"]\n', "utf-8"
    )

    job(contact, state)

    expected = Network("http://ama:secret@proxy.example:8080", ("wiki",), "mailto:hello@haigpark.example")
    assert read_sealed(network_file(state), Network()) == expected
    others = [file for file in state.rglob("*") if file.is_file() and file != network_file(state)]
    assert b"secret" not in b"".join(file.read_bytes() for file in others)


def test_sources_and_their_files_are_reported(contact: Path, state: Path) -> None:
    source = WebSource("https://paper.example/feed")
    with_source(contact, source)

    report = job(contact, state).report

    assert isinstance(report, Prepared)
    assert report.sources == (source,)
    assert (str(articles_file(state, source)), ABSENT) in [(file.path, file.sha256) for file in report.files]


def test_sources_are_reported_where_staff_have_something_to_mend(contact: Path, state: Path) -> None:
    source = WebSource("https://paper.example/feed")
    with_source(contact, source)
    (contact.parent / "articles" / "border.md").unlink()

    report = job(contact, state).report

    assert isinstance(report, NotPrepared)
    assert report.sources == (source,)


def test_sources_are_reported_where_the_disk_refuses(contact: Path, tmp_path: Path) -> None:
    source = WebSource("https://paper.example/feed")
    with_source(contact, source)
    (tmp_path / "file").write_text("in the way")

    report = job(contact, tmp_path / "file").report

    assert isinstance(report, NotStored)
    assert report.sources == (source,)


def test_what_sources_brought_may_be_kept_elsewhere(contact: Path, state: Path, tmp_path: Path) -> None:
    source = WebSource("https://paper.example/feed")
    with_source(contact, source)
    article = Article("From the world", (Paragraph((Run("Text"),)),))
    keep(tmp_path / "elsewhere", Kept(source, (KeptArticle("1", article, datetime(2026, 12, 1, tzinfo=UTC)),)))

    prepare(contact, contact.parent / "device.toml", state, tmp_path / "elsewhere")

    reading = read_newest(store_in(state))
    assert isinstance(reading, Verified)
    assert reading.edition.articles[-1] == article


@pytest.mark.parametrize(("allowed", "told"), [("", ["article.source"]), ('["wiki"]', [])])
def test_a_source_in_the_office_s_network_is_allowed_by_device_toml(
    contact: Path, state: Path, allowed: str, told: list[str]
) -> None:
    with_source(contact, WebSource("https://wiki/feed"))
    (contact.parent / "device.toml").write_text(f"[network]\nallowed_hosts = {allowed or []}\n", "utf-8")

    report = job(contact, state).report

    assert isinstance(report, Prepared)
    assert [problem.key for problem in report.problems] == told
