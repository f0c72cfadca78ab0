"""Runs of text as the model wants them: cleaned, neighbours of one style joined, no blanks at the ends."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from kiosk.edition.model import Block, Code, Divider, Figure, Heading, Listing, Paragraph, Quote, Run, Table
from kiosk.edition.value import replace
from kiosk.prepare.sanitise import LONGEST_WORD, break_long_words, clean_text

_SPACES = re.compile(" {2,}")
_LINE_FEED = re.compile(" ?\n ?")


def finished(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Give the runs of one block, () where nothing of them can be seen."""
    joined = [
        replace(style, text="".join(run.text for run in group))
        for style, group in groupby(runs, key=lambda run: replace(run, text=""))
    ]
    cleaned = [replace(run, text=clean_text(run.text)) for run in joined]
    return tuple(run for run in _whole(_trimmed(list(_spaced(cleaned)))) if run.text)


def plain(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def text_of(blocks: Iterable[Block]) -> str:
    """Give all that is to be read in the blocks, for counting; code and pictures are looked at, not read."""
    return "\n".join(_text(block) for block in blocks)


def linked(blocks: Iterable[Block]) -> float:
    """Give the share of the text that leads elsewhere, from 0 to 1."""
    runs = [run for block in blocks for run in _runs(block)]
    letters = sum(len(run.text) for run in runs)
    return sum(len(run.text) for run in runs if run.link is not None) / letters if letters else 0.0


def _spaced(runs: Iterable[Run]) -> Iterable[Run]:
    """Let one space stand where several are, and none at the ends of lines; code keeps its own."""
    at_start = True
    for run in runs:
        text = run.text if run.code else _LINE_FEED.sub("\n", _SPACES.sub(" ", run.text))
        if at_start and not run.code:
            text = text.lstrip(" ")
        at_start = text[-1:] in {" ", "\n"} if text else at_start
        yield replace(run, text=text)


def _trimmed(runs: list[Run]) -> list[Run]:
    if not plain(runs).strip():
        return []
    while not runs[0].text.strip():
        runs = runs[1:]
    while not runs[-1].text.strip():
        runs = runs[:-1]
    runs = [replace(runs[0], text=runs[0].text.lstrip()), *runs[1:]]
    return [*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())]


def _whole(runs: list[Run]) -> Iterable[Run]:
    """Undo what only the neighbourhood of runs shows: marks stacked on another run's letter, words across runs."""
    word = 0
    for place, run in enumerate(runs):
        text = _without_leading_marks(run.text) if place else run.text
        broken = break_long_words(text, word)
        yield replace(run, text=broken)
        word = _last_word(broken, word)


def _without_leading_marks(text: str) -> str:
    while text and unicodedata.category(text[0]) in {"Mn", "Me"}:
        text = text[1:]
    return text


def _last_word(text: str, before: int) -> int:
    """Tell how many characters of an unbroken word end the text."""
    tail = text[-LONGEST_WORD:].replace("\u200b", " ")
    if not tail or tail[-1].isspace():
        return 0 if tail else before
    length = len(tail.split()[-1])
    return min(before + length, LONGEST_WORD) if length == len(text) else length


def _text(block: Block) -> str:
    match block:
        case Paragraph(runs) | Heading(_, runs):
            return plain(runs)
        case Listing(items):
            return "\n".join(text_of(item) for item in items)
        case Quote(blocks):
            return text_of(blocks)
        case Table(head, rows):
            return "\n".join(plain(cell) for row in (head, *rows) for cell in row)
        case Figure(_, caption):
            return plain(caption)
        case Code() | Divider():
            return ""


def _runs(block: Block) -> Iterator[Run]:
    match block:
        case Paragraph(runs) | Heading(_, runs) | Figure(_, runs):
            yield from runs
        case Listing(items):
            yield from (run for item in items for inner in item for run in _runs(inner))
        case Quote(blocks):
            yield from (run for inner in blocks for run in _runs(inner))
        case Table(head, rows):
            yield from (run for row in (head, *rows) for cell in row for run in cell)
        case Code() | Divider():
            return
