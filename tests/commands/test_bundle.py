"""The whole bundle, with staff's files as they are on a bad day; what is planted must not be found in it."""

import io
import json
import os
import re
import stat
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest

from kiosk.paths import log_in, resources
from kiosk.prepare.starter import write_starter
from kiosk.staff.pin import hash_pin
from kiosk.support.contents import MOST_BYTES
from tests.reliability.lobby import open_lobby, until
from tests.reliability.test_disks import disk, fill, needs_mount

PLANTED = (
    "Petronella Quill",
    "Quibble",
    "+263 242 771 883",
    "petra@quibble.example",
    "17 Zanzibar Crescent",
    hash_pin("246813"),
)
FORMS = (str, quote, lambda text: json.dumps(text)[1:-1], lambda text: text.replace(" ", ""))


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    """Give a folder with staff's files and a log, in all of which somebody's particulars stand."""
    folder = tmp_path / "staff"
    write_starter(resources(), folder)
    person, office, number, mail, street, pin = PLANTED
    text = (folder / "contact.toml").read_text("utf-8").replace("Haig Park Office", office)
    text = text.replace("+263 775 679 494", number).replace("hello@haigpark.example", mail)
    text = text.replace("3-68th Avenue, Haig Park", street) + f"\n# {person} knows more\n"
    (folder / "contact.toml").write_text(text, "utf-8")
    (folder / "device.toml").write_text(f'schema = 1\npin_hash = "{pin}"\n', "utf-8")
    log = log_in(tmp_path / "state", "supervisor")
    log.parent.mkdir(parents=True)
    said = [form(value) for form in FORMS for value in PLANTED[1:]]
    log.write_text("".join(json.dumps({"event": "said", "what": what}) + "\n" for what in said), "utf-8")
    return folder


def bundle_bytes(
    staff: Path, tmp_path: Path, *more: str, cwd: Path | None = None, stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "KIOSK_STATE": str(tmp_path / "state"), "QT_QPA_PLATFORM": "offscreen"}
    order = [sys.executable, "-m", "kiosk", "bundle", "--config", str(staff / "contact.toml"), *more]
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    return subprocess.run(
        order, env=environment, cwd=cwd or tmp_path, stdout=stdout, stderr=subprocess.PIPE, check=False
    )


