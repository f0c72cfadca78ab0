from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

MANIFEST = Path(__file__).parents[3] / "packaging" / "windows" / "kiosk.manifest"
V1, V3 = "{urn:schemas-microsoft-com:asm.v1}", "{urn:schemas-microsoft-com:asm.v3}"
COMPATIBILITY = "{urn:schemas-microsoft-com:compatibility.v1}"
SETTINGS = "{http://schemas.microsoft.com/SMI/%d/WindowsSettings}"


@pytest.fixture
def manifest() -> ET.Element:
    return ET.fromstring(MANIFEST.read_bytes())  # noqa: S314  # our own file


def test_it_is_a_manifest(manifest: ET.Element) -> None:
    assert (manifest.tag, manifest.get("manifestVersion")) == (f"{V1}assembly", "1.0")


@pytest.mark.parametrize(
    ("year", "name", "value"),
    [
        (2005, "dpiAware", "true/pm"),
        (2016, "dpiAwareness", "PerMonitorV2, PerMonitor"),
        (2016, "longPathAware", "true"),
        (2019, "activeCodePage", "UTF-8"),
    ],
)
def test_each_setting_is_in_the_namespace_of_its_year(manifest: ET.Element, year: int, name: str, value: str) -> None:
    assert manifest.findtext(f"{V3}application/{V3}windowsSettings/{SETTINGS % year}{name}") == value


def test_it_asks_for_no_more_rights_than_its_user_has(manifest: ET.Element) -> None:
    level = manifest.find(f"{V3}trustInfo/{V3}security/{V3}requestedPrivileges/{V3}requestedExecutionLevel")

    assert level is not None
    assert level.attrib == {"level": "asInvoker", "uiAccess": "false"}


def test_it_is_for_windows_10_and_later(manifest: ET.Element) -> None:
    systems = manifest.findall(f"{COMPATIBILITY}compatibility/{COMPATIBILITY}application/{COMPATIBILITY}supportedOS")

    assert [system.get("Id") for system in systems] == ["{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"]
