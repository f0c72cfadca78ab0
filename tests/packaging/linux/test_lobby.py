"""`kiosk-lobby` and what it starts, with a stand-in for systemd and for the program; tests/package/ has the real ones."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.said_as import SAID_AS

LINUX = Path(__file__).parents[3] / "packaging" / "linux"
SCRIPTS = ("kiosk-lobby", "choose-session", "choose-editors", "give-bundle", "as-service", "tell-version")
INSTALLED = "/usr/libexec/kiosk"
CHOOSE_EDITORS = LINUX / "session" / "choose-editors"
ZIP = b"PK\x05\x06" + bytes(18)

NEEDS = "AssertFileIsExecutable={program}\\n"
SYSTEMCTL = """\
case "$1" in
cat) printf '{needs}' ;;
is-enabled) echo enabled ;;
*) echo "$*" >>"{said}"; [ "$1" != "{refuses}" ] ;;
esac
"""
TELLS = """\
while [ "$1" != env ]; do echo "$1"; shift; done
shift 2
while [ "${1%%=*}" != "$1" ]; do echo "$1"; shift; done
echo "$@"
"""

ACCOUNTS = """\
root:x:0:0::/root:/bin/sh
kiosk:x:998:998::/:/usr/sbin/nologin
nobody:x:65534:65534::/:/usr/sbin/nologin
ann:x:1000:1000::/home/ann:/bin/sh
ben:x:1001:1001::/home/ben:/bin/sh
"""
GETENT = """\
case "$1" in
passwd) grep -e "^$2:" -e "^[^:]*:x:$2:" {folder}/accounts ;;
*) cat {folder}/groups ;;
esac
"""
CHANGES = ("gpasswd", "groupadd", "find", "setpriv")


@dataclass(frozen=True)
class Lobby:
    """The scripts with stand-ins before all other programs, and an administrator in a folder of theirs."""

    folder: Path

    def program(self, name: str, script: str) -> None:
        file = self.folder / "bin" / name
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)

    def systemd(self, needs: str = "/bin/sh", refuses: str = "nothing") -> None:
        wanted = NEEDS.format(program=needs)
        self.program("systemctl", SYSTEMCTL.format(needs=wanted, said=self.folder / "said", refuses=refuses))

    @property
    def said_to_systemd(self) -> list[str]:
        said = self.folder / "said"
        return said.read_text().splitlines() if said.exists() else []

    @property
    def here(self) -> Path:
        return self.folder / "here"

    def say(self, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": f"{self.folder}/bin:{os.environ['PATH']}", **settings}
        order = [str(self.folder / "libexec" / "kiosk-lobby"), *words]
        return subprocess.run(
            order, check=False, env=environment, cwd=self.here, capture_output=True, text=True, timeout=30
        )


@pytest.fixture
def lobby(tmp_path: Path) -> Lobby:
    for name in ("bin", "libexec", "here"):
        (tmp_path / name).mkdir()
    for name in (*SCRIPTS, "give-back-terminal"):
        file = tmp_path / "libexec" / name
        script = (LINUX / "session" / name).read_text("utf-8").replace(INSTALLED, str(tmp_path / "libexec"))
        file.write_text(script.replace("folder=/etc/kiosk\n", f"folder={tmp_path / 'here'}\n"))
        file.chmod(0o755)
    lobby = Lobby(tmp_path)
    lobby.program("id", "echo 0")
    lobby.program("setpriv", TELLS)
    lobby.systemd()
    return lobby


def test_it_says_who_may_use_it(lobby: Lobby) -> None:
    lobby.program("id", "echo 1000")

    said = lobby.say("status")

    assert (said.returncode, said.stderr) == (3, "Say it as an administrator: sudo kiosk-lobby status\n")


def test_it_speaks_as_the_user_of_the_service_and_of_its_files(lobby: Lobby) -> None:
    said = lobby.say("set-pin").stdout.splitlines()
    unit = (LINUX / "systemd" / "kiosk.service").read_text("utf-8")
    of_service = {
        "KIOSK_CONFIG": "/etc/kiosk/contact.toml",
        "KIOSK_DEVICE": "/etc/kiosk-lobby/device.toml",
        "KIOSK_STATE": "/var/lib/kiosk/state",
    }

    assert said[:2] == ["--no-new-privs", "--reuid=kiosk"]
    assert said[-1] == f"{lobby.folder / 'libexec'}/run-version set-pin"
    for name, value in of_service.items():
        assert f"{name}={value}" in said
        assert f"{name}={value.replace('/var/lib', '%S')}" in unit


def test_the_program_hears_how_it_is_spoken_to_as_in_the_services(lobby: Lobby) -> None:
    spoken = f"{SAID_AS}=sudo kiosk-lobby"

    assert spoken in lobby.say("status").stdout.splitlines()
    for unit in ("kiosk.service", "kiosk-openbox.service"):
        assert f'"{spoken}"' in (LINUX / "systemd" / unit).read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param((), "usage: sudo kiosk-lobby use cage  ", id="no command"),
        pytest.param(("run",), "The service runs this kiosk. To have it on the screen: sudo kiosk-lobby use", id="run"),
        pytest.param(("autostart", "enable"), "The service starts this kiosk already, whenever", id="autostart"),
        pytest.param(("use",), "usage: sudo kiosk-lobby use cage|openbox|desktop\n", id="no session"),
        pytest.param(("use", "gnome"), "usage: sudo kiosk-lobby use cage|openbox|desktop\n", id="another session"),
        pytest.param(("bundle", "--out", "x.zip"), "Leave --out away: the bundle goes into the folder", id="--out"),
    ],
)
def test_what_makes_no_sense_is_told_and_not_done(words: tuple[str, ...], said: str, lobby: Lobby) -> None:
    told = lobby.say(*words)

    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith(said)
    assert lobby.said_to_systemd == []


def test_the_status_begins_with_what_became_of_a_new_version(lobby: Lobby) -> None:
    tells = lobby.folder / "libexec" / "tell-version"
    tells.write_text("#!/bin/sh\necho Version 2 did not come up.\n")

    assert lobby.say("status").stdout.startswith("Version 2 did not come up.\n")
    assert "Version 2" not in lobby.say("status", "--json").stdout


def test_the_status_is_told_where_nothing_is_known_of_versions(lobby: Lobby) -> None:
    tells = lobby.folder / "libexec" / "tell-version"
    tells.write_text("#!/bin/sh\nexit 1\n")

    told = lobby.say("status")

    assert told.returncode == 0
    assert told.stdout.endswith("/run-version status\n")


def test_it_says_how_it_is_used(lobby: Lobby) -> None:
    told = lobby.say("--help")

    assert (told.returncode, told.stderr) == (0, "")
    assert all(f"use {session} " in told.stdout for session in ("cage", "openbox", "desktop"))


@pytest.mark.parametrize(
    ("session", "unit", "other"),
    [("cage", "kiosk.service", "kiosk-openbox.service"), ("openbox", "kiosk-openbox.service", "kiosk.service")],
)
def test_one_service_takes_the_place_of_the_other(session: str, unit: str, other: str, lobby: Lobby) -> None:
    told = lobby.say("use", session)

    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith(f"From now on this computer shows the kiosk, after every restart too ({unit}).")
    assert lobby.said_to_systemd == [f"--quiet disable {other}", f"--quiet enable {unit}", f"start {unit}"]


def test_nothing_is_changed_where_something_is_missing(lobby: Lobby) -> None:
    lobby.systemd(needs="/usr/bin/not-here")

    told = lobby.say("use", "openbox")

    assert (told.returncode, told.stdout, lobby.said_to_systemd) == (3, "", [])
    assert told.stderr == (
        "Nothing was changed, for kiosk-openbox.service needs what is not on this computer:\n"
        "  /usr/bin/not-here\n"
        "To have it: sudo apt install openbox xserver-xorg xinit xauth x11-xserver-utils\n"
        "Then say again: sudo kiosk-lobby use openbox\n"
    )


def test_what_it_tells_to_install_is_what_the_package_recommends_or_suggests(lobby: Lobby) -> None:
    package = (LINUX / "nfpm.yaml").read_text("utf-8")
    lobby.systemd(needs="/usr/bin/not-here")

    for session in ("cage", "openbox"):
        told = re.search(r"sudo apt install (.+)", lobby.say("use", session).stderr)
        assert told is not None
        assert all(f"\n  - {name}\n" in package for name in told[1].split())


def test_a_service_that_does_not_come_up_is_told(lobby: Lobby) -> None:
    lobby.systemd(refuses="start")

    told = lobby.say("use", "cage")

    assert told.returncode == 3
    assert told.stderr.endswith("Why: sudo journalctl --unit kiosk.service\n")


def test_the_usual_login_comes_back(lobby: Lobby) -> None:
    told = lobby.say("use", "desktop")

    assert (told.returncode, told.stderr) == (0, "")
    assert lobby.said_to_systemd[0] == "--quiet disable --now kiosk.service kiosk-openbox.service"
    assert lobby.said_to_systemd[-1].startswith("--no-block start ")


def test_the_other_service_stays_where_the_wanted_one_cannot_be_enabled(lobby: Lobby) -> None:
    said = lobby.folder / "said"
    lobby.program(
        "systemctl",
        f"""
        case "$*" in
        is-enabled*) echo enabled ;;
        *) echo "$*" >>{said} ;;
        esac
        [ "$*" != "--quiet enable kiosk.service" ]
    """,
    )

    assert lobby.say("use", "cage").returncode == 3
    assert lobby.said_to_systemd[-1] == "--quiet enable kiosk-openbox.service"


def test_how_it_is_used_is_told_to_anybody(lobby: Lobby) -> None:
    lobby.program("id", "echo 1000")

    told = lobby.say("--help")

    assert told.returncode == 0
    assert told.stdout.startswith("usage: sudo kiosk-lobby use cage")


class TestBundle:
    @pytest.fixture(autouse=True)
    def _gathers(self, lobby: Lobby) -> None:
        """Let the program give a bundle, and the caller's shell be one."""
        (lobby.folder / "zip").write_bytes(ZIP)
        of_program = f'*"/run-version bundle"*"--out -") echo gathering >&2; cat {lobby.folder / "zip"} ;;'
        of_caller = 'while [ "$1" != -- ]; do shift; done; shift; exec "$@"'
        lobby.program("setpriv", f'case "$*" in {of_program} *) {of_caller} ;; esac')

    def test_goes_into_the_folder_of_who_asks(self, lobby: Lobby) -> None:
        told = lobby.say("bundle", SUDO_UID="1000")

        (file,) = lobby.here.iterdir()
        assert file.read_bytes() == ZIP
        assert re.fullmatch(r"kiosk-support-[\d-]{17}\.zip", file.name)
        assert (told.returncode, told.stdout) == (0, f"Wrote {file}\n")

    def test_is_written_by_who_asks_and_not_by_root(self, lobby: Lobby) -> None:
        lobby.program(
            "setpriv", f'case "$*" in *run-version*bundle*) cat {lobby.folder / "zip"} ;; *) echo "$*" >&2 ;; esac'
        )

        told = lobby.say("bundle", SUDO_UID="1000", SUDO_GID="1001")

        assert told.stderr.startswith("--reuid=1000 --regid=1001 --init-groups -- sh -c umask 077; set -C; ")

    def test_never_goes_where_something_lies(self, lobby: Lobby) -> None:
        lobby.program("date", "echo now")
        (lobby.here / "kiosk-support-now.zip").symlink_to(lobby.folder / "elsewhere")

        told = lobby.say("bundle")

        assert told.returncode == 3
        assert not (lobby.folder / "elsewhere").exists()

    def test_is_not_there_where_the_program_refuses(self, lobby: Lobby) -> None:
        lobby.program("setpriv", "echo half; exit 3")

        assert lobby.say("bundle").returncode == 3
        assert list(lobby.here.iterdir()) == []

    def test_leaves_no_half_file_where_the_disk_is_full(self, lobby: Lobby) -> None:
        lobby.program("cat", "echo half; [ -t 0 ] || exit 1")

        assert lobby.say("bundle").returncode == 3
        assert list(lobby.here.iterdir()) == []

    def test_is_given_to_who_asks_for_it_through_a_pipe(self, lobby: Lobby) -> None:
        told = lobby.say("bundle", "--out", "-")

        assert told.stdout.encode() == ZIP
        assert list(lobby.here.iterdir()) == []


