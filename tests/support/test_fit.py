import io
import random
import zipfile

import pytest

from kiosk.support.contents import MOST_BYTES, Member, Missing, packed
from kiosk.support.fit import (
    MOST_LOG_BYTES,
    MOST_OTHER_BYTES,
    MOST_PICTURE_BYTES,
    fitted,
    limited,
    packed_size,
    room_beside,
)

NOON = (2026, 11, 27, 12, 0, 0)
AMPLE = 1_000_000


def noise(length: int, seed: int = 7) -> bytes:
    return random.Random(seed).randbytes(length)  # noqa: S311  # noise, no secret


def test_what_was_written_last_is_kept_and_comes_last() -> None:
    newest = Member("new.log", b"new\n" * 10)
    older = Member("old.log", b"first\nsecond\nlast\n")

    assert fitted([newest, older, Member("oldest.log", b"x")], AMPLE, most=45) == (
        Missing("oldest.log", "there was no room for it"),
        Member("old.log", b"last\n", "only the last 5 bytes of 18"),
        newest,
    )


def test_what_was_cut_before_says_so_still() -> None:
    (cut,) = fitted([Member("a", b"one\ntwo\n", "only its end")], AMPLE, most=6)

    assert cut == Member("a", b"two\n", "only its end; only the last 4 bytes of 8")


@pytest.mark.parametrize("room", [-1, 0, 30, 3000, 90_000])
def test_no_log_takes_more_room_than_there_is_and_what_can_be_packed_well_stays_longer(room: int) -> None:
    lines = b"".join(noise(40, seed).hex().encode() + b"\n" for seed in range(1000))

    (kept,) = fitted([Member("a", lines)], room)

    size = packed_size(kept.content) if isinstance(kept, Member) else 0
    assert size <= max(room, 0)
    assert size > room / 2 or room < 100
    assert isinstance(kept, Missing) or lines.endswith(kept.content)


def test_a_line_without_an_end_that_has_no_room_is_left_out_whole() -> None:
    assert fitted([Member("a", b"x" * 100)], AMPLE, most=50) == (Missing("a", "there was no room for it"),)


def test_what_is_too_long_is_cut_and_says_so() -> None:
    assert limited(Member("a", b"12345", ""), most=3) == Member("a", b"123", "only the first 3 bytes of 5")


def test_a_hundred_megabytes_of_noise_beside_all_else_that_is_as_large_as_it_may_be_make_no_more_than_five() -> None:
    texts = [limited(Member(f"{number}.json", noise(MOST_OTHER_BYTES + 1, number))) for number in range(9)]
    others = (*texts, *(Member(f"{number}.png", noise(MOST_PICTURE_BYTES, number)) for number in range(2)))
    logs = (Member(f"{number}.log", noise(2_500_000, number)) for number in range(40))

    content = packed((*others, *fitted(logs, room_beside(others))), NOON)

    assert len(content) <= MOST_BYTES
    assert len(zipfile.ZipFile(io.BytesIO(content)).namelist()) > len(others)


def test_logs_that_can_be_packed_well_are_cut_only_for_their_length() -> None:
    kept = fitted([Member(f"{number}.log", b"the same line\n" * 150_000) for number in range(4)], AMPLE * 4)

    assert MOST_LOG_BYTES - 14 < sum(len(part.content) for part in kept if isinstance(part, Member)) <= MOST_LOG_BYTES
