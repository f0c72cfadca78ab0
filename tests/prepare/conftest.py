"""A folder with the starter files, for tests that change them."""

from pathlib import Path

import pytest

from kiosk.paths import resources
from kiosk.prepare.starter import write_starter


@pytest.fixture
def contact(tmp_path: Path) -> Path:
    """Give the contact.toml of a folder that holds the starter files."""
    write_starter(resources(), tmp_path / "staff")
    return tmp_path / "staff" / "contact.toml"
