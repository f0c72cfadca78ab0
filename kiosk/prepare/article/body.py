"""The title and the blocks of an article, from Markdown or from plain text."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.edition.model import Block, Heading
from kiosk.edition.value import replace
from kiosk.prepare.article.blocks import BlockReader
from kiosk.prepare.article.findings import Findings
from kiosk.prepare.article.markdown import markdown_tokens
from kiosk.prepare.article.plain import read_plain
from kiosk.prepare.article.title import take_title
from kiosk.prepare.sanitise import clean_text

HIGHEST_HEADING = 2
LOWEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class Body:
    """`title` is "" where neither the front matter nor the text has one."""

    title: str
    blocks: tuple[Block, ...]


def plain_body(text: str, given_title: str) -> Body:
    read = read_plain(text, titled=bool(given_title))
    return Body(given_title or clean_text(read.title), read.blocks)


def markdown_body(text: str, given_title: str, reader: BlockReader, findings: Findings) -> Body:
    title, tokens = take_title(markdown_tokens(text, findings), given_title)
    return Body(title, _below_the_title(reader.read(tokens)))


def _below_the_title(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Lower all headings by one where some stand as high as the title."""
    if 1 not in {block.level for block in _headings(blocks)}:
        return blocks
    return tuple(
        replace(block, level=min(block.level + 1, LOWEST_HEADING)) if isinstance(block, Heading) else block
        for block in blocks
    )


def _headings(blocks: Iterable[Block]) -> Iterable[Heading]:
    return (block for block in blocks if isinstance(block, Heading))
