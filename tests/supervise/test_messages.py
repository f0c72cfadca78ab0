import pytest

from kiosk.supervise.messages import (
    Message,
    NotPrepared,
    OpenLink,
    Painted,
    Prepared,
    Report,
    Show,
    Unreadable,
    from_line,
    report_from_line,
    to_line,
)


@pytest.mark.parametrize(
    ("message", "line"),
    [
        pytest.param(Show("ab12"), '{"edition":"ab12","kind":"Show"}\n', id="show"),
        pytest.param(Painted(""), '{"edition":"","kind":"Painted"}\n', id="the holding card was painted"),
        pytest.param(OpenLink("tel:+1"), '{"kind":"OpenLink","uri":"tel:+1"}\n', id="open a link"),
    ],
)
def test_a_message_is_this_line_and_the_line_is_this_message(message: Message, line: str) -> None:
    assert to_line(message) == line
    assert from_line(line) == message


@pytest.mark.parametrize(
    ("report", "line"),
    [
        pytest.param(
            Prepared("ab12", ("a", "b")), '{"edition":"ab12","files":["a","b"],"kind":"Prepared"}\n', id="made"
        ),
        pytest.param(NotPrepared(("a",)), '{"files":["a"],"kind":"NotPrepared"}\n', id="not made"),
    ],
)
def test_a_report_is_this_line_and_the_line_is_this_report(report: Report, line: str) -> None:
    assert to_line(report) == line
    assert report_from_line(line) == report


def test_a_report_is_no_message_to_the_display() -> None:
    assert isinstance(from_line(to_line(Prepared("ab12", ()))), Unreadable)


def test_a_line_feed_inside_a_text_does_not_end_the_line() -> None:
    line = to_line(OpenLink("a\nb"))

    assert line.count("\n") == 1
    assert from_line(line) == OpenLink("a\nb")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("", id="nothing"),
        pytest.param("qt.qpa.plugin: could not find it", id="a text of a library"),
        pytest.param("[]", id="a list"),
        pytest.param("null", id="null"),
        pytest.param('{"kind": "Stop"}', id="an unknown kind"),
        pytest.param('{"kind": []}', id="a kind that is no text"),
        pytest.param('{"kind": "Show"}', id="no edition"),
        pytest.param('{"kind": "Show", "edition": 5}', id="a number for an edition"),
        pytest.param('{"kind": "Show", "edition": "a", "more": 1}', id="a key too many"),
        pytest.param("[" * 20_000, id="nested too deep"),
    ],
)
def test_any_other_line_is_unreadable_and_never_an_exception(line: str) -> None:
    answer = from_line(line)

    assert isinstance(answer, Unreadable)
    assert answer.line == line
