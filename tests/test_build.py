import json
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.build import BUILD, Build, canonical, this_build

TOLD = {"version": "1.2.0+7", "commit": "abc1234567", "date": "2026-11-27", "packages": {"segno": "1.6.6", "idna": "3"}}


def test_a_packaged_program_says_what_it_was_made_from(tmp_path: Path) -> None:
    (tmp_path / BUILD).write_text(json.dumps(TOLD), encoding="utf-8")

    build = this_build(tmp_path)

    assert str(build) == "1.2.0+7 (commit abc1234567, 2026-11-27)"
    assert build.packages == (("idna", "3"), ("segno", "1.6.6"))


def test_a_checkout_says_that_it_is_one(tmp_path: Path) -> None:
    assert str(this_build(tmp_path)) == f"{__version__} (a checkout)"


@pytest.mark.parametrize("name", ["PySide6-Essentials", "pyside6_essentials"])
def test_the_version_of_a_package_is_found_however_its_name_is_written(tmp_path: Path, name: str) -> None:
    assert this_build(tmp_path).version_of(name).startswith("6.")


def test_a_package_that_is_not_inside_has_no_version() -> None:
    assert not Build("1", "", "", (("idna", "3"),)).version_of("segno")


def test_names_are_normalised() -> None:
    assert canonical("Ruamel.yaml__x") == "ruamel-yaml-x"
