"""A supervisor's surroundings: staff's file, a folder of state, and a plan of small programs."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.supervise.computer import Untouched
from kiosk.supervise.plan import Plan
from kiosk.supervise.stage import Mode
from kiosk.supervise.state_folder import StateFolder
from kiosk.system.service import service_of
from tests.supervise.small_programs import PREPARES, VERSION, display, errand, gather, prepare


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """Give the signals back to pytest."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def contact(tmp_path: Path) -> Path:
    file = tmp_path / "contact.toml"
    file.write_text("old")
    return file


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "record"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    folder = tmp_path / "state"
    folder.mkdir()
    return folder


@pytest.fixture
def plan(state: Path, contact: Path) -> Plan:
    return Plan(
        start_display=display("sys.exit(0)"),
        start_prepare=prepare(PREPARES.format(contact=str(contact))),
        state=StateFolder(state, "usual"),
        places=((state, "usual"),),
        files=(str(contact),),
        version=VERSION,
        mode=Mode(captive=False, screen=""),
        service=service_of({}),
        computer=Untouched(state),
        start_check=errand("sys.exit(40 if sys.stdin.readline() == '246813\\n' else 41)"),
        start_doctor=errand("say('Findings', findings=[])"),
        start_gather=gather("sys.exit(1)"),
    )
