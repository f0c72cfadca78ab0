import json
import sys
from pathlib import Path

import pytest

from kiosk.cli import execute
from kiosk.commands.autostart import Wanted, disable, enable, status, this_program
from kiosk.commands.exit_status import DONE, MISUSE, NOT_RUNNING, PROBLEMS, REFUSED
from kiosk.commands.set_pin import set_pin
from kiosk.edition.durable import write_atomically
from kiosk.system.autostart import Ways, ways_of
from tests.system.autostart_fakes import System

PROGRAM = Path(sys.executable)
DESKTOPS = "The desktop starts it once at each log-in; GNOME and KDE Plasma also start it again when it is killed."
of_linux = pytest.mark.skipif(sys.platform != "linux", reason="it writes where Linux looks")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be a user without settings, in a folder without files."""
    for name in ("KIOSK_CONFIG", "KIOSK_DEVICE", "KIOSK_STATE", "XDG_CONFIG_HOME", "SUDO_USER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def ways(home: Path) -> Ways:
    return ways_of({}, home, write_atomically, System().run, "linux")


@pytest.fixture
def wanted(home: Path) -> Wanted:
    """Want the kiosk of a folder with a PIN."""
    device = home / "lobby" / "device.toml"
    set_pin(device, lambda _: "740962")
    return Wanted(home / "lobby" / "contact.toml", device)


def entry_of(home: Path, name: str = "kiosk") -> str:
    return (home / ".config" / "autostart" / f"{name}.desktop").read_text("utf-8")


def exec_of(home: Path, name: str = "kiosk") -> str:
    return next(line for line in entry_of(home, name).splitlines() if line.startswith("Exec=")).removeprefix("Exec=")


def test_it_says_what_will_happen(wanted: Wanted, ways: Ways, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()

    assert enable(wanted, ways, PROGRAM) == DONE
    assert capsys.readouterr().out == (
        f"From your next log-in on, the kiosk fills the screen, for visitors, with {wanted.contact}.\n"
        f"  Written: {home}/.config/autostart/kiosk.desktop\n"
        f"  Command: {PROGRAM} run --kiosk --config {wanted.contact}\n"
        f"{DESKTOPS}\n"
        "To undo it: kiosk autostart disable\n"
    )


def test_a_window_on_a_screen_of_its_own_is_told(
    wanted: Wanted, ways: Ways, capsys: pytest.CaptureFixture[str]
) -> None:
    enable(Wanted(wanted.contact, wanted.device, "HDMI-1", captive=False), ways, PROGRAM)

    assert "the kiosk opens in a window on screen HDMI-1, with" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("files", "cure"),
    [
        ((".config/kiosk/contact.toml", ".config/kiosk/device.toml"), "kiosk set-pin"),
        (("a b/contact.toml", "a b/device.toml"), "kiosk set-pin --config '{home}/a b/contact.toml'"),
        (("lobby/contact.toml", "own/device.toml"), "kiosk set-pin --device {home}/own/device.toml"),
    ],
)
def test_without_a_pin_it_warns_and_names_the_cure(
    files: tuple[str, str], cure: str, ways: Ways, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contact, device = files

    assert enable(Wanted(home / contact, home / device), ways, PROGRAM) == DONE
    assert (
        "There is no PIN: nobody, staff included, will get out of the kiosk at the screen.\n"
        f"Choose one before you log in again: {cure.format(home=home)}\n"
    ) in capsys.readouterr().out


def test_a_window_needs_no_pin(ways: Ways, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    enable(Wanted(home / "contact.toml", home / "device.toml", captive=False), ways, PROGRAM)

    assert "PIN" not in capsys.readouterr().out


def test_every_file_is_named_in_full(ways: Ways, home: Path) -> None:
    enable(Wanted(home / "contact.toml", home / "own" / "device.toml", "1"), ways, PROGRAM)

    assert exec_of(home, "kiosk-1") == (
        f"{PROGRAM} run --kiosk --screen 1 --config {home}/contact.toml --device {home}/own/device.toml"
    )


def test_a_file_of_somebody_else_stays(
    wanted: Wanted, ways: Ways, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = home / ".config" / "autostart" / "kiosk.desktop"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("[Desktop Entry]\n")

    assert enable(wanted, ways, PROGRAM) == REFUSED
    assert capsys.readouterr().err == (
        f"{theirs} is not of kiosk autostart, so it stays. Move it away, then say this again.\n"
    )


def test_a_folder_that_takes_nothing_is_told(
    wanted: Wanted, ways: Ways, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / ".config").write_text("in the way")

    assert enable(wanted, ways, PROGRAM) == REFUSED
    assert capsys.readouterr().err == (
        f"The kiosk will not start at log-in: {home}/.config/autostart/kiosk.desktop could not be written: "
        "Not a directory.\n"
    )


@pytest.mark.parametrize("name", ["a\nb", "a\x7fb", "a\udce9b"])
def test_a_name_that_cannot_be_written_down_is_told(
    name: str, ways: Ways, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enable(Wanted(home / name / "contact.toml", home / "device.toml"), ways, PROGRAM) == MISUSE
    assert capsys.readouterr().err.startswith("Rename the folder or the screen, for its name cannot be written down: ")
    assert not (home / ".config").exists()


def test_a_program_that_is_not_installed_is_told(
    wanted: Wanted, ways: Ways, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enable(wanted, ways, home / "kiosk") == MISUSE
    assert capsys.readouterr().err == (
        f"There is no program {home}/kiosk: install the kiosk first, as README says. Nothing was changed.\n"
    )


@of_linux
@pytest.mark.parametrize(("user", "exit_status"), [(0, MISUSE), (1000, DONE)])
def test_sudo_would_write_for_root_who_never_logs_in(
    user: int, exit_status: int, wanted: Wanted, ways: Ways, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUDO_USER", "zenobia")
    monkeypatch.setattr("os.geteuid", lambda: user)

    assert enable(wanted, ways, PROGRAM) == exit_status


class TestDisable:
    def test_says_what_is_gone(
        self, wanted: Wanted, ways: Ways, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        enable(wanted, ways, PROGRAM)
        capsys.readouterr()

        assert disable("", ways) == DONE
        assert capsys.readouterr().out == (
            f"Removed: {home}/.config/autostart/kiosk.desktop\n"
            "The kiosk does not start at log-in. One that runs now goes on.\n"
        )

    def test_of_one_screen_leaves_the_others(
        self, wanted: Wanted, ways: Ways, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for screen in ("0", "1"):
            enable(Wanted(wanted.contact, wanted.device, screen), ways, PROGRAM)

        assert disable("1", ways) == DONE
        assert capsys.readouterr().out.endswith(
            "The kiosk does not start at log-in on screen 1. One that runs now goes on.\n"
        )
        assert status(ways, as_json=False) == DONE

    def test_where_nothing_was_is_content(self, ways: Ways) -> None:
        assert disable("", ways) == DONE

    def test_tells_what_it_cannot_remove(
        self, wanted: Wanted, ways: Ways, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        enable(Wanted(wanted.contact, wanted.device, way="systemd"), ways, PROGRAM)
        link = home / ".config" / "systemd" / "user" / "graphical-session.target.wants" / "kiosk.service"
        link.unlink()
        link.mkdir()

        assert disable("", ways) == REFUSED
        assert capsys.readouterr().err == (
            f"The kiosk still starts at log-in: {link} could not be removed: Is a directory.\n"
        )


class TestStatus:
    def test_is_off_where_nothing_was_enabled(self, ways: Ways, capsys: pytest.CaptureFixture[str]) -> None:
        assert status(ways, as_json=False) == NOT_RUNNING
        assert capsys.readouterr().out == (
            "off: the kiosk does not start at log-in. To have it started: kiosk autostart enable\n"
        )

    def test_is_on_afterwards(self, wanted: Wanted, ways: Ways, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        enable(wanted, ways, PROGRAM)
        capsys.readouterr()

        assert status(ways, as_json=False) == DONE
        assert capsys.readouterr().out == (
            f"on: {home}/.config/autostart/kiosk.desktop\n  {PROGRAM} run --kiosk --config {wanted.contact}\n"
        )

    def test_is_damaged_when_the_program_has_gone(
        self, wanted: Wanted, ways: Ways, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        program = home / "kiosk-1.0"
        program.symlink_to(PROGRAM)
        enable(Wanted(wanted.contact, wanted.device, "DP 1"), ways, program)
        program.unlink()
        capsys.readouterr()

        assert status(ways, as_json=False) == PROBLEMS
        assert capsys.readouterr().out == (
            f"damaged: {home}/.config/autostart/kiosk-DP-1-9dd41a5e.desktop (there is no program {program} any more)\n"
            f"  {program} run --kiosk --screen 'DP 1' --config {wanted.contact}\n"
            f"  To have it started: kiosk autostart enable --kiosk --screen 'DP 1' --config {wanted.contact}\n"
            "  To remove it: kiosk autostart disable --screen 'DP 1'\n"
        )

    def test_names_the_way_that_is_not_the_usual_one(
        self, wanted: Wanted, ways: Ways, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        enable(Wanted(wanted.contact, wanted.device, way="systemd"), ways, PROGRAM)
        (home / ".config" / "systemd" / "user" / "graphical-session.target.wants" / "kiosk.service").unlink()
        capsys.readouterr()

        assert status(ways, as_json=False) == NOT_RUNNING
        assert f"enable --kiosk --config {wanted.contact} --with systemd\n" in capsys.readouterr().out

    def test_is_json_for_programs(
        self, wanted: Wanted, ways: Ways, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        enable(Wanted(wanted.contact, wanted.device, "1"), ways, PROGRAM)
        capsys.readouterr()

        assert status(ways, as_json=True) == DONE
        assert json.loads(capsys.readouterr().out) == {
            "state": "on",
            "entries": [
                {
                    "state": "on",
                    "why": "",
                    "way": "xdg",
                    "place": f"{home}/.config/autostart/kiosk-1.desktop",
                    "screen": "1",
                    "command": [str(PROGRAM), "run", "--kiosk", "--screen", "1", "--config", str(wanted.contact)],
                }
            ],
        }

    def test_is_json_where_nothing_was_enabled(self, ways: Ways, capsys: pytest.CaptureFixture[str]) -> None:
        assert status(ways, as_json=True) == NOT_RUNNING
        assert json.loads(capsys.readouterr().out) == {"state": "off", "entries": []}


def test_the_program_is_the_frozen_executable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/usr/lib/kiosk/kiosk")

    assert this_program() == Path("/usr/lib/kiosk/kiosk")


@pytest.mark.parametrize(("platform", "name"), [("linux", "kiosk"), ("darwin", "kiosk"), ("win32", "kiosk.exe")])
def test_the_program_of_a_checkout_lies_beside_its_python(
    platform: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(sys, "executable", "/checkout/.venv/bin/python")

    assert this_program() == Path("/checkout/.venv/bin", name)


@of_linux
def test_the_command_line_does_all_three(home: Path) -> None:
    (home / "contact.toml").touch()

    assert execute(["autostart", "status"]) == NOT_RUNNING
    assert execute(["autostart", "enable", "--screen", "1"]) == DONE
    assert execute(["autostart", "enable", "--windowed", "--screen", "2", "--config", "other.toml"]) == DONE
    assert execute(["autostart", "status", "--json"]) == DONE
    assert exec_of(home, "kiosk-1") == f"{this_program()} run --kiosk --screen 1 --config {home}/contact.toml"
    assert exec_of(home, "kiosk-2") == f"{this_program()} run --windowed --screen 2 --config {home}/other.toml"
    assert execute(["autostart", "disable", "--screen", "2"]) == DONE
    assert execute(["autostart", "disable"]) == DONE
    assert execute(["autostart", "status"]) == NOT_RUNNING


@of_linux
def test_the_way_can_be_chosen(home: Path) -> None:
    assert execute(["autostart", "enable", "--with", "systemd"]) == DONE
    assert (home / ".config" / "systemd" / "user" / "kiosk.service").is_file()
