"""The real program has a licence and a text for all that is in it, tells of every file, and lets its Qt be replaced."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest
from built_tree import files_in
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation import make_schemabased_validator

from kiosk.system.qt_advisories import SHIPPED, faults_of, version_of

pytestmark = pytest.mark.package
MARK, OTHER_MARK = b"release build; by ", b"release build; BY "
QT_CORE = Path("_internal/PySide6/Qt/lib/libQt6Core.so.6")
linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="replaces libraries as they are called on Linux"
)


class Listed(TypedDict("Listed", {"bom-ref": str})):
    """One of the list of parts: a part, a file, or what is compiled in."""

    name: str
    version: str
    hashes: list[dict[str, str]]
    components: NotRequired[list["Listed"]]


@pytest.fixture(scope="module")
def parts(package: Path) -> list[Listed]:
    told: list[Listed] = json.loads((package / "sbom.cdx.json").read_bytes())["components"]
    return told


def all_of(parts: list[Listed]) -> list[Listed]:
    return [*parts, *(one for part in parts for one in part.get("components", []))]


def test_the_index_names_a_licence_and_texts_that_are_there_for_every_part(package: Path) -> None:
    folder = package / "licences"
    index = json.loads((folder / "index.json").read_bytes())
    entries = [*index, *(one for part in index for one in part.get("inside", []))]

    assert len(index) > 30
    assert len(entries) > 100
    for entry in entries:
        assert entry["licence"], entry["part"]
        assert entry["texts"], entry["part"]
        assert all((folder / text).read_bytes().strip() for text in entry["texts"]), entry["part"]


def test_people_find_what_the_index_says_and_what_they_may_do_with_qt(package: Path) -> None:
    told, of_qt = ((package / "licences" / name).read_text(encoding="utf-8") for name in ("LICENCES.txt", "QT.txt"))

    assert {"Qt", "Python", "PyInstaller", "Inter", "Source"} <= set(re.split(r"[\s:]+", told))
    assert "You may replace these libraries" in of_qt
    assert "$" not in of_qt


def test_the_list_of_parts_is_valid_cyclonedx(package: Path) -> None:
    told = (package / "sbom.cdx.json").read_text(encoding="utf-8")

    assert make_schemabased_validator(OutputFormat.JSON, SchemaVersion.V1_6).validate_str(told) is None


def test_the_list_of_parts_tells_of_every_file_and_its_hash(package: Path, parts: list[Listed]) -> None:
    files = {one["bom-ref"].removeprefix("file:"): one for one in all_of(parts) if one["bom-ref"].startswith("file:")}

    assert sorted(files) == files_in(package)
    for file, one in files.items():
        assert one["hashes"][0]["content"] == hashlib.sha256((package / file).read_bytes()).hexdigest(), file


def test_the_table_of_advisories_knows_every_library_of_qt_inside_and_none_has_a_known_fault(
    parts: list[Listed],
) -> None:
    qt = {one["name"].removeprefix("Qt6"): one["version"] for one in all_of(parts) if one["name"].startswith("Qt6")}

    assert {"Core", "Gui", "Widgets"} <= set(qt) <= SHIPPED
    assert [faults_of(version_of(version) or (0, 0, 0)) for version in set(qt.values())] == [()]


@linux
def test_it_starts_with_a_changed_library_of_qt_and_not_without_it(package: Path, tmp_path: Path) -> None:
    """As QT.txt says: whoever builds Qt anew may put it in the place of ours."""
    program = tmp_path / "kiosk"
    shutil.copytree(package, program, symlinks=True)
    library = program / QT_CORE
    changed = library.read_bytes().replace(MARK, OTHER_MARK)
    assert changed != library.read_bytes()

    library.write_bytes(changed)
    with_changed = snapshot(program, tmp_path)
    library.write_bytes(b"")
    with_none = snapshot(program, tmp_path)

    assert with_changed.returncode == 0, with_changed.stderr
    assert with_none.returncode != 0


def snapshot(program: Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    surroundings = {
        **os.environ,
        "HOME": str(folder),
        "KIOSK_STATE": str(folder / "state"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    contact = folder / "lobby"
    subprocess.run([program / "kiosk", "init", contact], check=False, env=surroundings, capture_output=True)
    order = ["snapshot", "--config", str(contact / "contact.toml"), "--out", str(folder / "screen.png")]
    return subprocess.run(
        [program / "kiosk", *order], check=False, env=surroundings, capture_output=True, text=True, timeout=60
    )
