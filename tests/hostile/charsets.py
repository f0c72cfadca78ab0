"""Texts whose encoding is told wrongly, twice, or not at all: read right, or not shown."""

from collections.abc import Iterator

from tests.hostile.case import HIDDEN, RSS, Case, sends
from tests.hostile.honest import page_with, rss_with

WORDS = "Ärger über den Fluß: 北京 Москва ﷺ 😀"
_SEVEN = "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"
_PAGE = page_with(f"<p>{WORDS}</p>").replace('<meta charset="utf-8">', "")
_WESTERN = page_with("<p>Ärger über den Fluß</p>").replace('<meta charset="utf-8">', "")


def _declares(label: str) -> str:
    return _PAGE.replace("<head>", f'<head><meta charset="{label}">')


def _overlong() -> bytes:
    """Write "<script>" in more bytes than UTF-8 needs for it, which a careless reader takes for the same."""
    smuggled = "<script>alert(1)</script>".replace("<", "\0").replace(">", "\1").encode()
    return (
        page_with("SMUGGLED")
        .encode()
        .replace(b"SMUGGLED", smuggled.replace(b"\0", b"\xc0\xbc").replace(b"\1", b"\xc0\xbe"))
    )


_PAGES: dict[str, tuple[bytes, str]] = {
    "UTF-7, not told": (page_with(_SEVEN).encode(), "text/html"),
    "UTF-7 by the header": (page_with("plain").encode("utf-7"), "text/html; charset=utf-7"),
    "UTF-7 by the page": (page_with(_SEVEN, '<meta charset="utf-7">').encode(), "text/html"),
    "UTF-16 with a mark": (_PAGE.encode("utf-16"), "text/html"),
    "UTF-16 without a mark": (_PAGE.encode("utf-16-le"), "text/html"),
    "UTF-16 without a mark, by the header": (_PAGE.encode("utf-16-le"), "text/html; charset=utf-16le"),
    "UTF-16, big, by the header": (_PAGE.encode("utf-16-be"), "text/html; charset=utf-16be"),
    "UTF-16 that says UTF-8": (_declares("utf-8").encode("utf-16"), "text/html; charset=utf-8"),
    "UTF-8 that says UTF-16 in its head": (_declares("utf-16").encode(), "text/html"),
    "UTF-32": (_PAGE.encode("utf-32"), "text/html"),
    "overlong": (_overlong(), "text/html; charset=utf-8"),
    "UTF-8 that says Latin-1": (_declares("iso-8859-1").encode(), "text/html"),
    "header against page": (_declares("utf-8").encode(), "text/html; charset=iso-8859-1"),
    "page against header": (_declares("iso-8859-1").encode(), "text/html; charset=utf-8"),
    "Windows, not told": (_WESTERN.encode("cp1252"), "text/html"),
    "Windows that says UTF-8": (_WESTERN.encode("cp1252"), "text/html; charset=utf-8"),
    "DOS, not told": (_WESTERN.encode("cp437"), "text/html"),
    "EBCDIC": (_WESTERN.encode("cp500"), "text/html; charset=ibm500"),
    "shifting to Japanese": (
        b"\x1b$B" + page_with(f"<script>{HIDDEN}()</script>").encode(),
        "text/html; charset=iso-2022-jp",
    ),
    "shifting to Korean": (b"\x1b$)C\x0e" + page_with().encode(), "text/html; charset=iso-2022-kr"),
    "HZ": (page_with("~{<:Ky2;VBT~}").encode(), "text/html; charset=hz-gb-2312"),
    "replacement": (page_with().encode(), "text/html; charset=replacement"),
    "Big5 that swallows a quote": (page_with('<p title="').encode() + b'\x83" x="', "text/html; charset=big5"),
    "Shift JIS that swallows an angle": (
        page_with("").encode().replace(b"</article>", b"\x83</article>"),
        "text/html; charset=shift_jis",
    ),
    "user-defined": (page_with().encode() + bytes(range(128, 256)), "text/html; charset=x-user-defined"),
    "a label of no encoding": (_declares("x-no-such").encode(), "text/html; charset=x-none"),
    "a label that is code": (page_with().encode(), "text/html; charset=rot13"),
    "a label that is bytes": (page_with().encode(), "text/html; charset=base64"),
    "a label that names a file": (page_with().encode(), "text/html; charset=../../mnt/zqmarker"),
    "a label that imports": (page_with().encode(), "text/html; charset=antigravity"),
    "a long label": (page_with().encode(), f"text/html; charset={'x' * 5000}"),
    "two labels": (_PAGE.encode(), "text/html; charset=utf-16; charset=utf-8"),
    "lone surrogates": (page_with("\ud800\udfff\ud83d").encode("utf-8", "surrogatepass"), "text/html; charset=utf-8"),
    "half of a letter": (page_with("ü").encode()[:-1] + b"\xc3", "text/html; charset=utf-8"),
    "NULs between letters": (page_with(f"<scr\0ipt>{HIDDEN}()</scr\0ipt>").encode(), "text/html; charset=utf-8"),
    "marks of three encodings": (b"\xef\xbb\xbf\xff\xfe\xfe\xff" + _PAGE.encode(), "text/html"),
    "every byte": (page_with("BYTES").encode().replace(b"BYTES", bytes(range(256)) * 20), "text/html"),
}
_FEEDS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-7", "cp500", "iso2022_jp",
)  # fmt: skip


def cases() -> Iterator[Case]:
    for name, (content, kind) in _PAGES.items():
        yield Case("charsets", name, {"": sends(content, kind)})
    for encoding in _FEEDS:
        feed = rss_with("<p>Plain words</p>")
        for told in dict.fromkeys((encoding, "utf-8", "utf-7", "utf-16")):
            declared = feed.replace("?>", f' encoding="{told}"?>', 1)
            yield Case(
                "charsets", f"feed in {encoding}, said to be {told}", {"": sends(declared.encode(encoding), RSS)}
            )
