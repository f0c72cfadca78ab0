import pytest

from kiosk.prepare.feed.decode import decode_feed

LATIN, GREEK, CYRILLIC, CHINESE, JAPANESE = "Été à Köln", "Ελλάδα", "Новости", "新闻 中文", "日本のニュース"

CHINESE_TRADITIONAL = "新聞"


def document(text: str, declared: str = "") -> str:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else '<?xml version="1.0"?>'
    return f"{declaration}<rss><title>{text}</title></rss>"


@pytest.mark.parametrize(
    ("text", "declared", "codec"),
    [
        (LATIN, "utf-8", "utf-8"),
        (LATIN, "UTF8", "utf-8"),
        (LATIN, "", "utf-8"),
        (LATIN, "utf-8", "utf-8-sig"),
        (LATIN, "utf-16", "utf-16"),
        (LATIN, "utf-16", "utf-16-le"),
        (LATIN, "utf-16", "utf-16-be"),
        (LATIN, "utf-8", "utf-16-le"),
        (LATIN, "", "utf-32"),
        (LATIN, "", "utf-32-le"),
        (LATIN, "", "utf-32-be"),
        (LATIN, "iso-8859-1", "latin-1"),
        (LATIN + " €", "ISO-8859-1", "cp1252"),
        (LATIN, "us-ascii", "cp1252"),
        (LATIN, "iso-8859-15", "iso8859-15"),
        (GREEK, "iso-8859-7", "iso8859-7"),
        (CYRILLIC, "windows-1251", "cp1251"),
        (CYRILLIC, "koi8-r", "koi8-r"),
        (CHINESE, "gb2312", "gb18030"),
        (CHINESE_TRADITIONAL, "big5", "big5"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc-jp", "euc_jp"),
    ],
)
def test_a_feed_is_decoded_as_it_declares_or_else_as_it_must_be(text: str, declared: str, codec: str) -> None:
    written = document(text, declared)

    assert decode_feed(written.encode(codec), "") == written


def test_the_header_comes_before_the_declaration() -> None:
    written = document(CYRILLIC, "utf-8")

    assert decode_feed(written.encode("cp1251"), 'text/xml; charset="windows-1251"') == written


def test_a_servers_old_default_does_not_come_before_the_declaration() -> None:
    written = document(LATIN, "utf-8")

    assert decode_feed(written.encode(), "text/xml; charset=ISO-8859-1") == written


def test_a_mark_comes_before_all() -> None:
    written = document(LATIN, "iso-8859-1")

    assert decode_feed(written.encode("utf-8-sig"), "text/xml; charset=koi8-r") == written


def test_what_says_utf_8_and_is_not_is_read_as_windows_writes() -> None:
    written = document("Été, “déjà” … naïve", "utf-8")

    assert decode_feed(written.encode("cp1252"), "") == written


def test_a_character_cut_through_does_not_spoil_the_others() -> None:
    written = document(CYRILLIC * 9, "utf-8")

    assert decode_feed(written.encode() + "я".encode()[:1], "") == written + "\ufffd"


@pytest.mark.parametrize("label", ["utf-7", "unicode_escape", "zip", "rot13", "idna", "punycode", "hex", "x" * 99])
def test_encodings_that_no_feed_needs_are_not_believed(label: str) -> None:
    content = f'<?xml version="1.0" encoding="{label}"?><r>+ADw-script+AD4- \\u003c</r>'.encode()

    assert decode_feed(content, f"text/xml; charset={label}") == content.decode()
