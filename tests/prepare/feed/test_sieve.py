from xml.etree.ElementTree import Element, fromstring, tostring

import pytest

from kiosk.prepare.feed import sieve
from kiosk.prepare.feed.feed import MOST_ENTRIES
from kiosk.prepare.feed.guard import Forbidden
from kiosk.prepare.feed.sieve import Fault, Sifted, sift
from tests.prepare.feed.hostile import hostile_feeds

MEDIA = 'xmlns:m="http://search.yahoo.com/mrss/"'


def sifted(text: str) -> Sifted:
    found = sift(text)
    assert isinstance(found, Sifted)
    return found


def tree(found: Sifted) -> Element:
    return fromstring(found.xml)  # noqa: S314  # what the sieve gave


def item(inside: str, attributes: str = "") -> Element:
    return tree(sifted(f"<rss {attributes}><item>{inside}</item></rss>"))[0]


def test_entries_before_a_fault_are_whole_and_the_others_are_not_given() -> None:
    found = sifted("<rss><channel><item><title>a</title></item>\n<item><title>b</item></channel></rss>")

    assert [title.text for title in tree(found).iter("title")] == ["a"]
    assert (found.entries, found.fault) == (1, Fault(2, 17))


def test_no_more_entries_are_given_than_are_wanted() -> None:
    found = sifted("<rss>" + "<item/>" * 5000 + "<broken")

    assert len(tree(found)) == found.entries == MOST_ENTRIES
    assert found.fault is None


@pytest.mark.parametrize(
    "text",
    [
        "<rss><item/>" + "<a>" * 100_000,
        "<rss><item/>" + "<a/>" * sieve.MOST_ELEMENTS,
        "<rss><item/><a " + " ".join(f'a{number}="1"' for number in range(50_000)) + "/></rss>",
        "<rss><item/>" + "".join(f'<a xmlns="u{number}"/>' for number in range(1000)) + "</rss>",
    ],
    ids=["deep", "many elements", "many attributes", "many vocabularies"],
)
def test_what_is_larger_or_deeper_than_feeds_are_is_not_built(text: str) -> None:
    found = sifted(text)

    assert (found.entries, found.fault) == (1, Fault(0, 0))


def test_an_entry_quoted_in_an_entry_is_none_of_the_feed() -> None:
    found = sifted("<feed><entry><content><entry/></content></entry></feed>")

    assert found.entries == len(list(tree(found).iter("entry"))) == 1


def test_a_declaration_is_not_read() -> None:
    assert isinstance(sift("<!DOCTYPE rss><rss/>"), Forbidden)


def test_only_known_words_are_given() -> None:
    assert tostring(item("<tags>a,b</tags><category>c</category><title onclick='x' type='text'>t</title>")) == (
        b'<item><title type="text">t</title></item>'
    )


def test_only_the_feeds_own_vocabulary_is_taken_for_plain_words() -> None:
    text = (
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:x="urn:x"><a:entry><a:title/><x:title/></a:entry></a:feed>'
    )

    assert [child.tag for child in tree(sifted(text))[0]] == ["title", "{urn:x}title"]


def test_elements_in_a_text_are_given_as_html_without_vocabularies() -> None:
    content = item('<description>1 &lt; 2<x:b xmlns:x="urn:x" x:c="" class="c">b<x:br/></x:b> c</description>')[0]

    assert (content.text, content.attrib) == ('1 &lt; 2<b class="c">b<br></b> c', {"type": "html"})


@pytest.mark.parametrize("inside", ["a@b.example (Ann)", "<email>a@b.example</email><name>a@b.example (Ann)</name>"])
def test_of_a_person_only_the_name_is_given(inside: str) -> None:
    assert tostring(item(f"<author>{inside}</author>")[0]) == b"<author><name>a@b.example (Ann)</name></author>"


def test_what_is_said_of_a_medium_is_set_apart() -> None:
    medium = item("<m:content><m:description type='plain'>Caption</m:description></m:content>", MEDIA)[0]

    assert tostring(medium[0]) == b"<aside>Caption</aside>"


def test_whatever_comes_well_formed_xml_is_given() -> None:
    found = [sift(text) for _, text in hostile_feeds("/marker", "http://a.example/")]

    assert len([tree(one) for one in found if isinstance(one, Sifted) and one.xml]) > 15
