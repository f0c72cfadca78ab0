"""The units of the services, as systemd itself judges them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.commands.exit_status import LEFT
from kiosk.system.doctor.ready_linux import UNIT

LINUX = Path(__file__).parents[3] / "packaging" / "linux"
SYSTEMD = LINUX / "systemd"
UNITS = (UNIT, "kiosk-openbox.service")
TRIAL = "kiosk-trial.service"
INSTALLED = "/usr/libexec/kiosk"
WORST_EXPOSURE = 3.0
SHARED = "/tmp/"  # noqa: S108  # as the rules name it

ANALYZE = shutil.which("systemd-analyze")
needs_systemd = pytest.mark.skipif(ANALYZE is None, reason="systemd is not installed")


def settings(unit: str, section: str) -> dict[str, list[str]]:
    """Give what a section says, by key, all of its lines."""
    lines = (SYSTEMD / unit).read_text("utf-8").replace("\\\n", " ").splitlines()
    told: dict[str, list[str]] = {}
    here = ""
    for line in lines:
        if line.startswith("["):
            here = line.strip("[]")
        elif "=" in line and not line.startswith("#") and here == section:
            key, _, value = line.partition("=")
            told.setdefault(key, []).append(value)
    return told


def analyze(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(ANALYZE), *arguments], check=False, capture_output=True, text=True)


@needs_systemd
@pytest.mark.parametrize("unit", [*UNITS, TRIAL])
def test_systemd_rates_it_as_well_held(unit: str) -> None:
    judged = analyze("security", "--offline=true", f"--threshold={WORST_EXPOSURE * 10:g}", "--no-pager", SYSTEMD / unit)

    assert judged.returncode == 0, judged.stdout


@needs_systemd
def test_a_unit_that_is_not_held_is_rated_worse(tmp_path: Path) -> None:
    naive = tmp_path / UNIT
    naive.write_text("[Service]\nExecStart=/bin/true\nUser=kiosk\n")

    assert analyze("security", "--offline=true", f"--threshold={WORST_EXPOSURE * 10:g}", naive).returncode != 0


@needs_systemd
@pytest.mark.parametrize("unit", [*UNITS, TRIAL])
def test_systemd_finds_nothing_wrong_in_it(unit: str, tmp_path: Path) -> None:
    file = tmp_path / unit
    file.write_text((SYSTEMD / unit).read_text("utf-8").replace(INSTALLED, str(LINUX / "session")), "utf-8")

    judged = analyze("verify", "--man=no", "--recursive-errors=no", file)

    assert (judged.returncode, judged.stderr) == (0, "")


@needs_systemd
def test_systemd_would_find_a_word_that_it_does_not_know(tmp_path: Path) -> None:
    file = tmp_path / UNIT
    file.write_text((SYSTEMD / UNIT).read_text("utf-8").replace("WatchdogSec", "WatchdogSecs"), "utf-8")

    assert "Unknown key 'WatchdogSecs'" in analyze("verify", "--man=no", "--recursive-errors=no", file).stderr


@pytest.mark.parametrize("unit", UNITS)
def test_it_always_starts_again_until_staff_leave(unit: str) -> None:
    service = settings(unit, "Service")

    assert service["Restart"] == ["always"]
    assert settings(unit, "Unit")["StartLimitIntervalSec"] == ["0"]
    assert service["RestartPreventExitStatus"] == service["SuccessExitStatus"] == [str(LEFT)]


@pytest.mark.parametrize("unit", UNITS)
def test_the_kiosk_is_heard_although_it_is_not_the_main_process(unit: str) -> None:
    service = settings(unit, "Service")

    assert (service["Type"], service["NotifyAccess"]) == (["notify"], ["all"])
    assert "PAMName" not in service  # a session of logind would take it out of the unit


@pytest.mark.parametrize("unit", UNITS)
def test_only_one_of_those_that_take_the_screen_runs(unit: str) -> None:
    others = {"getty@tty1.service", "display-manager.service", *UNITS} - {unit}

    assert set(settings(unit, "Unit")["Conflicts"][0].split()) == others


@pytest.mark.parametrize("unit", UNITS)
def test_a_new_version_is_judged_from_its_start_and_after_the_end_of_the_old_one(unit: str) -> None:
    told = settings(unit, "Unit")

    assert TRIAL in told["Wants"][0].split()
    assert TRIAL in told["After"]
    assert settings(TRIAL, "Service")["Type"] == ["exec"]  # or the kiosk would wait for the judgement


def test_enabling_one_is_refused_where_the_other_is_enabled() -> None:
    names = [settings(unit, "Install")["Alias"] for unit in UNITS]

    assert names[0] == names[1] == ["kiosk-screen.service"]


@needs_systemd
def test_systemd_lets_only_one_be_enabled(tmp_path: Path) -> None:
    units = tmp_path / "usr" / "lib" / "systemd" / "system"
    units.mkdir(parents=True)
    for unit in UNITS:
        (units / unit).write_bytes((SYSTEMD / unit).read_bytes())

    statuses = [
        subprocess.run(["systemctl", f"--root={tmp_path}", "enable", unit], check=False, capture_output=True).returncode
        for unit in UNITS
    ]

    assert statuses == [0, 1]


@pytest.mark.parametrize("unit", UNITS)
def test_what_gives_the_screen_back_hears_the_name_that_jobs_have(unit: str) -> None:
    assert settings(unit, "Service")["ExecStopPost"] == [f"-+{INSTALLED}/give-back-terminal {unit}"]


def test_cage_is_started_without_the_option_that_lets_visitors_switch_terminals() -> None:
    (command,) = settings(UNIT, "Service")["ExecStart"]

    assert command == f"{INSTALLED}/keep-status /usr/bin/cage -- {INSTALLED}/kiosk-inside"


def test_the_x_server_is_told_by_our_file() -> None:
    (command,) = settings("kiosk-openbox.service", "Service")["ExecStart"]

    assert " vt1 " in command
    assert " -config kiosk.conf " in command
    assert "dst: /etc/X11/kiosk.conf\n" in (LINUX / "nfpm.yaml").read_text("utf-8")


def test_both_are_held_in_the_same_way_but_for_what_an_x_server_needs() -> None:
    ours, theirs = (settings(unit, "Service") for unit in UNITS)
    held = [
        key for key in ours if key.startswith(("Protect", "Private", "Restrict", "NoNew", "Memory", "OOM", "Tasks"))
    ]

    assert len(held) >= 16
    assert [key for key in held if ours[key] != theirs[key]] == []
    assert set(theirs["DeviceAllow"]) - set(ours["DeviceAllow"]) == {"char-input rw", "/dev/tty0 rw", "/dev/tty1 rw"}
    assert theirs["SystemCallFilter"] == [*ours["SystemCallFilter"], "@setuid"]


@pytest.mark.parametrize("unit", UNITS)
def test_it_may_reach_the_world_but_nobody_may_connect_to_it(unit: str) -> None:
    service = settings(unit, "Service")

    assert {"AF_INET", "AF_INET6", "AF_NETLINK"} <= set(service["RestrictAddressFamilies"][0].split())
    assert "IPAddressDeny" not in service
    assert service["SocketBindDeny"] == ["any"]


@pytest.mark.parametrize("unit", UNITS)
def test_every_script_that_it_starts_is_in_the_package(unit: str) -> None:
    package = (LINUX / "nfpm.yaml").read_text("utf-8")
    named = {word for word in (SYSTEMD / unit).read_text("utf-8").split() if INSTALLED in word}

    assert len(named) >= 4
    for word in named:
        name = word.rpartition("/")[2]
        assert f"src: packaging/linux/session/{name}\n    dst: {INSTALLED}/{name}\n" in package


def test_no_preset_turns_one_on() -> None:
    told = (SYSTEMD / "preset.conf").read_text("utf-8").splitlines()

    assert {f"disable {unit}" for unit in UNITS} == {line for line in told if not line.startswith("#")}


@needs_systemd
def test_the_user_is_made(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()

    subprocess.run(["systemd-sysusers", f"--root={tmp_path}", str(SYSTEMD / "sysusers.conf")], check=True)

    (user,) = (tmp_path / "etc" / "passwd").read_text().splitlines()
    assert re.fullmatch(r"kiosk:x:\d+:\d+:Kiosk, a lobby screen:/var/lib/kiosk:/usr/sbin/nologin", user)


@needs_systemd
def test_what_is_ours_in_tmp_is_never_too_old(tmp_path: Path) -> None:
    shared, rules = tmp_path / "shared", tmp_path / "rules.conf"
    rules.write_text(f"d {shared} 1777 - - 0\n{_rules().replace(SHARED, f'{shared}/')}")
    for name in ("kiosk-desk", "others"):
        (shared / name).mkdir(parents=True)
        (shared / name / "edition.json").touch()

    subprocess.run(["systemd-tmpfiles", "--clean", str(rules)], check=True)

    assert [file.name for file in shared.iterdir()] == ["kiosk-desk"]
    assert (shared / "kiosk-desk" / "edition.json").is_file()


def _rules() -> str:
    lines = (SYSTEMD / "tmpfiles.conf").read_text("utf-8").splitlines()
    return "".join(f"{line}\n" for line in lines if line.startswith(f"x {SHARED}"))
