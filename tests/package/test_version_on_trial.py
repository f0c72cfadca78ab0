"""Broken versions of the .deb on a computer whose lobby depends on it, under a real systemd: the old one comes back."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.package.booted_root import BOOTED, BootedRoot, booted_root
from tests.package.versions import (
    DIES_AGAIN_AND_AGAIN,
    DIES_BEFORE_IT_PAINTS,
    ENDS,
    ENDS_AFTER_A_WHILE,
    HANGS,
    Versions,
)
from tests.reliability.lobby import until

pytestmark = BOOTED

UNIT, TRIAL = "kiosk.service", "kiosk-trial.service"
INSTALLED, KEPT = "/usr/lib/kiosk/kiosk", "/usr/lib/kiosk.previous/kiosk"
VERSIONS = Path("/var/lib/kiosk-version")
COMES_WITHIN_SECONDS = 20.0
BACK_WITHIN_SECONDS = 90.0
PROVES_GOOD_WITHIN_SECONDS = 90.0


@pytest.fixture(scope="module")
def versions(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Versions:
    return Versions(deb, tmp_path_factory.mktemp("versions"))


@pytest.fixture(scope="module")
def computer(versions: Versions) -> Iterator[BootedRoot]:
    with booted_root() as computer:
        computer.root.install(versions.make("1"))
        assert computer.run("systemctl", "enable", UNIT).returncode == 0
        yield computer


@pytest.fixture
def lobby(computer: BootedRoot, versions: Versions) -> BootedRoot:
    """Give it with version 1 on the screen, as if there had never been another."""
    computer.run("dpkg", "--purge", "kiosk")
    assert install(computer, versions.make("1")) == 0
    computer.run("systemctl", "enable", UNIT)
    assert computer.run("systemctl", "start", UNIT).returncode == 0
    until(lambda: shows(computer, INSTALLED), COMES_WITHIN_SECONDS)
    return computer


def install(computer: BootedRoot, deb: Path) -> int:
    shutil.copyfile(deb, computer.root.file("/root/other.deb"))
    return computer.run("dpkg", "--install", "/root/other.deb").returncode


def status(computer: BootedRoot) -> str:
    return computer.run("kiosk-lobby", "status").stdout


def shows(computer: BootedRoot, program: str) -> bool:
    """Whether this program has the screen, and an edition on it."""
    runs = computer.run("sh", "-c", "readlink /proc/$(cat /run/kiosk/kiosk.pid)/exe").stdout.strip()
    return runs == program and "The screen shows edition " in status(computer)


def is_there(computer: BootedRoot, path: Path | str) -> bool:
    return computer.root.file(path).exists()


@pytest.mark.parametrize(
    ("script", "why"),
    [
        pytest.param(ENDS, "it ended 4 times", id="ends"),
        pytest.param(HANGS, "it showed nothing within 45 seconds", id="hangs"),
        pytest.param(DIES_BEFORE_IT_PAINTS, "it showed nothing within 45 seconds", id="its window never paints"),
        pytest.param(DIES_AGAIN_AND_AGAIN, "its window ended again and again", id="its window dies"),
        pytest.param(ENDS_AFTER_A_WHILE, "it ended soon after it was on the screen", id="ends after a while"),
    ],
)
def test_the_version_before_is_back(script: str, why: str, lobby: BootedRoot, versions: Versions) -> None:
    broken = versions.make("2", script)
    began = time.monotonic()

    assert install(lobby, broken) == 0
    until(lambda: shows(lobby, KEPT), BACK_WITHIN_SECONDS - (time.monotonic() - began))

    assert status(lobby).startswith(f"Version 2 did not come up: {why}. Version 1 is shown.")
    assert "Version 2 did not come up" in lobby.run("journalctl", "--unit", TRIAL, "--no-pager").stdout
    assert "Version 2 did not come up" in lobby.run("kiosk-lobby", "doctor").stdout


def test_one_that_is_good_stays_after_a_minute_and_nothing_of_the_old_one_is_kept(
    lobby: BootedRoot, versions: Versions
) -> None:
    assert install(lobby, versions.make("2")) == 0
    until(lambda: shows(lobby, INSTALLED), COMES_WITHIN_SECONDS)
    assert status(lobby).startswith("Version 2 is new here: ")

    until(lambda: not lobby.is_active(TRIAL), PROVES_GOOD_WITHIN_SECONDS)

    assert not is_there(lobby, VERSIONS / "trial")
    assert not is_there(lobby, KEPT)
    assert status(lobby).startswith("The screen shows edition ")
    assert lobby.shows(UNIT, "NRestarts") == "0"


def test_the_trial_goes_on_after_the_computer_was_switched_off(lobby: BootedRoot, versions: Versions) -> None:
    assert install(lobby, versions.make("2", ENDS_AFTER_A_WHILE)) == 0

    lobby.switch_off_and_on()

    assert is_there(lobby, VERSIONS / "trial")

    until(lambda: shows(lobby, KEPT), BACK_WITHIN_SECONDS)


def test_after_a_broken_one_the_next_is_tried_and_removal_leaves_nothing(lobby: BootedRoot, versions: Versions) -> None:
    assert install(lobby, versions.make("2", ENDS)) == 0
    until(lambda: shows(lobby, KEPT), BACK_WITHIN_SECONDS)

    assert install(lobby, versions.make("3", ENDS)) == 0
    until(lambda: status(lobby).startswith("Version 3 did not come up: "), BACK_WITHIN_SECONDS)
    assert "Version 1 is shown." in status(lobby)

    assert install(lobby, versions.make("4")) == 0
    until(lambda: not lobby.is_active(TRIAL), PROVES_GOOD_WITHIN_SECONDS)
    assert shows(lobby, INSTALLED)

    assert install(lobby, versions.make("1")) == 0
    assert is_there(lobby, KEPT)
    lobby.run("dpkg", "--remove", "kiosk")
    assert not is_there(lobby, "/usr/lib/kiosk.previous")
    assert not is_there(lobby, VERSIONS)


def test_once_more_is_what_is_said(lobby: BootedRoot, versions: Versions) -> None:
    assert install(lobby, versions.make("2", ENDS)) == 0
    until(lambda: shows(lobby, KEPT), BACK_WITHIN_SECONDS)
    assert status(lobby).splitlines()[0].endswith(": sudo dpkg-reconfigure kiosk")

    lobby.run("dpkg-reconfigure", "kiosk")

    assert is_there(lobby, VERSIONS / "trial")
    until(lambda: shows(lobby, KEPT), BACK_WITHIN_SECONDS)
