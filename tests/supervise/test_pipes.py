import os
from queue import SimpleQueue

from kiosk.supervise.pipes import Ended, Line, read_lines


def test_each_line_arrives_with_its_source_and_then_the_end() -> None:
    reader, writer = os.pipe()
    queue: SimpleQueue[object] = SimpleQueue()
    read_lines(os.fdopen(reader, encoding="utf-8"), "display", queue)

    os.write(writer, b"one\ntwo")
    os.close(writer)

    arrived = [queue.get(timeout=5) for _ in range(3)]
    assert arrived == [Line("display", "one\n"), Line("display", "two"), Ended("display")]
