"""The .deb on a bare Debian 12: its declared dependencies alone, an X server outside, and nothing set up by anybody."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from PIL import Image, ImageChops

from kiosk.paths import resources
from tests.bench.screen import Screen, open_screen
from tests.package.bare_root import APT, HOME, BareRoot, bare_root, lacking, may_enter
from tests.package.pixels import codes_on, is_finished
from tests.reliability.lobby import display_of, displays_of, is_blank, is_gone, until, visitor_before

pytestmark = [
    pytest.mark.package,
    pytest.mark.deep,
    pytest.mark.xvfb,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not may_enter(), reason="only root may make a bare root and enter it"),
]

APPEARS_WITHIN_SECONDS = 3.0
IS_FINISHED_WITHIN_SECONDS = 10.0
RELOADS_WITHIN_SECONDS = 5.0
PROGRAM = Path("/usr/lib/kiosk")
CONTACT = HOME / ".config/kiosk/contact.toml"
PANEL = (1700, 320)
"""A point of the contact panel on which nothing stands, in the window as it opens where nothing manages windows."""

ORANGE = (120, 50, 10)
SNAPSHOT = ("snapshot", "--size", "1920x1080", "--now", "2026-11-23T10:00+02:00", "--out")

LINKED = """\
find "$1" -type f \\( -name '*.so*' -o -name kiosk \\) | while read -r file; do
    ldd "$file" 2>&1 | sed "s|^|$file: |"
