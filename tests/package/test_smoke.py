"""The packaged program, as an office uses it on its first day; what it draws is what the checkout draws."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import psutil
import pytest

from kiosk.paths import resources
from kiosk.prepare.starter import write_starter
from tests.bench.readings import START, medians
from tests.bench.subjects import PACKAGED
from tests.bench.targets import TARGETS, verdicts
from tests.package.asked import checkout, run
from tests.package.office import Office, open_office, program_in
from tests.package.pixels import codes_on, is_finished
from tests.reliability.escape_session import wait_until_idle
from tests.reliability.lobby import cards_of, displays_of, is_gone, until

pytestmark = pytest.mark.package

NOON = "2026-11-27T12:00+02:00"
PICTURES = {
    "light": (),
    "dark": ("--theme", "dark"),
    "high contrast": ("--theme", "contrast"),
    "upright": ("--size", "1080x1920"),
    "French": ("--language", "fr"),
    "right to left": ("--language", "ar"),
    "another article": ("--article", "1"),
    "a code": ("--view", "sheet:phone:0"),
    "the holding card": ("--view", "holding"),
    "the PIN pad": ("--view", "pin"),
    "the staff's menu": ("--view", "staff"),
}
PHONES = (
    "+263 71 234 5678",
    "+1 201 555 0123",
    "+44 7400 123456",
    "+81 90 1234 5678",
    "+55 11 96123 4567",
    "+961 71 123 456",
)
OF_THE_WORLD = ("libssl", "_ssl.", "etree.", "nh3.", "charset_normalizer", "md.", "cd.")
MEGABYTE = 1_000_000
ENDS_WITHIN_SECONDS = 10
RUNS = 9


@pytest.fixture(scope="module")
def staff(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the starter files."""
    folder = tmp_path_factory.mktemp("staff")
    write_starter(resources(), folder)
    return folder


@pytest.fixture
def office(package: Path, tmp_path: Path) -> Iterator[Office]:
    with open_office(package, tmp_path) as office:
        yield office


def test_it_says_what_it_was_made_from(package: Path) -> None:
    told = run(program_in(package), "--version").stdout

    assert re.fullmatch(r"kiosk \d+\.\d+\.\d+(\+\d+(\.changed)?)? \(commit [0-9a-f]{10}, \d{4}-\d\d-\d\d\)\n", told)


def test_it_finds_no_fault_with_the_starter_files(package: Path, staff: Path) -> None:
    checked = run(program_in(package), "check", str(staff / "contact.toml"), str(staff / "device.toml"))

    assert (checked.returncode, checked.stderr) == (0, "")


