"""What runs as root when the package comes and goes, and the other shell scripts of the package."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

LINUX = Path(__file__).parents[3] / "packaging" / "linux"
MAINTAINER = sorted((LINUX / "scripts").iterdir())
SESSION = sorted(file for file in (LINUX / "session").iterdir() if not file.suffix)
ALL = [*MAINTAINER, *SESSION, LINUX / "package.sh"]
OURS = {
    "/var/lib/kiosk",
    "/var/cache/kiosk",
    "/etc/kiosk-lobby.new",
    "/usr/lib/kiosk.previous",
    "/usr/lib/kiosk.previous.new",
    "$kept",
    "$kept.new",
    "/var/lib/kiosk-version",
    "/var/lib/kiosk-version/refused",
    "/var/lib/kiosk-version/unpacking",
}
DEBIANS_OWN = re.compile(r"\b(?:adduser|deb-systemd-\w+|invoke-rc\.d|update-rc\.d|dpkg-maintscript-helper|db_\w+)\b")


def name(file: Path) -> str:
    return file.name


def test_they_are_all_here() -> None:
    assert list(map(name, MAINTAINER)) == ["postinst", "postrm", "preinst", "prerm"]
    assert len(SESSION) == 13


@pytest.mark.parametrize("script", ALL, ids=name)
def test_shellcheck_finds_nothing(script: Path) -> None:
    if shutil.which("shellcheck") is None:
        pytest.skip("shellcheck is not installed")
    said = subprocess.run(["shellcheck", script], check=False, capture_output=True, text=True)

    assert (said.returncode, said.stdout) == (0, "")


@pytest.mark.parametrize("script", ALL, ids=name)
def test_the_plainest_shell_can_read_it(script: Path) -> None:
    assert script.read_text("utf-8").startswith("#!/bin/sh\n")
    assert script.stat().st_mode & 0o111 == 0o111
    assert subprocess.run(["sh", "-n", script], check=False).returncode == 0


@pytest.mark.parametrize("script", MAINTAINER, ids=name)
def test_it_stops_at_the_first_failure_and_needs_nothing_that_a_bare_system_lacks(script: Path) -> None:
    text = script.read_text("utf-8")

    assert "\nset -e\n" in text
    assert DEBIANS_OWN.search(text) is None


@pytest.mark.parametrize("script", MAINTAINER, ids=name)
def test_it_turns_nothing_on(script: Path) -> None:
    told = re.findall(r"systemctl (?:--[\w-]+ )*([\w-]+)((?: [\w.-]+)*)", script.read_text("utf-8"))
    turned_on = [
        units for verb, units in told if verb in {"enable", "start", "restart", "preset", "reenable", "unmask"}
    ]

    assert set(turned_on) <= {" kiosk-trial.service"}  # which only watches


@pytest.mark.parametrize("script", MAINTAINER, ids=name)
def test_what_staff_wrote_is_left(script: Path) -> None:
    removed = re.findall(r"\brm -\w+ (.*)", script.read_text("utf-8"))

    assert {path.strip('"') for paths in removed for path in paths.split()} <= OURS


def test_an_upgrade_starts_what_runs_anew() -> None:
    assert "systemctl try-restart kiosk.service kiosk-openbox.service" in (LINUX / "scripts" / "postinst").read_text()


@pytest.mark.parametrize(
    ("script", "argument"),
    [
        ("preinst", "upgrade"),
        ("postinst", "abort-upgrade"),
        ("prerm", "upgrade"),
        ("postrm", "upgrade"),
        ("postrm", "abort-install"),
    ],
)
def test_half_of_an_upgrade_does_nothing(script: str, argument: str, tmp_path: Path) -> None:
    """On a computer where no program is to be had but the shell."""
    order = ["/bin/sh", str(LINUX / "scripts" / script), argument, "1.0"]
    said = subprocess.run(order, check=False, env={"PATH": str(tmp_path)}, capture_output=True, text=True)

    assert (said.returncode, said.stdout) == (0, "")


@pytest.mark.parametrize("script", MAINTAINER, ids=name)
def test_a_word_that_dpkg_does_not_say_is_refused(script: Path) -> None:
    said = subprocess.run(["sh", script, "surprise"], check=False, capture_output=True, text=True)

    assert (said.returncode, said.stderr) == (1, f"{script.name} called with unknown argument: surprise\n")