done
"""


@pytest.fixture(scope="module")
def root(deb: Path) -> Iterator[BareRoot]:
    with installed(deb) as root:
        yield root


@pytest.fixture(scope="module")
def with_files(root: BareRoot) -> BareRoot:
    """Give it with the starter files where the user has them."""
    assert root.run("kiosk", "init", str(CONTACT.parent)).returncode == 0
    return root


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with open_screen(tmp_path, is_managed=False) as screen:
        yield screen


@contextmanager
def installed(deb: Path) -> Iterator[BareRoot]:
    if names := lacking():
        pytest.fail(f"{' and '.join(names)} must be installed: apt install mmdebstrap util-linux")
    with bare_root() as root:
        root.install(deb)
        yield root


@contextmanager
def running(root: BareRoot, screen: Screen, stderr: Path) -> Iterator[psutil.Popen]:
    """Start the kiosk with nothing but `kiosk`, and wait for the finished screen."""
    kiosk = root.start("kiosk", display=screen.environment["DISPLAY"], stderr=stderr)
    try:
        until(lambda: not is_blank(screen.framebuffer), APPEARS_WITHIN_SECONDS)
        until(lambda: is_finished(screen.framebuffer), IS_FINISHED_WITHIN_SECONDS)
        yield kiosk
    finally:
        if kiosk.poll() is None:
            kiosk.terminate()
            kiosk.wait(10)


def test_every_library_finds_what_it_needs(root: BareRoot) -> None:
    # The loader looks there first, because the program starts itself with this.
    found = root.run("env", f"LD_LIBRARY_PATH={PROGRAM}/_internal", "sh", "-c", LINKED, "sh", str(PROGRAM)).stdout

    assert found.count("libc.so.6") > 50
    assert [line for line in found.splitlines() if "not found" in line] == []


def test_it_tells_its_version(root: BareRoot) -> None:
    assert root.run("kiosk", "--version").stdout.startswith("kiosk ")


def test_the_starter_files_are_without_mistakes(with_files: BareRoot) -> None:
    checked = with_files.run("kiosk", "check")

    assert (checked.returncode, checked.stdout.endswith("all is well.\n")) == (0, True)


def test_with_its_own_fonts_alone_it_draws_what_the_checkout_draws(with_files: BareRoot, tmp_path: Path) -> None:
    ours, theirs = HOME / "packaged.png", tmp_path / "checkout.png"
    starter = ("--config", str(resources() / "contact.toml"))
    subprocess.run([sys.executable, "-m", "kiosk", *SNAPSHOT, str(theirs), *starter], check=True)

    assert with_files.run("env", "FONTCONFIG_FILE=/dev/null", "kiosk", *SNAPSHOT, str(ours)).returncode == 0
    with Image.open(with_files.file(ours)) as packaged, Image.open(theirs) as checkout:
        assert ImageChops.difference(packaged.convert("RGB"), checkout.convert("RGB")).getbbox() is None


def test_kiosk_alone_shows_the_finished_screen_and_says_where_to_edit_it(
    root: BareRoot, screen: Screen, tmp_path: Path
) -> None:
    with running(root, screen, tmp_path / "stderr"):
        assert any("TEL" in text for text in codes_on(screen.framebuffer))
        assert root.run("kiosk", "status").stdout.startswith("The screen shows edition ")
        assert root.file(CONTACT).is_file()


def test_it_says_nothing_that_is_not_meant_for_staff(deb: Path, screen: Screen, tmp_path: Path) -> None:
    with installed(deb) as fresh, running(fresh, screen, tmp_path / "stderr"):
        assert (tmp_path / "stderr").read_text() == f"Edit this file, the screen follows: {CONTACT}\n"


def test_the_screen_follows_a_save(root: BareRoot, screen: Screen, tmp_path: Path) -> None:
    with running(root, screen, tmp_path / "stderr"):
        before = root.file(CONTACT).read_text("utf-8")
        root.file(CONTACT).write_text(painted(before), "utf-8")
        try:
            until(lambda: screen.framebuffer.pixel(*PANEL) == ORANGE, RELOADS_WITHIN_SECONDS)
        finally:
            root.file(CONTACT).write_text(before, "utf-8")


def test_the_system_ends_it_and_all_of_it_is_gone(root: BareRoot, screen: Screen, tmp_path: Path) -> None:
    with running(root, screen, tmp_path / "stderr") as kiosk:
        display = display_of(kiosk)
        kiosk.terminate()

        assert kiosk.wait(10) == 0
        until(lambda: is_gone(display), seconds=5)


def test_the_doctor_looks_at_the_computer(root: BareRoot) -> None:
    examined = root.run("kiosk", "doctor")

    assert "NOT HELD" in examined.stdout
    assert "Traceback" not in examined.stderr


def test_the_manual_and_the_completions_lie_where_they_are_looked_for(root: BareRoot) -> None:
    places = (
        "/usr/share/man/man1/kiosk.1.gz",
        "/usr/share/bash-completion/completions/kiosk",
        "/usr/share/zsh/vendor-completions/_kiosk",
        "/usr/share/fish/vendor_completions.d/kiosk.fish",
    )

    assert [place for place in places if not root.file(place).is_file()] == []


@pytest.mark.parametrize("how", ["remove", "purge"])
def test_removing_it_leaves_what_staff_wrote(deb: Path, how: str) -> None:
    with installed(deb) as other:
        other.run("kiosk", "init", str(CONTACT.parent))
        of_office = other.file("/etc/kiosk/contact.toml")
        of_office.parent.mkdir(exist_ok=True)
        of_office.write_text("# ours\n")

        other.as_root(*APT, how, "kiosk")

        assert of_office.read_text() == "# ours\n"
        assert other.file(CONTACT).is_file()
        assert not other.file("/usr/lib/kiosk").exists()
        assert not other.file("/usr/bin/kiosk").is_symlink()


def test_an_upgrade_under_a_running_kiosk_leaves_it_running_and_a_new_window_is_of_the_new_version(
    deb: Path, screen: Screen, tmp_path: Path
) -> None:
    newer = upgraded(deb, tmp_path)
    with installed(deb) as other, running(other, screen, tmp_path / "stderr") as kiosk:
        with visitor_before(screen.framebuffer) as visitor:
            other.install(newer)
        assert visitor.longest_blank() == 0
        assert is_of_files_that_are_gone(kiosk)

        replaced = display_of(kiosk)
        replaced.kill()
        until(lambda: is_gone(replaced) and bool(displays_of(kiosk)), seconds=5)
        until(lambda: is_finished(screen.framebuffer), IS_FINISHED_WITHIN_SECONDS)
        assert not is_of_files_that_are_gone(display_of(kiosk))
        assert other.run("kiosk", "status").stdout.startswith("The screen shows edition ")


def is_of_files_that_are_gone(process: psutil.Process) -> bool:
    return str(Path(f"/proc/{process.pid}/exe").readlink()).endswith(" (deleted)")


def painted(contact: str) -> str:
    return contact.replace("[look]\n", '[look]\npanel = "#{:02x}{:02x}{:02x}"\n'.format(*ORANGE), 1)


def upgraded(deb: Path, folder: Path) -> Path:
    """Give the same package as version 99."""
    unpacked, newer = folder / "unpacked", folder / "kiosk_99_amd64.deb"
    subprocess.run(["dpkg-deb", "--raw-extract", deb, unpacked], check=True)
    control = unpacked / "DEBIAN" / "control"
    lines = ("Version: 99" if line.startswith("Version:") else line for line in control.read_text("utf-8").splitlines())
    control.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    order = ("dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", unpacked, newer)
    subprocess.run(order, check=True, stdout=subprocess.DEVNULL)
    return newer
