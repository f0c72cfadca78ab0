import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.system.hot_keys import quieten, restore

Change = Callable[[Path, str], None]


@pytest.mark.parametrize("change", [quieten, restore])
@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_other_systems_have_none(change: Change, platform: str, tmp_path: Path) -> None:
    change(tmp_path / "hot_keys.json", platform)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its library")
@pytest.mark.parametrize("change", [quieten, restore])
def test_windows_has_its_file(change: Change, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="of Windows"):
        change(tmp_path / "hot_keys.json", "win32")
