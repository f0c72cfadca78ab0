from pathlib import Path

import pytest
from bootstrap import CHANGED, CHANGES, UNUSED, changed, quickened

TEXT = "\n".join(("import sys", *CHANGES, "end"))


def test_what_the_program_has_no_use_for_is_taken_out() -> None:
    assert changed(TEXT) == "\n".join(("import sys", *CHANGES.values(), "end"))


@pytest.mark.parametrize("missing", CHANGES)
def test_another_version_of_pyinstaller_stops_the_build(missing: str) -> None:
    with pytest.raises(ValueError, match=f"{CHANGED} of this PyInstaller has not one"):
        changed(TEXT.replace(missing, ""))


def test_the_changed_module_takes_the_place_of_its_own_and_the_unused_ones_are_gone(tmp_path: Path) -> None:
    own = tmp_path / "own.py"
    own.write_text(TEXT)
    other = ("pyimod04_pywin32", "elsewhere.pyc", "PYMODULE")
    unused = [(name, "x.pyc", "PYMODULE") for name in UNUSED]

    modules = quickened([other, *unused, (CHANGED, str(own), "PYSOURCE")], tmp_path)

    assert modules == [other, (CHANGED, str(tmp_path / f"{CHANGED}.py"), "PYSOURCE")]
    assert Path(modules[1][1]).read_text() == changed(TEXT)
    assert own.read_text() == TEXT
