from datetime import UTC, datetime, timedelta

import pytest

from kiosk.edition.model import Notice
from kiosk.prepare.contact.notice import notice_of
from tests.edition.turns import BACK, FORWARD, Jump


def until(written: datetime, time_zone: str) -> datetime:
    notice = notice_of("No water", "Sorry.", until=written, since=None, severity="info", time_zone=time_zone)
    assert isinstance(notice, Notice)
    return notice.until


@pytest.mark.parametrize("jump", FORWARD, ids=lambda jump: jump.zone)
def test_a_time_that_is_skipped_is_the_first_moment_after_the_gap(jump: Jump) -> None:
    assert until(jump.before + timedelta(minutes=10), jump.zone) == jump.utc


@pytest.mark.parametrize("jump", BACK, ids=lambda jump: jump.zone)
def test_a_time_that_comes_twice_is_the_first_of_the_two(jump: Jump) -> None:
    assert until(jump.after, jump.zone) == jump.utc - (jump.before - jump.after)


@pytest.mark.parametrize("jump", FORWARD + BACK, ids=lambda jump: f"{jump.zone} {jump.before}")
def test_an_edition_keeps_the_offset_and_not_the_rules_of_a_zone(jump: Jump) -> None:
    ends = until(jump.after, jump.zone)

    assert datetime.fromisoformat(ends.isoformat()).tzinfo == ends.tzinfo


def test_a_time_with_its_own_offset_stays_as_it_is() -> None:
    written = datetime(2026, 12, 24, 18, tzinfo=UTC)

    assert until(written, "Africa/Harare") == written
