import pytest
from lxml.html import document_fromstring, tostring  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.paragraphs import set_in_paragraphs


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<div>one<p>two</p>three</div>", "<div><p>one</p><p>two</p><p>three</p></div>"),
        ("<div>one<br><br>two</div>", "<div><p>one</p><p>two</p></div>"),
        ("<div>one<br> <br><br>two</div>", "<div><p>one</p><p>two</p></div>"),
        ("<div>one<br>two</div>", "<div>one<br>two</div>"),
        ("<p>one<br><br>two</p>", "<div><p>one</p><p>two</p></div>"),
        ("<div><b>one</b> two<h2>three</h2></div>", "<div><p><b>one</b> two</p><h2>three</h2></div>"),
        ("<div><span><p>one</p></span>two</div>", "<div><div><p>one</p></div><p>two</p></div>"),
        ("<div> <p>one</p> <br> <span> </span> </div>", "<div><p>one</p></div>"),
        ('<div><p>one</p><img src="x"></div>', '<div><p>one</p><p><img src="x"></p></div>'),
        ("<ul>\n<li>one</li>\n</ul>", "<ul>\n<li>one</li>\n</ul>"),
        ("<pre>one\n\ntwo</pre>", "<pre>one\n\ntwo</pre>"),
        ('<div class="dropcap">T</div><p>he ferry</p>', "<p>The ferry</p>"),
        ('<div class="initial">T</div><div><p>he ferry</p></div>', "<div><p>The ferry</p></div>"),
        ("<div>T</div><p>he ferry</p>", "<div>T</div><p>he ferry</p>"),
    ],
)
def test_each_piece_of_text_gets_a_paragraph_of_its_own(before: str, after: str) -> None:
    tree = document_fromstring(f"<html><body><main>{before}</main></body></html>")

    set_in_paragraphs(tree)

    assert tostring(tree.find(".//main"), encoding="unicode").strip() == f"<main>{after}</main>"
