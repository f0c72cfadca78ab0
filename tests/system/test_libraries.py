import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.system import libraries
from kiosk.system.libraries import PACKAGES, Lacking, cure, lacking_for, lacking_in, missing, words

NFPM = Path(__file__).parents[2] / "packaging" / "linux" / "nfpm.yaml"
NO_LIBRARIES = {"ca-certificates", "fontconfig-config", "libc6", "passwd"}
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Debian's packages")


@pytest.mark.parametrize(
    ("error", "lacking"),
    [
        pytest.param(
            "libEGL.so.1: cannot open shared object file: No such file or directory",
            Lacking("libEGL.so.1"),
            id="not there",
        ),
        pytest.param(
            "/lib/x86_64-linux-gnu/libEGL.so.1: file too short", Lacking("libEGL.so.1", "file too short"), id="damaged"
        ),
        pytest.param(
            "/lib/libstdc++.so.6: version `CXXABI_1.3.11' not found (required by /opt/libQt6Core.so.6)",
            Lacking("libstdc++.so.6", "version `CXXABI_1.3.11' not found (required by /opt/libQt6Core.so.6)"),
            id="too old",
        ),
        pytest.param(
            "libxcb-cursor.so.0: cannot open shared object file: Permission denied",
            Lacking("libxcb-cursor.so.0", "cannot open shared object file: Permission denied"),
            id="not to be read",
        ),
        pytest.param("No module named 'kiosk.x'", None, id="a module"),
        pytest.param("cannot import name 'x' from 'libkiosk' (/a/libkiosk.so)", None, id="a name"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_what_the_loader_says_names_the_library(error: str, lacking: Lacking | None) -> None:
    assert lacking_in(error) == lacking


@ON_LINUX
def test_a_file_that_is_no_library_is_lacking(tmp_path: Path) -> None:
    file = tmp_path / "libGL.so.1"
    file.touch()

    assert lacking_for(file) == Lacking("libGL.so.1", "file too short")


@ON_LINUX
def test_one_that_can_be_loaded_is_not() -> None:
    assert lacking_for(Path("libc.so.6")) is None


@ON_LINUX
def test_all_that_are_missing_are_told_with_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "PACKAGES", {**PACKAGES, "libkiosk-a.so.1": "kiosk-a", "libkiosk-b.so.1": "kiosk-b"})

    assert missing() == ("libkiosk-a.so.1", "libkiosk-b.so.1")
    assert words(Lacking("libkiosk-b.so.1")) == (
        "Nothing can be drawn: this computer has no libkiosk-b.so.1, libkiosk-a.so.1. "
        "On Debian or Ubuntu: sudo apt install kiosk-b kiosk-a"
    )


@ON_LINUX
def test_one_that_the_program_brings_along_is_not_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "PACKAGES", {"libkiosk-a.so.1": "kiosk-a"})
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    (tmp_path / "libkiosk-a.so.1").touch()

    assert missing() == ()


def test_a_damaged_one_is_installed_again() -> None:
    assert words(Lacking("libGL.so.1", "file too short")) == (
        "Nothing can be drawn: libGL.so.1 of this computer cannot be loaded (file too short). "
        "On Debian or Ubuntu: sudo apt install --reinstall libgl1"
    )


def test_where_the_package_is_not_known_none_is_made_up() -> None:
    assert cure(("libstrange.so.1",)) == "Install the packages of your system that hold it."


def test_every_library_that_the_deb_asks_for_is_known() -> None:
    depends = re.findall(r"^  - ([a-z0-9.+-]+)", NFPM.read_text("utf-8").partition("recommends:")[0], re.MULTILINE)

    assert set(depends) - NO_LIBRARIES <= set(PACKAGES.values())
    assert len(depends) > 20


@ON_LINUX
@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="only Debian knows its packages")
@pytest.mark.parametrize("library", PACKAGES)
def test_its_package_is_the_one_that_debian_has_it_in(library: str) -> None:
    found = subprocess.run(["dpkg-query", "--search", f"*/{library}"], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.skip("it is not installed here")

    assert PACKAGES[library] in {
        name.removesuffix("t64") for name in re.findall(r"^([^:,\s]+)", found.stdout, re.MULTILINE)
    }
