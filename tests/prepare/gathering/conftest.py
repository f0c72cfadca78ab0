from collections.abc import Iterator

import pytest

from tests.prepare.gathering.paper import Paper, opened


@pytest.fixture
def paper() -> Iterator[Paper]:
    with opened() as paper:
        yield paper
