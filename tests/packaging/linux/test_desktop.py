import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

LINUX = Path(__file__).parents[3] / "packaging" / "linux"
ENTRY = LINUX / "desktop" / "org.kiosk.kiosk.desktop"
METAINFO = LINUX / "desktop" / "org.kiosk.kiosk.metainfo.xml"


@pytest.mark.parametrize(
    "command",
    [
        ("desktop-file-validate", "--warn-kde", ENTRY),
        ("appstreamcli", "validate", "--no-net", METAINFO),
    ],
    ids=lambda command: command[0],
)
def test_the_tool_of_its_standard_finds_nothing_wrong(command: tuple[str | Path, ...]) -> None:
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    said = subprocess.run(command, check=False, capture_output=True, text=True)

    assert said.returncode == 0, said.stdout


def test_the_two_are_of_one_program() -> None:
    told = ET.fromstring(METAINFO.read_bytes())  # noqa: S314  # our own file

    assert told.findtext("id") == ENTRY.stem
    assert told.findtext("launchable") == ENTRY.name
    assert told.findtext("name") == re.findall(r"^Name=(.*)$", ENTRY.read_text("utf-8"), re.MULTILINE)[0]


def test_its_icon_is_the_one_that_is_installed() -> None:
    (icon,) = re.findall(r"^Icon=(.*)$", ENTRY.read_text("utf-8"), re.MULTILINE)

    assert f"/apps/{icon}.svg\n" in (LINUX / "nfpm.yaml").read_text("utf-8")
