"""The order of headings: the article's title stands alone at the top."""

from collections.abc import Iterable

from kiosk.edition.model import Block, Heading
from kiosk.edition.value import replace

LOWEST_HEADING = 6


def below_the_title(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Lower all headings by one where some stand as high as the title."""
    if 1 not in {block.level for block in _headings(blocks)}:
        return blocks
    return tuple(
        replace(block, level=min(block.level + 1, LOWEST_HEADING)) if isinstance(block, Heading) else block
        for block in blocks
    )


def _headings(blocks: Iterable[Block]) -> Iterable[Heading]:
    return (block for block in blocks if isinstance(block, Heading))
