from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.prepare.feed.dates import first_date, read_date

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.datetimes(datetime(1990, 1, 2), datetime(2199, 12, 30), timezones=ZONES)  # noqa: DTZ001  # hypothesis wants them bare


@pytest.mark.parametrize(
    "text",
    [
        "Tue, 03 Nov 2026 10:00:00 GMT",
        "Tue, 3 Nov 2026 12:00:00 +0200",
        "03 Nov 2026 05:00:00 EST",
        "Tue, 03 Nov 26 10:00 UT",
        "Tuesday, 03-Nov-2026 10:00:00 UTC",
        "Tue, 03 November 2026 10:00:00 Z",
        "Tue, 03 Nov 2026 12:00:00 +0200 (CEST)",
        "Tue, 03 Nov 2026 12:00:00 GMT+02:00",
        "2026-11-03T10:00:00Z",
        "2026-11-03T10:00:00.123456Z",
        "2026-11-03T12:00:00+02:00",
        "2026-11-03T12:00+0200",
        "2026-11-03 10:00:00",
        "2026-11-03 10:00:00 UTC",
        "20261103T100000Z",
        "Tue, Nov 3, 2026 10:00:00 2026".replace(" 2026 10", " 10"),
    ],
)
def test_a_date_is_read_however_programs_write_it(text: str) -> None:
    assert read_date(text) == datetime(2026, 11, 3, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2026-11-03", "20261103", "3 Nov 2026", "Nov 3, 2026", "November 3 2026"])
def test_a_day_alone_begins_at_midnight(text: str) -> None:
    assert read_date(text) == datetime(2026, 11, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "1601-01-01T00:00:00Z",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "9999-12-31T23:59:59Z",
        "31 Dec 9999 23:59:59 -1200",
        "0000-00-00",
        "0001-01-01T00:00:00+14:00",
        "2026-02-30",
        "2026-11-03T25:00:00Z",
        "3 Foo 2026",
        "2026-11-03T10:00:00+99:99",
        "2026-11-03T10:00:00Z" + " " * 100 + "x",
        "\u0662\u0660\u0662\u0666-\u0661\u0661-\u0660\u0663",
        "1e9",
    ],
)
def test_what_is_no_date_of_a_page_is_none(text: str) -> None:
    assert read_date(text) is None


def test_the_first_that_can_be_read_counts() -> None:
    assert first_date(["soon", "2026-11-03", "2026-11-04"]) == datetime(2026, 11, 3, tzinfo=UTC)
    assert first_date([]) is None


@given(TIMES)
def test_every_moment_survives_both_ways_of_writing_it(moment: datetime) -> None:
    assert read_date(moment.isoformat()) == moment.replace(microsecond=0)
    assert read_date(format_datetime(moment)) == moment.replace(microsecond=0)


@given(
    st.text(st.characters(codec="ascii"), max_size=80) | st.from_regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
)
def test_no_text_makes_it_fail(text: str) -> None:
    found = read_date(text)

    assert found is None or 1989 <= found.year <= 2200
