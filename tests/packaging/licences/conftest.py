"""A small environment, a small program frozen from it, and whoever can say whose something is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from built_tree import Tree
from debian_packages import DebianPackage
from known import Known, KnownPart
from owners import Sources
from parts import Part, Text
from python_packages import packages_in

FILES = {
    "segno-1.6.6.dist-info/METADATA": "Metadata-Version: 2.1\nName: segno\nVersion: 1.6.6\nLicense-Expression: BSD-3-Clause\n",
    "segno-1.6.6.dist-info/licenses/LICENSE": "Redistribution is permitted.\n",
    "segno/__init__.py": "",
    "segno/table.bin": "",
}


def write_environment(folder: Path, files: dict[str, str]) -> Path:
    """Write packages as pip leaves them; each of them lists its own files."""
    site = folder / "lib" / "python3.11" / "site-packages"
    for name, content in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(content, encoding="utf-8")
    for info in {name.split("/")[0] for name in files if ".dist-info/" in name}:
        own = info.split("-")[0]
        record = [f"{name},," for name in files if name.split("/")[0] in {info, own}]
        (site / info / "RECORD").write_text("\n".join(record) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    return write_environment(tmp_path / "environment", FILES)


@pytest.fixture
def sources(environment: Path) -> Sources:
    licence = Text("texts/ours.txt", b"Do as you like.\n")
    ours = KnownPart(Part("Kiosk", "MIT", (licence,)), "", "", ("kiosk/*",), frozenset({"kiosk", "__main__"}))
    python = KnownPart(Part("Python", "PSF-2.0", (), purl="pkg:generic/python"), "", "", ("libpython3*",), frozenset())
    return Sources(
        Known((ours, python), {}, {"zlib1g": "Zlib"}, {}),
        packages_in(environment),
        lambda name: DebianPackage("zlib1g", "1.2", "amd64", (licence,)) if name == "libz.so.1" else None,
        "3.11.7",
        (Text("python/LICENSE.txt", b"Of Python.\n"),),
    )


Grow = Callable[[tuple[str, ...], tuple[str, ...]], Tree]


@pytest.fixture
def grow(tmp_path: Path) -> Grow:
    """Give a function that makes a tree of these files, each with its own name in it, and these modules."""

    def grown(files: tuple[str, ...], modules: tuple[str, ...] = ()) -> Tree:
        for file in files:
            path = tmp_path / "dist" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file, encoding="utf-8")
        return Tree(tmp_path / "dist", files, modules)

    return grown
