"""A feed's bytes as Unicode, in the order of RFC 7303, section 3: byte order mark, header, declaration; else UTF-8."""

import re
from collections.abc import Iterator

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
"""UTF-32 stands before UTF-16, whose mark its own begins with."""

_WITHOUT_MARK = (
    (re.compile(rb"[\t\n\r -\x7e]\x00\x00\x00"), "utf-32-le"),
    (re.compile(rb"\x00\x00\x00[\t\n\r -\x7e]"), "utf-32-be"),
    (re.compile(rb"[\t\n\r -\x7e]\x00[\t\n\r -\x7e]\x00"), "utf-16-le"),
    (re.compile(rb"\x00[\t\n\r -\x7e]\x00[\t\n\r -\x7e]"), "utf-16-be"),
)
"""How the first two characters of a document look, which are ASCII in XML and JSON alike."""

_WINDOWS_1252 = "cp1252"
_CODECS = {
    **{f"windows-{page}": f"cp{page}" for page in range(1250, 1259)},
    **{f"iso-8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    "utf-8": "utf-8", "utf8": "utf-8", "utf-16": "utf-16", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
    "iso-8859-1": _WINDOWS_1252, "latin1": _WINDOWS_1252, "us-ascii": _WINDOWS_1252, "ascii": _WINDOWS_1252,
    "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "windows-874": "cp874",
    "koi8-r": "koi8-r", "koi8-u": "koi8-u", "macintosh": "mac-roman",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs",
    "shift_jis": "cp932", "windows-31j": "cp932", "euc-jp": "euc_jp", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
}  # fmt: skip  # a list to look through, not a column
"""Labels as the WHATWG's Encoding Standard reads them. What is not here is not believed, UTF-7 least of all."""

_HEADER = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARATION = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_FEW = 20


def decode_feed(content: bytes, content_type: str) -> str:
    """Give the text without a byte order mark; what is not in its encoding becomes U+FFFD."""
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(codec, "replace")
    for pattern, codec in _WITHOUT_MARK:
        if pattern.match(content):
            return content.decode(codec, "replace")
    for codec in (*_named(content, content_type), "utf-8"):
        try:
            return content.decode(codec)
        except UnicodeDecodeError:
            continue
    return _mended(content)


def _named(content: bytes, content_type: str) -> Iterator[str]:
    """Give what header and declaration name; a header's old default for text is less sure than a declaration."""
    header = _codec(_HEADER.search(content_type))
    declared = _codec(_DECLARATION.match(content[:1000]))
    order = (declared, header) if header == _WINDOWS_1252 else (header, declared)
    return (codec for codec in order if codec)


def _codec(found: re.Match[str] | re.Match[bytes] | None) -> str:
    if found is None:
        return ""
    label = found[1].decode("ascii", "replace") if isinstance(found[1], bytes) else found[1]
    return _CODECS.get(label.lower(), "")


def _mended(content: bytes) -> str:
    """Keep UTF-8 in which few characters are broken, as at a cut; any other is what Windows wrote in the West."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    foreign = sum(not character.isascii() for character in text) - broken
    return text if broken * _FEW <= foreign or broken == 1 else content.decode(_WINDOWS_1252, "replace")
