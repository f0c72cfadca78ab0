from msgspec.structs import replace

from kiosk.edition.model import Article, Block, Edition, Figure, Listing, Paragraph, Picture, Quote
from kiosk.edition.pictures import pictures_of

LOGO, LEAD, PLAIN, LISTED, QUOTED = (
    Picture(f"{name}.png", 1, 1) for name in ("logo", "lead", "plain", "list", "quote")
)


def test_every_picture_is_found_wherever_it_stands(edition: Edition) -> None:
    blocks: tuple[Block, ...] = (
        Paragraph(()),
        Figure(PLAIN),
        Listing(((Paragraph(()), Figure(LISTED)),)),
        Quote((Quote((Figure(QUOTED),)),)),
    )
    illustrated = replace(
        edition,
        organisation=replace(edition.organisation, logo=LOGO),
        articles=(Article("One", blocks, picture=Figure(LEAD)),),
    )

    assert list(pictures_of(illustrated)) == [LOGO, LEAD, PLAIN, LISTED, QUOTED]


def test_an_edition_may_have_none(edition: Edition) -> None:
    assert list(pictures_of(edition)) == []
