from lxml.html import document_fromstring  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.headings import headings_of


def headings(html: str) -> list[str]:
    return headings_of(document_fromstring(f"<html><body>{html}</body></html>"))


def test_what_is_marked_as_the_headline_comes_first() -> None:
    assert headings("<h1>The Paper</h1><h2 class='entry-title'>Ferry fares</h2>") == ["Ferry fares", "The Paper"]
    assert headings("<h1>Other</h1><h3 itemprop='headline'>Ferry fares</h3>")[0] == "Ferry fares"


def test_the_sites_own_name_is_no_heading_of_an_article() -> None:
    assert headings("<h1 class='site-title'>The Paper</h1><h1><a href='https://paper.example/'>Home</a></h1>") == []
    assert headings("<h1><a href='https://paper.example/ferry'>Ferry fares</a></h1>") == ["Ferry fares"]


def test_an_endless_heading_is_none() -> None:
    assert headings(f"<h1>{'x' * 400}</h1>") == []
