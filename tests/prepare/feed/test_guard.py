import pytest

from kiosk.prepare.feed.guard import Forbidden, without_declarations

NETSCAPE = (
    '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
    '"http://my.netscape.com/publish/formats/rss-0.91.dtd">'
)


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE rss><rss/>",
        "<!doctype rss><rss/>",
        "<! DOCTYPE rss><rss/>",
        '<?xml version="1.0"?>\n<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss/>',
        "<!-- a --><!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>",
        "<?x <!-- ?><!DOCTYPE rss [<!ENTITY a 'b'>]><!-- --><rss/>",
        "<?x <![CDATA[ ?><!DOCTYPE rss><rss>]]></rss>",
        "<!-- <?x --><!DOCTYPE rss><rss/>",
        "<rss><!ENTITY a 'b'></rss>",
        " " * 70_000 + "<!DOCTYPE rss><rss/>",
        NETSCAPE.replace('">', '" [<!ENTITY a "b">]>') + "<rss/>",
        NETSCAPE.replace("Netscape", "Netscope") + "<rss/>",
        NETSCAPE + NETSCAPE + "<rss/>",
    ],
)
def test_a_declaration_is_refused_wherever_it_stands(text: str) -> None:
    assert isinstance(without_declarations(text), Forbidden)


@pytest.mark.parametrize(
    "text",
    [
        "<rss><![CDATA[<!DOCTYPE html><p>a</p>]]></rss>",
        "<rss><!-- <!DOCTYPE html> --></rss>",
        "<rss>&lt;!DOCTYPE html&gt;</rss>",
    ],
)
def test_a_page_quoted_in_an_entry_is_no_declaration(text: str) -> None:
    assert without_declarations(text) == text


def test_the_old_public_type_of_rss_is_taken_out() -> None:
    bare = without_declarations(f'<?xml version="1.0"?>\n{NETSCAPE}\n<rss/>')

    assert isinstance(bare, str)
    assert bare.split() == ["<rss/>"]


def test_lines_keep_their_numbers() -> None:
    bare = without_declarations(f'Warning:\noops\n<?xml version="1.0"\n encoding="x"?>\n{NETSCAPE}\n<rss/>')

    assert isinstance(bare, str)
    assert bare.split("\n").index("<rss/>") == 5
