"""An office in London with articles for all and for some days."""

from datetime import UTC, date, datetime

import pytest

from kiosk.edition.model import Article, DatedHours, Edition, Hours, Notice, Organisation, Schedule, Span
from kiosk.edition.value import replace

FRIDAY, SATURDAY = 4, 5
OFFICE_HOURS = Hours(
    week=((Span(8 * 60, 17 * 60),),) * 5 + ((Span(8 * 60, 12 * 60),), ()),
    exceptions=(DatedHours(date(2026, 12, 25), (), "Christmas Day"),),
)
WELCOME = Article("Welcome", ())
LATE = Article("Late", (), schedule=Schedule(days=(FRIDAY,), start=22 * 60, end=2 * 60), priority=1)
MARKET = Article(
    "Market",
    (),
    schedule=Schedule(
        since=datetime(2026, 12, 1),  # noqa: DTZ001  # a wall clock has no zone
        until=datetime(2026, 12, 25),  # noqa: DTZ001  # a wall clock has no zone
    ),
)
NO_WATER = Notice(
    "No water",
    "Sorry.",
    until=datetime(2026, 11, 28, 17, tzinfo=UTC),
    since=datetime(2026, 11, 28, 8, tzinfo=UTC),
)


@pytest.fixture
def office(edition: Edition) -> Edition:
    """Give one with opening hours, and three articles: always, on Friday nights before all others, and before Christmas."""
    london = Organisation("Haig Park Office", "GB", "Europe/London")
    return replace(edition, organisation=london, articles=(WELCOME, LATE, MARKET), hours=OFFICE_HOURS)
