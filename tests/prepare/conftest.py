"""What many tests of preparing need: a folder with the starter files to change, and a paper on loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.paths import resources
from kiosk.prepare.starter import write_starter
from tests.prepare.gathering.paper import Paper, opened


@pytest.fixture(autouse=True)
def _one_application(qapp: QApplication) -> None:
    """Let the canary find an application with widgets: its own would be in the way of the display's tests."""


@pytest.fixture
def contact(tmp_path: Path) -> Path:
    """Give the contact.toml of a folder that holds the starter files."""
    write_starter(resources(), tmp_path / "staff")
    return tmp_path / "staff" / "contact.toml"


@pytest.fixture
def paper() -> Iterator[Paper]:
    with opened() as paper:
        yield paper
