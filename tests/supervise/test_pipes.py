import os
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeAlias

import pytest

from kiosk.supervise.pipes import LONGEST_LINE, Ended, Flooded, Line, read_lines

Said: TypeAlias = Callable[..., list[object]]


@pytest.fixture
def heard() -> Said:
    """Give a function that lets the other side say something and end, and gives all that arrives."""

    def hear(said: bytes, most: int | None = None) -> list[object]:
        reader, writer = os.pipe()
        queue: SimpleQueue[object] = SimpleQueue()
        read_lines(os.fdopen(reader, encoding="utf-8", errors="replace"), "display", queue.put, most)
        with open(writer, "wb", buffering=0) as pipe:  # noqa: PTH123  # a descriptor has no path
            _say(pipe.fileno(), said)
        return _until_the_end(queue)

    return hear


def _say(descriptor: int, said: bytes) -> None:
    view = memoryview(said)
    try:
        while view:
            view = view[os.write(descriptor, view) :]
    except BrokenPipeError:  # nobody listens any more
        return


def _until_the_end(queue: "SimpleQueue[object]") -> list[object]:
    arrived: list[object] = []
    while not arrived or not isinstance(arrived[-1], Ended):
        arrived.append(queue.get(timeout=10))
    return arrived


@pytest.mark.parametrize(
    ("said", "most", "arrived"),
    [
        pytest.param(b"", None, [], id="nothing"),
        pytest.param(b"one\ntwo", None, [Line("display", "one\n"), Line("display", "two")], id="two lines"),
        pytest.param(b"\xff\n", None, [Line("display", "�\n")], id="no text"),
        pytest.param(b"12345\n", 6, [Line("display", "12345\n")], id="as much as it may"),
        pytest.param(b"123456\n", 6, [Flooded("display")], id="one more in the first line"),
        pytest.param(
            b"12\n45\n7", 6, [Line("display", "12\n"), Line("display", "45\n"), Flooded("display")], id="in all"
        ),
        pytest.param(b"12\n45\n", 6, [Line("display", "12\n"), Line("display", "45\n")], id="exactly in all"),
    ],
)
def test_what_is_said_arrives_line_by_line_and_then_the_end(
    heard: Said, said: bytes, most: int | None, arrived: list[object]
) -> None:
    assert heard(said, most) == [*arrived, Ended("display")]


def test_a_line_without_end_comes_in_pieces(heard: Said) -> None:
    pieces = heard(b"x" * (2 * LONGEST_LINE + 1))

    assert [len(piece.text) for piece in pieces if isinstance(piece, Line)] == [LONGEST_LINE, LONGEST_LINE, 1]


def test_of_a_flood_no_more_is_read_than_it_may_say(heard: Said) -> None:
    assert heard(b"flood\n" * 1_000_000, most=12) == [
        Line("display", "flood\n"),
        Line("display", "flood\n"),
        Flooded("display"),
        Ended("display"),
    ]
