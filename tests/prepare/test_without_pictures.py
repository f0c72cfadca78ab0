import pytest

from kiosk.edition.model import Article, Block, Divider, Figure, Listing, Paragraph, Picture, Quote, Run
from kiosk.prepare.without_pictures import without_pictures

THERE, GONE = Figure(Picture("there.jpg", 4, 3)), Figure(Picture("gone.jpg", 4, 3))
TEXT = Paragraph((Run("Text"),))


def is_gone(picture: Picture) -> bool:
    return picture.file == "gone.jpg"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param((TEXT, GONE, THERE, Divider()), (TEXT, THERE, Divider()), id="between others"),
        pytest.param((Quote((TEXT, GONE)),), (Quote((TEXT,)),), id="in a quote"),
        pytest.param((TEXT, Quote((Quote((GONE,)),))), (TEXT,), id="alone in a quote"),
        pytest.param((Listing(((TEXT, GONE), (GONE,)), 3),), (Listing(((TEXT,),), 3),), id="in a list"),
        pytest.param((TEXT, Listing(((GONE,),))), (TEXT,), id="alone in a list"),
    ],
)
def test_what_held_nothing_but_a_lost_picture_goes_with_it(before: tuple[Block, ...], after: tuple[Block, ...]) -> None:
    assert without_pictures(Article("T", before), is_gone).blocks == after


def test_the_lead_goes_only_if_it_is_lost() -> None:
    leads = [without_pictures(Article("T", (TEXT,), picture=lead), is_gone).picture for lead in (GONE, THERE, None)]

    assert leads == [None, THERE, None]
