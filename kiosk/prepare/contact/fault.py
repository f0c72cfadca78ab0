"""A fault that a rule found in one entry; only the config knows in which file and line the entry stands."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Fault:
    """`key` is the entry's key that is meant, "" for the entry itself; the rest becomes a Problem as it is."""

    key: str
    what: str
    cure: str
    severity: Literal["error", "warning"] = "error"
