"""The real thread and real files; only the notices are fakes."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic

import pytest

from kiosk.edition.origin import ABSENT, fingerprint
from kiosk.supervise.looker import Looked, Looker
from kiosk.system.notices import Notices

PATIENCE_SECONDS = 10.0
NEVER_SECONDS = 3600.0
SOON_SECONDS = 0.01


class FakeNotices:
    """Remembers what it was asked to follow; the test gives the notices by `changed`."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self.changed = changed
        self.followed: list[tuple[str, ...]] = []
        self.is_closed = False

    def follow(self, files: tuple[str, ...]) -> None:
        self.followed.append(files)

    def close(self) -> None:
        self.is_closed = True


class HangingNotices(FakeNotices):
    """Hangs as a network share does, until it is let go."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__(changed)
        self.hangs = threading.Event()
        self.may_go_on = threading.Event()

    def follow(self, files: tuple[str, ...]) -> None:
        super().follow(files)
        self.hangs.set()
        self.may_go_on.wait(PATIENCE_SECONDS)


class Ears:
    """Hears in the thread of the looker; the test waits for it."""

    def __init__(self) -> None:
        self._heard: SimpleQueue[object] = SimpleQueue()

    def hear(self, event: object) -> None:
        self._heard.put(event)

    def next(self) -> Looked:
        looked = self._heard.get(timeout=PATIENCE_SECONDS)
        assert isinstance(looked, Looked)
        return looked

    def has_heard_more(self) -> bool:
        try:
            self._heard.get_nowait()
        except Empty:
            return False
        return True


@pytest.fixture
def ears() -> Ears:
    return Ears()


@pytest.fixture
def started() -> Iterator[Callable[..., Looker]]:
    """Give a function that starts a looker, which ends with the test."""
    lookers = []

    def start(ears: Ears, notices: Callable[[Callable[[], None]], Notices], calm_seconds: float) -> Looker:
        lookers.append(Looker(ears.hear, notices, calm_seconds))
        lookers[-1].start()
        ears.next()
        return lookers[-1]

    yield start
    for looker in lookers:
        looker.end()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "contact.toml"
    file.write_text("one")
    return file


def save_at_once(file: Path) -> None:
    """Leave no moment at which a look would see half of it."""
    beside = file.with_suffix(".part")
    beside.write_text("two")
    beside.replace(file)


def fake_into(made: list[FakeNotices]) -> Callable[[Callable[[], None]], FakeNotices]:
    def make(changed: Callable[[], None]) -> FakeNotices:
        made.append(FakeNotices(changed))
        return made[-1]

    return make


def test_what_it_is_told_to_follow_is_looked_at_now(started: Callable[..., Looker], ears: Ears, file: Path) -> None:
    looker = started(ears, FakeNotices, NEVER_SECONDS)

    looker.follow((str(file),))

    assert ears.next() == Looked(((str(file), fingerprint(file)),), ())


def test_a_change_is_told_without_any_notice(started: Callable[..., Looker], ears: Ears, file: Path) -> None:
    looker = started(ears, FakeNotices, SOON_SECONDS)
    looker.follow((str(file),))
    ears.next()

    file.unlink()

    assert ears.next().seen == ((str(file), ABSENT),)


def test_a_notice_brings_a_look_at_once(started: Callable[..., Looker], ears: Ears, file: Path) -> None:
    made: list[FakeNotices] = []
    looker = started(ears, fake_into(made), NEVER_SECONDS)
    looker.follow((str(file),))
    ears.next()

    file.write_text("two")
    made[0].changed()

    assert ears.next().seen == ((str(file), fingerprint(file)),)


def test_a_notice_of_nothing_tells_nothing(started: Callable[..., Looker], ears: Ears, file: Path) -> None:
    made: list[FakeNotices] = []
    looker = started(ears, fake_into(made), NEVER_SECONDS)
    looker.follow((str(file),))
    ears.next()

    made[0].changed()
    save_at_once(file)
    made[0].changed()

    assert ears.next().seen == ((str(file), fingerprint(file)),)
    assert not ears.has_heard_more()


def test_the_notices_follow_the_same_files(started: Callable[..., Looker], ears: Ears, file: Path) -> None:
    made: list[FakeNotices] = []
    looker = started(ears, fake_into(made), NEVER_SECONDS)

    looker.follow((str(file),))
    ears.next()

    assert made[0].followed[-1] == (str(file),)


def test_the_notices_follow_anew_when_a_file_has_changed(
    started: Callable[..., Looker], ears: Ears, file: Path
) -> None:
    made: list[FakeNotices] = []
    looker = started(ears, fake_into(made), SOON_SECONDS)
    looker.follow((str(file),))
    ears.next()

    file.unlink()
    ears.next()

    assert made[0].followed.count((str(file),)) >= 2


def test_in_a_hurry_every_look_is_told(started: Callable[..., Looker], ears: Ears, file: Path) -> None:
    looker = started(ears, FakeNotices, NEVER_SECONDS)
    looker.follow((str(file),))
    first = ears.next()

    looker.hurry(hurry=True)

    assert [ears.next(), ears.next()] == [first, first]


def test_what_lies_aside_is_looked_at_too(started: Callable[..., Looker], ears: Ears, file: Path) -> None:
    made: list[FakeNotices] = []
    looker = started(ears, fake_into(made), SOON_SECONDS)

    looker.follow_aside((str(file),))

    assert ears.next() == Looked((), ((str(file), fingerprint(file)),))
    assert (str(file),) not in made[0].followed


def test_notices_come_of_what_lies_aside_where_that_is_asked_for(ears: Ears, file: Path) -> None:
    made: list[FakeNotices] = []
    looker = Looker(ears.hear, fake_into(made), NEVER_SECONDS)
    looker.follow_aside(("wish",), noticed=(str(file),))
    looker.start()
    ears.next()

    file.write_text("two")
    made[0].changed()

    assert ears.next().aside == (("wish", ABSENT), (str(file), fingerprint(file)))
    assert made[0].followed[0] == (str(file),)
    looker.end()


def test_between_the_looks_nobody_waits(started: Callable[..., Looker], ears: Ears) -> None:
    looker = started(ears, FakeNotices, NEVER_SECONDS)

    assert looker.waits_since() is None


def test_a_look_that_hangs_tells_since_when(ears: Ears) -> None:
    made: list[HangingNotices] = []

    def hanging(changed: Callable[[], None]) -> HangingNotices:
        made.append(HangingNotices(changed))
        return made[-1]

    looker = Looker(ears.hear, hanging, NEVER_SECONDS)
    before = monotonic()

    looker.start()
    assert made[0].hangs.wait(PATIENCE_SECONDS)
    since = looker.waits_since()
    made[0].may_go_on.set()
    ears.next()

    assert since is not None
    assert before <= since <= monotonic()
    assert looker.waits_since() is None
    looker.end()


def test_what_was_seen_of_other_files_than_wanted_now_is_not_told(ears: Ears, file: Path) -> None:
    made: list[HangingNotices] = []

    def hanging(changed: Callable[[], None]) -> HangingNotices:
        made.append(HangingNotices(changed))
        return made[-1]

    looker = Looker(ears.hear, hanging, NEVER_SECONDS)
    looker.follow(("of yesterday",))
    looker.start()
    assert made[0].hangs.wait(PATIENCE_SECONDS)

    looker.follow((str(file),))
    made[0].may_go_on.set()

    assert ears.next().seen == ((str(file), fingerprint(file)),)
    looker.end()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes among the files")
def test_a_pipe_among_the_files_does_not_stop_it(started: Callable[..., Looker], ears: Ears, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "contact.toml")
    looker = started(ears, FakeNotices, NEVER_SECONDS)

    looker.follow((str(tmp_path / "contact.toml"),))

    assert ears.next().seen == ((str(tmp_path / "contact.toml"), ABSENT),)


def test_at_the_end_the_notices_are_closed_and_the_thread_is_gone(ears: Ears) -> None:
    made: list[FakeNotices] = []
    before = set(threading.enumerate())
    looker = Looker(ears.hear, fake_into(made), NEVER_SECONDS)
    looker.start()
    ears.next()
    (thread,) = set(threading.enumerate()) - before

    looker.end()
    thread.join(PATIENCE_SECONDS)

    assert made[0].is_closed
    assert not thread.is_alive()
