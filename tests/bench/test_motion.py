"""Moving costs less than a frame takes: the median step, in processor time, of the best of a few tries."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.display.ui.fonts import load_fonts
from kiosk.display.ui.pictures import Pictures
from kiosk.paths import resources
from kiosk.prepare.starter import write_starter
from tests.bench.motion import Stage
from tests.reliability.escape_display import prepared

FRAME_MS = 16.0
TRIES = 3
FEWEST_FADE_STEPS, FEWEST_FLICK_STEPS = 12, 40
"""Of the 20 and the 75 that there is time for."""


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    load_fonts(resources() / "fonts")
    write_starter(resources(), tmp_path)
    content = prepared(tmp_path / "contact.toml")
    stage = Stage(qapp, content.edition, Pictures(content.pictures))
    yield stage
    stage.window.close()
    stage.window.deleteLater()


def test_a_step_of_a_fade_takes_less_than_a_frame(stage: Stage) -> None:
    tries = [stage.fade_steps(1) for _ in range(TRIES)]

    assert min(map(median, tries)) < FRAME_MS
    assert max(map(len, tries)) >= FEWEST_FADE_STEPS


def test_a_step_of_a_flick_takes_less_than_a_frame(stage: Stage) -> None:
    tries = [stage.flick_steps(1) for _ in range(TRIES)]

    assert min(map(median, tries)) < FRAME_MS
    assert max(map(len, tries)) >= FEWEST_FLICK_STEPS
