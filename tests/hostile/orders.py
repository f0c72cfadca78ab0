"""What the program that reads hostile content is asked to do, and what it says of each, a line each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Order:
    number: int
    address: str
    full_text: bool


@dataclass(frozen=True, slots=True)
class Came:
    """How the visit of this number went; `error` is what was raised, `signal` what killed the process, 0 for neither.

    `peak_bytes` is the most memory that the process has had so far.
    """

    number: int
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    peak_bytes: int = 0
    trouble: str = ""
    what: str = ""
    articles: int = 0
    error: str = ""
    signal: int = 0
