"""Answers that unpack to more than they weigh, are packed in another way than they say, or lie about their length."""

import gzip
import zlib
from collections.abc import Iterator

from tests.hostile.case import HTML, RSS, Case, Comes, later, sends
from tests.hostile.honest import page_with, rss_with
from tests.prepare.network.nasty import Speak, says

_TEN_MEGABYTES = gzip.compress(bytes(10_000_000), 9)
"""Ten kilobytes."""


def cases() -> Iterator[Case]:
    for kind, honest in ((HTML, page_with("").encode()), (RSS, rss_with("").encode())):
        yield from _bombs(kind, honest)
        yield from _lies(kind, honest)


def _bombs(kind: str, honest: bytes) -> Iterator[Case]:
    once, twice = gzip.compress(honest), gzip.compress(gzip.compress(honest))
    yield _case("a gigabyte", kind, later(lambda: sends(_TEN_MEGABYTES * 100, kind, "Content-Encoding: gzip")))
    yield _case("ten kilobytes", kind, sends(_TEN_MEGABYTES, kind, "Content-Encoding: gzip"))
    yield _case(
        "a gigabyte behind a page",
        kind,
        later(lambda: sends(once + _TEN_MEGABYTES * 100, kind, "Content-Encoding: gzip")),
    )
    yield _case("a bomb in a bomb", kind, sends(gzip.compress(_TEN_MEGABYTES * 100), kind, "Content-Encoding: gzip"))
    yield _case("a bomb packed twice", kind, sends(gzip.compress(_TEN_MEGABYTES), kind, "Content-Encoding: gzip, gzip"))
    yield _case("a thousand members", kind, sends(gzip.compress(b"") * 50_000, kind, "Content-Encoding: gzip"))
    yield _case("packed twice, said once", kind, sends(twice, kind, "Content-Encoding: gzip"))
    yield _case("packed twice", kind, sends(twice, kind, "Content-Encoding: gzip, gzip"))
    yield _case("a long name in its head", kind, sends(_named(honest), kind, "Content-Encoding: gzip"), "either")


def _lies(kind: str, honest: bytes) -> Iterator[Case]:
    packed = gzip.compress(honest)
    for said in ("br", "zstd", "deflate", "compress", "x-bomb", "gzip, br", "gzip;q=1", "identity, gzip"):
        yield _case(f"gzip said to be {said}", kind, sends(packed, kind, f"Content-Encoding: {said}"))
    yield _case("gzip that says nothing", kind, sends(packed, kind))
    yield _case("nothing said to be gzip", kind, sends(honest, kind, "Content-Encoding: gzip"))
    yield _case("half of a gzip", kind, sends(packed[: len(packed) // 2], kind, "Content-Encoding: gzip"))
    yield _case("deflate said to be gzip", kind, sends(zlib.compress(honest), kind, "Content-Encoding: gzip"))
    for length in ("99999999999999999999", "999999", "-1", "0x10", "1e3", "", "5, 6"):
        yield _case(f"length {length!r}", kind, _of_length(length, kind, honest), "either")
    yield _case("length of a petabyte", kind, _of_length("1000000000000000", kind, honest))
    chunked = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    for size in (b"-5", b"ffffffffffffffff", b"zz", b"", b"0x5", b"5;" + b"x" * 100_000):
        yield _case(f"a chunk of {size[:20].decode()!r}", kind, says(chunked, size, b"\r\n", honest, b"\r\n0\r\n\r\n"))
    yield _case("chunks and a length", kind, sends(honest, kind, "Transfer-Encoding: chunked", "Content-Length: 5"))
    yield _case("packed on the way", kind, sends(packed, kind, "Transfer-Encoding: gzip"))


def _case(name: str, kind: str, says_so: Speak, comes: Comes = "nothing") -> Case:
    return Case("packed", f"{name}, {kind}", {"": says_so}, comes)


def _of_length(length: str, kind: str, body: bytes) -> Speak:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
    return says(head.encode(), body)


def _named(content: bytes) -> bytes:
    """Pack it with a name of 100,000 letters in the head (RFC 1952, 2.3.1)."""
    packed = gzip.compress(content)
    return packed[:3] + b"\x08" + packed[4:10] + b"n" * 100_000 + b"\0" + packed[10:]
