import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.edition.durable import write_atomically
from kiosk.system.autostart_entry import Broken, Entry, Foreign, InTheWay, Refused, Removed, Written
from kiosk.system.autostart_systemd import MARK, SystemdUnits, entry_in, unit_of
from kiosk.system.doctor.machine import Text
from tests.system.autostart_fakes import System, entry

ASKS_SESSION = "systemctl --user is-active graphical-session.target"
RELOADS = "systemctl --user daemon-reload"
ODD = entry("--device", "/srv/50% $HOME 'a' \"b\" `c` \\x ; é #.toml")


@pytest.fixture
def system() -> System:
    return System({ASKS_SESSION: Text("active\n")})


@pytest.fixture
def units(tmp_path: Path, system: System) -> SystemdUnits:
    return SystemdUnits(tmp_path, system.run, write_atomically)


def link_in(tmp_path: Path, name: str = "kiosk") -> Path:
    return tmp_path / "graphical-session.target.wants" / f"{name}.service"


def lines_of(written: Entry) -> list[str]:
    return unit_of(written).decode().splitlines()


@pytest.mark.parametrize("written", [entry(), entry(screen="DELL U2415"), entry(mode="--windowed"), ODD])
def test_what_is_written_is_read_again(units: SystemdUnits, written: Entry) -> None:
    units.put(written)

    assert [(found.state, found.entry) for found in units.found()] == [("on", written)]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize("written", [entry(), entry(mode="--windowed"), ODD])
def test_systemd_finds_nothing_wrong(units: SystemdUnits, tmp_path: Path, written: Entry) -> None:
    units.put(written)
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}
    command = ["systemd-analyze", "verify", "--user", "--man=no", str(tmp_path / "kiosk.service")]

    judged = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert (judged.returncode, judged.stderr) == (0, "")


def test_it_is_started_again_whatever_ended_it_but_staff() -> None:
    assert {"Restart=always", "RestartPreventExitStatus=5", "StartLimitIntervalSec=0"} <= set(lines_of(entry()))


def test_a_window_that_was_closed_stays_closed() -> None:
    assert {"Restart=on-failure", "RestartPreventExitStatus=5"} <= set(lines_of(entry(mode="--windowed")))


def test_systemd_hears_of_a_kiosk_that_hangs() -> None:
    assert {"Type=notify", "NotifyAccess=main", "WatchdogSec=60"} <= set(lines_of(entry()))


def test_it_comes_and_goes_with_the_graphical_session(units: SystemdUnits, tmp_path: Path) -> None:
    units.put(entry())

    assert {"PartOf=graphical-session.target", "After=graphical-session.target"} <= set(lines_of(entry()))
    assert link_in(tmp_path).resolve() == tmp_path / "kiosk.service"


def test_a_systemd_that_runs_is_told(units: SystemdUnits, system: System) -> None:
    units.put(entry())

    assert system.asked == [RELOADS, ASKS_SESSION]


def test_a_session_that_does_not_reach_the_target_is_told(tmp_path: Path) -> None:
    inactive = System({ASKS_SESSION: Text("inactive\n", 3)})

    written = SystemdUnits(tmp_path, inactive.run, write_atomically).put(entry())

    assert isinstance(written, Written)
    assert written.note.endswith("use: kiosk autostart enable --with xdg")


def test_where_it_is_reached_there_is_nothing_to_note(units: SystemdUnits, tmp_path: Path) -> None:
    assert units.put(entry()) == Written(str(tmp_path / "kiosk.service"))


def test_a_link_that_is_there_already_is_made_anew(units: SystemdUnits, tmp_path: Path) -> None:
    link_in(tmp_path).parent.mkdir()
    link_in(tmp_path).symlink_to("/nowhere")

    units.put(entry())
    units.put(entry())

    assert [found.state for found in units.found()] == ["on"]


def test_without_its_link_it_is_off(units: SystemdUnits, tmp_path: Path) -> None:
    units.put(entry())
    link_in(tmp_path).unlink()

    assert [(found.state, found.why) for found in units.found()] == [
        ("off", "graphical-session.target does not ask for it")
    ]


def test_what_somebody_else_wrote_stays(units: SystemdUnits, tmp_path: Path) -> None:
    theirs = tmp_path / "kiosk.service"
    theirs.write_text("[Service]\nExecStart=/usr/bin/another-kiosk\n", "utf-8")

    assert units.put(entry()) == InTheWay(str(theirs))
    assert theirs.read_text("utf-8") == "[Service]\nExecStart=/usr/bin/another-kiosk\n"
    assert not link_in(tmp_path).exists()


def test_nothing_is_left_when_it_is_removed(units: SystemdUnits, tmp_path: Path, system: System) -> None:
    units.put(entry())

    assert [units.remove(found) for found in units.found()] == [Removed()]
    assert list(tmp_path.rglob("kiosk*")) == []
    assert not link_in(tmp_path).is_symlink()
    assert system.asked[-1] == RELOADS


def test_a_link_that_cannot_be_made_is_told(units: SystemdUnits, tmp_path: Path) -> None:
    (tmp_path / "graphical-session.target.wants").write_text("in the way")

    assert units.put(entry()) == Refused(f"{link_in(tmp_path)} could not be made: File exists")


def test_a_link_that_cannot_be_removed_is_told(units: SystemdUnits, tmp_path: Path) -> None:
    units.put(entry())
    found = units.found()[0]
    link_in(tmp_path).unlink()
    link_in(tmp_path).mkdir()

    assert units.remove(found) == Refused(f"{link_in(tmp_path)} could not be removed: Is a directory")


def test_a_unit_that_starts_nothing_is_broken_and_another_foreign() -> None:
    assert entry_in(f"{MARK}\n[Service]\n") == Broken()
    assert entry_in("[Service]\n") == Foreign()
