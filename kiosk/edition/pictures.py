"""Which pictures an edition shows."""

from collections.abc import Iterator

from kiosk.edition.model import Article, Block, Edition, Figure, Listing, Picture, Quote


def pictures_of(edition: Edition) -> Iterator[Picture]:
    if edition.organisation.logo is not None:
        yield edition.organisation.logo
    for article in edition.articles:
        yield from pictures_of_article(article)


def pictures_of_article(article: Article) -> Iterator[Picture]:
    if article.picture is not None:
        yield article.picture.picture
    yield from _of_blocks(article.blocks)


def _of_blocks(blocks: tuple[Block, ...]) -> Iterator[Picture]:
    for block in blocks:
        if isinstance(block, Figure):
            yield block.picture
        elif isinstance(block, Quote):
            yield from _of_blocks(block.blocks)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _of_blocks(item)
