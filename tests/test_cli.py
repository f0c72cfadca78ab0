"""The commands as people call them, each in a process of its own."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.cli import INTERNAL, execute
from kiosk.commands.exit_status import DONE, MISUSE, PROBLEMS, REFUSED
from kiosk.edition.store import Verified, read_newest
from kiosk.paths import store_in

COMMANDS = (
    *("run", "check", "agenda", "init", "schema", "prepare", "snapshot", "fetch", "status", "editions", "doctor"),
    *("bundle", "set-pin", "autostart", "rollback"),
)


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Give the environment of a user without settings and without a display."""
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "KIOSK_CONFIG", "KIOSK_DEVICE", "KIOSK_STATE")
    kept = {name: value for name, value in os.environ.items() if name not in gone and not name.startswith("XDG_")}
    return {**kept, "HOME": str(tmp_path / "home")}


def kiosk(env: dict[str, str], folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", *arguments]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def staff(tmp_path: Path, env: dict[str, str]) -> Path:
    """Give a folder in which `kiosk init` was called."""
    (tmp_path / "staff").mkdir()
    assert kiosk(env, tmp_path / "staff", "init").returncode == DONE
    return tmp_path / "staff"


def test_it_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        execute(["--version"])

    assert (ending.value.code, capsys.readouterr().out) == (DONE, f"kiosk {__version__} (a checkout)\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(["frobnicate"], "invalid choice: 'frobnicate'", id="no such command"),
        pytest.param(["run", "--windowed", "--kiosk"], "not allowed with", id="both modes"),
        pytest.param(["schema", "people"], "invalid choice: 'people'", id="no such schema"),
        pytest.param(["snapshot"], "required: --out", id="nowhere to draw"),
        pytest.param(["snapshot", "--out", "a.png", "--size", "big"], "'big' is no size such as", id="no size"),
        pytest.param(["snapshot", "--out", "a.png", "--now", "noon"], "'noon' is no time such as", id="no time"),
        pytest.param(["agenda", "--from", "friday"], "'friday' is no date such as", id="no date"),
        pytest.param(["agenda", "--from", "9999-12-31"], "the year 9999 is too far away", id="too far ahead"),
        pytest.param(["agenda", "--days", "0"], "'0' is no number of days from 1 to 366", id="no days"),
        pytest.param(["agenda", "--days", "367"], "'367' is no number of days", id="too many days"),
    ],
)
def test_a_senseless_command_line_is_explained(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ending:
        execute(arguments)

    assert ending.value.code == MISUSE
    assert complaint in capsys.readouterr().err


def test_who_mistypes_a_command_is_told_of_those_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        execute(["version"])

    told = capsys.readouterr().err
    assert "'snapshot'" in told
    assert not [name for name in INTERNAL if name in told]


def test_the_help_names_every_command_for_people_and_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        execute(["--help"])

    text = capsys.readouterr().out
    assert re.findall(r"^    (\S+)", text, re.MULTILINE) == list(COMMANDS)


def test_schema_prints_json(env: dict[str, str], tmp_path: Path) -> None:
    assert "properties" in json.loads(kiosk(env, tmp_path, "schema", "contact").stdout)


@pytest.mark.parametrize(
    ("said_as", "told"),
    [
        ("", "Edit {contact} and show it with: kiosk run --config {contact}\n"),
        ("sudo kiosk-lobby", "Edit it with: sudoedit {contact}\n"),
    ],
)
def test_init_says_what_to_do_next(env: dict[str, str], tmp_path: Path, said_as: str, told: str) -> None:
    said = kiosk({**env, "KIOSK_SAID_AS": said_as}, tmp_path, "init", "lobby").stdout

    assert said.endswith(told.format(contact=Path("lobby") / "contact.toml"))


def test_init_never_overwrites_and_says_so(env: dict[str, str], staff: Path) -> None:
    (staff / "contact.toml").write_text("mine")

    again = kiosk(env, staff, "init")

    assert (staff / "contact.toml").read_text() == "mine"
    assert "kept  contact.toml (it was there already)\n" in again.stdout


def test_check_is_friendly_when_all_is_well(env: dict[str, str], staff: Path) -> None:
    answer = kiosk(env, staff, "check")

    assert answer.returncode == DONE
    assert answer.stdout.endswith("all is well.\n")


def test_check_prints_every_problem_with_its_place(env: dict[str, str], staff: Path) -> None:
    text = (staff / "contact.toml").read_text("utf-8")
    (staff / "contact.toml").write_text(text.replace("+263 775 679 494", "0775 679"), "utf-8")

    answer = kiosk(env, staff, "check", "contact.toml")

    assert answer.returncode == PROBLEMS
    assert answer.stdout.startswith("contact.toml:")
    assert "phone" in answer.stdout
    assert answer.stderr == ""


def test_check_as_json_is_for_programs(env: dict[str, str], staff: Path) -> None:
    (staff / "contact.toml").write_text("[organisation\n", "utf-8")

    answer = kiosk(env, staff, "check", "contact.toml", "--json")

    problem = json.loads(answer.stdout)[0]
    assert answer.returncode == PROBLEMS
    assert problem.keys() == {"file", "line", "column", "key", "what", "cure", "severity"}
    assert (problem["file"], problem["line"], problem["severity"]) == ("contact.toml", 1, "error")


def test_prepare_answers_in_one_line_and_makes_the_edition(env: dict[str, str], staff: Path, tmp_path: Path) -> None:
    answer = kiosk(env, staff, "prepare", "--out", str(tmp_path / "out"))

    reading = read_newest(store_in(tmp_path / "out"))
    assert isinstance(reading, Verified)
    assert json.loads(answer.stdout)["edition"] == reading.hash
    assert (answer.returncode, answer.stderr, answer.stdout.count("\n")) == (DONE, "", 1)


def test_prepare_tells_people_the_problems_on_standard_error(env: dict[str, str], staff: Path) -> None:
    (staff / "contact.toml").write_text("[organisation\n", "utf-8")

    answer = kiosk(env, staff, "prepare")

    assert answer.returncode == PROBLEMS
    assert json.loads(answer.stdout)["kind"] == "NotPrepared"
    assert "contact.toml:1:" in answer.stderr


def test_prepare_says_by_its_exit_status_that_the_disk_took_nothing(
    env: dict[str, str], staff: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("in the way")

    answer = kiosk(env, staff, "prepare", "--out", str(tmp_path / "out"))

    assert answer.returncode == REFUSED
    assert json.loads(answer.stdout)["kind"] == "NotStored"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is a text")
@pytest.mark.parametrize("screen", [{}, {"QT_QPA_PLATFORM": "offscreen"}], ids=["no screen", "a screen"])
@pytest.mark.parametrize(
    ("variable", "name"),
    [("KIOSK_CONFIG", "contact.toml"), ("KIOSK_DEVICE", "device.toml"), ("KIOSK_STATE", "state")],
)
def test_a_name_that_is_no_text_is_refused_in_a_sentence(
    env: dict[str, str], staff: Path, screen: dict[str, str], variable: str, name: str
) -> None:
    strange = os.fsdecode(os.fsencode(staff) + b"/B\xfcro")
    Path(strange).mkdir()

    answer = kiosk({**env, **screen, variable: f"{strange}/{name}"}, staff, "run")

    assert answer.returncode == REFUSED
    assert answer.stderr.startswith("Rename the folder, for its name has letters that are not UTF-8: b'/")
    assert "Traceback" not in answer.stderr


def test_a_snapshot_is_the_same_bytes_again(env: dict[str, str], staff: Path) -> None:
    order = ("snapshot", "--size", "800x600", "--now", "2026-11-23T09:30", "--out")

    assert kiosk(env, staff, *order, "a.png").returncode == DONE
    assert kiosk(env, staff, *order, "b.png").returncode == DONE
    assert (staff / "a.png").read_bytes() == (staff / "b.png").read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_settings_and_display_the_first_run_writes_both(env: dict[str, str], tmp_path: Path) -> None:
    answer = kiosk(env, tmp_path)

    contact = tmp_path / "home" / ".config" / "kiosk" / "contact.toml"
    assert answer.returncode == DONE
    assert contact.is_file()
    assert f"Edit this file, the screen follows: {contact}\n" in answer.stderr
    assert (tmp_path / "kiosk.png").read_bytes().startswith(b"\x89PNG")
    assert "There is no display" in answer.stderr
