import plistlib
import subprocess
from pathlib import Path

import pytest
from bundle import info

MACOS = Path(__file__).parents[3] / "packaging" / "macos"
SCRIPTS = sorted(MACOS.glob("*.sh"))


@pytest.mark.parametrize("version", ["1.2.0", "1.2.0+7", "1.2.0+7.changed"])
def test_macos_is_told_three_numbers_and_nothing_else(version: str) -> None:
    told = info(version)

    assert (told["CFBundleShortVersionString"], told["CFBundleVersion"]) == ("1.2.0", "1.2.0")
    assert told["CFBundleGetInfoString"] == f"Kiosk {version}"


def test_a_version_that_macos_cannot_read_is_refused() -> None:
    with pytest.raises(ValueError, match=r"such as 1\.2\.3"):
        info("unknown")


def test_the_entries_can_be_written_as_a_property_list() -> None:
    assert plistlib.loads(plistlib.dumps(info("1.2.0"))) == info("1.2.0")


def test_the_window_is_allowed_to_show_although_its_parent_has_no_place_in_the_dock() -> None:
    told = info("1.2.0")

    assert (told["LSUIElement"], told["LSBackgroundOnly"]) == (True, False)


def test_no_library_of_others_is_let_in() -> None:
    granted = plistlib.loads((MACOS / "entitlements.plist").read_bytes())

    assert granted == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_each_script_is_one_of_the_shell_and_may_be_run(script: Path) -> None:
    subprocess.run(["sh", "-n", script], check=True)

    assert script.stat().st_mode & 0o111


def test_nothing_is_signed_without_an_identity(tmp_path: Path) -> None:
    told = subprocess.run(
        [MACOS / "sign.sh", tmp_path / "Kiosk.app"],
        check=True,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin"},
    )

    assert told.stdout == "Not signed: KIOSK_MACOS_IDENTITY names no certificate.\n"
