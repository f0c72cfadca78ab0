"""The body of an answer, unpacked as it comes and given up as soon as it is too large: the whole of it, or nothing."""

import zlib
from collections.abc import Iterable, Iterator

from kiosk.prepare.network.outcome import NotFetched, StoppedError
from kiosk.prepare.network.quoted import quoted

STEP = 16 * 1024
"""So many bytes are read, or unpacked, at once."""

HIGHEST_RATIO = 100
FREE_OF_RATIO = 64 * 1024
"""What may be unpacked from whatever few bytes; honest text beyond shrinks to a tenth, and hardly to a hundredth."""

_GZIP = 16 + zlib.MAX_WBITS
_TELL_OWNER = "Tell whoever looks after that site, or choose another source"


def whole(chunks: Iterable[bytes], encoding: str, most_bytes: int) -> bytes:
    """Give the unpacked body; raises StoppedError for what is too large or differently packed, zlib.error for rubbish."""
    content = bytearray()
    for piece in _decoded(chunks, encoding.strip().lower()):
        content += piece
        if len(content) > most_bytes:
            raise StoppedError(too_large(most_bytes))
    return bytes(content)


def too_large(most_bytes: int) -> NotFetched:
    cure = "Choose a smaller one: a feed with fewer entries, one article, a lighter picture"
    return NotFetched("broken", f"sends more than the {_megabytes(most_bytes)} that the kiosk takes", cure)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.3g} MB" if size >= 100_000 else f"{size} bytes"  # noqa: PLR2004  # where MB read well


def _decoded(chunks: Iterable[bytes], encoding: str) -> Iterable[bytes]:
    if encoding in {"", "identity"}:
        return chunks
    if encoding in {"gzip", "x-gzip"}:
        return unzipped(chunks)
    what = f'packs its answer as "{quoted(encoding, 40)}", though the kiosk asks for gzip or nothing'
    raise StoppedError(NotFetched("broken", what, _TELL_OWNER))


def unzipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack gzip, also where several follow each other; one that ends early gives no whole."""
    unpacker = zlib.decompressobj(_GZIP)
    came = gave = 0
    for chunk in chunks:
        came += len(chunk)
        rest = chunk
        while rest:
            if unpacker.eof:
                unpacker = zlib.decompressobj(_GZIP)
            for piece in _pieces(unpacker, rest):
                gave += len(piece)
                _check_ratio(came, gave)
                yield piece
            rest = unpacker.unused_data
    if came and not unpacker.eof:
        raise StoppedError(NotFetched("broken", "breaks off its answer in the middle", _TELL_OWNER))


def _pieces(unpacker: "zlib._Decompress", packed: bytes) -> Iterator[bytes]:
    rest = packed
    while rest and not unpacker.eof:
        yield unpacker.decompress(rest, STEP)
        rest = unpacker.unconsumed_tail


def _check_ratio(came: int, gave: int) -> None:
    if gave > FREE_OF_RATIO and gave > came * HIGHEST_RATIO:
        what = "sends something packed that unpacks to more than a hundred times its size"
        raise StoppedError(NotFetched("broken", what, "Do not use this source: that is made to do harm"))
