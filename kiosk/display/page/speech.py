"""What a page needs of a language: its words, dates and times. The display gives a real one, tests a plain one."""

from datetime import date, time
from typing import Protocol

ISOLATE = "\N{FIRST STRONG ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"


class Speech(Protocol):
    """One language as spoken in one country."""

    @property
    def language(self) -> str:
        """Its BCP 47 tag."""

    @property
    def name(self) -> str:
        """Its name in itself, such as "English" or "português"."""

    @property
    def right_to_left(self) -> bool: ...

    def say(self, text: str) -> str:
        """Give the catalogue's words for an English text."""

    def count(self, one: str, many: str, number: int) -> str:
        """Give the words for a number, which stands in them as {number}."""

    def day(self, day: date) -> str:
        """Write a date out, such as 20 December 2022."""

    def weekday(self, day: date) -> str: ...

    def clock(self, time: time) -> str:
        """Write a time of day, such as 14:05."""

    def typed(self, text: str) -> str:
        """Give the text with every command of ours in it as it must be typed on this computer."""


def set_in(speech: Speech, text: str) -> str:
    """Keep a text's own order inside a sentence from right to left (UAX 9), or "@name" would read "name@" there."""
    return ISOLATE.format(text) if speech.right_to_left else text
