"""The count of wrong PINs on a real disk; the clock is the test's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.edition.sealed import read_sealed, write_sealed
from kiosk.paths import attempts_in
from kiosk.supervise.attempts import Attempts, fingerprint_of
from kiosk.supervise.attempts_file import AttemptsBook

PIN, OTHER = "scrypt$one", "scrypt$other"
MARK = fingerprint_of(PIN)


class Clock:
    def __init__(self, now: float = 1000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def state(tmp_path: Path) -> Path:
    (tmp_path / "state").mkdir()
    return tmp_path / "state"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    (tmp_path / "elsewhere").mkdir()
    return tmp_path / "elsewhere"


def kept(state: Path) -> Attempts:
    return read_sealed(attempts_in(state), Attempts("unread"))


def keep(state: Path, count: int, at: float = 1000.0, pin_hash: str = PIN) -> None:
    """Let so many wrong tries have been counted earlier."""
    book = AttemptsBook(state, Clock(at))
    for _ in range(count):
        book.count(pin_hash, at)


def wait_after(book: AttemptsBook, clock: Clock, pin_hash: str = PIN) -> float:
    """Count a try and give the wait that follows, which tells the count."""
    book.count(pin_hash, clock.now)
    return book.wait_seconds(pin_hash, clock.now)


def stand_in_the_way(file: Path) -> None:
    file.mkdir()


def damage(file: Path) -> None:
    file.write_bytes(b"{}")


def empty(file: Path) -> None:
    file.write_bytes(b"")


def refuse_to_be_read(file: Path) -> None:
    file.unlink(missing_ok=True)
    file.symlink_to(file)


def test_a_try_is_on_the_disk_as_soon_as_it_is_counted(state: Path, clock: Clock) -> None:
    AttemptsBook(state, clock).count(PIN, clock.now)

    assert kept(state) == Attempts(MARK, 1, 1000.0, 1000.0)


def test_the_hash_itself_is_not(state: Path, clock: Clock) -> None:
    AttemptsBook(state, clock).count(PIN, clock.now)

    assert PIN not in attempts_in(state).read_text()


def test_the_first_book_writes_nothing(state: Path, clock: Clock) -> None:
    AttemptsBook(state, clock).wait_seconds(PIN, clock.now)

    assert list(state.iterdir()) == []


def test_the_next_book_counts_on(state: Path, clock: Clock) -> None:
    keep(state, 6)
    book = AttemptsBook(state, clock)

    assert book.wait_seconds(PIN, clock.now) == 60
    assert wait_after(book, clock) == 120


def test_the_right_pin_makes_all_tries_free_again(state: Path, clock: Clock) -> None:
    keep(state, 6)

    AttemptsBook(state, clock).succeed(PIN)

    assert kept(state) == Attempts(MARK)
    assert AttemptsBook(state, clock).wait_seconds(PIN, clock.now) == 0


def test_a_new_pin_is_the_way_in_for_staff_who_must_wait(state: Path, clock: Clock) -> None:
    keep(state, 12)
    book = AttemptsBook(state, clock)

    assert book.wait_seconds(PIN, clock.now) == 3600
    assert book.wait_seconds(OTHER, clock.now) == 0
    assert wait_after(book, clock, OTHER) == 0


def test_asking_about_another_pin_forgives_nothing(state: Path, clock: Clock) -> None:
    keep(state, 12)
    book = AttemptsBook(state, clock)

    book.wait_seconds("", clock.now)

    assert book.wait_seconds(PIN, clock.now) == 3600


def test_after_a_restart_of_the_computer_the_whole_wait_begins_again_and_passes(state: Path) -> None:
    keep(state, 6, at=500_000.0)
    clock = Clock(20.0)
    book = AttemptsBook(state, clock)

    assert [book.wait_seconds(PIN, now) for now in (20.0, 50.0, 80.0)] == [60, 30, 0]


def test_it_does_not_begin_again_with_every_start_of_the_kiosk(state: Path) -> None:
    keep(state, 6, at=500_000.0)
    AttemptsBook(state, Clock(20.0))

    assert AttemptsBook(state, Clock(50.0)).wait_seconds(PIN, 50.0) == 30


def test_the_real_clock_is_the_monotonic_one(state: Path) -> None:
    keep(state, 6, at=1e12)

    book = AttemptsBook(state)

    assert 59 < book.wait_seconds(PIN, kept(state).counted_at) <= 60
    assert kept(state).counted_at < 1e9


@pytest.mark.parametrize("spoil", [stand_in_the_way, damage, empty, refuse_to_be_read])
def test_a_count_that_cannot_be_believed_leaves_no_free_tries(
    spoil: Callable[[Path], None], state: Path, clock: Clock
) -> None:
    spoil(attempts_in(state))
    book = AttemptsBook(state, clock)

    assert book.wait_seconds(PIN, clock.now) == 30
    assert book.wait_seconds(PIN, clock.now + 30) == 0


@pytest.mark.parametrize("spoil", [damage, empty, refuse_to_be_read])
def test_the_next_try_makes_it_whole(spoil: Callable[[Path], None], state: Path, clock: Clock) -> None:
    spoil(attempts_in(state))
    book = AttemptsBook(state, clock)
    clock.now += 30

    book.count(PIN, clock.now)

    assert kept(state) == Attempts(MARK, 6, 1090.0, 1030.0)


def test_no_folder_is_no_count(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("in the way")

    assert AttemptsBook(tmp_path / "nowhere", clock).wait_seconds(PIN, clock.now) == 0
    assert AttemptsBook(tmp_path / "file", clock).wait_seconds(PIN, clock.now) == 0


def test_what_could_not_be_read_at_the_start_is_read_as_soon_as_it_can_be(state: Path, clock: Clock) -> None:
    keep(state, 12)
    content = attempts_in(state).read_bytes()
    refuse_to_be_read(attempts_in(state))
    book = AttemptsBook(state, clock)
    assert book.wait_seconds(PIN, clock.now) == 30

    attempts_in(state).unlink()
    attempts_in(state).write_bytes(content)

    assert book.wait_seconds(PIN, clock.now) == 3600


def test_that_too_may_have_been_before_a_restart(state: Path) -> None:
    keep(state, 12, at=500_000.0)
    content = attempts_in(state).read_bytes()
    refuse_to_be_read(attempts_in(state))
    clock = Clock(20.0)
    book = AttemptsBook(state, clock)
    attempts_in(state).unlink()
    attempts_in(state).write_bytes(content)

    assert [book.wait_seconds(PIN, now) for now in (20.0, 3620.0)] == [3600, 0]


def test_it_is_not_read_again_and_again(state: Path, clock: Clock) -> None:
    keep(state, 6)
    book = AttemptsBook(state, clock)

    keep(state, 4)

    assert book.wait_seconds(PIN, clock.now) == 60


def test_nor_is_what_was_written_over_a_count_that_could_not_be_read(state: Path, clock: Clock) -> None:
    refuse_to_be_read(attempts_in(state))
    book = AttemptsBook(state, clock)
    book.count(PIN, clock.now)

    keep(state, 6)

    assert kept(state).count == 12
    assert book.wait_seconds(PIN, clock.now) == 60


def test_a_count_that_cannot_be_read_is_told_of_and_so_is_its_end(
    state: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "kiosk")
    refuse_to_be_read(attempts_in(state))
    book = AttemptsBook(state, clock)
    attempts_in(state).unlink()

    book.wait_seconds(PIN, clock.now)

    told = [record.getMessage() for record in caplog.records]
    assert told == ["the count of wrong PINs cannot be kept", "the count of wrong PINs cannot be kept: over"]


def test_one_that_cannot_be_read_in_another_folder_is_told_of(
    state: Path, elsewhere: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "kiosk")
    refuse_to_be_read(attempts_in(elsewhere))

    AttemptsBook(state, clock).move(elsewhere)

    told = [record.getMessage() for record in caplog.records]
    assert told == ["the count of wrong PINs cannot be kept", "the count of wrong PINs cannot be kept: over"]


def test_where_the_disk_refuses_tries_are_counted_in_memory(tmp_path: Path, clock: Clock) -> None:
    book = AttemptsBook(tmp_path / "nowhere", clock)

    assert [wait_after(book, clock) for _ in range(7)] == [0, 0, 0, 0, 30, 60, 120]


def test_such_a_disk_is_told_of_once(tmp_path: Path, clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    book = AttemptsBook(tmp_path / "nowhere", clock)

    for _ in range(3):
        book.count(PIN, clock.now)

    assert [record.getMessage() for record in caplog.records] == ["the count of wrong PINs cannot be kept"]


def test_and_so_is_its_end(tmp_path: Path, clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "kiosk")
    book = AttemptsBook(tmp_path / "nowhere", clock)
    book.count(PIN, clock.now)
    (tmp_path / "nowhere").mkdir()

    book.count(PIN, clock.now)

    assert caplog.records[-1].getMessage() == "the count of wrong PINs cannot be kept: over"
    assert kept(tmp_path / "nowhere").count == 2


class TestInAnotherFolder:
    def test_it_is_kept_there_from_then_on(self, state: Path, elsewhere: Path, clock: Clock) -> None:
        keep(state, 6)
        book = AttemptsBook(state, clock)

        book.move(elsewhere)
        book.count(PIN, clock.now)

        assert kept(elsewhere).count == 7
        assert kept(state).count == 6

    def test_it_is_there_at_once(self, state: Path, elsewhere: Path, clock: Clock) -> None:
        keep(state, 6)

        AttemptsBook(state, clock).move(elsewhere)

        assert kept(elsewhere) == kept(state)

    def test_the_higher_count_wins(self, state: Path, elsewhere: Path, clock: Clock) -> None:
        keep(state, 6)
        keep(elsewhere, 12)
        book = AttemptsBook(state, clock)

        book.move(elsewhere)

        assert book.wait_seconds(PIN, clock.now) == 3600
        assert kept(elsewhere).count == 12

    def test_ours_may_be_the_higher(self, state: Path, elsewhere: Path, clock: Clock) -> None:
        keep(state, 12)
        keep(elsewhere, 6)

        AttemptsBook(state, clock).move(elsewhere)

        assert kept(elsewhere).count == 12

    def test_that_of_before_a_restart_has_its_whole_wait(self, state: Path, elsewhere: Path) -> None:
        keep(elsewhere, 12, at=500_000.0)
        clock = Clock(20.0)
        book = AttemptsBook(state, clock)

        book.move(elsewhere)

        assert [book.wait_seconds(PIN, now) for now in (20.0, 3620.0)] == [3600, 0]

    @pytest.mark.parametrize("spoil", [stand_in_the_way, refuse_to_be_read])
    def test_what_cannot_be_read_there_takes_nothing_from_ours(
        self, spoil: Callable[[Path], None], state: Path, elsewhere: Path, clock: Clock
    ) -> None:
        keep(state, 6)
        spoil(attempts_in(elsewhere))
        book = AttemptsBook(state, clock)

        book.move(elsewhere)

        assert book.wait_seconds(PIN, clock.now) == 60

    def test_the_same_folder_is_no_move(self, state: Path, clock: Clock) -> None:
        keep(state, 6)
        book = AttemptsBook(state, clock)
        write_sealed(attempts_in(state), Attempts("mark"))

        book.move(state)

        assert kept(state) == Attempts("mark")
