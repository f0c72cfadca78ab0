import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROFILE = ROOT / "packaging" / "linux" / "apparmor" / "usr.lib.kiosk.kiosk"
SYSTEM = ROOT / "kiosk" / "system"
PARSER = shutil.which("apparmor_parser", path="/usr/sbin:/sbin:/usr/bin:/bin")
NOT_OF_LINUX = {"cacls", "defaults", "pmset", "powercfg", "schtasks", "system_profiler"}
ON_PURPOSE_NOT = {"sudo"}
"""The profile says why."""

needs_parser = pytest.mark.skipif(PARSER is None, reason="apparmor_parser is not installed")


def parse(profile: Path) -> subprocess.CompletedProcess[str]:
    order = [str(PARSER), "--skip-kernel-load", "--skip-cache", "--skip-read-cache", str(profile)]
    return subprocess.run(order, check=False, capture_output=True, text=True)


def children() -> set[str]:
    """Name the programs of the system that the kiosk starts, as its code names them."""
    texts = [file.read_text("utf-8") for file in SYSTEM.rglob("*.py")]
    asked = re.findall(r'machine\.run\(\s*"([\w-]+)"', "".join(texts))
    told = re.findall(r'\("(xset|wlopm)"', "".join(texts))
    detached = re.findall(r'start_detached\("([\w-]+)"', (SYSTEM / "opener_linux.py").read_text("utf-8"))
    return {*asked, *told, *detached} - NOT_OF_LINUX


@needs_parser
def test_apparmor_understands_it() -> None:
    assert parse(PROFILE).returncode == 0


@needs_parser
def test_apparmor_would_refuse_what_it_does_not_know(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_text(PROFILE.read_text("utf-8").replace("signal (send, receive)", "signal (whistle)"), "utf-8")

    assert parse(broken).returncode != 0


def test_it_complains_until_an_administrator_has_it_forbid() -> None:
    assert "profile kiosk /usr/lib/kiosk{,.previous}/kiosk flags=(complain) {" in PROFILE.read_text("utf-8")


def test_every_program_that_the_kiosk_starts_has_its_rule() -> None:
    rules = re.findall(r"^  /\{,usr/\}bin/(?:\{([^}]+)\}|([\w-]+)) [CPU]xr", PROFILE.read_text("utf-8"), re.MULTILINE)
    allowed = {name for group, single in rules for name in (group.split(",") if group else [single])}

    assert {"xset", "systemctl", "xdg-open", "id"} <= children()
    assert children() - allowed == ON_PURPOSE_NOT


@pytest.mark.parametrize(
    "folder", ["/etc/kiosk/", "/var/lib/kiosk/", "@{HOME}/.config/{,kiosk/,", "@{HOME}/.local/state/kiosk/"]
)
def test_its_own_folders_may_be_written(folder: str) -> None:
    assert re.search(rf"^  (?:owner )?{re.escape(folder)}\S* \w*w\w*,$", PROFILE.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("kind", ["inet stream", "inet6 stream", "inet dgram", "inet6 dgram", "netlink raw"])
def test_the_world_may_be_reached(kind: str) -> None:
    assert f"\n  network {kind},\n" in PROFILE.read_text("utf-8")


def test_only_addresses_of_the_world_and_of_the_computer_itself_have_a_rule() -> None:
    families = re.findall(r"^ +(?:allow )?network (\w+)", PROFILE.read_text("utf-8"), re.MULTILINE)

    assert set(families) == {"inet", "inet6", "netlink"}
