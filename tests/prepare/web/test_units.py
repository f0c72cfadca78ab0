import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.units import units_of


def kinds(html: str) -> list[str]:
    return [unit.kind for unit in units_of(document_fromstring(f"<html><body>{html}</body></html>"))]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<div><p>one</p><p>two</p></div>", ["text", "text"]),
        ("<h2>one</h2><ul><li>two</li><li>three<ul><li>four</li></ul></li></ul>", ["heading", "text", "text"]),
        ('<figure><img src="x"><figcaption>one</figcaption></figure>', ["picture"]),
        ('<p><img src="x"></p><p>one <img src="y"></p>', ["picture", "text"]),
        ("<pre>one</pre><hr>", ["code", "rule"]),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", ["table"]),
        ("<table><tr><td><p>one</p></td><td><p>two</p></td></tr></table>", ["text", "text"]),
        ("<p> </p><div></div>", []),
    ],
)
def test_a_page_is_cut_into_what_is_shown_whole(html: str, found: list[str]) -> None:
    assert kinds(html) == found


def test_text_within_a_link_leads_elsewhere() -> None:
    html = '<p>Read <a href="/x">this one</a></p><a href="/y"><p>All of it</p></a><p>None of it</p>'
    units = units_of(document_fromstring(f"<html><body>{html}</body></html>"))

    assert [round(unit.linked, 1) for unit in units] == [0.6, 1.0, 0.0]
