import pytest

from kiosk.edition.value import Value
from kiosk.supervise.wire import Unreadable, reader, to_line


class Ask(Value, frozen=True):
    text: str


class Answer(Value, frozen=True):
    text: str


@pytest.mark.parametrize("message", [Ask("a"), Answer("a"), Answer('ü "b"\n\0')])
def test_a_message_of_either_kind_is_one_line_and_comes_back(message: Ask | Answer) -> None:
    line = to_line(message)

    assert (line.count("\n"), line[-1]) == (1, "\n")
    assert reader(Ask, Answer)(line) == message


def test_a_message_of_another_kind_cannot_be_read() -> None:
    line = to_line(Answer("a"))

    unreadable = reader(Ask)(line)

    assert isinstance(unreadable, Unreadable)
    assert unreadable.line == line
    assert unreadable.why
