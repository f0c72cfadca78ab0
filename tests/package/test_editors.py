"""`kiosk-lobby editors` of the .deb: who edits the files of a lobby computer, with which programs, and what they cannot."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.package.bare_root import APT
from tests.package.booted_root import BOOTED, BootedRoot, booted_root
from tests.reliability.lobby import until

pytestmark = BOOTED

CONTACT, DEVICE = "/etc/kiosk/contact.toml", "/etc/kiosk-lobby/device.toml"
ANN, BEN, VISITOR = "ann", "ben", "visitor"
FOLLOWS_WITHIN_SECONDS = 15.0
HOW_EDITORS_SAVE = {
    "in place": 'echo "# $0" >>{file}',
    "renamed over it": 'cp {file} {file}.new && echo "# $0" >>{file}.new && mv {file}.new {file}',
    "with the old one kept": 'mv {file} {file}~ && cp {file}~ {file} && echo "# $0" >>{file}',
    "private at first": '(umask 077; cat {file} >{file}.tmp); echo "# $0" >>{file}.tmp; chmod 664 {file}.tmp; mv {file}.tmp {file}',
}


@pytest.fixture(scope="module")
def computer(deb: Path) -> Iterator[BootedRoot]:
    """Give one with three people, which had no setfacl at first."""
    with booted_root() as computer:
        computer.root.install(deb)
        for name in (ANN, BEN, VISITOR):
            computer.root.as_root("useradd", "--create-home", name)
        refused = computer.run("kiosk-lobby", "editors", "add", ANN)
        assert (refused.returncode, refused.stderr.count("sudo apt install acl")) == (3, 1)
        computer.root.as_root(*APT, "install", "acl")
        yield computer


@pytest.fixture(autouse=True)
def _two_edit_while_it_runs(computer: BootedRoot) -> None:
    assert computer.run("systemctl", "start", "kiosk.service").returncode == 0
    added = computer.run("kiosk-lobby", "editors", "add", ANN, BEN)
    assert (added.returncode, added.stderr) == (0, "")


def says(computer: BootedRoot, name: str, script: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a script of somebody who has just logged in."""
    return computer.run("runuser", "--user", name, "--", "sh", "-ec", f"umask 022\n{script}", *words)


def status(computer: BootedRoot) -> str:
    return computer.run("kiosk-lobby", "status").stdout


def follows(computer: BootedRoot) -> None:
    until(lambda: "\nThat is what your files say" in status(computer), FOLLOWS_WITHIN_SECONDS)


def test_it_says_who_they_are(computer: BootedRoot) -> None:
    assert computer.run("kiosk-lobby", "editors").stdout.splitlines()[1:] == [f"  {ANN}", f"  {BEN}"]


@pytest.mark.parametrize("how", HOW_EDITORS_SAVE)
def test_one_saves_and_another_saves_after_them(how: str, computer: BootedRoot) -> None:
    script = HOW_EDITORS_SAVE[how].format(file=CONTACT)

    for name in (ANN, BEN, ANN):
        saved = says(computer, name, script, name)
        assert (saved.returncode, saved.stderr) == (0, "")

    assert computer.root.file(CONTACT).read_text("utf-8").endswith(f"# {ANN}\n# {BEN}\n# {ANN}\n")
    follows(computer)


def test_the_screen_follows_with_an_article_in_a_folder_of_their_own(computer: BootedRoot) -> None:
    article = "/etc/kiosk/articles/ours/news.md"
    written = f'mkdir -p $(dirname {article}); printf "# Ours\\n\\nWe open at eight.\\n" >{article}'
    named = f'printf "\\n[[article]]\\nfile = \\"articles/ours/news.md\\"\\n" >>{CONTACT}'

    assert says(computer, ANN, written).returncode == 0
    assert says(computer, BEN, f"echo Or nine. >>{article}; {named}").returncode == 0

    until(lambda: f"on the screen: {article}" in status(computer), FOLLOWS_WITHIN_SECONDS)
    follows(computer)


@pytest.mark.parametrize("script", [f"kiosk check {CONTACT}", "cd /etc/kiosk; kiosk check"])
def test_an_editor_asks_what_is_wrong_without_an_administrator(computer: BootedRoot, script: str) -> None:
    checked = says(computer, ANN, script)

    assert (checked.returncode, checked.stdout) == (0, f"{CONTACT}: all is well.\n")


