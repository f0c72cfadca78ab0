from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.display.page.elapsed import ago, since
from kiosk.display.page.speech import Speech

NOW = datetime(2026, 11, 23, 12, 5, tzinfo=ZoneInfo("Africa/Harare"))


@pytest.mark.parametrize(
    ("before", "words"),
    [
        pytest.param(timedelta(seconds=59), "just now", id="seconds"),
        pytest.param(timedelta(seconds=60), "1 minute ago", id="a minute"),
        pytest.param(timedelta(minutes=12, seconds=50), "12 minutes ago", id="minutes"),
        pytest.param(timedelta(minutes=60), "1 hour ago", id="an hour"),
        pytest.param(timedelta(hours=23, minutes=59), "23 hours ago", id="hours"),
        pytest.param(timedelta(hours=24), "1 day ago", id="a day"),
        pytest.param(timedelta(days=3), "3 days ago", id="days"),
        pytest.param(timedelta(days=-1), "just now", id="a clock that was set back"),
    ],
)
def test_the_time_that_has_passed(before: timedelta, words: str, speech: Speech) -> None:
    assert ago(NOW - before, NOW, speech) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        pytest.param(datetime(2026, 11, 23, 6, 12, tzinfo=UTC), "since 08:12", id="today, on the clock of the office"),
        pytest.param(datetime(2026, 11, 22, 23, 0, tzinfo=UTC), "since 01:00", id="today there, yesterday in London"),
        pytest.param(datetime(2026, 11, 22, 21, 59, tzinfo=UTC), "since 2026-11-22", id="yesterday"),
    ],
)
def test_the_moment_that_something_began(moment: datetime, words: str, speech: Speech) -> None:
    assert since(moment, NOW, speech) == words
