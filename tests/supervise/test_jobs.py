import pytest

from kiosk.edition.manifest import HashedFile
from kiosk.supervise.jobs import NotPrepared, NotStored, Prepared, Report, report_from_line
from kiosk.supervise.messages import Told, from_line
from kiosk.supervise.wire import Unreadable, to_line

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
