"""The scripts that keep, judge and choose the version in the lobby, with a stand-in for systemd; tests/package/ has the real one."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

LINUX = Path(__file__).parents[3] / "packaging" / "linux"
SCRIPTS = ("session/run-version", "session/tell-version", "session/judge-version", "scripts/preinst", "scripts/postrm")
APPEARS, STAYS = 8, 6
IMPATIENT = {
    "seconds_to_appear=45": f"seconds_to_appear={APPEARS}",
    "seconds_to_stay=60": f"seconds_to_stay={STAYS}",
}
"""A look costs a few processes."""

EDITION, CARD = "edition 2e521ca2c400", "edition none"

SYSTEMCTL = """\
cd {folder}
case "$1 $2 $3" in
'show kiosk.service '*) sed -n "$(cat looks)p" script | cut -d '|' -f "$(case "$3" in *=ActiveState) echo 1 ;; *=NRestarts) echo 2 ;; *=Job) echo 4 ;; *) echo 3 ;; esac)" ;;
'show kiosk-openbox.service --property=Job') echo ;;
'show '*) echo inactive ;;
'--quiet is-'*) [ -e is-on ] ;;
*) echo "$*" >>said ;;
esac
"""
SLEEP = """\
cd {folder}
echo $(($(cat looks) + 1)) >looks
[ "$(cat looks)" -le "$(wc -l <script)" ]
"""

UP = f"active|0|shown, Followed, {EDITION}"
STARTING = "activating|0|"
ONLY_THE_CARD = f"active|0|shown, NotMade, {CARD}"
LEFT = "inactive|0||"
QUEUED = "inactive|0||4711"
RESTARTING = f"active|0|restarting, Followed, {EDITION}"


@dataclass(frozen=True)
class Computer:
    """One with version 1 kept and version 2 installed; everything that the scripts know lies below a folder."""

    folder: Path

    @property
    def versions(self) -> Path:
        return self.folder / "versions"

    @property
    def kept(self) -> Path:
        return self.folder / "previous"

    @property
    def said(self) -> list[str]:
        file = self.folder / "said"
        return file.read_text().splitlines() if file.exists() else []

    def program(self, path: str, script: str) -> None:
        file = self.folder / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)

    def run(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": f"{self.folder}/bin:{os.environ['PATH']}"}
        order = [str(self.folder / script), *arguments]
        return subprocess.run(order, check=False, env=environment, capture_output=True, text=True, timeout=30)

    def judge(self, looks: Sequence[str]) -> str:
        """Let the judge look at this, once a second; give what is known of the version afterwards."""
        (self.folder / "looks").write_text("0\n")
        (self.folder / "script").write_text("".join(f"{look}\n" for look in looks))
        self.run("judge-version")
        names = {file.name for file in self.versions.iterdir()} - {"previous"}
        return ", ".join(sorted(names)) or "good"

    @property
    def why(self) -> str:
        return (self.versions / "refused").read_text().splitlines()[2]


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    computer = Computer(tmp_path)
    for script in SCRIPTS:
        text = (LINUX / script).read_text("utf-8").removeprefix("#!/bin/sh\n")
        for word, here in {**_places(tmp_path), **IMPATIENT}.items():
            text = text.replace(word, str(here))
        computer.program(Path(script).name, text)
    computer.program("bin/systemctl", SYSTEMCTL.format(folder=tmp_path))
    computer.program("bin/sleep", SLEEP.format(folder=tmp_path))
    computer.program("bin/kiosk", 'echo "version 2: $*"')
    computer.program("previous/kiosk", 'echo "version 1: $*"')
    computer.program("installed/kiosk", "")
    computer.versions.mkdir()
    (computer.versions / "previous").write_text("1\n")
    (computer.versions / "trial").write_text("2\nedition\n\n")
    return computer


def _places(folder: Path) -> dict[str, Path]:
    return {
        "/usr/lib/kiosk.previous": folder / "previous",
        "/var/lib/kiosk-version": folder / "versions",
        "/usr/libexec/kiosk": folder,
        "/usr/lib/kiosk": folder / "installed",
        "/sys/class/drm": folder / "drm",
    }


def test_it_has_45_seconds_to_appear_and_a_minute_to_stay() -> None:
    text = (LINUX / "session" / "judge-version").read_text("utf-8")

    assert all(f"\n{words}\n" in text for words in IMPATIENT)


def test_its_time_on_the_screen_is_enough(computer: Computer) -> None:
    assert computer.judge([STARTING] * 7 + [UP] * (STAYS - 1)) == "trial"
    assert computer.judge([STARTING] * 7 + [UP] * STAYS) == "good"
    assert list(computer.kept.iterdir()) == []
    assert computer.said == []


def test_a_screen_that_staff_have_switched_off_is_as_good(computer: Computer) -> None:
    assert computer.judge([UP] * 3 + [f"active|0|switched off, Followed, {EDITION}"] * (STAYS - 3)) == "good"


@pytest.mark.parametrize(
    ("looks", "why"),
    [
        pytest.param([STARTING] * APPEARS, "it showed nothing within 8 seconds", id="never ready"),
        pytest.param(["active|0|starting, NotYetKnown, edition none"] * APPEARS, "it showed nothing within 8 seconds", id="no picture"),
        pytest.param(["active|0|"] * APPEARS, "it showed nothing within 8 seconds", id="ready without a word"),
        pytest.param([STARTING, "activating|4|"], "it ended 4 times", id="ends at once"),
        pytest.param([*[UP] * 5, "activating|1|"], "it ended soon after it was on the screen", id="ends later"),
        pytest.param([UP, RESTARTING] * 3, "its window ended again and again", id="its window ends"),
        pytest.param([UP, "active|0|safe mode, Followed, edition 2e521ca2c400"], "its window ended again and again", id="safe mode"),
        pytest.param([ONLY_THE_CARD] * STAYS, "it shows nothing of your files, which version 1 did", id="only the card"),
    ],
)  # fmt: skip
def test_what_cannot_show_the_screen_is_taken_back(looks: list[str], why: str, computer: Computer) -> None:
    assert computer.judge(looks[:-1]) == "trial"

    assert computer.judge(looks) == "refused"
    assert computer.why == why
    assert computer.said == ["--no-block restart kiosk.service"]
    assert (computer.kept / "kiosk").exists()


def test_a_death_of_its_window_begins_the_minute_anew(computer: Computer) -> None:
    looks = [*[UP] * (STAYS - 1), *[RESTARTING] * 3]

    assert computer.judge([*looks, *[UP] * (STAYS - 1)]) == "trial"
    assert computer.judge([*looks, *[UP] * STAYS]) == "good"


def test_an_administrators_restart_is_no_fault(computer: Computer) -> None:
    restart = [f"active|1|shown, Followed, {EDITION}", f"deactivating|1|shown, Followed, {EDITION}", STARTING]

    assert computer.judge([*restart * 3, *[UP] * STAYS]) == "good"


def test_where_the_version_before_had_only_the_card_the_card_is_enough(computer: Computer) -> None:
    (computer.versions / "trial").write_text("2\n\n")

    assert computer.judge([ONLY_THE_CARD] * STAYS) == "good"


def test_where_staff_have_left_the_trial_waits(computer: Computer) -> None:
    assert computer.judge([*[UP] * 5, *[LEFT] * 5, *[UP] * STAYS]) == "trial"
    assert computer.said == []


def test_a_service_that_waits_its_turn_while_the_computer_starts_is_waited_for(computer: Computer) -> None:
    waits = [QUEUED] * (APPEARS + 4)

    assert computer.judge([*waits, *[STARTING] * (APPEARS - 1)]) == "trial"
    assert computer.judge([*waits, *[STARTING] * (APPEARS - 1), *[UP] * STAYS]) == "good"


def test_one_that_shows_nothing_after_its_turn_came_is_taken_back(computer: Computer) -> None:
    assert computer.judge([*[QUEUED] * (APPEARS + 4), *[STARTING] * APPEARS]) == "refused"


@pytest.mark.parametrize(("connected", "verdict"), [("disconnected", "trial"), ("connected", "refused")])
def test_without_a_screen_no_version_is_to_blame(connected: str, verdict: str, computer: Computer) -> None:
    for name, status in {"card0-DP-1": "disconnected", "card0-HDMI-A-1": connected}.items():
        (computer.folder / "drm" / name).mkdir(parents=True)
        (computer.folder / "drm" / name / "status").write_text(f"{status}\n")

    assert computer.judge([STARTING] * 10) == verdict


@pytest.mark.parametrize(
    ("known", "shown"),
    [((), 2), (("trial",), 2), (("refused",), 1), (("unpacking",), 1), (("unpacking", "trial"), 1)],
)
def test_the_version_before_runs_where_the_new_one_must_not(
    known: tuple[str, ...], shown: int, computer: Computer
) -> None:
    (computer.versions / "trial").unlink()
    for name in known:
        (computer.versions / name).touch()

    assert computer.run("run-version", "run", "--kiosk").stdout == f"version {shown}: run --kiosk\n"


def test_where_nothing_is_kept_there_is_only_the_installed_one(computer: Computer) -> None:
    (computer.versions / "refused").touch()
    (computer.kept / "kiosk").unlink()

    assert computer.run("run-version", "status").stdout == "version 2: status\n"


def test_it_is_told_as_long_as_there_is_something_to_tell(computer: Computer) -> None:
    assert computer.run("tell-version").stdout.startswith("Version 2 is new here: ")

    computer.judge([STARTING] * APPEARS)
    told = computer.run("tell-version").stdout
    assert told.startswith("Version 2 did not come up: it showed nothing within 8 seconds. Version 1 is shown. ")

    (computer.versions / "refused").unlink()
    assert computer.run("tell-version").stdout == ""


def test_an_interrupted_installation_is_told_with_what_ends_it(computer: Computer) -> None:
    (computer.versions / "unpacking").touch()

    assert computer.run("tell-version").stdout == (
        "An installation was interrupted; version 1 is shown. To finish it: sudo dpkg --configure -a\n"
    )


class TestAfterAPowerCut:
    """A file of the scripts may be empty, or gone."""

    @pytest.fixture(autouse=True, params=["emptied", "gone"])
    def _loses(self, request: pytest.FixtureRequest, computer: Computer) -> None:
        self.lose(computer, "previous", request.param)

    def lose(self, computer: Computer, name: str, how: str) -> None:
        (computer.versions / name).unlink()
        if how == "emptied":
            (computer.versions / name).touch()

    def test_a_version_without_a_name_is_told(self, computer: Computer) -> None:
        told = computer.run("tell-version")

        assert (told.returncode, told.stderr) == (0, "")
        assert told.stdout.endswith("If it cannot show the screen, the one before comes back by itself.\n")

    def test_the_new_one_is_judged_none_the_less(self, computer: Computer) -> None:
        assert computer.judge([ONLY_THE_CARD] * STAYS) == "refused"
        assert computer.why == "it shows nothing of your files, which the one before did"
        assert computer.said == ["--no-block restart kiosk.service"]

        told = computer.run("tell-version").stdout
        assert told.startswith(f"Version 2 did not come up: {computer.why}. The one before is shown. ")

    def test_an_emptied_trial_is_still_a_trial(self, computer: Computer) -> None:
        self.lose(computer, "trial", "emptied")

        assert computer.run("tell-version").stdout.startswith("The version that is installed is new here: ")
        assert computer.judge([UP] * STAYS) == "good"

    def test_without_a_trial_the_judge_ends_well(self, computer: Computer) -> None:
        self.lose(computer, "trial", "gone")

        ended = computer.run("judge-version")

        assert (ended.returncode, ended.stderr) == (0, "")
        assert computer.run("tell-version").stdout == ""


class TestKeeping:
    """What preinst does before the files of version 3 come."""

    @pytest.fixture(autouse=True)
    def _is_on(self, computer: Computer) -> None:
        (computer.folder / "is-on").touch()
        (computer.versions / "trial").unlink()
        (computer.folder / "installed" / "library").write_text("of 2")

    def upgrade(self, computer: Computer) -> subprocess.CompletedProcess[str]:
        return computer.run("preinst", "upgrade", "2", "3")

    def test_the_installed_one_is_kept_when_other_files_take_the_names(self, computer: Computer) -> None:
        assert self.upgrade(computer).returncode == 0
        (computer.folder / "new").write_text("of 3")
        (computer.folder / "new").rename(computer.folder / "installed" / "library")

        assert (computer.kept / "library").read_text() == "of 2"
        assert (computer.versions / "previous").read_text() == "2\n"

    def test_its_name_is_on_the_disk_before_it_is_believed(self, computer: Computer) -> None:
        computer.program(
            "bin/sync",
            f'cat "$1" >{computer.folder}/synced; cat {computer.versions}/previous >>{computer.folder}/synced',
        )

        self.upgrade(computer)

        assert (computer.folder / "synced").read_text() == "2\n1\n"

    def test_it_runs_until_the_new_one_is_there_as_a_whole(self, computer: Computer) -> None:
        self.upgrade(computer)
        assert (computer.versions / "unpacking").exists()

        assert computer.run("postrm", "abort-upgrade", "2").returncode == 0
        assert not (computer.versions / "unpacking").exists()

    @pytest.mark.parametrize("state", ["trial", "refused", "unpacking"])
    def test_one_that_has_not_proved_good_is_not_kept_in_its_place(self, state: str, computer: Computer) -> None:
        (computer.versions / state).write_text("2\n")

        assert self.upgrade(computer).returncode == 0
        assert computer.run("run-version", "status").stdout == "version 1: status\n"
        assert (computer.versions / "previous").read_text() == "1\n"

    def test_a_desktop_keeps_nothing(self, computer: Computer) -> None:
        (computer.folder / "is-on").unlink()
        (computer.kept / "kiosk").unlink()

        assert self.upgrade(computer).returncode == 0
        assert not (computer.kept / "library").exists()
        assert not (computer.versions / "unpacking").exists()

    def test_another_disk_gets_a_copy(self, computer: Computer) -> None:
        computer.program("bin/cp", 'case "$1" in -al) mkdir "$3"; exit 1 ;; esac; PATH=/usr/bin:/bin exec cp "$@"')

        assert self.upgrade(computer).returncode == 0
        assert (computer.kept / "library").read_text() == "of 2"

    def test_a_full_disk_stops_no_upgrade(self, computer: Computer) -> None:
        computer.program("bin/cp", 'mkdir -p "$3"; exit 1')

        told = self.upgrade(computer)

        assert told.returncode == 0
        assert told.stderr.startswith("There is no room to keep version 2 beside the new one")
        assert not computer.kept.exists()
        assert not (computer.versions / "unpacking").exists()

    def test_a_removal_leaves_nothing_of_it(self, computer: Computer) -> None:
        self.upgrade(computer)

        computer.run("postrm", "remove")

        assert not computer.kept.exists()
        assert not computer.versions.exists()
