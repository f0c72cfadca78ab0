"""Cleaned HTML as the blocks of our model: what a reader of the page would see, in the order of the page."""

from dataclasses import dataclass

from kiosk.edition.model import Block
from kiosk.prepare.html.clean import cleaned_once
from kiosk.prepare.html.companions import Companions
from kiosk.prepare.html.reader import HtmlReader
from kiosk.prepare.html.tree import TooIntricate, parse_html


@dataclass(frozen=True, slots=True)
class HtmlText:
    """`is_cut` tells that there was more than the screen takes, or more than can be looked through."""

    blocks: tuple[Block, ...]
    is_cut: bool


def html_blocks(html: str, companions: Companions) -> HtmlText:
    """Clean the HTML and give its blocks, from the beginning as far as the screen can take."""
    cleaned = cleaned_once(html)
    root = cleaned if isinstance(cleaned, TooIntricate) else parse_html(f"<body>{cleaned}")
    if isinstance(root, TooIntricate):
        return HtmlText((), is_cut=True)
    reader = HtmlReader(companions)
    return HtmlText(reader.read(root), reader.is_cut)
