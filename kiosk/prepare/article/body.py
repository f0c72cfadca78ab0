"""The title and the blocks of an article, from Markdown or from plain text."""

from dataclasses import dataclass

from kiosk.edition.model import Block
from kiosk.prepare.article.blocks import BlockReader
from kiosk.prepare.article.findings import Findings
from kiosk.prepare.article.headings import below_the_title
from kiosk.prepare.article.markdown import markdown_tokens
from kiosk.prepare.article.plain import read_plain
from kiosk.prepare.article.title import take_title
from kiosk.prepare.sanitise import clean_text


@dataclass(frozen=True, slots=True)
class Body:
    """`title` is "" where neither the front matter nor the text has one; one that `is_cut` is the beginning of more."""

    title: str
    blocks: tuple[Block, ...]
    is_cut: bool = False


def plain_body(text: str, given_title: str) -> Body:
    read = read_plain(text, titled=bool(given_title))
    return Body(given_title or clean_text(read.title), read.blocks)


def markdown_body(text: str, given_title: str, reader: BlockReader, findings: Findings) -> Body:
    title, tokens = take_title(markdown_tokens(text, findings), given_title)
    return Body(title, below_the_title(reader.read(tokens)))
