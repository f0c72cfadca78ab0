"""Errands that are small programs of the shell: each gives an answer, whatever becomes of it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import TypeAlias

import pytest

from kiosk.supervise.children import Child
from kiosk.supervise.errand import FAILED, MOST_SAID, Answer, Errand
from kiosk.supervise.pipes import Ended, Flooded, Line

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shell is of POSIX")

Ask: TypeAlias = Callable[..., Answer | None]


@pytest.fixture
def heard() -> "SimpleQueue[object]":
    return SimpleQueue()


@pytest.fixture
def errand(heard: "SimpleQueue[object]") -> Iterator[Errand]:
    errand = Errand("pin", heard.put, 60.0)
    yield errand
    errand.end()


@pytest.fixture
def answer(errand: Errand, heard: "SimpleQueue[object]") -> Ask:
    """Give a function that asks a program of the shell and waits for its answer."""

    def answered(script: str, question: str = "") -> Answer | None:
        at_once = errand.begin(lambda: start(script), question, 0.0)
        while at_once is None:
            event = heard.get(timeout=10)
            assert isinstance(event, Line | Flooded | Ended)
            at_once = errand.take(event)
        return at_once

    return answered


def start(script: str) -> Child:
    return subprocess.Popen(
        ["sh", "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def test_the_answer_is_what_it_said_and_how_it_ended(answer: Ask) -> None:
    assert answer("read word; echo got $word; exit 7", "it\n") == Answer(7, "got it\n")


def test_one_that_says_nothing_answers_by_its_status(answer: Ask) -> None:
    assert answer("exit 1") == Answer(1)


def test_one_that_does_not_read_its_question_answers_all_the_same(answer: Ask) -> None:
    assert answer("exec <&-; exit 2", "a question\n") in {Answer(2), Answer(FAILED)}


def test_one_that_says_too_much_has_failed(answer: Ask) -> None:
    assert answer(f"head -c {MOST_SAID + 1} /dev/zero | tr '\\0' x; sleep 60") == Answer(FAILED)


def test_one_that_cannot_start_has_failed(errand: Errand) -> None:
    def refuse() -> Child:
        raise OSError("no process left")

    assert errand.begin(refuse, "", 0.0) == Answer(FAILED)
    assert not errand.is_under_way


def test_one_that_takes_too_long_is_ended(errand: Errand) -> None:
    errand.begin(lambda: start("sleep 60"), "", 100.0)

    assert errand.due == 160.0
    assert errand.over_time(159.9) is None
    assert errand.over_time(160.0) == Answer(FAILED)
    assert not errand.is_under_way


def test_what_an_earlier_one_tells_is_too_late(errand: Errand, answer: Ask) -> None:
    answer("exit 0")
    errand.begin(lambda: start("sleep 60"), "", 0.0)

    assert errand.take(Ended("pin 1")) is None
    assert errand.is_under_way


def test_it_knows_its_own_pipes(errand: Errand) -> None:
    assert errand.concerns("pin 3")
    assert not errand.concerns("display 3")
