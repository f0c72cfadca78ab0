from pathlib import Path

import pytest

from kiosk.commands.check import check
from kiosk.commands.exit_status import DONE, PROBLEMS
from kiosk.paths import resources
from kiosk.prepare.starter import write_starter


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_starter(resources(), tmp_path)
    return tmp_path


def test_the_starter_is_well(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = folder / "contact.toml", folder / "device.toml"

    assert check(files, as_json=False) == DONE
    assert capsys.readouterr().out == f"{files[0]}, {files[1]}: all is well.\n"


@pytest.mark.parametrize("name", ["contact.toml", "device.toml"])
def test_a_named_file_that_is_not_there_is_never_well(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (folder / name).unlink()

    assert check((folder / name,), as_json=False) == PROBLEMS
    assert "there is no such file" in capsys.readouterr().out
