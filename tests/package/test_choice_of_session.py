"""`kiosk-lobby use` of the .deb under a real systemd: which service has the screen, and what comes after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.package.booted_root import BOOTED, UNITS, BootedRoot, booted_root
from tests.reliability.lobby import until

pytestmark = BOOTED

CAGE, OPENBOX, LOGIN, DESKTOP = "kiosk.service", "kiosk-openbox.service", "getty@tty1.service", "desktop.service"
COMES_WITHIN_SECONDS = 15.0
NEEDED_BY_OPENBOX = ("/usr/bin/openbox", "/usr/bin/xinit", "/usr/bin/xauth", "/usr/lib/xorg/Xorg")
A_DESKTOP = """\
[Unit]
Conflicts=getty@tty1.service
[Service]
ExecStart=/bin/sleep infinity
[Install]
Alias=display-manager.service
"""
OPENBOX_ON_NO_SCREEN = """\
[Service]
ExecStartPre=
ExecStart=
ExecStart=/bin/sh -c 'systemd-notify --ready; exec sleep infinity'
ExecStop=
StandardInput=null
TTYPath=
DevicePolicy=auto
"""


@pytest.fixture(scope="module")
def computer(deb: Path) -> Iterator[BootedRoot]:
    with booted_root() as computer:
        computer.root.install(deb)
        yield computer


@pytest.fixture
def kiosk(computer: BootedRoot) -> Iterator[BootedRoot]:
    """Give it with the kiosk on its screen, chosen as README says."""
    chosen = computer.run("kiosk-lobby", "use", "cage")
    assert (chosen.returncode, chosen.stderr) == (0, "")
    yield computer
    computer.run("kiosk-lobby", "use", "desktop")


@pytest.fixture
def with_openbox(kiosk: BootedRoot) -> Iterator[BootedRoot]:
    """Give it all that the other service needs, which has a stand-in for its X server: there is no terminal for one."""
    programs = [kiosk.root.file(path) for path in NEEDED_BY_OPENBOX]
    drop_in = kiosk.root.file(f"{UNITS}/{OPENBOX}.d/no-screen.conf")
    for file in (*programs, drop_in):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(OPENBOX_ON_NO_SCREEN if file == drop_in else "#!/bin/sh\n")
        file.chmod(0o755)
    kiosk.run("systemctl", "daemon-reload")
    yield kiosk
    kiosk.run("kiosk-lobby", "use", "desktop")
    for file in (*programs, drop_in):
        file.unlink()


@pytest.fixture
def with_desktop(kiosk: BootedRoot) -> Iterator[BootedRoot]:
    """Give it a desktop, which the computer would start if it were not for the kiosk."""
    kiosk.root.file(f"{UNITS}/{DESKTOP}").write_text(A_DESKTOP)
    kiosk.run("systemctl", "enable", DESKTOP)
    kiosk.run("systemctl", "start", "graphical.target")
    assert kiosk.run("kiosk-lobby", "use", "cage").returncode == 0
    yield kiosk
    kiosk.run("systemctl", "stop", DESKTOP)
    kiosk.run("systemctl", "disable", DESKTOP)


def enabled(computer: BootedRoot) -> tuple[str, str]:
    cage, openbox = computer.run("systemctl", "is-enabled", CAGE, OPENBOX).stdout.split()
    return cage, openbox


def main_pid(computer: BootedRoot) -> str:
    return computer.shows(CAGE, "MainPID")


def test_cage_shows_the_kiosk_now_and_at_the_next_start(kiosk: BootedRoot) -> None:
    assert kiosk.is_active(CAGE)
    assert enabled(kiosk) == ("enabled", "disabled")


def test_saying_it_again_changes_nothing(kiosk: BootedRoot) -> None:
    before = main_pid(kiosk)

    assert kiosk.run("kiosk-lobby", "use", "cage").returncode == 0

    assert main_pid(kiosk) == before


@pytest.mark.parametrize("order", ["kiosk-lobby use openbox", f"systemctl enable --now {OPENBOX}"])
def test_what_cannot_run_is_refused_and_the_kiosk_goes_on(order: str, kiosk: BootedRoot) -> None:
    before = main_pid(kiosk)

    refused = kiosk.run(*order.split())

    assert refused.returncode != 0
    assert (main_pid(kiosk), kiosk.is_active(CAGE)) == (before, True)
    assert enabled(kiosk)[0] == "enabled"


def test_it_is_said_what_is_missing(kiosk: BootedRoot) -> None:
    refused = kiosk.run("kiosk-lobby", "use", "openbox")

    assert (refused.returncode, refused.stdout) == (3, "")
    assert refused.stderr.splitlines()[1:5] == [f"  {program}" for program in NEEDED_BY_OPENBOX]
    assert "sudo apt install openbox xserver-xorg xinit xauth x11-xserver-utils\n" in refused.stderr
    assert enabled(kiosk) == ("enabled", "disabled")


def test_one_service_takes_the_place_of_the_other(with_openbox: BootedRoot) -> None:
    chosen = with_openbox.run("kiosk-lobby", "use", "openbox")

    assert (chosen.returncode, chosen.stderr) == (0, "")
    assert (with_openbox.is_active(CAGE), with_openbox.is_active(OPENBOX)) == (False, True)
    assert enabled(with_openbox) == ("disabled", "enabled")
    assert not with_openbox.is_active(LOGIN)


def test_where_there_is_a_desktop_its_login_comes_back_at_once(with_desktop: BootedRoot) -> None:
    assert not with_desktop.is_active(DESKTOP)

    with_desktop.run("systemctl", "disable", "--now", CAGE)

    until(lambda: with_desktop.is_active(DESKTOP), COMES_WITHIN_SECONDS)
    assert not with_desktop.is_active(LOGIN)


def test_so_it_does_where_the_usual_login_is_chosen(with_desktop: BootedRoot) -> None:
    assert with_desktop.run("kiosk-lobby", "use", "desktop").returncode == 0

    until(lambda: with_desktop.is_active(DESKTOP), COMES_WITHIN_SECONDS)
    assert enabled(with_desktop) == ("disabled", "disabled")


@pytest.mark.parametrize(
    "leads_to", ["/dev/null", "/usr/lib/systemd/system/removed.service"], ids=["masked", "removed"]
)
def test_a_desktop_that_cannot_start_gives_way_to_the_terminal(leads_to: str, with_desktop: BootedRoot) -> None:
    chosen = with_desktop.root.file(f"{UNITS}/display-manager.service")
    chosen.unlink()
    chosen.symlink_to(leads_to)
    with_desktop.run("systemctl", "daemon-reload")

    with_desktop.run("kiosk-lobby", "use", "desktop")

    until(lambda: with_desktop.is_active(LOGIN), COMES_WITHIN_SECONDS)
    chosen.unlink()


def test_without_a_desktop_the_terminal_asks(kiosk: BootedRoot) -> None:
    kiosk.run("systemctl", "stop", "graphical.target")

    assert kiosk.run("kiosk-lobby", "use", "desktop").returncode == 0

    until(lambda: kiosk.is_active(LOGIN), COMES_WITHIN_SECONDS)
    assert enabled(kiosk) == ("disabled", "disabled")


def test_to_begin_after_it_was_started_by_hand_starts_no_second_one(computer: BootedRoot) -> None:
    computer.run("systemctl", "start", CAGE)
    before = main_pid(computer)

    assert computer.run("kiosk-lobby", "use", "cage").returncode == 0

    assert main_pid(computer) == before
    computer.run("kiosk-lobby", "use", "desktop")