def test_it_says_what_staff_got_wrong(package: Path, staff: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "contact.toml"
    wrong.write_text((staff / "contact.toml").read_text("utf-8").replace("[look]", "[looks]", 1), encoding="utf-8")

    theirs, ours = (run(program, "check", str(wrong)) for program in (program_in(package), checkout()))

    assert theirs.returncode == 1
    assert theirs.stdout == ours.stdout


def test_it_knows_the_phones_and_time_zones_of_every_country(package: Path, staff: Path, tmp_path: Path) -> None:
    phones = "".join(f'[[phone]]\nlabel = "{number}"\nnumber = "{number}"\n' for number in PHONES)
    starter = (staff / "contact.toml").read_text("utf-8")
    (tmp_path / "contact.toml").write_text(f"{starter}\n{phones}", encoding="utf-8")

    assert "too short" not in (checked := run(program_in(package), "check", str(tmp_path / "contact.toml")).stdout)
    assert checked == run(checkout(), "check", str(tmp_path / "contact.toml")).stdout


@pytest.mark.parametrize("options", PICTURES.values(), ids=PICTURES)
def test_it_draws_what_the_checkout_draws(package: Path, staff: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    common = ("snapshot", "--config", str(staff / "contact.toml"), "--now", NOON, *options)
    for name, program in (("packaged", program_in(package)), ("checkout", checkout())):
        drawn = run(program, *common, "--out", str(tmp_path / f"{name}.png"), state=tmp_path / name)
        assert (drawn.returncode, drawn.stderr) == (0, "")

    assert (tmp_path / "packaged.png").read_bytes() == (tmp_path / "checkout.png").read_bytes()


def test_it_looks_the_computer_over(package: Path, staff: Path, tmp_path: Path) -> None:
    command = ("doctor", "--json", "--config", str(staff / "contact.toml"), "--state", str(tmp_path))

    findings = {found["key"]: found for found in json.loads(run(program_in(package), *command).stdout)["findings"]}

    assert findings["qt"]["verdict"] == "held"
    assert findings["sources"]["verdict"] == "held"


def test_it_is_not_too_large(package: Path) -> None:
    files = {file.stat().st_ino: file.stat().st_size for file in package.rglob("*") if file.is_file()}
    archives = [*package.parent.glob("kiosk*.tar.xz"), *package.parent.glob("kiosk*.deb")]

    assert sum(files.values()) <= 165 * MEGABYTE
    assert archives
    assert all(archive.stat().st_size <= 60 * MEGABYTE for archive in archives)


@pytest.mark.xvfb
def test_it_shows_the_finished_screen_and_follows_the_file(office: Office) -> None:
    office.start("run", "--kiosk")
    office.until_finished()

    text = office.contact.read_text("utf-8")
    office.contact.write_text(text.replace('name = "', 'name = "New ', 1), encoding="utf-8")
    until(lambda: any("New " in code for code in codes_on(office.framebuffer)))

    told = office.run("status")
    assert told.returncode == 0
    assert told.stdout.startswith("The screen shows edition")


@pytest.mark.xvfb
def test_sigterm_ends_it_and_leaves_nothing_behind(office: Office) -> None:
    kiosk = office.start()
    office.until_finished()
    family = kiosk.children(recursive=True)

    end(kiosk)

    assert kiosk.returncode == 0
    until(lambda: all(is_gone(child) for child in family))


@pytest.mark.xvfb
def test_a_killed_window_comes_back(office: Office) -> None:
    kiosk = office.start("run", "--kiosk")
    office.until_finished()
    (before,) = displays_of(kiosk)

    before.kill()

    until(lambda: is_gone(before) and bool(displays_of(kiosk)))
    office.until_finished()


@pytest.mark.xvfb
def test_under_a_killed_window_lies_its_picture(office: Office) -> None:
    kiosk = office.start("run", "--kiosk")
    office.until_finished()
    until(lambda: bool(cards_of(kiosk)))
    wait_until_idle(*cards_of(kiosk))
    (window,) = displays_of(kiosk)

    window.kill()

    ends, looks = monotonic() + 1, 0
    while monotonic() < ends:
        assert is_finished(office.framebuffer)
        looks += 1
    assert looks > 1


@pytest.mark.xvfb
def test_its_parent_has_nothing_of_qt_in_memory(office: Office) -> None:
    kiosk = office.start("run", "--kiosk")
    office.until_finished()

    maps = {file.path for file in kiosk.memory_maps()}
    (display,) = displays_of(kiosk)

    assert not [path for path in maps if "Qt6" in path]
    assert [file.path for file in display.memory_maps() if "libQt6Core" in file.path]


@pytest.mark.xvfb
def test_what_reads_pages_of_the_world_is_in_memory_of_no_process_that_stays(office: Office) -> None:
    kiosk = office.start("run", "--kiosk")
    office.until_finished()

    maps = {Path(file.path).name for process in (kiosk, *displays_of(kiosk)) for file in process.memory_maps()}

    assert [name for name in maps if name.startswith("libpython")]
    assert not [name for name in maps if name.startswith(OF_THE_WORLD)]


@pytest.mark.xvfb
def test_programs_of_the_system_are_started_with_their_own_libraries(office: Office) -> None:
    told = office.temporary / "xset.told"
    programs = office.temporary / "programs"
    programs.mkdir()
    (programs / "xset").write_text(f"#!/bin/sh\nenv > {told}.part && mv {told}.part {told}\n", encoding="utf-8")
    (programs / "xset").chmod(0o755)

    office.start("run", "--kiosk", settings={"PATH": f"{programs}:{office.environment['PATH']}"})

    until(told.exists)
    assert "LD_LIBRARY_PATH" not in told.read_text("utf-8")


@pytest.mark.deep
@pytest.mark.xvfb
def test_its_first_frame_is_no_later_than_promised() -> None:
    from tests.bench.run import measure  # noqa: PLC0415  # imports what the other tests do not need

    judged = verdicts(medians(measure(RUNS, frozenset({START}))))
    ours = [verdict for verdict in judged if verdict.target.subject == PACKAGED]

    assert len(ours) == len([target for target in TARGETS if target.subject == PACKAGED])
    assert not [verdict for verdict in ours if verdict.missed_by]


def end(kiosk: psutil.Popen) -> None:
    kiosk.terminate()
    kiosk.wait(ENDS_WITHIN_SECONDS)