def bundle(staff: Path, tmp_path: Path, *more: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    done = bundle_bytes(staff, tmp_path, *more, cwd=cwd)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def texts_in(file: Path) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as packed:
        for name in packed.namelist():
            yield name, packed.read(name).decode("utf-8", errors="replace")


def planted_in(file: Path) -> set[str]:
    everything = "".join(name + text for name, text in texts_in(file)).casefold()
    return {value for value in PLANTED for form in FORMS if form(value).casefold() in everything}


def test_nothing_that_is_somebody_s_is_in_it(staff: Path, tmp_path: Path) -> None:
    done = bundle(staff, tmp_path, "--out", "b.zip")

    assert done.returncode == 0
    assert planted_in(tmp_path / "b.zip") == set()
    assert {
        "contact.toml",
        "device.toml",
        "doctor.json",
        "check.json",
        "log/supervisor.log",
        "pictures/files.png",
    } <= dict(texts_in(tmp_path / "b.zip")).keys()


def test_only_its_owner_may_read_it(staff: Path, tmp_path: Path) -> None:
    bundle(staff, tmp_path, "--without-pictures", "--out", "b.zip")

    assert stat.S_IMODE((tmp_path / "b.zip").stat().st_mode) == 0o600
    assert (tmp_path / "b.zip").stat().st_size <= MOST_BYTES
    assert not [name for name in dict(texts_in(tmp_path / "b.zip")) if name.startswith("pictures")]


def test_a_file_that_is_no_toml_tells_no_more_and_the_mistake_can_be_found(staff: Path, tmp_path: Path) -> None:
    text = (staff / "contact.toml").read_text("utf-8")
    (staff / "contact.toml").write_text(text.replace('name = "Quibble"', "name = Quibble", 1), "utf-8")

    bundle(staff, tmp_path, "--without-pictures", "--out", "b.zip")

    told = dict(texts_in(tmp_path / "b.zip"))
    (problem,) = json.loads(told["check.json"])
    assert planted_in(tmp_path / "b.zip") == set()
    assert told["contact.toml"].splitlines()[problem["line"] - 1] == "name = xxxxxxx"


def test_without_any_file_there_is_a_bundle_all_the_same(tmp_path: Path) -> None:
    done = bundle(tmp_path / "nowhere", tmp_path, "--out", "b.zip")

    assert done.returncode == 0
    assert "Not in it: " in done.stdout
    assert "contact.toml (No such file or directory)" in done.stdout


@needs_mount
def test_a_full_disk_is_told_and_nothing_is_left_on_it(staff: Path, tmp_path: Path) -> None:
    with disk(tmp_path / "full", "size=64k,mode=755") as full:
        fill(full)

        done = bundle(staff, tmp_path, "--without-pictures", "--out", str(full / "b.zip"))

        assert done.returncode == 3
        assert "could not be written: No space left on device.\nGo to a folder on another disk" in done.stderr
        assert [file.name for file in full.iterdir()] == ["filler"]


@needs_mount
def test_on_a_full_disk_it_goes_home(staff: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with disk(tmp_path / "full", "size=64k,mode=755") as full:
        fill(full)

        done = bundle(staff, tmp_path, "--without-pictures", cwd=full)

    (file,) = tmp_path.glob("kiosk-support-*.zip")
    assert re.fullmatch(r"kiosk-support-\d{4}-\d\d-\d\d-\d{6}\.zip", file.name)
    assert done.stdout.startswith(f"Wrote {file} (")
    assert "Send it by mail" in done.stdout


@needs_mount
@pytest.mark.xvfb
def test_a_kiosk_that_had_to_move_is_described(tmp_path: Path) -> None:
    with open_lobby(tmp_path) as lobby, disk(lobby.state, "size=64k,mode=755") as full:
        fill(full)
        lobby.start()
        until(lambda: "in a temporary folder" in lobby.run("status").stdout)

        lobby.run("bundle", "--without-pictures", "--out", str(tmp_path / "b.zip"))

    told = dict(texts_in(tmp_path / "b.zip"))
    assert json.loads(told["status.json"])["state_place"] == "temporary"
    assert json.loads(told["status.json"])["state_folder"] == "<state>"
    assert "state moves" in told["log/supervisor.log"] or "shown" in told["log/supervisor.log"]


def test_where_it_may_not_be_written_it_goes_home(staff: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    order = f"rmdir {gone}; exec {sys.executable} -m kiosk bundle --without-pictures --config {staff / 'contact.toml'}"
    settings = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "KIOSK_STATE": str(tmp_path / "state")}

    done = subprocess.run(["sh", "-c", order], cwd=gone, env=settings, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.glob("kiosk-support-*.zip"))) == 1


@pytest.mark.xvfb
def test_a_kiosk_that_runs_is_described(tmp_path: Path) -> None:
    with open_lobby(tmp_path) as lobby:
        lobby.start()
        until(lambda: lobby.status().health == "shown")

        done = lobby.run("bundle", "--out", str(tmp_path / "b.zip"))

    told = dict(texts_in(tmp_path / "b.zip"))
    assert done.returncode == 0
    assert json.loads(told["status.json"])["health"] == "shown"
    assert told["status.txt"].startswith("The screen shows edition")
    assert "log/supervisor.log" in told
    assert "pictures/kept.png" in told
    assert str(tmp_path) not in told["status.json"] + told["status.txt"]
    assert "current" in told["journal.json"]


@pytest.mark.parametrize("name", ["contact.toml", "photos.zip", "link.zip"])
def test_what_is_there_is_not_written_over(staff: Path, tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(staff / "photos.zip", "w") as photos:
        photos.writestr("lobby.jpg", b"somebody's")
    (staff / "link.zip").symlink_to("nowhere.zip")
    before = {file.name: file.read_bytes() for file in staff.glob("*.*") if file.exists()}

    done = bundle(staff, tmp_path, "--out", str(staff / name))

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        f"{staff / name} is there already. Name a new file, or move that one away first. Nothing was changed.\n"
    )
    assert {file.name: file.read_bytes() for file in staff.glob("*.*") if file.exists()} == before


def test_it_goes_through_a_pipe_and_the_words_beside_it(staff: Path, tmp_path: Path) -> None:
    done = bundle_bytes(staff, tmp_path, "--without-pictures", "--out", "-")

    with zipfile.ZipFile(io.BytesIO(done.stdout)) as packed:
        assert packed.testzip() is None
        assert "check.json" in packed.namelist()
    assert done.returncode == 0
    assert b"Not in it: status.json" in done.stderr
    assert list(tmp_path.glob("*.zip")) == []


def test_a_terminal_is_shown_no_zip_file(staff: Path, tmp_path: Path) -> None:
    terminal, inside = pytest.importorskip("pty", reason="Windows has no such terminals").openpty()

    done = bundle_bytes(staff, tmp_path, "--out", "-", stdout=inside)

    os.close(inside)
    with suppress(OSError):  # nobody holds the other end any more, and nothing was written
        assert os.read(terminal, 9) == b""
    os.close(terminal)
    assert done.returncode == 3
    assert done.stderr == b"A ZIP file cannot be read on a terminal. Send it into a file: kiosk bundle --out - >FILE\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no such device")
def test_a_reader_that_takes_nothing_is_told(staff: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = bundle_bytes(staff, tmp_path, "--without-pictures", "--out", "-", stdout=full.fileno())

    assert done.returncode == 3
    assert b"The bundle could not be passed on: No space left on device.\nGo to a folder on another disk" in done.stderr


def test_a_second_one_lies_beside_the_first(staff: Path, tmp_path: Path) -> None:
    first, second = (bundle(staff, tmp_path, "--without-pictures") for _ in range(2))

    assert (first.returncode, second.returncode) == (0, 0)
    assert len(list(tmp_path.glob("kiosk-support-*.zip"))) == 2


@needs_mount
def test_a_folder_that_is_read_only_is_told(staff: Path, tmp_path: Path) -> None:
    with disk(tmp_path / "stick", "size=64k,mode=755,ro") as stick:
        done = bundle(staff, tmp_path, "--without-pictures", "--out", str(stick / "b.zip"))

    assert done.returncode == 3
    assert done.stderr.endswith(
        f"{stick / 'b.zip'} could not be written: Read-only file system.\n"
        "Go to a folder on another disk or a USB stick, and say again: kiosk bundle\n"
    )
