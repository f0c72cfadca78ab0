from lxml.html import document_fromstring  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.selection import container_of, filled, told_by
from kiosk.prepare.web.units import Unit, units_of

ONE = "The ferry has carried walkers and bicycles across the estuary for sixty years, and nobody can imagine it gone."
TWO = "From April a ticket costs twice as much, the county said on Monday, and pensioners will have to pay as well."
LAST = "The county will hear them all in the school on Thursday evening, before it decides in the last week of March."
THREE = "On the quay the regulars shrugged: the boat, they said, is out of order every other day in any case."


def units(html: str) -> tuple[Unit, ...]:
    return units_of(document_fromstring(f"<html><body><main>{html}</main></body></html>"))


def kept(html: str, told: str) -> list[str]:
    found = units(html)
    return [found[place].text for place in sorted(filled(told_by(told, found), found))]


def test_a_unit_is_told_though_a_letter_was_lost() -> None:
    assert told_by(ONE[1:], units(f"<p>{ONE}</p><p>{TWO}</p>")) == {0}


def test_short_paragraphs_between_told_ones_are_the_articles_too() -> None:
    assert kept(f"<p>{ONE}</p><p>No.</p><p>{TWO}</p>", f"{ONE} {TWO}") == [ONE, "No.", TWO]


def test_items_of_a_list_between_told_paragraphs_stay_together() -> None:
    html = f"<p>{ONE}</p><ul><li>goats</li><li>carts</li><li>hens</li></ul><p>{TWO}</p>"

    assert kept(html, f"{ONE} {TWO}") == [ONE, "goats", "carts", "hens", TWO]


def test_headings_stay_only_before_what_stays() -> None:
    html = f"<h2>Lost</h2><nav><p>Other words that nobody has told us about</p></nav><h2>Kept</h2><p>{ONE}</p><p>{TWO}</p><h2>Behind</h2>"

    assert kept(html, f"{ONE} {TWO}") == ["Kept", ONE, TWO]


def test_links_to_other_articles_are_left_out_between_paragraphs() -> None:
    html = f'<p>{ONE}</p><p><a href="/x">Harbour bridge reopens</a></p><p>{TWO}</p>'

    assert kept(html, f"{ONE} Harbour bridge reopens {TWO}") == [ONE, TWO]


def test_a_large_quotation_that_repeats_a_paragraph_is_left_out() -> None:
    html = f"<p>{ONE}</p><blockquote><p>nobody can imagine it gone</p></blockquote><p>{TWO}</p>"

    assert kept(html, f"{ONE} nobody can imagine it gone {TWO}") == [ONE, TWO]


def test_what_is_there_twice_is_kept_once() -> None:
    assert kept(f"<p>{ONE}</p><p>{TWO}</p><p>{ONE}</p>", f"{ONE} {TWO}") == [ONE, TWO]


def test_a_box_that_asks_to_subscribe_goes_with_its_heading() -> None:
    call = "Readers who become a member get the letter a day before everybody else, and a mug with a boat on it at Christmas."
    story = [f"{part} {text}" for part in ("First,", "Then,") for text in (ONE, TWO, THREE, LAST)]
    html = "".join(f"<p>{text}</p>" for text in story)
    box = f"<div><h3>Our letter</h3><p>{call}</p></div>"

    assert kept(html.replace("<p>Then", f"{box}<p>Then", 1), f"{' '.join(story)} Our letter {call}") == story


def test_comments_below_their_heading_are_left_out() -> None:
    html = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p><h2>Comments (2)</h2><p>About time too, I have waited for years.</p>"

    assert kept(html, f"{ONE} {TWO} {THREE} About time too, I have waited for years.") == [ONE, TWO, THREE]


def test_paragraphs_in_boxes_of_their_own_are_one_text() -> None:
    html = f'<div><p>{ONE}</p></div><div><p>{TWO}</p></div><ul><li><a href="/x">Another story</a></li></ul><div><p>{THREE}</p></div>'

    assert kept(html, f"{ONE} {TWO} {THREE}") == [ONE, TWO, THREE]


def test_nothing_told_is_nothing_kept() -> None:
    assert kept(f"<p>{ONE}</p>", "Something else altogether") == []


def test_the_container_is_the_smallest_that_holds_them() -> None:
    found = units(f'<section><div id="story"><p>{ONE}</p><p>{TWO}</p></div><p>Other</p></section>')

    assert container_of(found[:2]).get("id") == "story"


def test_one_or_two_lines_in_boxes_of_their_own_between_paragraphs_stay() -> None:
    html = f"<div><p>{ONE}</p><p>{TWO}</p></div><section><p>A line.</p><p>Another.</p></section><div><p>{THREE}</p><p>{LAST}</p></div>"

    assert kept(html, f"{ONE} {TWO} {THREE} {LAST}") == [ONE, TWO, "A line.", "Another.", THREE, LAST]


def test_news_about_subscribers_stay_though_each_paragraph_has_a_box() -> None:
    story = [ONE, "The paper has 4,000 subscribers now.", TWO, THREE]
    html = "".join(f'<div class="text"><p>{text}</p></div>' for text in story)

    assert kept(html, " ".join(story)) == story


def test_a_box_for_subscribers_goes_where_it_is_unlike_the_others() -> None:
    story = [f"{part} {text}" for part in ("First,", "Then,") for text in (ONE, TWO, THREE, LAST)]
    box = '<div class="offer"><p>Your subscription is in use on another device.</p></div>'
    html = "".join(f'<div class="text"><p>{text}</p></div>' for text in story).replace(
        '<div class="text"><p>Then', f'{box}<div class="text"><p>Then', 1
    )

    assert kept(html, f"{' '.join(story)} Your subscription is in use on another device.") == story
