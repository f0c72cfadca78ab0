from lxml.html import document_fromstring  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.body import html_of, trimmed
from kiosk.prepare.web.facts import facts_of
from kiosk.prepare.web.page import Lead
from kiosk.prepare.web.units import units_of

TEXT = "The ferry has carried walkers and bicycles across the estuary for sixty years, and nobody can imagine it gone."
URL = "https://paper.example/news/ferry"


def shown(html: str, title: str = "Ferry", author: str = "", lead: Lead | None = None) -> str:
    tree = document_fromstring(f"<html><body><main>{html}</main></body></html>")
    units = units_of(tree)
    return html_of(trimmed(frozenset(range(len(units))), units, title, author, lead), units, facts_of(tree, URL))


def test_the_title_and_what_stands_above_it_are_left_out() -> None:
    assert shown(f"<p>Harbour</p><h1>Ferry</h1><p>{TEXT}</p>") == f"<p>{TEXT}</p>"


def test_by_line_and_date_are_left_out_before_the_first_sentence() -> None:
    html = f"<p>By Ruth Amadi in Highfold</p><p>4 May 2026</p><p>{TEXT}</p><p>Ruth Amadi asked the county, and it said no.</p><p>{TEXT} Again.</p>"

    assert shown(html, author="Ruth Amadi").count("Ruth Amadi") == 1


def test_a_line_about_the_author_at_the_end_is_left_out() -> None:
    assert shown(f"<p>{TEXT}</p><p>Ruth Amadi writes about boats.</p>", author="Ruth Amadi") == f"<p>{TEXT}</p>"


def test_headings_and_rules_without_text_behind_them_are_left_out() -> None:
    assert shown(f"<p>{TEXT}</p><hr><h2>More</h2>") == f"<p>{TEXT}</p>"


def test_the_lead_picture_is_left_out_and_others_stay() -> None:
    html = f'<p><img src="/lead-picture-640x480.jpg"></p><p>{TEXT}</p><p><img src="/other-picture.jpg"></p><p>{TEXT} Again.</p>'
    body = shown(html, lead=Lead("https://paper.example/lead-picture.jpg"))

    assert "lead-picture" not in body
    assert "other-picture" in body


def test_links_are_made_whole() -> None:
    body = shown(f'<p>{TEXT} <a href="/x">x</a> <a href="#y">y</a> <a name="z">z</a></p>')

    assert body.count("href=") == 1
    assert 'href="https://paper.example/x"' in body


def test_nothing_makes_nothing() -> None:
    assert shown("") == ""
