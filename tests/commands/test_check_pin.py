"""What the supervisor's child answers, and that it says nothing."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.commands.check_pin import check_pin
from kiosk.edition.device import Access
from kiosk.edition.sealed import write_sealed
from kiosk.paths import access_in
from kiosk.staff.pin import hash_pin
from kiosk.supervise.pin_verdict import NO_PIN, RIGHT, WRONG

PIN = "740962"


@pytest.fixture(scope="module")
def pin_hash() -> str:
    return hash_pin(PIN)


@pytest.fixture
def state(tmp_path: Path, pin_hash: str) -> Path:
    write_sealed(access_in(tmp_path), Access(pin_hash))
    return tmp_path


@pytest.mark.parametrize("line", [f"{PIN}\n", f"{PIN}\r\n", PIN, f"{PIN}\n740963\n"])
def test_the_pin_is_right(line: str, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(line))

    assert check_pin(state) == RIGHT


@pytest.mark.parametrize("line", ["740963\n", "", "\n", f" {PIN}\n", f"{PIN} \n", f"\n{PIN}\n", PIN * 100_000])
def test_anything_else_is_wrong(line: str, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(line))

    assert check_pin(state) == WRONG


@pytest.mark.parametrize("content", [None, b"", b"{}"])
@pytest.mark.parametrize("line", [f"{PIN}\n", "", "\n"])
def test_without_a_pin_nothing_is_right(
    content: bytes | None, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if content is not None:
        access_in(tmp_path).write_bytes(content)
    monkeypatch.setattr(sys, "stdin", io.StringIO(line))

    assert check_pin(tmp_path) == NO_PIN


def test_no_pin_at_all_is_not_the_empty_pin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_sealed(access_in(tmp_path), Access(""))
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))

    assert check_pin(tmp_path) == NO_PIN


@pytest.mark.parametrize(("pin", "status"), [(PIN, RIGHT), ("740963", WRONG)])
def test_the_process_says_nothing_and_leaves_nothing(pin: str, status: int, state: Path) -> None:
    before = sorted(state.rglob("*"))

    child = subprocess.run(
        [sys.executable, "-m", "kiosk", "check-pin", "--state", str(state)],
        input=f"{pin}\n",
        env={name: value for name, value in os.environ.items() if not name.startswith("COV")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert (child.returncode, child.stdout, child.stderr) == (status, "", "")
    assert sorted(state.rglob("*")) == before
