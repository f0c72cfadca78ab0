import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.edition.durable import write_atomically
from kiosk.system.autostart_entry import Broken, Entry, Found, InTheWay, Refused, Removed, SwitchedOff, Written
from kiosk.system.autostart_xdg import XdgEntries, desktop_entry_of, entry_in
from tests.system.autostart_fakes import CONTACT, PROGRAM, System, entry

GENERATOR = Path("/usr/lib/systemd/user-generators/systemd-xdg-autostart-generator")
ODD = entry("--device", "/srv/50% of 'us' & (them); a=b #1 é *~|<>!.toml")


@pytest.fixture
def system() -> System:
    return System()


@pytest.fixture
def xdg(tmp_path: Path, system: System) -> XdgEntries:
    return XdgEntries(tmp_path, system.run, write_atomically)


def text_of(file: Path) -> str:
    return file.read_text("utf-8")


def test_it_is_written_as_the_specification_says(xdg: XdgEntries, tmp_path: Path) -> None:
    assert xdg.put(entry()) == Written(str(tmp_path / "autostart" / "kiosk.desktop"))
    assert text_of(tmp_path / "autostart" / "kiosk.desktop") == (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Name=Kiosk\n"
        "Comment=Shows the lobby screen; to remove it: kiosk autostart disable\n"
        f'Exec={PROGRAM} run --kiosk --config "{CONTACT}"\n'
        "Terminal=false\n"
        "StartupNotify=false\n"
        "X-GNOME-Autostart-enabled=true\n"
        "X-Kiosk-Autostart=true\n"
    )


@pytest.mark.parametrize("written", [entry(), entry(screen="DELL U2415"), entry(mode="--windowed"), ODD])
def test_what_is_written_is_read_again(xdg: XdgEntries, written: Entry) -> None:
    xdg.put(written)

    assert [found.entry for found in xdg.found()] == [written]


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed")
@pytest.mark.parametrize("written", [entry(), entry(screen="DELL U2415"), ODD])
def test_freedesktops_validator_finds_nothing_wrong(xdg: XdgEntries, tmp_path: Path, written: Entry) -> None:
    xdg.put(written)
    file = tmp_path / "autostart" / f"{written.name}.desktop"

    judged = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, text=True, check=False)

    assert (judged.returncode, judged.stdout) == (0, "")


def generated(tmp_path: Path) -> Path:
    """Let systemd make units of the entries, as it does at a log-in to GNOME and KDE Plasma."""
    units = tmp_path / "generated"
    units.mkdir()
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "XDG_CONFIG_DIRS": "/nonexistent"}
    subprocess.run([GENERATOR, units, units, units], env=environment, check=True, capture_output=True)
    return units


needs_generator = pytest.mark.skipif(not GENERATOR.exists(), reason="systemd is not installed")


