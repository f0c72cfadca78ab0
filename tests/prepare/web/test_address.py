import pytest

from kiosk.prepare.html.tree import TooIntricate, parse_html
from kiosk.prepare.web.address import canonical_of
from kiosk.prepare.web.facts import facts_of


def canonical(head: str, url: str = "https://www.paper.example/news/ferry?utm_source=x") -> str:
    tree = parse_html(head + "<p>x</p>")
    assert not isinstance(tree, TooIntricate)
    return canonical_of(facts_of(tree, url), url)


def test_the_page_names_its_own_address() -> None:
    assert canonical('<link rel="canonical" href="/news/ferry">') == "https://www.paper.example/news/ferry"


def test_pages_for_phones_and_amp_belong_to_their_site() -> None:
    head = '<link rel="canonical" href="https://www.paper.example/news/ferry">'

    assert canonical(head, "https://amp.paper.example/news/ferry") == "https://www.paper.example/news/ferry"


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/news/ferry", "http://www.paper.example/news/ferry", "javascript:alert(1)",
     "https://user@www.paper.example/x", "https://www.paper.example/", "https://[bad", ""],
)  # fmt: skip  # addresses, not a column
def test_an_address_that_will_not_do_makes_way_for_the_one_asked_for(address: str) -> None:
    assert canonical(f'<link rel="canonical" href="{address}">').startswith("https://www.paper.example/news/ferry?")


def test_a_page_that_came_without_encryption_has_none() -> None:
    assert canonical("", "http://intranet.example/notice") == ""
