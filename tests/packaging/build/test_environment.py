import sys
from pathlib import Path

import pytest
from environment import LOCKS, Environment, canonical


@pytest.mark.parametrize("name", ["PySide6_Essentials", "pyside6.essentials", "PySide6--Essentials"])
def test_names_of_packages_are_normalised(name: str) -> None:
    assert canonical(name) == "pyside6-essentials"


def test_programs_are_found_where_this_system_has_them() -> None:
    python = Environment(Path(sys.prefix)).python

    assert python.is_file() or python.with_suffix("").is_file()


def test_the_packages_are_those_of_the_program_and_not_of_the_tools() -> None:
    packages = Environment(Path(sys.prefix)).packages()

    assert packages["pyside6-essentials"].startswith("6.")
    assert not {"pytest", "pyinstaller", "ruff"} & packages.keys()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_its_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = [entry for entry in text.replace("\\\n", " ").splitlines() if "==" in entry]

    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
