"""The door, with a count on the disk and a small program of the shell in the place of the check."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue

import pytest

from kiosk.paths import attempts_in
from kiosk.supervise import pin_verdict
from kiosk.supervise.attempts import FREE_TRIES
from kiosk.supervise.attempts_file import AttemptsBook
from kiosk.supervise.children import Child
from kiosk.supervise.messages import Facts, Menu, Message, Pad
from kiosk.supervise.pipes import Ended, Flooded, Line
from kiosk.supervise.staff_door import CHECKED_WITHIN_SECONDS, TICKET_SECONDS, StaffDoor

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shell is of POSIX")

RIGHT, HASH = "246813", "scrypt$a"
CHECKS = f'read pin; test "$pin" = {RIGHT} && exit {pin_verdict.RIGHT}; exit {pin_verdict.WRONG}'
FACTS = Facts("shown", "shown", "1.0", datetime(2026, 11, 25, tzinfo=UTC))


class Entrance:
    """The door and who stands before it; time passes only when a test says so."""

    def __init__(self, folder: Path, script: str = CHECKS, pin_hash: str | None = HASH) -> None:
        self.now = 1000.0
        self.told: list[Message] = []
        self.started = 0
        self.folder = folder
        self._script = script
        self._heard: SimpleQueue[object] = SimpleQueue()
        book = AttemptsBook(folder, lambda: self.now)
        self.door = StaffDoor(book, lambda: pin_hash, self._start, self.told.append, self._heard.put)

    def try_pin(self, pin: str) -> Message | None:
        """Enter a PIN and give the pad that came of it, None where the door is open."""
        self.told.clear()
        self.door.try_pin(pin, self.now)
        self.wait_for_answer()
        return self.told[-1] if self.told else None

    def wait_for_answer(self) -> None:
        while self.door.due is not None:
            event = self._heard.get(timeout=10)
            assert isinstance(event, Line | Flooded | Ended)
            self.door.take(event, self.now)

    def _start(self) -> Child:
        self.started += 1
        assert attempts_in(self.folder).exists(), "the try is to be counted first"
        return subprocess.Popen(
            ["sh", "-c", self._script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )


@pytest.fixture
def enter(tmp_path: Path) -> Iterator[Callable[..., Entrance]]:
    made = list[Entrance]()

    def entered(script: str = CHECKS, pin_hash: str | None = HASH) -> Entrance:
        made.append(Entrance(tmp_path, script, pin_hash))
        return made[-1]

    yield entered
    for each in made:
        each.door.end()


@pytest.fixture
def entrance(enter: Callable[..., Entrance]) -> Entrance:
    return enter()


def test_the_gesture_brings_the_pad(entrance: Entrance) -> None:
    entrance.door.call(entrance.now)

    assert entrance.told == [Pad(has_pin=True)]
    assert not entrance.door.is_open(entrance.now)


def test_the_right_pin_opens_the_door(entrance: Entrance) -> None:
    assert entrance.try_pin(RIGHT) is None
    assert entrance.door.is_open(entrance.now)


def test_a_wrong_pin_does_not(entrance: Entrance) -> None:
    assert entrance.try_pin("111112") == Pad(has_pin=True, was_wrong=True)
    assert not entrance.door.is_open(entrance.now)


def test_without_a_pin_the_pad_says_so_and_nothing_is_checked(enter: Callable[..., Entrance]) -> None:
    entrance = enter(pin_hash="")

    assert entrance.try_pin("") == Pad(has_pin=False)
    assert entrance.started == 0
    assert not entrance.door.is_open(entrance.now)


@pytest.mark.parametrize("script", ["exit 0", "exit 1", "exit 2", "exit 42", "exit 70", "kill -9 $$"])
def test_a_check_that_ends_in_any_other_way_opens_nothing_and_blames_nobody(
    enter: Callable[..., Entrance], script: str
) -> None:
    entrance = enter(script=script)

    assert entrance.try_pin(RIGHT) == Pad(has_pin=True)
    assert not entrance.door.is_open(entrance.now)


def test_after_the_free_tries_there_is_a_wait_in_which_not_even_the_right_pin_is_checked(entrance: Entrance) -> None:
    for _ in range(FREE_TRIES):
        entrance.try_pin("111112")
    started = entrance.started

    answer = entrance.try_pin(RIGHT)

    assert answer == Pad(has_pin=True, wait_seconds=30, was_wrong=True)
    assert entrance.started == started


def test_after_the_wait_the_right_pin_opens(entrance: Entrance) -> None:
    for _ in range(FREE_TRIES):
        entrance.try_pin("111112")
    entrance.now += 30

    assert entrance.try_pin(RIGHT) is None


def test_the_gesture_says_how_long_to_wait(entrance: Entrance) -> None:
    for _ in range(FREE_TRIES):
        entrance.try_pin("111112")
    entrance.now += 10.5
    entrance.told.clear()

    entrance.door.call(entrance.now)

    assert entrance.told == [Pad(has_pin=True, wait_seconds=20)]


def test_after_the_right_pin_tries_are_free_again(entrance: Entrance) -> None:
    for _ in range(FREE_TRIES - 1):
        entrance.try_pin("111112")
    entrance.try_pin(RIGHT)

    answers = [entrance.try_pin("111112") for _ in range(FREE_TRIES - 1)]

    assert answers == [Pad(has_pin=True, was_wrong=True)] * (FREE_TRIES - 1)


def test_a_try_while_another_is_checked_is_none(enter: Callable[..., Entrance]) -> None:
    entrance = enter(script="sleep 60")
    entrance.door.try_pin("111112", entrance.now)

    entrance.door.try_pin(RIGHT, entrance.now)

    assert entrance.started == 1


@pytest.mark.parametrize("how", ["they leave", "the gesture is made again"])
def test_whoever_leaves_before_the_answer_finds_no_open_door(entrance: Entrance, how: str) -> None:
    entrance.door.try_pin(RIGHT, entrance.now)
    if how == "they leave":
        entrance.door.close()
    else:
        entrance.door.call(entrance.now)

    entrance.told.clear()
    entrance.wait_for_answer()

    assert not entrance.door.is_open(entrance.now)
    assert entrance.told == []


def test_the_wrong_pin_of_somebody_who_has_left_disturbs_nobody(entrance: Entrance) -> None:
    entrance.door.try_pin("111112", entrance.now)
    entrance.door.close()

    entrance.wait_for_answer()

    assert entrance.told == []


def test_where_nobody_can_tell_whether_a_pin_is_set_nothing_is_checked_and_nothing_denied(
    enter: Callable[..., Entrance],
) -> None:
    entrance = enter(pin_hash=None)

    assert entrance.try_pin(RIGHT) == Pad(has_pin=True)
    assert entrance.started == 0


def test_a_check_that_takes_too_long_opens_nothing(enter: Callable[..., Entrance]) -> None:
    entrance = enter(script="sleep 60")
    entrance.door.try_pin(RIGHT, entrance.now)

    entrance.door.do_what_is_due(entrance.now + CHECKED_WITHIN_SECONDS)

    assert entrance.told == [Pad(has_pin=True)]
    assert not entrance.door.is_open(entrance.now)


def test_a_wish_without_a_pin_is_answered_by_the_pad(entrance: Entrance) -> None:
    assert not entrance.door.grants("leave", entrance.now)
    assert entrance.told == [Pad(has_pin=True, was_wrong=True)]


def test_a_wish_of_staff_is_granted(entrance: Entrance) -> None:
    entrance.try_pin(RIGHT)

    assert entrance.door.grants("leave", entrance.now)


@pytest.mark.parametrize("how", ["they leave", "the gesture is made again", "time passes"])
def test_a_door_does_not_stay_open(entrance: Entrance, how: str) -> None:
    entrance.try_pin(RIGHT)

    if how == "they leave":
        entrance.door.close()
    elif how == "the gesture is made again":
        entrance.door.call(entrance.now)
    else:
        entrance.now += TICKET_SECONDS

    assert not entrance.door.grants("leave", entrance.now)


def test_whoever_is_in_sees_the_menu_and_what_changes_on_it_once(entrance: Entrance) -> None:
    entrance.try_pin(RIGHT)

    entrance.door.show(FACTS, (), entrance.now)
    entrance.door.show(FACTS, (), entrance.now)

    assert entrance.told == [Menu(FACTS)]


def test_whoever_is_not_in_sees_no_menu(entrance: Entrance) -> None:
    entrance.door.show(FACTS, (), entrance.now)

    assert entrance.told == []


def test_a_pin_never_gets_into_a_file(entrance: Entrance, tmp_path: Path) -> None:
    entrance.try_pin("975318")
    entrance.try_pin(RIGHT)

    kept = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]

    assert kept
    assert not any(pin in content for content in kept for pin in (b"975318", RIGHT.encode()))
