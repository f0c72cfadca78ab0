"""An article without those of its pictures that are gone; what held nothing else goes with them."""

from collections.abc import Callable, Iterator

from kiosk.edition.model import Article, Block, Figure, Listing, Picture, Quote
from kiosk.edition.value import replace


def without_pictures(article: Article, is_gone: Callable[[Picture], bool]) -> Article:
    lead = article.picture
    kept_lead = None if lead is None or is_gone(lead.picture) else lead
    return replace(article, picture=kept_lead, blocks=tuple(_left(article.blocks, is_gone)))


def _left(blocks: tuple[Block, ...], is_gone: Callable[[Picture], bool]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Figure(picture):
                if not is_gone(picture):
                    yield block
            case Quote(inner):
                if left := tuple(_left(inner, is_gone)):
                    yield replace(block, blocks=left)
            case Listing(items):
                left_items = tuple(tuple(_left(item, is_gone)) for item in items)
                if any(left_items):
                    yield replace(block, items=tuple(item for item in left_items if item))
            case _:
                yield block
