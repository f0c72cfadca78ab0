"""What a text of one of the files may hold: nothing that people cannot see, and a line feed only where lines are meant."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

_HIDDEN = re.compile("[\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffc]")


def _visible(text: str) -> str:
    for character in text:
        if (unicodedata.category(character) == "Cc" and character != "\n") or _HIDDEN.match(character):
            raise PydanticCustomError("hidden_character", "{code}", {"code": f"U+{ord(character):04X}"})
    return text


def _small(word: object) -> object:
    """Take a word in any case: "Dark" is as clear as "dark"."""
    return word.strip().lower() if isinstance(word, str) else word


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("several_lines", "several lines")
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_visible)]
Line = Annotated[Text, AfterValidator(_one_line)]
LineOrNothing = Annotated[
    str, StringConstraints(strip_whitespace=True), AfterValidator(_visible), AfterValidator(_one_line)
]
AnyCase = BeforeValidator(_small)
