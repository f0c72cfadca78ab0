"""What is done after the files are in place, in a folder that stands for the disk, with stand-ins for systemd and the program."""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

POSTINST = Path(__file__).parents[3] / "packaging" / "linux" / "scripts" / "postinst"
OF_THE_DISK = re.compile(r"/(?:etc|sys|run|var/lib|usr/lib|usr/libexec|usr/bin/kiosk)\b")

AS_SOMEBODY = 'while [ "$1" != -- ]; do shift; done; shift; exec "$@"'
INSTALL = """\
for word; do
    shift
    case "$word" in -o | -g) skip=1 ;; *) [ -n "$skip" ] || set -- "$@" "$word"; skip= ;; esac
done
PATH=/usr/bin:/bin exec install "$@"
"""
"""A tester cannot give a file away."""

INIT = """\
[ ! -e {disk}/refuses ] || exit 3
for name in contact.toml device.toml device.schema.json; do echo first >"$2/$name"; done
"""


@dataclass(frozen=True)
class Disk:
    root: Path

    @property
    def old(self) -> Path:
        return self.root / "etc/kiosk/device.toml"

    @property
    def new(self) -> Path:
        return self.root / "etc/kiosk-lobby/device.toml"

    def program(self, path: str, script: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def postinst(self, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": f"{self.root}/bin:{os.environ['PATH']}"}
        order = [str(self.root / "postinst"), *(words or ("configure",))]
        return subprocess.run(order, check=False, env=environment, capture_output=True, text=True, timeout=30)


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    disk = Disk(tmp_path)
    (tmp_path / "etc").mkdir()
    disk.program("postinst", OF_THE_DISK.sub(lambda path: f"{tmp_path}{path[0]}", POSTINST.read_text("utf-8")))
    disk.program("usr/bin/kiosk", INIT.format(disk=tmp_path))
    disk.program("usr/lib/kiosk/kiosk", "")
    disk.program("bin/setpriv", AS_SOMEBODY)
    disk.program("bin/install", INSTALL)
    for name in ("systemd-sysusers", "apparmor_parser"):
        disk.program(f"bin/{name}", "")
    disk.program("bin/systemctl", f'echo "$*" >>{tmp_path}/said')
    return disk


class TestSettingsOfTheDevice:
    @pytest.fixture(autouse=True)
    def _is_of_an_earlier_version(self, disk: Disk) -> None:
        disk.write("etc/kiosk/contact.toml", "staff's")
        disk.write("etc/kiosk/device.toml", "pin").chmod(0o644)
        disk.write("etc/kiosk/device.schema.json", "{}")

    def test_move_and_leave_a_link(self, disk: Disk) -> None:
        assert disk.postinst().stderr == ""

        assert disk.new.read_text() == "pin"
        assert disk.old.readlink() == Path("../kiosk-lobby/device.toml")
        assert {file.name for file in disk.new.parent.iterdir()} == {"device.toml", "device.schema.json"}
        assert not (disk.root / "etc/kiosk-lobby.new").exists()

    def test_are_closed_to_others(self, disk: Disk) -> None:
        disk.postinst()

        assert (disk.new.stat().st_mode & 0o777, disk.new.parent.stat().st_mode & 0o777) == (0o600, 0o750)

    @pytest.mark.parametrize("breaks_off", ["install", "sync", "mv", "cmp", "ln"])
    def test_are_never_lost_where_the_power_is_cut(self, breaks_off: str, disk: Disk) -> None:
        real = subprocess.run(["which", breaks_off], check=True, capture_output=True, text=True).stdout.strip()
        text = (disk.root / "postinst").read_text()
        cut = text.replace("PATH=/usr/bin:/bin", f"PATH={disk.root}/bin:/usr/bin:/bin")
        disk.program("postinst", cut.removeprefix("#!/bin/sh\n"))
        before = disk.root / "bin" / breaks_off
        kept = before.read_text() if before.exists() else f'#!/bin/sh\nexec {real} "$@"\n'
        disk.program(f"bin/{breaks_off}", 'kill -9 "$PPID"; exit 1')

        assert disk.postinst().returncode != 0
        assert disk.old.read_text() == "pin"
        before.write_text(kept)

        assert disk.postinst().returncode == 0
        assert disk.new.read_text() == "pin"
        assert disk.old.is_symlink()

    def test_that_an_editor_laid_there_later_are_never_taken(self, disk: Disk) -> None:
        disk.postinst()
        disk.old.unlink()
        disk.old.write_text("an editor's")

        assert disk.postinst().returncode == 0
        assert (disk.new.read_text(), disk.old.read_text(), disk.old.is_symlink()) == ("pin", "an editor's", False)

    def test_behind_an_administrators_link_stay_where_they_are(self, disk: Disk) -> None:
        disk.old.rename(disk.root / "elsewhere.toml")
        disk.old.symlink_to(disk.root / "elsewhere.toml")

        for _ in range(2):
            assert disk.postinst().returncode == 0
            assert disk.new.readlink() == disk.old.readlink() == disk.root / "elsewhere.toml"


def test_the_first_settings_are_closed_to_others(disk: Disk) -> None:
    assert disk.postinst().returncode == 0

    assert (disk.new.read_text(), disk.new.stat().st_mode & 0o777) == ("first\n", 0o600)
    assert disk.old.is_symlink()


def test_where_the_first_files_cannot_be_written_the_next_run_does_all(disk: Disk) -> None:
    refuses = disk.write("refuses", "")

    told = disk.postinst()
    assert (told.returncode, told.stderr.endswith("; then: sudo dpkg-reconfigure kiosk\n")) == (0, True)
    assert not disk.new.parent.exists()

    refuses.unlink()
    assert disk.postinst("configure", "2").stderr == ""
    assert disk.new.read_text() == "first\n"


def test_an_upgrade_that_was_broken_off_goes_on_with_the_trial(disk: Disk) -> None:
    (disk.root / "run/systemd/system").mkdir(parents=True)
    unpacking = disk.write("var/lib/kiosk-version/unpacking", "")

    assert disk.postinst("abort-upgrade", "3").returncode == 0
    assert (disk.root / "said").read_text() == "--no-block start kiosk-trial.service\n"
    assert not unpacking.exists()


def test_where_the_name_of_the_version_before_is_lost_the_package_is_installed(disk: Disk) -> None:
    disk.program("bin/dpkg-query", "printf 2")
    disk.program("usr/lib/kiosk.previous/kiosk", "")
    disk.program("usr/libexec/kiosk/tell-version", "exit 1")
    (disk.root / "var/lib/kiosk-version").mkdir(parents=True)

    assert disk.postinst("configure", "1").returncode == 0
    assert (disk.root / "var/lib/kiosk-version/trial").read_text() == "2\n\n"


class TestAnEarlierProfile:
    @pytest.fixture
    def profile(self, disk: Disk) -> Path:
        (disk.root / "sys/kernel/security/apparmor").mkdir(parents=True)
        return disk.write("etc/apparmor.d/usr.lib.kiosk.kiosk", "profile kiosk /usr/lib/kiosk/kiosk {\n}\n")

    def test_is_told_with_what_brings_the_new_one(self, profile: Path, disk: Disk) -> None:
        Path(f"{profile}.dpkg-dist").write_text("/etc/kiosk-lobby/ rw,\n")

        (told,) = disk.postinst().stderr.splitlines()

        assert "no PIN can be set" in told
        assert told.endswith(f": sudo cp {profile}.dpkg-dist {profile} && sudo aa-enforce {profile}")

    def test_without_a_new_one_beside_it_is_to_be_installed_again(self, profile: Path, disk: Disk) -> None:
        Path(f"{profile}.dpkg-dist").write_text("/etc/kiosk/ rw,\n")  # left by an earlier upgrade

        assert f": sudo rm {profile} && sudo dpkg --force-confmiss --install kiosk_" in disk.postinst().stderr

    def test_that_forbids_nothing_is_not_made_to(self, profile: Path, disk: Disk) -> None:
        profile.write_text("profile kiosk /usr/lib/kiosk/kiosk flags=(complain) {\n}\n")

        assert disk.postinst().stderr.endswith(f" && sudo apparmor_parser --replace {profile}\n")

    def test_is_not_told_of_ours(self, profile: Path, disk: Disk) -> None:
        ours = POSTINST.parents[1] / "apparmor" / profile.name
        profile.write_text(ours.read_text("utf-8").replace("flags=(complain) ", ""))

        assert disk.postinst().stderr == ""
