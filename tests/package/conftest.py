"""The packaged program that is asked, and the package of it for Debian."""

import os
from pathlib import Path

import pytest

DIST = Path(__file__).parents[2] / "dist"


@pytest.fixture(scope="session")
def package() -> Path:
    """Give the folder of the program: $KIOSK_PACKAGE, or else dist/kiosk."""
    folder = Path(os.environ.get("KIOSK_PACKAGE") or DIST / "kiosk").absolute()
    if not any((folder / name).is_file() for name in ("kiosk", "kiosk.exe")):
        pytest.fail(
            f"There is no packaged program in {folder}: run `make package`, or set KIOSK_PACKAGE to its folder."
        )
    return folder


@pytest.fixture(scope="session")
def deb() -> Path:
    """Give the .deb: $KIOSK_DEB, or else the newest of dist/."""
    named = os.environ.get("KIOSK_DEB")
    found = (
        [Path(named).absolute()] if named else sorted(DIST.glob("kiosk_*.deb"), key=lambda file: file.stat().st_mtime)
    )
    if not found or not found[-1].is_file():
        pytest.fail("There is no .deb: run `make package`, or set KIOSK_DEB to the file.")
    return found[-1]
