"""Companions that write down what they are asked for, and every value inside a value."""

from collections.abc import Iterator

import msgspec

from kiosk.edition.model import Block, Figure, Listing, Paragraph, Picture, Quote, Run
from kiosk.prepare.html.blocks import html_blocks


class Recorded:
    """Takes every link and every picture."""

    def __init__(self) -> None:
        self.links: list[str] = []
        self.pictures: list[str] = []

    def link(self, address: str) -> int | None:
        self.links.append(address)
        return len(self.links) - 1

    def figure(self, address: str, alt: str, caption: tuple[Run, ...]) -> Figure | None:
        self.pictures.append(address)
        return Figure(Picture(address, 100, 80, alt), caption)


class Nothing:
    """Has no link and no picture to give."""

    def link(self, _address: str) -> int | None:
        return None

    def figure(self, _address: str, _alt: str, _caption: tuple[Run, ...]) -> Figure | None:
        return None


def blocks_of(html: str) -> tuple[Block, ...]:
    return html_blocks(html, Recorded()).blocks


def p(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def parts(value: object) -> Iterator[object]:
    """Give every value inside a value, and itself."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        yield part
        waiting.extend(inside(part))


def depth(value: object) -> int:
    """Tell how many lists and quotes stand within each other at most."""
    deepest, waiting = 0, [(value, 0)]
    while waiting:
        part, around = waiting.pop()
        level = around + isinstance(part, Quote | Listing)
        deepest = max(deepest, level)
        waiting.extend((each, level) for each in inside(part))
    return deepest


def inside(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        yield from value
    elif isinstance(value, msgspec.Struct):
        yield from (getattr(value, name) for name in value.__struct_fields__)
