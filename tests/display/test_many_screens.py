"""The kiosk on screens of ten sizes and five densities: it fills each, and no contact detail is cut."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.paths import resources, store_in
from kiosk.prepare.job import prepare
from kiosk.prepare.starter import write_starter

TREE = Path(__file__).parents[2]
FULL_HD = 1920 * 1080
SIZES = [
    (800, 600), (1024, 600), (1024, 768), (1280, 1024), (1366, 768), (1920, 1080), (1080, 1920),
    (2560, 1440), (3840, 2160), (7680, 4320),
]  # fmt: skip
RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)


@pytest.fixture(scope="module")
def faults_by_screen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Show the starter on fifty screens in a process of its own, and give what is wrong on each."""
    folder = tmp_path_factory.mktemp("screens")
    write_starter(resources(), folder)
    prepare(folder / "contact.toml", folder / "device.toml", folder)
    described = offscreen([(size, ratio) for size in SIZES for ratio in RATIOS])
    (folder / "screens.json").write_text(json.dumps({"screens": described}), "utf-8")
    environment = {"QT_QPA_PLATFORM": f"offscreen:configfile={folder / 'screens.json'}", "PYTHONPATH": str(TREE)}
    program = [sys.executable, str(Path(__file__).with_name("many_screens.py")), str(store_in(folder))]
    told = subprocess.run(program, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(line) for line in told.stdout.splitlines())


def offscreen(screens: list[tuple[tuple[int, int], float]]) -> list[dict[str, object]]:
    """Describe screens in a row to Qt's offscreen plugin; beyond full HD their size is in device pixels."""
    described, left = list[dict[str, object]](), 0
    for size, ratio in screens:
        is_larger = size[0] * size[1] > FULL_HD
        width, height = (round(side * (1 if is_larger else ratio)) for side in size)
        place = {"x": left, "y": 0, "width": width, "height": height}
        scale = {"logicalBaseDpi": 96, "logicalDpi": round(96 * ratio)}
        described.append({"name": screen_name(size, ratio), **place, **scale})
        left += width
    return described


def screen_name(size: tuple[int, int], ratio: float) -> str:
    return f"{size[0]}x{size[1]} at {ratio:g}"


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_kiosk_fills_every_screen_and_cuts_no_contact_detail(
    faults_by_screen: dict[str, list[str]], size: tuple[int, int], ratio: float
) -> None:
    assert faults_by_screen[screen_name(size, ratio)] == []
