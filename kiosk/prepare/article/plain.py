"""Plain text files: the first line is the title, a blank line ends a paragraph."""

import re
from dataclasses import dataclass

from kiosk.edition.model import Block, Paragraph, Run
from kiosk.prepare.article.runs import finished

SHORT_LINE = 50
"""A shorter line inside a paragraph was broken on purpose (a list, an address); longer ones were wrapped by a program."""


@dataclass(frozen=True, slots=True)
class PlainText:
    title: str
    blocks: tuple[Block, ...]


def read_plain(text: str, *, titled: bool) -> PlainText:
    """Read the text; its first line stays in the body when the article is `titled` otherwise."""
    stripped = text.strip()
    title, _, rest = ("", "", stripped) if titled else stripped.partition("\n")
    paragraphs = (finished([Run(_rejoined(piece))]) for piece in re.split(r"\n[^\S\n]*\n", rest))
    return PlainText(title.strip(), tuple(Paragraph(runs) for runs in paragraphs if runs))


def _rejoined(paragraph: str) -> str:
    lines = [line.strip() for line in paragraph.strip().split("\n")]
    ends = ["\n" if len(line) < SHORT_LINE else " " for line in lines]
    return "".join(line + end for line, end in zip(lines, ends, strict=True)).rstrip()
