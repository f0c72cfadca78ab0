"""Small files that carry their own hash: a value that a power cut or a flipped bit has damaged is never believed.

The first line is the SHA-256 of what follows, in hexadecimal; what follows is the value's JSON.
"""

from pathlib import Path
from typing import TypeVar

from kiosk.edition.codec import UndecodableError, decode, encode
from kiosk.edition.digest import sha256
from kiosk.edition.durable import write_atomically
from kiosk.edition.value import Value

V = TypeVar("V", bound=Value)


def write_sealed(path: Path, value: Value) -> None:
    """Replace the file at once, or raise OSError; it then holds the old value, or the new one, but never another."""
    content = encode(value)
    write_atomically(path, f"{sha256(content)}\n".encode() + content)


def read_sealed(path: Path, otherwise: V) -> V:
    """Give the value in the file, or the other one of the same kind when there is none or it is damaged.

    A file that cannot be read at this moment is neither: that is an OSError.
    """
    try:
        seal, _, content = path.read_bytes().partition(b"\n")
        return decode(type(otherwise), content) if seal.decode("ascii") == sha256(content) else otherwise
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, UnicodeDecodeError, UndecodableError):
        return otherwise