def test_whoever_is_none_may_read_and_no_more(computer: BootedRoot) -> None:
    for script in (f"echo >>{CONTACT}", "touch /etc/kiosk/x", "touch /etc/kiosk/articles/x", f"mv {CONTACT} /tmp"):
        assert says(computer, VISITOR, script).returncode != 0
    assert says(computer, VISITOR, f"cat {CONTACT}").returncode == 0


def test_what_holds_the_pin_is_none_of_theirs(computer: BootedRoot) -> None:
    chosen = computer.run("sh", "-c", "echo 481516 | kiosk-lobby set-pin")
    assert (chosen.returncode, DEVICE in chosen.stdout) == (0, True)

    for script in (f"cat {DEVICE}", f"echo >>{DEVICE}", f"rm -f {DEVICE}", "mv /etc/kiosk-lobby /etc/kiosk/x"):
        assert says(computer, ANN, script).returncode != 0
    assert (
        says(computer, ANN, "rm -f /etc/kiosk/device.toml; echo pin_hash = 1 >/etc/kiosk/device.toml").returncode == 0
    )

    assert computer.run("kiosk-lobby", "set-pin", "--remove").returncode == 0
    assert "pin_hash = 1" in computer.root.file("/etc/kiosk/device.toml").read_text("utf-8")


def test_the_pin_of_an_earlier_version_moves_out_of_their_reach(computer: BootedRoot) -> None:
    settings = computer.root.file(DEVICE).read_bytes()
    earlier = f"rm -f /etc/kiosk/device.toml; mv {DEVICE} /etc/kiosk; rm -r /etc/kiosk-lobby"
    assert computer.run("sh", "-c", earlier).returncode == 0

    assert computer.run("/var/lib/dpkg/info/kiosk.postinst", "configure", "").returncode == 0

    assert computer.root.file(DEVICE).read_bytes() == settings
    assert str(computer.root.file("/etc/kiosk/device.toml").readlink()) == "../kiosk-lobby/device.toml"
    assert says(computer, ANN, "cat /etc/kiosk/device.toml").returncode != 0


def test_links_that_they_lay_lead_nobody_astray(computer: BootedRoot) -> None:
    outside = ("/etc/shadow", "/root", "/var/lib/kiosk", "/etc/kiosk-lobby", DEVICE)
    laid = "".join(f"ln -sfn {path} /etc/kiosk/articles/link-{number}\n" for number, path in enumerate(outside))
    told = ("sh", "-c", f"stat -c '%a %U %G' {' '.join(outside)}; getfacl -np {' '.join(outside)} 2>/dev/null")
    before = computer.run(*told).stdout
    assert says(computer, ANN, laid).returncode == 0

    assert computer.run("kiosk-lobby", "editors", "add", ANN).returncode == 0

    assert computer.run(*told).stdout == before
    assert says(computer, ANN, "rm /etc/kiosk/articles/link-*").returncode == 0


def test_what_came_closed_is_open_after_they_are_added_once_more(computer: BootedRoot) -> None:
    file = "/etc/kiosk/articles/closed.txt"
    says(computer, ANN, f"umask 077; echo Closed. >{file}; chmod 600 {file}")
    assert says(computer, BEN, f"cat {file}").returncode != 0

    assert computer.run("kiosk-lobby", "editors", "add", ANN).returncode == 0

    assert says(computer, BEN, f"echo Open. >>{file}").returncode == 0
    assert computer.run("runuser", "--user", "kiosk", "--", "cat", file).stdout == "Closed.\nOpen.\n"


def test_whoever_is_none_any_more_has_no_file_left_to_write(computer: BootedRoot) -> None:
    says(computer, BEN, HOW_EDITORS_SAVE["renamed over it"].format(file=CONTACT), BEN)
    assert computer.root.file(CONTACT).stat().st_uid == computer.root.file(f"/home/{BEN}").stat().st_uid

    assert computer.run("kiosk-lobby", "editors", "remove", BEN).returncode == 0

    assert says(computer, BEN, f"echo >>{CONTACT}").returncode != 0
    assert says(computer, ANN, f"echo '# still' >>{CONTACT}").returncode == 0
    follows(computer)


def test_removing_the_package_leaves_files_and_group(computer: BootedRoot, deb: Path) -> None:
    computer.root.file("/root/kiosk.deb").write_bytes(deb.read_bytes())
    assert computer.run(*APT, "purge", "kiosk").returncode == 0

    try:
        assert all(computer.root.file(path).is_file() for path in (CONTACT, DEVICE))
        assert computer.run("getent", "group", "kiosk-editors").stdout.endswith(f":{ANN},{BEN}\n")
    finally:
        assert computer.run("dpkg", "--install", "/root/kiosk.deb").returncode == 0
