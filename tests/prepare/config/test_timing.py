"""When articles are shown: what is read, and every mistake with its place and its cure."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.edition.model import Rotation, Schedule
from kiosk.prepare.config.contact_file import Timing
from kiosk.prepare.config.read import LoadedContact, read_contact
from tests.edition.turns import wall

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
ARTICLE = """[organisation]
name = "Haig Park"
country = "ZW"
[[email]]
address = "hello@haigpark.example"
[[article]]
file = "a.md"
"""
HEAD = ARTICLE.removesuffix('[[article]]\nfile = "a.md"\n')
NEVER = "lies between from and to: the article would never be shown. Give others, or a later to"

PROBLEMS = {
    "a short day": (
        'days = ["fri"]',
        '8:9: article.days: "fri" is not the full name of a day. Write "friday"',
    ),
    "a day with a capital letter": (
        'days = ["monday", "Friday"]',
        '8:19: article.days[2]: "Friday" has capital letters. Write "friday"',
    ),
    "a day's number": (
        "days = [5]",
        '8:9: article.days: is not a text. Write each day by its name, like "monday"',
    ),
    "no day at all": ("days = []", "8:8: article.days: has no entry. Write one at least, or delete the line"),
    "a day without brackets": (
        'days = "friday"',
        '8:8: article.days: is not a list. Write square brackets around it, like ["monday", "friday"]',
    ),
    "a day without quotes": (
        "days = friday",
        '8:8: the text behind the = has no quotation marks. Write ["friday"]',
    ),
    "days without quotes": (
        "days = [friday, saturday]",
        '8:9: the texts in the list have no quotation marks. Write ["friday", "saturday"]',
    ),
    "eight days": (
        f"days = {['monday'] * 8}",
        "8:8: article.days: has more than 7 entries. Delete some",
    ),
    "a time without minutes": ('start = "11"', '8:9: article.start: "11" cannot be read as a time. Write "11:00"'),
    "a time with a point": ('end = "11.00"', '8:7: article.end: "11.00" cannot be read as a time. Write "11:00"'),
    "the twelve-hour clock": ('end = "11pm"', '8:7: article.end: "11pm" cannot be read as a time. Write "23:00"'),
    "a time that is a number": ("start = 11", '8:9: article.start: is not a text. Write it in quotes: "11:00"'),
    "a time that is a fraction": ("start = 11.30", '8:9: article.start: is not a text. Write it in quotes: "11:30"'),
    "a time of TOML": ("start = 22:00:00", '8:9: article.start: is not a text. Write it in quotes: "22:00"'),
    "a time without quotes": ("start = 22:00", '8:9: the time has no quotation marks. Write "22:00"'),
    "half past, without quotes": ("end = 5.30pm", '8:7: the time has no quotation marks. Write "17:30"'),
    "a start at the end of the day": (
        'start = "24:00"',
        '8:9: article.start: 24:00 is the end of a day. Write "00:00" for its beginning',
    ),
    "an end at the start": (
        'start = "09:00"\nend = "9:00"',
        "9:7: article.end: is the same time as start. Give another time; for the whole day delete both lines",
    ),
    "a date in quotes": (
        'from = "2026-12-01"',
        "8:8: article.from: a date is written in another way here. Write 2026-12-01, without quotes",
    ),
    "a date with points": (
        'to = "24.12.2026"',
        "8:6: article.to: a date is written in another way here. Write 2026-12-24, without quotes",
    ),
    "a date with points, without quotes": (
        "to = 24.12.2026",
        "8:6: a date is written in another way here. Write 2026-12-24, without quotes",
    ),
    "a moment with a space, in quotes": (
        'to = "2026-12-24 18:00"',
        "8:6: article.to: a date and time is written in another way here. Write 2026-12-24T18:00:00, without quotes",
    ),
    "a word for a date": (
        'from = "christmas"',
        (
            "8:8: article.from: is not a date. "
            "Write year-month-day without quotes, like 2026-12-25, or with a time, like 2026-12-24T18:00:00"
        ),
    ),
    "a word for a date, without quotes": (
        "from = december",
        "8:8: this cannot be read as a date. Write it in figures, the year first, like 2026-12-25",
    ),
    "a year far away": (
        "to = 9999-12-31",
        (
            "8:6: article.to: the year 9999 is too far away. "
            "Write a year with its four digits, or delete the line: without it there is no such limit"
        ),
    ),
    "the first year there is": (
        "from = 0001-01-01",
        (
            "8:8: article.from: the year 1 is too far away. "
            "Write a year with its four digits, or delete the line: without it there is no such limit"
        ),
    ),
    "the wrong way round": (
        "from = 2026-12-24\nto = 2026-12-01",
        "9:6: article.to: is not after from: the article would never be shown. Give a later date",
    ),
    "one day": (
        "from = 2026-12-24\nto = 2026-12-24",
        (
            "9:6: article.to: is not after from: the article would never be shown. "
            "For that one day write 2026-12-25, the first day without it"
        ),
    ),
    "a day that does not come": (
        'from = 2026-12-01\nto = 2026-12-04\ndays = ["friday"]',
        f"10:8: article.days: none of these days {NEVER}",
    ),
    "a time that does not come": (
        'from = 2026-12-01T12:00:00\nto = 2026-12-02T08:00:00\nstart = "09:00"\nend = "11:00"',
        f"10:9: article.start: no such time of day {NEVER}",
    ),
    "an end that does not come": (
        'from = 2026-12-01T12:00:00\nto = 2026-12-01T18:00:00\nend = "11:00"',
        f"10:7: article.end: no such time of day {NEVER}",
    ),
    "an end that has passed": (
        "to = 2026-11-27T14:00:00",
        (
            "8:6: warning: article.to: has passed. "
            "The article is not shown any more. Give a later date, or delete the line to show it again"
        ),
    ),
    "a priority below all": ("priority = -1", "8:12: article.priority: is too small. Write 0 or more"),
    "a priority in words": ("priority = high", "8:12: this is not a whole number. Write digits only, without quotes"),
    "a slip in a key": ('dasy = ["friday"]', '8:1: article.dasy: there is no such key here. Did you mean "days"?'),
    "too short a time": (
        "[rotation]\nshortest_seconds = 1",
        "9:20: rotation.shortest_seconds: is too small. Write 5 or more",
    ),
    "the longest is the shorter": (
        "[rotation]\nshortest_seconds = 60\nlongest_seconds = 30",
        "10:19: rotation.longest_seconds: is less than shortest_seconds (60). Write 60 or more",
    ),
    "the shortest is longer than the usual longest": (
        "[rotation]\nshortest_seconds = 300",
        (
            "9:20: rotation.shortest_seconds: is more than the longest time, which is 120 where nothing else is written. "
            "Add the line: longest_seconds = 300"
        ),
    ),
    "yes in words": (
        "[rotation]\nscrolls = yes",
        "9:11: yes and no are written in another way here. Write true, in small letters",
    ),
}

READ = {
    "nothing": ("", Timing()),
    "days in the order of the week, each once": (
        'days = ["sunday", "friday", "sunday"]',
        Timing(Schedule(days=(4, 6))),
    ),
    "dates": (
        "from = 2026-12-01\nto = 2026-12-25",
        Timing(Schedule(since=wall("2026-12-01"), until=wall("2026-12-25"))),
    ),
    "a moment": ("to = 2026-12-24T18:00:00", Timing(Schedule(until=wall("2026-12-24 18:00")))),
    "a moment of another zone": (
        "to = 2026-12-24T18:00:00Z",
        Timing(Schedule(until=wall("2026-12-24 20:00"))),
    ),
    "a night": ('start = "22:00"\nend = "02:00"', Timing(Schedule(start=1320, end=120))),
    "an end alone": ('end = "9:30"', Timing(Schedule(end=570))),
    "until midnight": ('start = "18:00"\nend = "24:00"', Timing(Schedule(start=1080, end=1440))),
    "a priority alone": ("priority = 2", Timing(None, 2)),
    "an end that is still ahead": (
        "to = 2026-11-27T14:00:01",
        Timing(Schedule(until=wall("2026-11-27 14:00:01"))),
    ),
}


def read(folder: Path, text: str) -> LoadedContact:
    file = folder / "contact.toml"
    file.write_text(text, "utf-8")
    return read_contact(file, NOW)


def problems(loaded: LoadedContact, folder: Path) -> list[str]:
    return [str(problem).removeprefix(f"{folder}/contact.toml:") for problem in loaded.problems]


@pytest.mark.parametrize(("lines", "problem"), PROBLEMS.values(), ids=PROBLEMS)
def test_a_mistake_is_named_with_its_place_and_its_cure(lines: str, problem: str, tmp_path: Path) -> None:
    assert problems(read(tmp_path, f"{ARTICLE}{lines}\n"), tmp_path) == [problem]


@pytest.mark.parametrize(("lines", "timing"), READ.values(), ids=READ)
def test_a_timing_is_read(lines: str, timing: Timing, tmp_path: Path) -> None:
    loaded = read(tmp_path, f"{ARTICLE}{lines}\n")

    assert loaded.problems == ()
    assert loaded.value is not None
    assert loaded.value.timings == (timing,)


def test_all_mistakes_of_a_timing_are_named_at_once(tmp_path: Path) -> None:
    lines = 'days = ["Monday", "tu"]\nfrom = 9999-01-01\nstart = "11am"\nend = "7"\n'
    second = '[[article]]\nfile = "b.md"\nto = 2026-12-01\nfrom = 2026-12-02\n'

    named = [problem.split(": ")[:2] for problem in problems(read(tmp_path, ARTICLE + lines + second), tmp_path)]

    assert named == [
        ["8:9", "article[1].days[1]"],
        ["8:19", "article[1].days[2]"],
        ["9:8", "article[1].from"],
        ["10:9", "article[1].start"],
        ["11:7", "article[1].end"],
        ["14:6", "article[2].to"],
    ]


def test_a_day_that_cannot_be_read_leads_to_no_further_conclusion(tmp_path: Path) -> None:
    lines = 'days = ["friday", "tu"]\nfrom = 2026-12-01\nto = 2026-12-03\n'

    assert len(problems(read(tmp_path, ARTICLE + lines), tmp_path)) == 1


def test_each_article_has_its_own_timing(tmp_path: Path) -> None:
    loaded = read(tmp_path, f'{ARTICLE}priority = 1\n[[article]]\nfile = "b.md"\ndays = ["monday"]\n')

    assert loaded.value is not None
    assert loaded.value.timings == (Timing(None, 1), Timing(Schedule(days=(0,))))


def test_the_rotation_is_read(tmp_path: Path) -> None:
    loaded = read(tmp_path, f"{HEAD}[rotation]\nshortest_seconds = 30\nlongest_seconds = 30\nscrolls = false\n")

    assert loaded.value is not None
    assert loaded.value.rotation == Rotation(30, 30, scrolls=False)


def test_without_a_word_the_rotation_is_the_usual_one(tmp_path: Path) -> None:
    loaded = read(tmp_path, HEAD)

    assert loaded.value is not None
    assert loaded.value.rotation == Rotation()
