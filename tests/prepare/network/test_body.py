import gzip
import zlib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.prepare.network.body import STEP, unzipped, whole
from kiosk.prepare.network.outcome import StoppedError

TEXT = b"".join(b"Line %d of a text.\n" % number for number in range(20_000))


def in_chunks(content: bytes, size: int = STEP) -> list[bytes]:
    return [content[start : start + size] for start in range(0, len(content), size)]


def why(chunks: list[bytes], encoding: str, most_bytes: int) -> str:
    with pytest.raises(StoppedError) as stopped:
        whole(chunks, encoding, most_bytes)
    assert stopped.value.outcome.trouble == "broken"
    return stopped.value.outcome.what


@pytest.mark.parametrize("encoding", ["", "identity", " Identity "])
def test_what_is_not_packed_comes_as_it_is(encoding: str) -> None:
    assert whole([b"a", b"b"], encoding, 10) == b"ab"


@pytest.mark.parametrize("encoding", ["gzip", "GZIP", "x-gzip"])
def test_gzip_is_unpacked(encoding: str) -> None:
    assert whole(in_chunks(gzip.compress(TEXT)), encoding, len(TEXT)) == TEXT


@given(st.integers(1, 70_000), st.integers(1, 40_000), st.integers(0, 9))
def test_gzip_is_unpacked_whatever_its_chunks(length: int, size: int, seed: int) -> None:
    content = Random(seed).randbytes(length // 2) + TEXT[: length // 2]  # noqa: S311  # noise, no secret

    assert b"".join(unzipped(in_chunks(gzip.compress(content), size))) == content


def test_several_that_follow_each_other_are_one() -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two ") + gzip.compress(b"three")

    assert whole(in_chunks(packed, 7), "gzip", 100) == b"one two three"


@pytest.mark.parametrize("encoding", ["br", "zstd", "deflate", "compress", "gzip, gzip", "gzip, br", "identity, gzip"])
def test_other_packings_are_refused(encoding: str) -> None:
    assert encoding in why([b"x"], encoding, 10)


def test_exactly_what_is_allowed_comes() -> None:
    assert whole([b"x" * 100], "", 100) == b"x" * 100


def test_one_byte_more_is_too_large() -> None:
    assert why([b"x" * 100, b"y"], "", 100) == "sends more than the 100 bytes that the kiosk takes"


def test_what_is_unpacked_counts() -> None:
    assert "more than the 0.2 MB" in why(in_chunks(gzip.compress(TEXT)), "gzip", 200_000)


@pytest.mark.parametrize("cut", [1, 8, 200])
def test_gzip_that_ends_early_is_no_answer(cut: int) -> None:
    assert "in the middle" in why(in_chunks(gzip.compress(TEXT)[:-cut]), "gzip", 10**9)


def test_a_wrong_sum_is_no_answer() -> None:
    packed = bytearray(gzip.compress(TEXT))
    packed[-6] ^= 1

    with pytest.raises(zlib.error):
        whole([bytes(packed)], "gzip", 10**9)


def test_what_is_not_gzip_is_no_answer() -> None:
    with pytest.raises(zlib.error):
        whole([b"<p>Hello"], "gzip", 100)


def test_what_unpacks_to_more_than_a_hundred_times_its_size_is_a_bomb() -> None:
    assert "hundred times" in why(in_chunks(gzip.compress(bytes(5_000_000)), 100), "gzip", 10**9)


def test_a_bomb_is_not_read_to_its_end() -> None:
    left = iter(in_chunks(gzip.compress(bytes(50_000_000)), 1000))

    with pytest.raises(StoppedError):
        whole(left, "gzip", 10**9)

    assert sum(map(len, left)) > 40_000


def test_a_small_text_may_be_packed_as_well_as_it_can() -> None:
    content = b"x" * 60_000

    assert whole([gzip.compress(content)], "gzip", 100_000) == content
