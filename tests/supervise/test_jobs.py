from datetime import UTC, datetime

import pytest

from kiosk.edition.manifest import HashedFile
from kiosk.edition.web_source import Visit, WebSource
from kiosk.supervise.jobs import (
    Gather,
    Gathered,
    NotPrepared,
    NotStored,
    Prepared,
    Report,
    gather_from_line,
    gathered_from_line,
    report_from_line,
)
from kiosk.supervise.messages import Told, from_line
from kiosk.supervise.wire import Unreadable, to_line

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
FILE = HashedFile("a.toml", "cd34")
FILE_TEXT = '{"kind":"HashedFile","path":"a.toml","sha256":"cd34"}'
TOLD = Told("a.toml", 3, 1, "phone", "is too short", "Write more", "error", "a.toml:3:1: phone is too short")
TOLD_TEXT = (
    '{"column":1,"cure":"Write more","file":"a.toml","key":"phone","kind":"Told","line":3,"severity":"error",'
    '"text":"a.toml:3:1: phone is too short","what":"is too short"}'
)


@pytest.mark.parametrize(
    ("report", "line"),
    [
        pytest.param(
            Prepared("ab12", (FILE,)), f'{{"edition":"ab12","files":[{FILE_TEXT}],"kind":"Prepared"}}\n', id="made"
        ),
        pytest.param(
            NotPrepared((FILE,), (TOLD,)),
            f'{{"files":[{FILE_TEXT}],"kind":"NotPrepared","problems":[{TOLD_TEXT}]}}\n',
            id="not made",
        ),
        pytest.param(
            NotStored((), "disk full"), '{"files":[],"kind":"NotStored","why":"disk full"}\n', id="not stored"
        ),
    ],
)
def test_a_report_is_this_line_and_the_line_is_this_report(report: Report, line: str) -> None:
    assert to_line(report) == line
    assert report_from_line(line) == report


def test_a_report_is_no_message_to_the_display() -> None:
    assert isinstance(from_line(to_line(Prepared("ab12", ()))), Unreadable)


def test_what_gather_is_asked_is_this_line_and_the_line_is_this_order() -> None:
    order = Gather("/s", WebSource("https://a.example/", limit=5), ("k1",))
    line = (
        '{"kind":"Gather","source":{"address":"https://a.example/","kind":"WebSource","limit":5},"state":"/s",'
        '"wanted":["k1"]}\n'
    )

    assert to_line(order) == line
    assert gather_from_line(line) == order


def test_what_gather_says_is_this_line_and_the_line_is_this_report() -> None:
    said = Gathered("k1", Visit(NOON, failures=2, what="no answer"), ("An entry is left out",))
    line = (
        '{"key":"k1","kind":"Gathered","left_out":["An entry is left out"],"visit":{"failures":2,"kind":"Visit",'
        '"tried_at":"2026-11-25T12:00:00Z","what":"no answer"}}\n'
    )

    assert to_line(said) == line
    assert gathered_from_line(line) == said


def test_what_one_job_says_cannot_be_read_as_what_another_says() -> None:
    line = to_line(Gathered("k1", Visit(NOON)))

    assert isinstance(report_from_line(line), Unreadable)
    assert isinstance(gather_from_line(line), Unreadable)
