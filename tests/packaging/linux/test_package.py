import hashlib
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.packaging.linux.conftest import MADE_AT, ROOT, made_package

SCRIPT = ROOT / "packaging" / "linux" / "package.sh"
LIBRARIES = ("libegl1", "libgl1", "libfontconfig1", "libdbus-1-3", "libxkbcommon0", "libx11-xcb1", "libwayland-cursor0")

pytestmark = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not installed")


@dataclass(frozen=True, slots=True)
class Entry:
    mode: str
    owner: str
    path: str
    target: str = ""


def contents(deb: Path) -> dict[str, Entry]:
    told = subprocess.run(["dpkg-deb", "--contents", deb], check=True, capture_output=True, text=True).stdout
    entries = (Entry(*parts) for parts in map(_parts, told.splitlines()))
    return {entry.path: entry for entry in entries}


def _parts(line: str) -> tuple[str, str, str, str]:
    mode, owner, _size, _day, _time, name = line.split(maxsplit=5)
    path, _, target = name.partition(" -> ")
    return mode, owner, path.removeprefix(".").removesuffix("/"), target


def field(deb: Path, name: str) -> str:
    return subprocess.run(["dpkg-deb", "--field", deb, name], check=True, capture_output=True, text=True).stdout.strip()


def test_two_of_one_program_are_the_same_wherever_and_by_whom_they_are_made(stand_in: Path, tmp_path: Path) -> None:
    again = made_package(tmp_path / "elsewhere", mask=0o002)

    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(stand_in.read_bytes()).digest()


def test_every_file_has_the_time_of_the_commit(stand_in: Path) -> None:
    told = subprocess.run(["dpkg-deb", "--contents", stand_in], check=True, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "TZ": "UTC"}).stdout  # fmt: skip

    assert {" ".join(line.split()[3:5]) for line in told.splitlines()} == {"2026-11-18 11:06"}
    assert MADE_AT == "1795000000"


def test_the_program_lies_where_every_user_finds_it(stand_in: Path) -> None:
    inside = contents(stand_in)

    assert inside["/usr/bin/kiosk"].target == "../lib/kiosk/kiosk"
    assert inside["/usr/lib/kiosk/kiosk"].mode == "-rwxr-xr-x"
    assert inside["/usr/lib/kiosk/_internal/library.so"].mode == "-rw-r--r--"
    assert inside["/usr/lib/kiosk/_internal/link.so"].target == "library.so"


def test_all_of_it_is_roots_and_nobody_else_may_change_it(stand_in: Path) -> None:
    inside = contents(stand_in).values()

    assert {entry.owner for entry in inside} == {"root/root"}
    assert {entry.mode for entry in inside} == {"drwxr-xr-x", "-rwxr-xr-x", "-rw-r--r--", "l---------"}


@pytest.mark.parametrize(
    "path",
    [
        "/usr/sbin/kiosk-lobby",
        "/usr/lib/systemd/system/kiosk.service",
        "/usr/lib/systemd/system/kiosk-openbox.service",
        "/usr/lib/systemd/system/kiosk-trial.service",
        *(f"/usr/libexec/kiosk/{name}-version" for name in ("judge", "run", "tell")),
        "/usr/lib/systemd/system-preset/50-kiosk.preset",
        "/usr/lib/sysusers.d/kiosk.conf",
        "/usr/lib/tmpfiles.d/kiosk.conf",
        "/usr/share/kiosk/openbox/rc.xml",
        "/usr/share/applications/org.kiosk.kiosk.desktop",
        "/usr/share/metainfo/org.kiosk.kiosk.metainfo.xml",
        "/usr/share/icons/hicolor/scalable/apps/kiosk.svg",
        *(f"/usr/share/icons/hicolor/{size}x{size}/apps/kiosk.png" for size in (16, 24, 32, 48, 64, 128, 256, 512)),
        "/usr/share/man/man1/kiosk.1.gz",
        "/usr/share/bash-completion/completions/kiosk",
        "/usr/share/zsh/vendor-completions/_kiosk",
        "/usr/share/fish/vendor_completions.d/kiosk.fish",
        "/usr/share/doc/kiosk/copyright",
        "/usr/share/doc/kiosk/changelog.gz",
    ],
)
def test_what_the_system_looks_for_is_there(path: str, stand_in: Path) -> None:
    assert path in contents(stand_in)


def test_it_says_what_it_is(stand_in: Path) -> None:
    assert (field(stand_in, "Package"), field(stand_in, "Version")) == ("kiosk", "1.2.0+7")
    assert field(stand_in, "Architecture") == "amd64"


def test_it_asks_for_the_libraries_and_certificates_that_it_does_not_bring(stand_in: Path) -> None:
    depends = re.split(r", | \| ", field(stand_in, "Depends"))

    assert {*LIBRARIES, "ca-certificates"} <= set(depends)
    assert "libglib2.0-0 | libglib2.0-0t64" in field(stand_in, "Depends")
    assert field(stand_in, "Recommends") == "cage, seatd, xwayland, acl"


def test_what_an_administrator_changes_is_kept_and_staffs_files_are_none_of_the_packages(stand_in: Path) -> None:
    order = ["dpkg-deb", "--info", str(stand_in), "conffiles"]
    told = subprocess.run(order, check=True, capture_output=True, text=True).stdout

    assert told.split() == ["/etc/X11/kiosk.conf", "/etc/apparmor.d/usr.lib.kiosk.kiosk"]
    assert not [path for path in contents(stand_in) if path.startswith("/etc/kiosk")]


@pytest.mark.parametrize("arguments", [(), ("nowhere", "1.0"), (".",)])
def test_without_a_program_it_says_how_it_is_used(arguments: tuple[str, ...], tmp_path: Path) -> None:
    said = subprocess.run(["sh", SCRIPT, *arguments], check=False, cwd=tmp_path, capture_output=True, text=True)

    assert said.returncode == 2
    assert said.stderr.startswith("usage: package.sh PROGRAM VERSION")


def test_nothing_is_made_where_the_commands_cannot_be_described(tmp_path: Path) -> None:
    program = tmp_path / "kiosk"
    program.mkdir()
    shutil.copy(sys.executable, program / "kiosk")

    settings = {"PATH": "/usr/bin:/bin", "PYTHON": "false"}
    assert subprocess.run(["sh", SCRIPT, program, "1.0"], check=False, env=settings).returncode != 0
    assert list(tmp_path.iterdir()) == [program]