class TestEditors:
    @pytest.fixture(autouse=True)
    def _has_accounts(self, lobby: Lobby) -> None:
        """Let there be two people, one of whom is an editor, and write down what would be changed."""
        (lobby.folder / "accounts").write_text(ACCOUNTS)
        (lobby.folder / "groups").write_text("kiosk-editors:x:990:ann\n")
        lobby.program("getent", GETENT.format(folder=lobby.folder))
        for name in (*CHANGES, "setfacl"):
            lobby.program(name, f'echo "{name}" $* | head -n 1 >>{lobby.folder / "said"}')

    def changes(self, lobby: Lobby) -> list[str]:
        return [" ".join(said.split()[:3]) for said in lobby.said_to_systemd if said.split()[0] in CHANGES]

    def test_are_named(self, lobby: Lobby) -> None:
        told = lobby.say("editors")

        assert (told.returncode, told.stdout.splitlines()[1:], self.changes(lobby)) == (0, ["  ann"], [])

    def test_are_none_at_first(self, lobby: Lobby) -> None:
        (lobby.folder / "groups").write_text("")

        assert lobby.say("editors").stdout.startswith("Nobody but administrators may edit the files in ")

    def test_are_added_after_the_rights_are_set(self, lobby: Lobby) -> None:
        told = lobby.say("editors", "add", "ben", "ann")

        assert (told.returncode, told.stderr) == (0, "")
        assert self.changes(lobby) == [
            f"find {lobby.here} -xdev",
            "setpriv --no-new-privs --reuid=kiosk",
            "gpasswd --add ben",
        ]
        assert "next log-in on.\nann is an editor already." in told.stdout

    def test_are_removed_and_keep_no_file_of_their_own(self, lobby: Lobby) -> None:
        told = lobby.say("editors", "remove", "ann")

        assert (told.returncode, told.stderr) == (0, "")
        assert self.changes(lobby) == ["gpasswd --delete ann", f"find {lobby.here} -xdev"]

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            pytest.param(("add", "bne"), 'There is no account "bne" on this computer; look for a', id="unknown"),
            pytest.param(("add", "1001"), 'There is no account "1001" on this computer; look', id="number"),
            pytest.param(("add", "-x"), 'There is no account "-x" on this computer; look', id="option"),
            pytest.param(("add", "ben", "root"), '"root" may edit everything already. Name the', id="root"),
            pytest.param(("add", "kiosk"), '"kiosk" is an account of the system and nobody', id="kiosk"),
            pytest.param(("add", "nobody"), '"nobody" is an account of the system and nobody', id="nobody"),
            pytest.param(("remove", "ben"), '"ben" is none of the editors. To see them: sudo', id="no editor"),
        ],
    )
    def test_are_people_of_this_computer(self, words: tuple[str, ...], told: str, lobby: Lobby) -> None:
        refused = lobby.say("editors", *words)

        assert (refused.returncode, refused.stdout, self.changes(lobby)) == (2, "", [])
        assert refused.stderr.startswith(f"Nothing was changed. {told}")

    @pytest.mark.parametrize("words", [("add",), ("remove",), ("ad", "ben"), ("ann",)])
    def test_are_asked_for_in_three_ways(self, words: tuple[str, ...], lobby: Lobby) -> None:
        refused = lobby.say("editors", *words)

        assert (refused.returncode, refused.stdout, self.changes(lobby)) == (2, "", [])
        assert refused.stderr.startswith("usage: sudo kiosk-lobby editors ")

    def test_are_not_added_where_the_disk_takes_no_rights(self, lobby: Lobby) -> None:
        lobby.program("setpriv", "echo setfacl: here: Operation not supported >&2; exit 1")

        refused = lobby.say("editors", "add", "ben")

        assert refused.returncode == 3
        assert f"Nobody was added: the disk with {lobby.here} takes no such rights, for" in refused.stderr
        assert not any(change.startswith("gpasswd") for change in self.changes(lobby))

    def test_get_rights_in_nothing_that_a_link_leads_to(self, lobby: Lobby) -> None:
        snippet = re.search(r"^open_to_editors='\n(.+?)'$", CHOOSE_EDITORS.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        assert snippet is not None
        inside, outside = lobby.here / "a.txt", lobby.folder / "device.toml"
        for file in (inside, outside):
            file.touch()
        (lobby.here / "link.txt").symlink_to(outside)
        lobby.program("setfacl", f'readlink "$3" >>{lobby.folder / "said"}')

        order = ["sh", "-c", snippet[1], str(lobby.here), "./link.txt", "./gone.txt", "./a.txt"]
        path = {"PATH": f"{lobby.folder}/bin:{os.environ['PATH']}"}
        subprocess.run(order, check=True, cwd=lobby.here, env=path, stderr=subprocess.DEVNULL)

        assert lobby.said_to_systemd == [str(inside)]

    def test_need_a_program_that_the_package_recommends(self, lobby: Lobby) -> None:
        (lobby.folder / "bin" / "setfacl").unlink()
        for name in ("sh", "cat", "cut", "tr", "grep", "awk", "sed", "realpath", "readlink"):
            (lobby.folder / "bin" / name).symlink_to(str(shutil.which(name)))

        refused = lobby.say("editors", "add", "ben", PATH=f"{lobby.folder}/bin")

        assert (refused.returncode, self.changes(lobby)) == (3, [])
        assert refused.stderr == (
            "Nothing was changed. That needs the program setfacl. To have it: sudo apt install acl; then say the same again.\n"
        )
        assert "\n  - acl\n" in (LINUX / "nfpm.yaml").read_text("utf-8")
