import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from leave_out import FILES, MODULES, SYSTEM_LIBRARIES, is_left_out

import kiosk

KEPT = (
    "PySide6/Qt/lib/libQt6Core.so.6",
    "PySide6/Qt/lib/libQt6DBus.so.6",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforms/libqwayland.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "PySide6/Qt/plugins/platforms/qwindows.dll",
    "PySide6/Qt/plugins/imageformats/libqjpeg.so",
    "PySide6/Qt/plugins/imageformats/libqwebp.so",
    "PySide6/Qt/plugins/imageformats/libqgif.so",
    "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
    "PySide6/QtWidgets.abi3.so",
    "kiosk/resources/locale/fr/LC_MESSAGES/kiosk.mo",
    "kiosk/resources/fonts/Inter_400Regular.ttf",
    "python3.11/lib-dynload/_ctypes.cpython-311-x86_64-linux-gnu.so",
    "python3.11/lib-dynload/_codecs_jp.cpython-311-x86_64-linux-gnu.so",
    "tld/res/effective_tld_names.dat.txt",
    "trafilatura-2.3.1.dist-info/METADATA",
    "trafilatura/settings.cfg",
    "tzdata/zoneinfo/Africa/Harare",
)
LEFT_OUT = (
    "babel/locale-data/en.dat",
    "certifi/cacert.pem",
    "tld/res/effective_tld_names_public_only.dat.txt",
    "trafilatura/data/tei_corpus.dtd",
    "trafilatura-2.3.1.dist-info/RECORD",
    "PySide6/Qt/translations/qtbase_de.qm",
    "PySide6/Qt/plugins/platforms/libqvnc.so",
    "PySide6/Qt/plugins/platforms/libqeglfs.so",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/plugins/imageformats/libqsvg.so",
    "PySide6/Qt/lib/libQt6Network.so.6",
    "kiosk/resources/locale/fr/LC_MESSAGES/kiosk.po",
    "pydantic-2.14.3.dist-info/METADATA",
)


@pytest.mark.parametrize("name", KEPT)
def test_what_the_kiosk_uses_is_kept(name: str) -> None:
    assert not is_left_out(name, "linux")


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_it_does_not_use_is_left_out(name: str) -> None:
    assert is_left_out(name, "linux")


@pytest.mark.parametrize("name", ["libstdc++.so.6", "libglib-2.0.so.0", "libfontconfig.so.1", "libX11.so.6"])
def test_linux_brings_its_own_libraries(name: str) -> None:
    assert is_left_out(name, "linux")
    assert not is_left_out(name, "darwin")


@pytest.mark.parametrize(
    "name", ["libxcb-cursor.so.0", "libpython3.11.so.1.0", "libcrypto.so.3", "libssl.so.3", "libQt6Core.so.6"]
)
def test_libraries_that_a_desktop_may_lack_are_kept(name: str) -> None:
    assert not is_left_out(name, "linux")


def test_no_pattern_is_there_twice() -> None:
    assert len({*FILES, *SYSTEM_LIBRARIES}) == len(FILES) + len(SYSTEM_LIBRARIES)


def test_nothing_of_ours_imports_a_module_that_is_left_out() -> None:
    files = Path(kiosk.__path__[0]).rglob("*.py")
    wanted = {(name, file.name) for file in files for name in imported_by(file)}

    assert ("ssl", "tls.py") in wanted
    assert [
        (name, file) for name, file in sorted(wanted) if any(f"{name}.".startswith(f"{out}.") for out in MODULES)
    ] == []


def imported_by(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
