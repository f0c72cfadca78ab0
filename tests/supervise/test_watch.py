import os
from pathlib import Path

from kiosk.supervise.watch import (
    CALM_INTERVAL_SECONDS,
    QUIET_SECONDS,
    Calm,
    Stirred,
    has_come_to_rest,
    interval_seconds,
    observed,
    stamps_of,
)

OLD = (("a", (1, 2, 3, 4)),)
NEW = (("a", (1, 2, 9, 9)),)
NEWER = (("a", (1, 2, 10, 10)),)


def test_untouched_files_are_calm() -> None:
    assert observed(Calm(OLD), OLD, now=5.0) == Calm(OLD)


def test_a_change_stirs() -> None:
    assert observed(Calm(OLD), NEW, now=5.0) == Stirred(OLD, NEW, since=5.0)


def test_a_change_counts_only_when_it_is_over() -> None:
    stirred = observed(Calm(OLD), NEW, now=0.0)

    assert not has_come_to_rest(stirred, now=QUIET_SECONDS - 0.01)
    assert has_come_to_rest(stirred, now=QUIET_SECONDS)


def test_a_second_write_starts_the_quiet_time_anew() -> None:
    stirred = observed(observed(Calm(OLD), NEW, now=5.0), NEWER, now=5.2)

    assert stirred == Stirred(OLD, NEWER, since=5.2)


def test_looking_again_does_not_start_it_anew() -> None:
    stirred = observed(observed(Calm(OLD), NEW, now=5.0), NEW, now=5.2)

    assert stirred == Stirred(OLD, NEW, since=5.0)


def test_a_change_that_was_taken_back_is_none() -> None:
    assert observed(Stirred(OLD, NEW, since=5.0), OLD, now=6.0) == Calm(OLD)


def test_stirred_files_are_looked_at_more_often() -> None:
    assert interval_seconds(Stirred(OLD, NEW, since=5.0)) < interval_seconds(Calm(OLD)) == CALM_INTERVAL_SECONDS


def test_a_missing_file_has_no_stamp_and_its_appearance_is_a_change(tmp_path: Path) -> None:
    file = tmp_path / "contact.toml"
    before = stamps_of([str(file)])

    file.write_text("")

    assert before == ((str(file), None),)
    assert stamps_of([str(file)]) != before


def test_a_file_of_the_same_size_and_time_put_in_its_place_is_a_change(tmp_path: Path) -> None:
    file, other = tmp_path / "contact.toml", tmp_path / "other"
    file.write_text("a")
    other.write_text("b")
    os.utime(file, (1000, 1000))
    os.utime(other, (1000, 1000))
    before = stamps_of([str(file)])

    other.replace(file)

    assert stamps_of([str(file)]) != before


def test_a_neighbour_file_is_not_a_change(tmp_path: Path) -> None:
    file = tmp_path / "contact.toml"
    file.write_text("a")
    before = stamps_of([str(file)])

    (tmp_path / "notes.txt").write_text("b")

    assert stamps_of([str(file)]) == before


def test_a_name_no_file_can_have_is_missing() -> None:
    assert stamps_of(["a\0b"]) == (("a\0b", None),)
