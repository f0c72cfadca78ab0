from pathlib import Path

import pytest
from built_tree import files_in, modules_of, place_of

LISTING = """Options in 'kiosk' (PKG/CArchive):
 pyi-contents-directory _internal
Contents of 'kiosk' (PKG/CArchive):
 struct
 pyimod01_archive
 PYZ.pyz

Contents of 'PYZ.pyz' (PYZ):
 kiosk
 kiosk.cli
 struct
"""


def test_modules_are_what_is_indented_but_for_the_archive_itself() -> None:
    assert modules_of(LISTING) == ("kiosk", "kiosk.cli", "pyimod01_archive", "struct")


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("_internal/PySide6/QtCore.abi3.so", "PySide6/QtCore.abi3.so"),
        ("_internal/libz.so.1", "libz.so.1"),
        ("kiosk", "kiosk"),
    ],
)
def test_a_file_is_known_by_its_place_below_the_libraries(file: str, place: str) -> None:
    assert place_of(file) == place


def test_links_are_no_files_and_what_is_written_afterwards_does_not_count(tmp_path: Path) -> None:
    for name in ("kiosk", "_internal/libz.so.1", "licences/LICENCES.txt", "sbom.cdx.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "_internal" / "link.so").symlink_to("libz.so.1")

    assert files_in(tmp_path) == ["_internal/libz.so.1", "kiosk"]
