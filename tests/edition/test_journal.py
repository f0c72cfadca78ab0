from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.edition.journal import (
    JOURNAL,
    PIN,
    Journal,
    SetAside,
    named_in,
    read_journal,
    read_pin,
    worth_showing,
    write_journal,
    write_pin,
)

FULL = Journal("b", good="a", previous="z", on_trial="b", set_aside=(SetAside("c", "it hung", may_return=True),))
ASIDE_FOR_GOOD, ASIDE_FOR_NOW = SetAside("b", "it hung"), SetAside("b", "it was killed", may_return=True)


@pytest.mark.parametrize("journal", [Journal(), FULL], ids=["an empty one", "a full one"])
def test_a_journal_comes_back_as_it_was_written(tmp_path: Path, journal: Journal) -> None:
    write_journal(tmp_path, journal)

    assert read_journal(tmp_path) == journal


@pytest.mark.parametrize("edition", ["ab12", ""])
def test_a_pin_comes_back_as_it_was_written(tmp_path: Path, edition: str) -> None:
    write_pin(tmp_path, edition)

    assert read_pin(tmp_path) == edition


def test_where_there_is_none_it_is_empty(tmp_path: Path) -> None:
    assert read_journal(tmp_path) == Journal()
    assert read_pin(tmp_path) == ""


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe\n", b"0" * 64 + b"\n{}"])
def test_a_damaged_one_counts_as_empty(tmp_path: Path, content: bytes) -> None:
    (tmp_path / JOURNAL).write_bytes(content)
    (tmp_path / PIN).write_bytes(content)

    assert read_journal(tmp_path) == Journal()
    assert read_pin(tmp_path) == ""


@pytest.mark.parametrize(("read", "name"), [(read_journal, JOURNAL), (read_pin, PIN)])
def test_one_that_cannot_be_read_now_is_told(tmp_path: Path, read: Callable[[Path], object], name: str) -> None:
    (tmp_path / name).symlink_to(tmp_path / name)

    with pytest.raises(OSError, match=name):
        read(tmp_path)


def test_a_pin_is_no_journal(tmp_path: Path) -> None:
    write_pin(tmp_path, "ab12")
    (tmp_path / PIN).rename(tmp_path / JOURNAL)

    assert read_journal(tmp_path) == Journal()


def test_what_it_may_still_need_is_all_but_what_is_set_aside() -> None:
    assert named_in(FULL) == {"a", "b", "z"}


@pytest.mark.parametrize(
    ("journal", "pin", "newest_first", "worth"),
    [
        pytest.param(Journal(), "", (), (), id="nothing"),
        pytest.param(Journal(), "", ("n", "o"), ("n", "o"), id="no journal"),
        pytest.param(Journal("c", "g", "p"), "", ("n", "c", "g", "p"), ("c", "g", "p", "n"), id="the journal first"),
        pytest.param(Journal("c", "g"), "g", ("c", "g"), ("g", "c"), id="the pinned one before all"),
        pytest.param(Journal("g", "g", "g"), "g", ("g",), ("g",), id="each once"),
        pytest.param(Journal("c", "g"), "", (), ("c", "g"), id="those that are gone are found out by reading"),
        pytest.param(
            Journal("b", "a", set_aside=(ASIDE_FOR_GOOD,)), "", ("b", "a"), ("a",), id="not one that is set aside"
        ),
        pytest.param(
            Journal("b", "a", set_aside=(ASIDE_FOR_NOW,)), "", ("b", "a"), ("a", "b"), id="one that may return last"
        ),
        pytest.param(
            Journal(set_aside=(ASIDE_FOR_NOW,)), "", ("b",), ("b",), id="one that may return rather than nothing"
        ),
        pytest.param(
            Journal("a", set_aside=(ASIDE_FOR_GOOD,)),
            "b",
            ("b", "a"),
            ("a",),
            id="what failed after staff had asked for it",
        ),
    ],
)
def test_these_are_worth_showing_the_best_first(
    journal: Journal, pin: str, newest_first: tuple[str, ...], worth: tuple[str, ...]
) -> None:
    assert worth_showing(journal, pin, newest_first) == worth
