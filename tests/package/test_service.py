"""kiosk.service of the .deb under a real systemd: what the office's computer does when nobody looks."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.package.booted_root import BOOTED, WATCHDOG_SECONDS, BootedRoot, booted_root
from tests.package.test_bare_root import painted, upgraded
from tests.reliability.lobby import until

pytestmark = BOOTED

UNIT, LOGIN = "kiosk.service", "getty@tty1.service"
COMES_WITHIN_SECONDS = 15.0
STARTS_AGAIN_WITHIN_SECONDS = 10.0
HANGS_FOR_SECONDS = 20.0
LEAVES = "#!/bin/sh\nsystemd-notify --ready\nsleep 1\nexit 5\n"


@pytest.fixture(scope="module")
def computer(deb: Path) -> Iterator[BootedRoot]:
    with booted_root() as computer:
        computer.root.install(deb)
        yield computer


@pytest.fixture
def kiosk(computer: BootedRoot) -> Iterator[BootedRoot]:
    """Give it with the kiosk on its screen, and nothing but that."""
    computer.run("systemctl", "start", LOGIN)
    assert computer.run("systemctl", "start", UNIT).returncode == 0
    until(lambda: shows_an_edition(computer), COMES_WITHIN_SECONDS)
    yield computer
    computer.run("systemctl", "stop", UNIT)


def shows_an_edition(computer: BootedRoot) -> bool:
    return "The screen shows edition " in computer.run("kiosk-lobby", "status").stdout


def main_pid(computer: BootedRoot) -> str:
    return computer.shows(UNIT, "MainPID")


def starts_of_the_login(computer: BootedRoot) -> int:
    return computer.run("journalctl", "--unit", LOGIN, "--no-pager").stdout.count("Started ")


def test_it_is_off_until_somebody_turns_it_on(computer: BootedRoot) -> None:
    assert computer.run("systemctl", "is-enabled", UNIT).stdout == "disabled\n"
    assert not computer.is_active(UNIT)

    computer.run("systemctl", "preset", UNIT)

    assert computer.run("systemctl", "is-enabled", UNIT).stdout == "disabled\n"


def test_it_shows_the_screen_and_takes_the_terminal(kiosk: BootedRoot) -> None:
    assert kiosk.is_active(UNIT)
    assert kiosk.shows(UNIT, "StatusText").startswith("shown, ")
    assert not kiosk.is_active(LOGIN)


def test_systemd_finds_nothing_wrong_in_what_is_installed(computer: BootedRoot) -> None:
    judged = computer.run("systemd-analyze", "verify", "--man=no", UNIT)

    assert (judged.returncode, judged.stderr) == (0, "")


def test_a_kiosk_that_is_killed_comes_back_without_a_login_in_between(kiosk: BootedRoot) -> None:
    before, logins = main_pid(kiosk), starts_of_the_login(kiosk)

    kiosk.run("sh", "-c", "kill -9 $(cat /run/kiosk/kiosk.pid)")

    until(lambda: main_pid(kiosk) not in {"0", before} and kiosk.is_active(UNIT), STARTS_AGAIN_WITHIN_SECONDS)
    assert starts_of_the_login(kiosk) == logins


def test_a_kiosk_that_lives_is_left_alone(kiosk: BootedRoot) -> None:
    before = main_pid(kiosk)

    time.sleep(1.5 * WATCHDOG_SECONDS)

    assert (main_pid(kiosk), kiosk.shows(UNIT, "NRestarts")) == (before, "0")


def test_a_kiosk_that_hangs_is_started_again(kiosk: BootedRoot) -> None:
    before = main_pid(kiosk)

    kiosk.run("sh", "-c", "kill -STOP $(cat /run/kiosk/kiosk.pid)")

    until(lambda: main_pid(kiosk) not in {"0", before} and kiosk.is_active(UNIT), HANGS_FOR_SECONDS)
    assert "Watchdog timeout" in kiosk.run("journalctl", "--unit", UNIT, "--no-pager").stdout


def test_a_restart_blames_no_version_however_new_it_is(kiosk: BootedRoot) -> None:
    contact = kiosk.root.file("/etc/kiosk/contact.toml")
    contact.write_text(painted(contact.read_text("utf-8")), "utf-8")
    until(lambda: "It is new: " in kiosk.run("kiosk-lobby", "status").stdout, COMES_WITHIN_SECONDS)

    for _ in range(3):
        assert kiosk.run("systemctl", "restart", UNIT).returncode == 0
        until(lambda: shows_an_edition(kiosk), COMES_WITHIN_SECONDS)

    assert "set aside" not in kiosk.run("journalctl", "--unit", UNIT, "--no-pager").stdout
    assert not kiosk.is_active(LOGIN)


def test_where_staff_leave_it_stays_and_the_terminal_asks_for_a_login(kiosk: BootedRoot) -> None:
    stand_in = kiosk.root.file("/usr/local/bin/kiosk")
    stand_in.write_text(LEAVES)
    stand_in.chmod(0o755)
    try:
        kiosk.run("systemctl", "restart", UNIT)
        until(lambda: kiosk.shows(UNIT, "ActiveState") == "inactive", STARTS_AGAIN_WITHIN_SECONDS)
        until(lambda: kiosk.is_active(LOGIN), STARTS_AGAIN_WITHIN_SECONDS)
    finally:
        stand_in.unlink()

    assert kiosk.shows(UNIT, "Result") == "success"


def test_where_somebody_stops_it_the_terminal_asks_for_a_login(kiosk: BootedRoot) -> None:
    kiosk.run("systemctl", "stop", UNIT)

    until(lambda: kiosk.is_active(LOGIN), STARTS_AGAIN_WITHIN_SECONDS)
    assert kiosk.shows(UNIT, "Result") == "success"


def test_an_upgrade_starts_it_anew(kiosk: BootedRoot, deb: Path, tmp_path: Path) -> None:
    before = main_pid(kiosk)
    newer = upgraded(deb, tmp_path)
    kiosk.root.file("/root/newer.deb").write_bytes(newer.read_bytes())

    try:
        assert kiosk.run("dpkg", "--install", "/root/newer.deb").returncode == 0

        assert main_pid(kiosk) not in {"0", before}
        until(lambda: shows_an_edition(kiosk), COMES_WITHIN_SECONDS)
    finally:  # or what other tests do to the kiosk would be held against the newer version
        kiosk.run("systemctl", "stop", "kiosk-trial.service")
        kiosk.run("rm", "-rf", "/var/lib/kiosk-version")
