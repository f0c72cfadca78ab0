"""What Microsoft's schema of Assigned Access allows, and what the kiosk needs of it."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

FILE = Path(__file__).parents[3] / "packaging" / "windows" / "lockdown" / "assigned-access.xml"
BASE = "{http://schemas.microsoft.com/AssignedAccess/2017/config}"
RS5 = "{http://schemas.microsoft.com/AssignedAccess/201810/config}"
V5 = "{http://schemas.microsoft.com/AssignedAccess/2022/config}"
IN_PROFILE = (
    f"{BASE}AllAppsList",
    f"{RS5}FileExplorerNamespaceRestrictions",
    f"{BASE}StartLayout",
    f"{V5}StartPins",
    f"{BASE}Taskbar",
    f"{V5}TaskbarLayout",
)
"""In the order of the schema; the first and the fifth must be there."""


@pytest.fixture
def configuration() -> ET.Element:
    return ET.fromstring(FILE.read_bytes())  # noqa: S314  # our own file


def profile(configuration: ET.Element) -> ET.Element:
    found = configuration.find(f"{BASE}Profiles/{BASE}Profile")
    assert found is not None
    return found


def test_its_elements_stand_in_the_order_of_the_schema(configuration: ET.Element) -> None:
    tags = [element.tag for element in profile(configuration)]

    assert [element.tag for element in configuration] == [f"{BASE}Profiles", f"{BASE}Configs"]
    assert tags == [tag for tag in IN_PROFILE if tag in tags]
    assert {f"{BASE}AllAppsList", f"{BASE}Taskbar"} <= set(tags)


def test_its_profile_is_the_one_that_its_user_has(configuration: ET.Element) -> None:
    used = configuration.find(f"{BASE}Configs/{BASE}Config/{BASE}DefaultProfile")

    assert used is not None
    assert used.get("Id") == profile(configuration).get("Id")


def test_the_kiosk_is_the_only_program_and_starts_by_itself(configuration: ET.Element) -> None:
    (app,) = profile(configuration).findall(f"{BASE}AllAppsList/{BASE}AllowedApps/{BASE}App")

    assert app.get("DesktopAppPath") == r"%ProgramFiles%\Kiosk\kioskw.exe"
    assert app.get(f"{RS5}AutoLaunch") == "true"
    assert str(app.get(f"{RS5}AutoLaunchArguments")).startswith("run --kiosk ")


def test_the_start_menu_has_the_entry_that_the_installer_makes(configuration: ET.Element) -> None:
    pins = json.loads(str(profile(configuration).findtext(f"{V5}StartPins")))

    assert pins == {
        "pinnedList": [{"desktopAppLink": r"%ALLUSERSPROFILE%\Microsoft\Windows\Start Menu\Programs\Kiosk.lnk"}]
    }
    assert r'Name: "{autoprograms}\Kiosk"' in (FILE.parents[1] / "kiosk.iss").read_text(encoding="utf-8")
