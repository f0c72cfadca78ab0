"""The packaged program where the system lacks a library: one line says which, and there is no end of tracebacks."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.commands.exit_status import REFUSED
from tests.package.bare_root import may_enter
from tests.package.office import Office, open_office

pytestmark = [pytest.mark.package, pytest.mark.xvfb]

ENDS_WITHIN_SECONDS = 20
LIBRARIES = Path("/usr/lib/x86_64-linux-gnu")
WITHOUT = """\
mkdir "$TMPDIR/without"
mount -t tmpfs tmpfs "$TMPDIR/without"
mkdir "$TMPDIR/without/upper" "$TMPDIR/without/work"
mount -t overlay -o "lowerdir=$1,upperdir=$TMPDIR/without/upper,workdir=$TMPDIR/without/work" overlay "$1"
rm "$1/$2"
shift 2
exec "$@"
"""
"""Run as sh -c WITHOUT sh FOLDER LIBRARY COMMAND...: what it takes away is missing for this command alone."""


@pytest.fixture
def office(package: Path, tmp_path: Path) -> Iterator[Office]:
    if not may_enter():
        pytest.skip("only root may take a library away")
    with open_office(package, tmp_path) as office:
        yield office


def run_without(office: Office, library: str) -> "subprocess.CompletedProcess[str]":
    around = ("unshare", "--mount", "sh", "-e", "-c", WITHOUT, "sh", str(LIBRARIES), library)
    return subprocess.run(
        [*around, str(office.program)],
        env={**office.environment, "KIOSK_STATE": str(office.home / "state")},
        cwd=office.home,
        capture_output=True,
        text=True,
        check=False,
        timeout=ENDS_WITHIN_SECONDS,
    )


@pytest.mark.parametrize(
    ("library", "cure"),
    [
        pytest.param("libEGL.so.1", "libegl1", id="of Qt itself"),
        pytest.param("libfontconfig.so.1", "libfontconfig1", id="of its fonts"),
        pytest.param("libxcb-shape.so.0", "libxcb-shape0", id="of its way to X"),
    ],
)
def test_it_says_which_in_one_line_and_ends(office: Office, library: str, cure: str) -> None:
    ended = run_without(office, library)

    what = f"Nothing can be drawn: this computer has no {library}. On Debian or Ubuntu: sudo apt install {cure}"
    assert ended.returncode == REFUSED
    assert ended.stderr.splitlines() == [f"Edit this file, the screen follows: {office.contact}", what]
    log = (office.home / "state" / "log" / "supervisor.log").read_text("utf-8")
    assert [entry["what"] for entry in map(json.loads, log.splitlines()) if "what" in entry] == [what]
