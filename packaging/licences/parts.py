"""What the standalone program is put together from: parts, each with its licence and the texts that go with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    path: str
    """Below the folder of the licences."""

    content: bytes


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    licence: str
    """An SPDX expression."""

    texts: tuple[Text, ...]
    version: str = ""
    purl: str = ""
    source: str = ""
    """Where its sources are, where the licence asks for that."""

    files: tuple[str, ...] = ()
    modules: int = 0
    inside: tuple["Part", ...] = ()
    """What is compiled into its files."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps the program from being given to anybody, and what to do about it."""

    what: str

    def __str__(self) -> str:
        return self.what
