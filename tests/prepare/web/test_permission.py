import pytest

from kiosk.prepare.html.tree import TooIntricate, parse_html
from kiosk.prepare.web.facts import facts_of
from kiosk.prepare.web.permission import may_be_kept


@pytest.mark.parametrize(
    ("meta", "may"),
    [
        ("", True),
        ('<meta name="robots" content="index, follow, max-image-preview:large">', True),
        ('<meta name="robots" content="nosnippet">', True),
        ('<meta name="robots" content="noindex">', True),
        ('<meta name="robots" content="noarchive">', False),
        ('<meta name="ROBOTS" content="NOINDEX,NOARCHIVE">', False),
        ('<meta name="robots" content="none">', False),
        ('<meta name="googlebot" content="noarchive">', False),
        ('<meta name="robots" content="all"><meta name="robots" content="noarchive">', False),
    ],
)
def test_who_asks_that_nobody_keeps_a_page_is_heard(meta: str, may: bool) -> None:  # noqa: FBT001  # a table's column
    tree = parse_html(meta + "<p>x</p>")

    assert not isinstance(tree, TooIntricate)
    assert may_be_kept(facts_of(tree, "https://paper.example/")) == may
