"""The blocks that an element of a page holds, gathered in the order of the page."""

from dataclasses import dataclass

from kiosk.edition.model import Block, Divider, Figure, Heading, Listing, Paragraph, Quote, Run
from kiosk.edition.value import replace
from kiosk.prepare.article.runs import finished, plain


class Flow:
    """Words until their paragraph ends, and the blocks before them; pictures among words stand below them."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._below: list[Figure] = []

    def add(self, run: Run) -> None:
        """Take words; a space after another says nothing."""
        follows_space = not self._runs or self._runs[-1].text[-1:] in {" ", "\n"}
        if run.text != " " or not follows_space:
            self._runs.append(run)

    def break_line(self) -> bool:
        """Begin a new line; tell whether the last was empty, which ends the paragraph."""
        last = next((run.text for run in reversed(self._runs) if run.text.strip(" ")), "")
        if last.rstrip(" ").endswith("\n"):
            return True
        self.add(Run("\n"))
        return False

    def picture(self, figure: Figure) -> None:
        if self._runs:
            self._below.append(figure)
        else:
            self.blocks.append(figure)

    def end_paragraph(self, level: int = 0) -> None:
        """Make a paragraph of the words, or a heading of that level."""
        runs = finished(self._runs)
        if runs:
            self.blocks.append(Heading(level, runs) if level else Paragraph(runs))
        self.blocks.extend(self._below)
        self._runs, self._below = [], []

    def drop_paragraph(self) -> None:
        self._runs = []

    def waiting(self) -> int:
        """Tell how many characters wait for their paragraph's end."""
        return sum(len(run.text) for run in self._runs)

    def divide(self) -> None:
        if self.blocks and not isinstance(self.blocks[-1], Divider):
            self.blocks.append(Divider())

    def whole(self) -> tuple[Block, ...]:
        """Give all blocks, without a divider that divides nothing."""
        while self.blocks and isinstance(self.blocks[-1], Divider):
            self.blocks.pop()
        return tuple(self.blocks)

    def caption_last(self, caption: tuple[Run, ...]) -> None:
        """Give the last picture a caption, or let it be a paragraph where there is none without."""
        if not caption:
            return
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, Figure) and not last.caption:
            self.blocks[-1] = replace(last, caption=caption)
        else:
            self.blocks.append(Paragraph(caption))


class Caption(Flow):
    """What is said of a picture or table."""

    def runs(self) -> tuple[Run, ...]:
        return joined(self.whole())


class Item(Flow):
    """One item of a list."""


class Enumeration(Flow):
    """A list; `first` as in the model. What stands between its items belongs to the item before."""

    def __init__(self, first: int | None) -> None:
        super().__init__()
        self._first = first
        self._items: list[tuple[Block, ...]] = []

    def item(self, blocks: tuple[Block, ...]) -> None:
        self.take_loose()
        if blocks:
            self._items.append(blocks)

    def take_loose(self) -> None:
        if self.blocks:
            before = self._items.pop() if self._items else ()
            self._items.append((*before, *self.blocks))
            self.blocks = []

    def made(self, *, is_too_deep: bool) -> tuple[Block, ...]:
        self.take_loose()
        inside = tuple(block for item in self._items for block in item)
        if is_too_deep or all(isinstance(block, Figure) for block in inside):
            return inside
        return (Listing(tuple(self._items), self._first),)


class Quotation(Flow):
    def made(self, *, is_too_deep: bool) -> tuple[Block, ...]:
        blocks = self.whole()
        return blocks if is_too_deep or not blocks else (Quote(blocks),)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that a page asks for."""

    address: str
    alt: str


class Exhibit(Flow):
    """A <figure>: pictures, or something else, and what is said of it."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Shown] = []
        self.caption: tuple[Run, ...] = ()

    def words(self) -> tuple[Run, ...]:
        """Give the caption; a lone paragraph beside a picture is one too."""
        if not self.caption and self.shown and len(self.blocks) == 1 and isinstance(self.blocks[0], Paragraph):
            self.caption = self.blocks.pop().runs  # type: ignore[union-attr]  # mypy forgets what the line before asks
        return self.caption


def joined(blocks: tuple[Block, ...]) -> tuple[Run, ...]:
    """Give the words of paragraphs and headings as one, each on its own line."""
    runs: list[Run] = []
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            runs += [*([Run("\n")] if runs else []), *block.runs]
    return finished(runs)


def length(blocks: tuple[Block, ...]) -> int:
    return len(plain(joined(blocks)))
