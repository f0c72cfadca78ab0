"""CommonMark and the tables of GitHub's dialect, cut into tokens that know their lines."""

from collections.abc import Sequence
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kiosk.prepare.article.findings import Findings

MOST_TOKENS = 20_000
"""More than any honest article needs; nested tables and lists grow the layout's time out of all proportion."""


def markdown_tokens(text: str, findings: Findings) -> Sequence[Token]:
    """Give the tokens of the text, from its beginning as far as the screen can take."""
    tokens = _parser().parse(text)
    weights = list(accumulate(1 + len(token.children or ()) for token in tokens))
    if not weights or weights[-1] <= MOST_TOKENS:
        return tokens
    end = max(place for place, token in enumerate(tokens) if _may_end_before(token, weights[place]))
    findings.warn(
        (tokens[end].map or [0])[0] + 1,
        "",
        "the article is too intricate from here on",
        "What follows is left out. Divide the article, and use fewer marks such as * and |",
    )
    return tokens[:end]


def _parser() -> MarkdownIt:
    # "html" lets the parser tell tags from text, so that they can be left out by name. Nothing here writes HTML.
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.validateLink = _let_through  # type: ignore[method-assign, assignment]  # the library's own way; linking.py judges and explains
    return parser


def _let_through(_address: str) -> bool:
    return True


def _may_end_before(token: Token, weight: int) -> bool:
    return token.level == 0 and token.nesting >= 0 and weight - 1 - len(token.children or ()) <= MOST_TOKENS
