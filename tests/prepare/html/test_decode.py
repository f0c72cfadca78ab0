import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.prepare.html.decode import Undecodable, decode_html
from kiosk.prepare.html.encodings import codec_of

GERMAN, RUSSIAN, POLISH = "<p>Grüße aus Köln", "<p>Привет, Москва", "<p>Zażółć gęślą jaźń"
CHINESE, TAIWANESE, JAPANESE, KOREAN = "<p>中文网页", "<p>繁體中文", "<p>日本語のページ", "<p>한국어 문서"
GREEK, HEBREW, ARABIC, THAI = "<p>Καλημέρα κόσμε", "<p>שלום עולם", "<p>مرحبا بالعالم", "<p>สวัสดีชาวโลก"
TURKISH, QUOTES = "<p>I\u015f\u0131k ve gölge", "<p>It\u2019s “quoted” \u2013 so"
HTML = "text/html"


def meta(label: str) -> str:
    return f'<html><head><meta charset="{label}">'


def old_meta(label: str) -> str:
    return f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'


@pytest.mark.parametrize(
    ("content", "content_type", "text"),
    [
        pytest.param(GERMAN.encode(), HTML, GERMAN, id="UTF-8 that nobody tells"),
        pytest.param(GERMAN.encode("cp1252"), HTML, GERMAN, id="Western that nobody tells"),
        pytest.param(QUOTES.encode("cp1252"), HTML, QUOTES, id="Western quotes that nobody tells"),
        pytest.param(b"<p>plain", HTML, "<p>plain", id="ASCII"),
        pytest.param(b"", HTML, "", id="nothing"),
        pytest.param(GERMAN.encode("utf-8-sig"), "", GERMAN, id="a mark of UTF-8"),
        pytest.param(b"\xef\xbb\xbf" + GERMAN.encode(), "text/html; charset=iso-8859-1", GERMAN, id="mark over header"),
        pytest.param(b"\xff\xfe" + RUSSIAN.encode("utf-16-le"), "", RUSSIAN, id="a mark of UTF-16"),
        pytest.param(
            b"\xfe\xff" + RUSSIAN.encode("utf-16-be"), "", RUSSIAN, id="a mark of UTF-16, the other way round"
        ),
        pytest.param(
            b"\xff\xfe" + GERMAN.encode("utf-16-le"), "text/html; charset=utf-8", GERMAN, id="UTF-16 over header"
        ),
        pytest.param(RUSSIAN.encode("utf-16-le"), "text/html; charset=utf-16le", RUSSIAN, id="UTF-16 by header"),
        pytest.param(RUSSIAN.encode("cp1251"), "text/html; charset=windows-1251", RUSSIAN, id="Cyrillic by header"),
        pytest.param(RUSSIAN.encode("koi8-r"), 'text/html; charset="KOI8-R"', RUSSIAN, id="KOI8 in quotes"),
        pytest.param(RUSSIAN.encode("cp1251"), "text/html;CHARSET=cp1251; x=y", RUSSIAN, id="a header in capitals"),
        pytest.param(
            (meta("koi8-r") + RUSSIAN).encode("cp1251"),
            "text/html; charset=windows-1251",
            meta("koi8-r") + RUSSIAN,
            id="header over meta",
        ),
        pytest.param(
            (meta("windows-1251") + RUSSIAN).encode("cp1251"),
            "text/html; charset=nonsense",
            meta("windows-1251") + RUSSIAN,
            id="meta after a header that means nothing",
        ),
        pytest.param((meta("iso-8859-2") + POLISH).encode("iso8859-2"), HTML, meta("iso-8859-2") + POLISH, id="meta"),
        pytest.param((meta("windows-1250") + POLISH).encode("cp1250"), HTML, meta("windows-1250") + POLISH, id="1250"),
        pytest.param((old_meta("gb2312") + CHINESE).encode("gbk"), HTML, old_meta("gb2312") + CHINESE, id="old meta"),
        pytest.param((meta("big5") + TAIWANESE).encode("big5"), HTML, meta("big5") + TAIWANESE, id="Big5"),
        pytest.param((meta("gb18030") + CHINESE).encode("gb18030"), HTML, meta("gb18030") + CHINESE, id="GB 18030"),
        pytest.param(
            (meta("shift_jis") + JAPANESE).encode("cp932"), HTML, meta("shift_jis") + JAPANESE, id="Shift JIS"
        ),
        pytest.param((meta("euc-jp") + JAPANESE).encode("euc-jp"), HTML, meta("euc-jp") + JAPANESE, id="EUC-JP"),
        pytest.param(
            (meta("iso-2022-jp") + JAPANESE).encode("iso2022-jp"),
            HTML,
            meta("iso-2022-jp") + JAPANESE,
            id="ISO-2022-JP told",
        ),
        pytest.param((meta("euc-kr") + KOREAN).encode("cp949"), HTML, meta("euc-kr") + KOREAN, id="EUC-KR"),
        pytest.param((meta("greek") + GREEK).encode("iso8859-7"), HTML, meta("greek") + GREEK, id="Greek"),
        pytest.param(
            (meta("iso-8859-8-i") + HEBREW).encode("iso8859-8"), HTML, meta("iso-8859-8-i") + HEBREW, id="Hebrew"
        ),
        pytest.param(
            (meta("windows-1256") + ARABIC).encode("cp1256"), HTML, meta("windows-1256") + ARABIC, id="Arabic"
        ),
        pytest.param((meta("tis-620") + THAI).encode("cp874"), HTML, meta("tis-620") + THAI, id="Thai"),
        pytest.param((meta("latin5") + TURKISH).encode("cp1254"), HTML, meta("latin5") + TURKISH, id="Turkish"),
        pytest.param(
            (meta("latin1") + QUOTES).encode("cp1252"), HTML, meta("latin1") + QUOTES, id="Latin 1 is Windows'"
        ),
        pytest.param((meta("utf-16") + GERMAN).encode(), HTML, meta("utf-16") + GERMAN, id="UTF-16 told in ASCII"),
        pytest.param(
            (meta("latin1") + GERMAN).encode(), HTML, meta("latin1") + GERMAN, id="UTF-8 that is called Latin 1"
        ),
        pytest.param(RUSSIAN.encode(), "text/html; charset=windows-1251", RUSSIAN, id="UTF-8 that is called Cyrillic"),
        pytest.param((CHINESE * 9).encode(), "text/html; charset=gbk", CHINESE * 9, id="UTF-8 that is called GBK"),
        pytest.param(QUOTES.encode("cp1252"), "text/html; charset=utf-8", QUOTES, id="Windows' quotes, called UTF-8"),
        pytest.param(
            b"<?xml version='1.0' encoding='iso-8859-5'?>" + RUSSIAN.encode("iso8859-5"),
            HTML,
            "<?xml version='1.0' encoding='iso-8859-5'?>" + RUSSIAN,
            id="the declaration of XML",
        ),
        pytest.param(
            ("<!--" + meta("koi8-r") + "-->" + meta("cp1251") + RUSSIAN).encode("cp1251"),
            HTML,
            "<!--" + meta("koi8-r") + "-->" + meta("cp1251") + RUSSIAN,
            id="no meta in a comment",
        ),
        pytest.param(
            ("<a title='<meta charset=koi8-r>'>" + meta("cp1251") + RUSSIAN).encode("cp1251"),
            HTML,
            "<a title='<meta charset=koi8-r>'>" + meta("cp1251") + RUSSIAN,
            id="no meta in an attribute",
        ),
        pytest.param((meta("UTF8") + GERMAN).encode(), HTML, meta("UTF8") + GERMAN, id="a short name"),
        pytest.param(b"<p>a+ADw-script+AD4-", HTML, "<p>a+ADw-script+AD4-", id="UTF-7 stays as it is"),
        pytest.param(b"<meta charset=utf-7>+ADw-", HTML, "<meta charset=utf-7>+ADw-", id="UTF-7 told stays, too"),
        pytest.param(b"<p>\x1b$B8l", HTML, "<p>\x1b$B8l", id="ISO-2022 that nobody tells stays"),
        pytest.param(
            (GERMAN * 40).encode() + b"\xe4", HTML, GERMAN * 40 + "\ufffd", id="one letter is broken in good UTF-8"
        ),
        pytest.param(b"<p>a\0b", HTML, "<p>ab", id="one NUL"),
    ],
)
def test_the_letters_are_told(content: bytes, content_type: str, text: str) -> None:
    assert decode_html(content, content_type) == text


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        pytest.param(RUSSIAN.encode("utf-16-le") * 9, HTML, id="UTF-16 without its mark"),
        pytest.param(b"%PDF-1.7\n" + bytes(range(256)) * 20, "application/pdf", id="no text"),
        pytest.param((RUSSIAN * 9).encode("koi8-r"), HTML, id="Cyrillic that nobody tells"),
        pytest.param((CHINESE * 9).encode("gbk"), HTML, id="Chinese that nobody tells"),
        pytest.param((POLISH * 9).encode("cp1250"), HTML, id="Polish that nobody tells"),
        pytest.param((RUSSIAN * 9).encode("cp1251"), "text/html; charset=utf-8", id="Cyrillic that is called UTF-8"),
        pytest.param((GERMAN * 9).encode("cp1252"), "text/html; charset=utf-8", id="German that is called UTF-8"),
        pytest.param(
            (GERMAN * 9).encode("cp1252"), "text/html; charset=shift_jis", id="German that is called Japanese"
        ),
    ],
)
def test_what_cannot_be_told_is_said(content: bytes, content_type: str) -> None:
    answer = decode_html(content, content_type)

    assert isinstance(answer, Undecodable)
    assert (bool(answer.what), bool(answer.cure)) == (True, True)


def test_a_page_that_tells_late_is_not_believed() -> None:
    content = b" " * 1020 + (meta("koi8-r") + GERMAN).encode("cp1252")

    assert decode_html(content, HTML) == " " * 1020 + meta("koi8-r") + GERMAN


@pytest.mark.parametrize(
    "label", ["utf-7", "hz-gb-2312", "iso-2022-kr", "iso-2022-cn", "replacement", "idna", "rot13", ""]
)
def test_what_browsers_do_not_read_is_no_encoding(label: str) -> None:
    assert codec_of(label) == ""


@pytest.mark.parametrize(
    "label", ["utf-8", " UTF-8 ", "ISO-8859-1", "gb2312", "x-sjis", "ks_c_5601-1987", "cp1252", "l2"]
)
def test_names_are_known_in_any_capitals(label: str) -> None:
    assert "abc".encode(codec_of(label)) == b"abc"


@given(
    st.binary(max_size=200), st.sampled_from(["", "text/html; charset=gbk", "text/html; charset=utf-16", "x;charset='"])
)
def test_any_bytes_give_a_text_or_a_reason(content: bytes, content_type: str) -> None:
    text = decode_html(content, content_type)

    assert isinstance(text, Undecodable) or "\0" not in text
