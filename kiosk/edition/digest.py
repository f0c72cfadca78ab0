"""SHA-256 in hexadecimal, without what `hashlib` brings: OpenSSL takes 3 ms of each start, and 3.5 MB all day long."""

from typing import BinaryIO

try:  # Python's own, which is named otherwise from 3.12 on; typeshed has neither
    from _sha256 import sha256 as _sha256  # type: ignore[import-not-found]
except ImportError:
    try:
        from _sha2 import sha256 as _sha256  # type: ignore[import-not-found]
    except ImportError:
        from hashlib import sha256 as _sha256

PIECE_BYTES = 65_536


def sha256(content: bytes) -> str:
    digest: str = _sha256(content).hexdigest()
    return digest


def sha256_of_file(opened: BinaryIO) -> str:
    """Read the file to its end, a piece at a time; raise OSError where that is refused."""
    hashing = _sha256()
    while piece := opened.read(PIECE_BYTES):
        hashing.update(piece)
    digest: str = hashing.hexdigest()
    return digest
