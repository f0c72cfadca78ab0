from datetime import date, datetime

import pytest

from kiosk.agenda.rule import rule_of, why_absent
from kiosk.edition.model import Article, Schedule


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


RULES = {
    "no schedule": (Article("", ()), "always"),
    "a priority": (Article("", (), priority=3), "always; priority 3"),
    "a day": (Article("", (), schedule=Schedule(days=(4,))), "on Fridays"),
    "days": (Article("", (), schedule=Schedule(days=(0, 2, 6))), "on Mondays, Wednesdays and Sundays"),
    "times": (Article("", (), schedule=Schedule(start=480, end=1020)), "from 08:00 to 17:00"),
    "a night": (Article("", (), schedule=Schedule(start=1320, end=120)), "from 22:00 to 02:00 the next day"),
    "until midnight": (Article("", (), schedule=Schedule(start=1320, end=0)), "from 22:00 to 24:00"),
    "a start": (Article("", (), schedule=Schedule(start=480)), "from 08:00"),
    "an end": (Article("", (), schedule=Schedule(end=540)), "until 09:00"),
    "dates": (
        Article("", (), schedule=Schedule(since=wall("2026-12-01"), until=wall("2027-01-01"))),
        "from 1 December 2026, until the end of 31 December 2026",
    ),
    "moments": (
        Article("", (), schedule=Schedule(since=wall("2026-12-01 08:00"), until=wall("2026-12-24 12:30"))),
        "from 1 December 2026 at 08:00, until 24 December 2026 at 12:30",
    ),
    "everything": (
        Article("", (), schedule=Schedule((4,), wall("2026-12-01"), None, 480, None), priority=1),
        "on Fridays, from 08:00, from 1 December 2026; priority 1",
    ),
}

ABSENCES = {
    "it has ended": (Schedule(until=wall("2026-11-20")), "its time was until the end of 19 November 2026"),
    "it ended at the very beginning": (
        Schedule(until=wall("2026-11-27")),
        "its time was until the end of 26 November 2026",
    ),
    "it begins later": (Schedule(since=wall("2026-11-28")), "its time begins on 28 November 2026"),
    "it is another day": (Schedule(days=(0,), since=wall("2026-11-01")), "only on Mondays, from 1 November 2026"),
}


@pytest.mark.parametrize(("article", "rule"), RULES.values(), ids=RULES)
def test_a_rule_is_told_in_words(article: Article, rule: str) -> None:
    assert rule_of(article) == rule


@pytest.mark.parametrize(("schedule", "why"), ABSENCES.values(), ids=ABSENCES)
def test_an_absence_has_its_reason(schedule: Schedule, why: str) -> None:
    friday = date(2026, 11, 27)

    assert why_absent(Article("", (), schedule=schedule), friday, friday) == why
