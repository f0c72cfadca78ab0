"""What Microsoft's schema of Shell Launcher allows, and what the kiosk needs of it."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kiosk.commands.exit_status import LEFT

FILE = Path(__file__).parents[3] / "packaging" / "windows" / "lockdown" / "shell-launcher.xml"
BASE = "{http://schemas.microsoft.com/ShellLauncher/2018/Configuration}"
V2 = "{http://schemas.microsoft.com/ShellLauncher/2019/Configuration}"
ACTIONS = {"RestartShell", "RestartDevice", "ShutdownDevice", "DoNothing"}
GUID = re.compile(r"\{[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\}")
CHILDREN = {
    "ShellLauncherConfiguration": ["Profiles", "Configs"],
    "Profiles": ["DefaultProfile", "Profile"],
    "DefaultProfile": ["Shell"],
    "Profile": ["Shell"],
    "Configs": ["Config"],
    "Config": ["AutoLogonAccount", "Profile"],
}


@pytest.fixture
def configuration() -> ET.Element:
    return ET.fromstring(FILE.read_bytes())  # noqa: S314  # our own file


def shell_of_the_kiosk(configuration: ET.Element) -> ET.Element:
    found = configuration.find(f"{BASE}Profiles/{BASE}Profile/{BASE}Shell")
    assert found is not None
    return found


def test_its_elements_stand_in_the_order_of_the_schema(configuration: ET.Element) -> None:
    for element in configuration.iter():
        name = element.tag.removeprefix(BASE)
        if name in CHILDREN and len(element):
            assert [child.tag for child in element] == [f"{BASE}{child}" for child in CHILDREN[name]], name


def test_its_profile_is_the_one_that_its_user_has(configuration: ET.Element) -> None:
    defined = [profile.get("Id", "") for profile in configuration.findall(f"{BASE}Profiles/{BASE}Profile")]
    used = [profile.get("Id", "") for profile in configuration.findall(f"{BASE}Configs/{BASE}Config/{BASE}Profile")]

    assert defined == used
    assert all(GUID.fullmatch(one) for one in defined)


def test_whoever_else_signs_in_has_the_usual_desktop(configuration: ET.Element) -> None:
    usual = configuration.find(f"{BASE}Profiles/{BASE}DefaultProfile/{BASE}Shell")

    assert usual is not None
    assert usual.get("Shell") == r"%SystemRoot%\explorer.exe"


def test_the_shell_is_the_program_without_a_console(configuration: ET.Element) -> None:
    shell = shell_of_the_kiosk(configuration)

    assert shell.get("Shell", "").startswith(r"%ProgramFiles%\Kiosk\kioskw.exe run --kiosk")
    assert (shell.get(f"{V2}AppType"), shell.get(f"{V2}AllAppsFullScreen")) == ("Desktop", "false")


def test_what_staff_have_left_is_not_started_again_and_everything_else_is(configuration: ET.Element) -> None:
    shell = shell_of_the_kiosk(configuration)
    actions = {
        int(action.get("ReturnCode", "")): action.get("Action")
        for action in shell.findall(f"{BASE}ReturnCodeActions/{BASE}ReturnCodeAction")
    }
    default = shell.find(f"{BASE}DefaultAction")

    assert actions == {LEFT: "DoNothing"}
    assert default is not None
    assert default.get("Action") == "RestartShell"
    assert ACTIONS.issuperset(str(element.get("Action")) for element in shell.iter() if "Action" in element.attrib)