@needs_generator
@pytest.mark.parametrize("written", [entry(), ODD])
def test_systemd_takes_every_word_as_it_was_meant(xdg: XdgEntries, tmp_path: Path, written: Entry) -> None:
    xdg.put(written)

    unit = text_of(generated(tmp_path) / "app-kiosk@autostart.service")

    line = next(line for line in unit.splitlines() if line.startswith("ExecStart=:"))
    words = subprocess.run(  # all that systemd and a shell read differently here is the doubled percent sign
        ["/bin/sh", "-c", f"printf '%s\\n' {line.removeprefix('ExecStart=:').replace('%%', '%')}"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert tuple(words.stdout.splitlines()) == written.command


@needs_generator
@pytest.mark.parametrize("screen", ["", "HDMI-A-1", "DELL U2415"])
def test_the_drop_in_lies_beside_the_unit_that_systemd_makes(xdg: XdgEntries, tmp_path: Path, screen: str) -> None:
    xdg.put(entry(screen=screen))

    units = {unit.name for unit in generated(tmp_path).glob("app-*.service")}

    drop_ins = {drop_in.parent.name for drop_in in (tmp_path / "systemd" / "user").glob("*/kiosk-autostart.conf")}
    assert {f"{unit}.d" for unit in units} == drop_ins
    assert len(units) == 1


@needs_generator
def test_systemd_understands_the_unit_with_its_drop_in(xdg: XdgEntries, tmp_path: Path) -> None:
    xdg.put(entry())
    unit = generated(tmp_path) / "app-kiosk@autostart.service"
    environment = {
        **os.environ,
        "XDG_RUNTIME_DIR": str(tmp_path),
        "SYSTEMD_UNIT_PATH": f"{unit.parent}:{tmp_path / 'systemd' / 'user'}:/usr/lib/systemd/user",
    }

    judged = subprocess.run(
        ["systemd-analyze", "verify", "--user", "--man=no", unit], env=environment, capture_output=True, text=True, check=False
    )  # fmt: skip

    assert (judged.returncode, judged.stderr) == (0, "")


def test_the_drop_in_starts_a_full_screen_again_whatever_ended_it_but_staff(xdg: XdgEntries, tmp_path: Path) -> None:
    xdg.put(entry())

    drop_in = tmp_path / "systemd" / "user" / "app-kiosk@autostart.service.d" / "kiosk-autostart.conf"
    assert {"Restart=always", "RestartPreventExitStatus=5", "StartLimitIntervalSec=0"} <= set(text_of(drop_in).split())


def test_a_systemd_that_runs_is_told(xdg: XdgEntries, system: System) -> None:
    xdg.put(entry())

    assert system.asked == ["systemctl --user daemon-reload"]


def test_twice_is_once(xdg: XdgEntries) -> None:
    xdg.put(entry(mode="--windowed"))
    xdg.put(entry())

    assert [found.entry for found in xdg.found()] == [entry()]


def test_what_somebody_else_wrote_stays(xdg: XdgEntries, tmp_path: Path) -> None:
    theirs = tmp_path / "autostart" / "kiosk.desktop"
    theirs.parent.mkdir()
    theirs.write_text("[Desktop Entry]\nType=Application\nName=Another kiosk\nExec=another-kiosk\n", "utf-8")
    before = theirs.read_bytes()

    assert xdg.put(entry()) == InTheWay(str(theirs))
    assert theirs.read_bytes() == before
    assert xdg.found() == ()


def test_nothing_is_left_when_it_is_removed(xdg: XdgEntries, tmp_path: Path) -> None:
    xdg.put(entry())

    assert [xdg.remove(found) for found in xdg.found()] == [Removed()]
    assert list(tmp_path.rglob("*kiosk*")) == []


def test_other_drop_ins_of_the_unit_stay(xdg: XdgEntries, tmp_path: Path) -> None:
    xdg.put(entry())
    theirs = tmp_path / "systemd" / "user" / "app-kiosk@autostart.service.d" / "memory.conf"
    theirs.write_text("[Service]\nMemoryMax=1G\n", "utf-8")

    xdg.remove(xdg.found()[0])

    assert theirs.exists()


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_the_desktops_own_settings_switch_it_off(line: str) -> None:
    text = bytes_of(entry()).decode().replace("X-GNOME-Autostart-enabled=true", line)

    assert entry_in(text) == SwitchedOff(entry(), "it is switched off in the settings of the desktop")


def test_one_that_starts_nothing_is_broken() -> None:
    assert entry_in("[Desktop Entry]\nX-Kiosk-Autostart=true\n") == Broken()


def test_keys_of_another_group_do_not_count() -> None:
    text = bytes_of(entry()).decode() + "\n[Desktop Action new]\nExec=another\nHidden=true\n"

    assert entry_in(text) == entry()


@pytest.mark.parametrize("letter", list('"`$\\'))
def test_letters_that_desktops_read_differently_are_refused(letter: str) -> None:
    refused = desktop_entry_of(entry("--device", f"/srv/a{letter}b.toml"))

    assert refused == Refused(
        f'desktops do not agree on how to read " ` $ and \\, as in /srv/a{letter}b.toml: use another name'
    )


@pytest.mark.parametrize("letter", list("%="))
def test_letters_that_no_program_may_have_are_refused(letter: str) -> None:
    assert isinstance(desktop_entry_of(entry(program=f"/opt/a{letter}b/kiosk")), Refused)


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path, system: System) -> None:
    (tmp_path / "autostart").write_text("in the way")

    refused = XdgEntries(tmp_path, system.run, write_atomically).put(entry())

    assert refused == Refused(f"{tmp_path}/autostart/kiosk.desktop could not be written: File exists")


def test_a_drop_in_that_cannot_be_written_keeps_nothing_from_starting(xdg: XdgEntries, tmp_path: Path) -> None:
    (tmp_path / "systemd").write_text("in the way")

    assert isinstance(xdg.put(entry()), Written)
    assert [found.state for found in xdg.found()] == ["on"]


def test_a_program_that_is_gone_is_found(xdg: XdgEntries, tmp_path: Path) -> None:
    gone = entry(program="/opt/gone/kiosk")
    xdg.put(gone)

    assert xdg.found() == (
        Found(
            "kiosk",
            str(tmp_path / "autostart" / "kiosk.desktop"),
            "damaged",
            "there is no program /opt/gone/kiosk any more",
            gone,
        ),
    )


def bytes_of(written: Entry) -> bytes:
    content = desktop_entry_of(written)
    assert isinstance(content, bytes)
    return content
