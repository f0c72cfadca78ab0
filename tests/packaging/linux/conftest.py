"""A package of a stand-in: the layout of a built program, and all that the real one gets beside it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
MADE_AT = "1795000000"


def made_package(folder: Path, mask: int = 0o022) -> Path:
    """Make one of version 1.2.0+7 in a folder, as somebody with this mask."""
    nfpm = shutil.which("nfpm", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if nfpm is None:
        pytest.skip("nfpm is not installed")
    program = folder / "kiosk"
    before = os.umask(mask)
    try:
        (program / "_internal").mkdir(parents=True)
        (program / "kiosk").write_text("#!/bin/sh\n")
        (program / "kiosk").chmod(0o777 & ~mask)
        (program / "_internal" / "library.so").write_text("library")
        (program / "_internal" / "link.so").symlink_to("library.so")
    finally:
        os.umask(before)
    settings = {**os.environ, "NFPM": nfpm, "PYTHON": sys.executable, "SOURCE_DATE_EPOCH": MADE_AT}
    order = ["sh", str(ROOT / "packaging" / "linux" / "package.sh"), str(program), "1.2.0+7"]
    subprocess.run(order, check=True, env=settings, umask=mask, capture_output=True)
    return folder / "kiosk_1.2.0+7_amd64.deb"


@pytest.fixture(scope="session")
def stand_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_package(tmp_path_factory.mktemp("dist"))
