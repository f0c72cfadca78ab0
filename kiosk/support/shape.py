"""The shape of a text: as long as it was, with its blanks and marks, and not readable any more. Pure."""

LETTER, DIGIT = "x", "9"


def shape(text: str) -> str:
    """Give "+999 99 999" for "+263 77 567": what a mistake in it looks like can still be seen, at the same column."""
    return "".join(map(_shape_of, text))


def _shape_of(character: str) -> str:
    if character.isdigit():
        return DIGIT
    return character if character.isascii() and not character.isalpha() else LETTER
