"""Two builds of one commit, in two folders, hold the same."""

import hashlib
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.package, pytest.mark.deep]

TREE = Path(__file__).parents[2]
BUILD_SECONDS = 900


def built(source: Path, clone: Path) -> Path:
    subprocess.run(["git", "clone", "--quiet", str(source), str(clone)], check=True)
    program = [sys.executable, str(clone / "packaging" / "build" / "build.py")]
    subprocess.run(program, check=True, stdout=subprocess.DEVNULL, timeout=BUILD_SECONDS)
    return clone / "dist"


def hashes(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.timeout(2 * BUILD_SECONDS)
def test_two_builds_of_one_commit_are_the_same(tmp_path: Path) -> None:
    one = built(TREE, tmp_path / "one" / "kiosk")
    other = built(tmp_path / "one" / "kiosk", tmp_path / "another-folder" / "kiosk")  # of that commit, whatever comes

    assert hashes(one) == hashes(other)
    assert [file.suffix for file in one.iterdir() if file.is_file()]


def test_the_archive_holds_the_program(package: Path) -> None:
    (archive,) = package.parent.glob("kiosk-*.tar.xz")

    with tarfile.open(archive) as file:
        names = set(file.getnames())

    assert {f"kiosk/{name}" for name in hashes(package)} <= names
