from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.edition.palettes import LIGHT
from tests.bench.chart import Bar, Section, draw_chart, sections
from tests.bench.readings import START, Reading

READINGS = (Reading("kiosk", START, 0.3), Reading("chromium", START, 1.2))


def test_the_longest_bar_is_the_measure_of_the_others() -> None:
    drawn = sections({("kiosk", START): 0.3, ("chromium", START): 1.2})

    ours, other = Bar("Kiosk", "0.30 s", 0.25, is_ours=True), Bar("Chromium", "1.20 s", 1.0, is_ours=False)
    assert drawn == (Section("From start to the first complete frame", (ours, other)),)


def test_nothing_is_drawn_of_what_was_not_measured() -> None:
    assert sections({}) == ()


@pytest.mark.usefixtures("qapp")
def test_the_kiosks_bar_has_the_colour_of_the_accent(tmp_path: Path) -> None:
    draw_chart(READINGS, tmp_path / "bench.png")

    assert QImage(str(tmp_path / "bench.png")).pixelColor(310, 266) == QColor(LIGHT.accent)
