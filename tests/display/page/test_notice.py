from datetime import UTC, datetime

import pytest

from kiosk.display.page.notice import next_turn_of, notice_at
from kiosk.edition.model import Notice


def at(second: int) -> datetime:
    return datetime(2026, 11, 23, 12, 0, second, tzinfo=UTC)


AT_ONCE = Notice("No water", "Sorry.", until=at(30))
LATER = Notice("No water", "Sorry.", until=at(30), since=at(10))


@pytest.mark.parametrize(
    ("notice", "now", "is_on", "turn"),
    [
        pytest.param(None, at(0), False, None, id="none"),
        pytest.param(AT_ONCE, at(0), True, at(30), id="at once"),
        pytest.param(LATER, at(9), False, at(10), id="before"),
        pytest.param(LATER, at(10), True, at(30), id="its first moment"),
        pytest.param(LATER, at(29), True, at(30), id="its last second"),
        pytest.param(LATER, at(30), False, None, id="its end"),
    ],
)
def test_a_notice_is_on_from_its_beginning_until_before_its_end(
    notice: Notice | None,
    now: datetime,
    is_on: bool,  # noqa: FBT001  # a column of the table
    turn: datetime | None,
) -> None:
    assert notice_at(notice, now) == (notice if is_on else None)
    assert next_turn_of(notice, now) == turn
