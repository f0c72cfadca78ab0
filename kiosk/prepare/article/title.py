"""The title of a Markdown article: its first heading, which then leaves the body."""

from collections.abc import Sequence

from markdown_it.token import Token

from kiosk.prepare.sanitise import clean_text


def take_title(tokens: Sequence[Token], given: str) -> tuple[str, Sequence[Token]]:
    """Give the title and the tokens without it; a `given` title only takes away a heading that repeats it."""
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            words = _words(tokens[place + 1])
            if given and words != given:
                return given, tokens
            if words:
                return words, [*tokens[:place], *tokens[place + 3 :]]
    return given, tokens


def _words(inline: Token) -> str:
    pieces = (" " if child.type.endswith("break") else child.content for child in inline.children or ())
    return " ".join(clean_text("".join(pieces)).split())
