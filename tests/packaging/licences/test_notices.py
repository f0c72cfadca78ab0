import json
from pathlib import Path

import pytest
from notices import qt_notice, write_notices
from parts import Part, Text

MIT = Text("texts/mit.txt", b"Permission is granted.\n")
PARTS = (
    Part("Kiosk", "MIT", (MIT,), files=("kiosk",), modules=3),
    Part(
        "Qt",
        "LGPL-3.0-only",
        (Text("texts/LGPL-3.0.txt", b"GNU LESSER\n"),),
        version="6.11.3",
        files=("_internal/PySide6/Qt/lib/libQt6Core.so.6", "_internal/PySide6/Qt/plugins/platforms/libqxcb.so"),
        inside=(Part("HarfBuzz", "MIT", (Text("texts/qt/harfbuzz.txt", b"HarfBuzz\n"),)),),
    ),
    Part(
        "pyside6-essentials",
        "LGPL-3.0-only",
        (MIT,),
        version="6.11.3",
        files=("_internal/PySide6/QtCore.abi3.so", "_internal/PySide6/libpyside6.abi3.so.6.11"),
    ),
    Part("shiboken6", "LGPL-3.0-only", (MIT,), version="6.11.3"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_notices(PARTS, tmp_path / "licences")
    return tmp_path / "licences"


def test_every_text_lies_where_the_index_says(folder: Path) -> None:
    index = json.loads((folder / "index.json").read_text())
    parts = [*index, *(one for part in index for one in part.get("inside", []))]

    assert [part["part"] for part in parts] == ["Kiosk", "Qt", "pyside6-essentials", "shiboken6", "HarfBuzz"]
    assert all((folder / text).read_bytes() for part in parts for text in part["texts"])


def test_people_read_each_part_with_its_licence_and_its_text(folder: Path) -> None:
    told = (folder / "LICENCES.txt").read_text()

    assert "Kiosk: MIT\n    texts/mit.txt\n" in told
    assert (
        "Qt 6.11.3: LGPL-3.0-only\n    texts/LGPL-3.0.txt\n    HarfBuzz: MIT\n        texts/qt/harfbuzz.txt\n" in told
    )


def test_what_was_there_before_is_gone(folder: Path) -> None:
    (folder / "old.txt").write_text("of the last build")

    write_notices(PARTS, folder)

    assert not (folder / "old.txt").exists()


def test_the_notice_of_qt_names_the_libraries_that_may_be_replaced_and_no_plugins_or_modules() -> None:
    told = qt_notice(PARTS)

    assert "    _internal/PySide6/Qt/lib/libQt6Core.so.6\n    _internal/PySide6/libpyside6.abi3.so.6.11\n" in told
    assert "libqxcb" not in told
    assert "QtCore.abi3.so" not in told


def test_the_notice_of_qt_says_where_the_sources_of_this_very_version_are() -> None:
    told = qt_notice(PARTS)

    assert "https://download.qt.io/official_releases/qt/6.11/6.11.3/submodules/" in told
    assert "$" not in told
