from kiosk.edition.model import Article, Figure, Paragraph, Picture, Run
from kiosk.prepare.room import within_room

TEXT = Paragraph((Run("Rain at last."),))


def figure(name: str) -> Figure:
    return Figure(Picture(name, 4, 3))


def article(title: str, lead: str, *inner: str) -> Article:
    return Article(title, (TEXT, *(figure(name) for name in inner)), picture=figure(lead) if lead else None)


FIRST, SECOND = article("First", "a", "b", "c"), article("Second", "d", "e")
SIZES = dict.fromkeys("abcde", 10)


def test_where_there_is_room_nothing_is_left_out() -> None:
    assert within_room((FIRST, SECOND), SIZES, 50) == (FIRST, SECOND)


def test_the_leads_of_all_articles_go_before_the_pictures_in_the_text() -> None:
    assert within_room((FIRST, SECOND), SIZES, 30) == (article("First", "a", "b"), article("Second", "d"))


def test_the_text_stays_without_any_picture() -> None:
    assert within_room((FIRST, SECOND), SIZES, 0) == (article("First", ""), article("Second", ""))


def test_a_picture_that_stands_twice_counts_once() -> None:
    twice = (article("First", "a", "a"), article("Second", "a"))

    assert within_room(twice, SIZES, 10) == twice
