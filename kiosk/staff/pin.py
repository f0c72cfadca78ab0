"""The PIN of staff as it is kept: a scrypt hash, from which nobody reads the PIN.

One hash takes 32 MB and a tenth of a second: whoever has stolen it pays that for every guess, and so do we for every try.
"""

import base64
import hashlib
import hmac
import os
import re

_COST, _BLOCK, _LANES = 15, 8, 1
_MOST_BYTES = 64 * 1024 * 1024
_SALT_BYTES, _KEY_BYTES = 16, 32

_HASH = re.compile(
    rf"scrypt\${_COST}\${_BLOCK}\${_LANES}\$(?P<salt>[A-Za-z0-9+/]{{22}}==)\$(?P<key>[A-Za-z0-9+/]{{43}}=)", re.ASCII
)
"""The one form that is ever written: other figures could ask for all the memory there is, and are not tried."""


def hash_pin(pin: str) -> str:
    """Give the hash to keep, with a salt of its own: two hashes of one PIN differ."""
    salt = os.urandom(_SALT_BYTES)
    return f"scrypt${_COST}${_BLOCK}${_LANES}${_text(salt)}${_text(_key(pin, salt))}"


def matches(pin: str, pin_hash: str) -> bool:
    """Tell whether this is the PIN, after the same time whatever it is; what is no hash of ours matches nothing."""
    parts = _HASH.fullmatch(pin_hash)
    if parts is None:
        return False
    key = _key(pin, base64.b64decode(parts["salt"]))
    return hmac.compare_digest(key, base64.b64decode(parts["key"]))


def is_pin_hash(text: str) -> bool:
    return _HASH.fullmatch(text) is not None


def _key(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        pin.encode(), salt=salt, n=1 << _COST, r=_BLOCK, p=_LANES, maxmem=_MOST_BYTES, dklen=_KEY_BYTES
    )


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
