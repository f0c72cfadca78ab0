"""The words at one place of a page: in which styles and which link they stand, and for how many there is room."""

import re

from kiosk.edition.model import Run
from kiosk.prepare.article.measures import LONGEST_PAGE
from kiosk.prepare.html.companions import Companions

MOST_PARTS = 20_000
"""Stretches of words in one style, cells and blocks: what the layout still sets within its time."""

STYLES = frozenset({"strong", "em", "code", "sub", "sup", "dt"})

_BLANKS = re.compile("[ \t\n\r\f]+")
_RAISED = str.maketrans("0123456789+-\u2212=()n ", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ ")
_LOWERED = str.maketrans("0123456789+-\u2212=() ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ ")


class Words:
    """Makes runs of what is read, until there is no more room."""

    def __init__(self, companions: Companions) -> None:
        self._companions = companions
        self._open = dict.fromkeys(STYLES, 0)
        self._address = ""
        self._link: int | None = None
        self._room = LONGEST_PAGE
        self._parts = MOST_PARTS

    @property
    def is_full(self) -> bool:
        return self._room < 0 or self._parts < 0

    def count(self, parts: int) -> None:
        self._parts -= parts

    def open(self, style: str) -> None:
        self._open[style] += 1

    def close(self, style: str) -> None:
        self._open[style] -= 1

    def begin_link(self, address: str) -> None:
        """Let what follows be a link; it is asked for with its first word. Places within the page are none."""
        self._address, self._link = "" if address.startswith("#") else address, None

    def end_link(self) -> None:
        self._address, self._link = "", None

    def run(self, text: str) -> Run:
        """Give what there is room for, with blanks as a browser shows them."""
        words = self._shifted(self.fitting(_BLANKS.sub(" ", text)))
        if words.strip():
            self._parts -= 1
            self._ask_for_link()
        strong = self._open["strong"] + self._open["dt"] > 0
        emphasis, code = self._open["em"] > 0, self._open["code"] > 0
        return Run(words, strong=strong, emphasis=emphasis, code=code, link=self._link)

    def fitting(self, text: str) -> str:
        """Give as much of the text as there is room for, up to a word's end."""
        room = max(self._room, 0)
        self._room -= len(text)
        if len(text) <= room:
            return text
        return text[:room].rpartition(" ")[0] or text[:room]

    def _ask_for_link(self) -> None:
        if self._address:
            self._link = self._companions.link(self._address)
            self._address = ""

    def _shifted(self, text: str) -> str:
        """Give figures above or below the line their own characters: 10⁶ is not 106."""
        table = _RAISED if self._open["sup"] else _LOWERED if self._open["sub"] else {}
        is_shifted = bool(table) and all(ord(character) in table for character in text)
        return text.translate(table) if is_shifted else text
