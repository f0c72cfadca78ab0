from pathlib import Path

import pytest

from tests.bench.measure import Bench
from tests.bench.readings import MEMORY, START
from tests.bench.screen import open_screen
from tests.bench.subjects import BARE, subjects


@pytest.mark.deep
@pytest.mark.xvfb
def test_the_bare_window_is_measured(tmp_path: Path) -> None:
    bare = next(subject for subject in subjects(tmp_path) if subject.name == BARE)

    with open_screen(tmp_path) as screen:
        bench = Bench(screen)
        bench.learn(bare)
        start, memory = bench.measure(bare, frozenset({START, MEMORY}))

    assert (start.quantity, memory.quantity) == (START, MEMORY)
    assert 0.01 < start.value < 10
    assert memory.value > 10
