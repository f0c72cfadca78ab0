"""XML that means harm: each asks for a file or an address, or grows; `marker` is a file that nobody may open."""

from collections.abc import Iterator

_ITEM = "<item><title>a</title><description>{}</description></item>"


def hostile_feeds(marker: str, address: str) -> Iterator[tuple[str, str]]:
    """Give name and text of each; `address` is one of http that nobody may connect to."""
    yield from _declared(marker, address)
    yield from _undeclared(marker, address)
    yield from _large()


def _rss(body: str, doctype: str = "", attributes: str = "") -> str:
    return f'<?xml version="1.0"?>{doctype}<rss version="2.0"{attributes}><channel>{body}</channel></rss>'


def _declared(marker: str, address: str) -> Iterator[tuple[str, str]]:
    used = _ITEM.format("&x;")
    for kind, place in (("file", f"file://{marker}"), ("path", marker), ("http", address)):
        yield f"external entity {kind}", _rss(used, f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{place}">]>')
        yield f"public entity {kind}", _rss(used, f'<!DOCTYPE rss [<!ENTITY x PUBLIC "p" "{place}">]>')
        yield f"external type {kind}", _rss(used, f'<!DOCTYPE rss SYSTEM "{place}">')
        yield f"public type {kind}", _rss(used, f'<!DOCTYPE rss PUBLIC "-//W3C//DTD" "{place}">')
        yield f"parameter entity {kind}", _rss(used, f'<!DOCTYPE rss [<!ENTITY % p SYSTEM "{place}"> %p;]>')
        yield f"after a comment {kind}", _rss(used, f'<!-- > --><?p <!-- ?><!DOCTYPE rss SYSTEM "{place}"><!-- -->')
    netscape = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "{}" {}>'
    yield "netscape elsewhere", _rss(used, netscape.format(f"file://{marker}", ""))
    yield "netscape with a subset", _rss(used, netscape.format("x", f'[<!ENTITY x SYSTEM "{marker}">]'))
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    yield "billion laughs", _rss(_ITEM.format("&l9;"), f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]>')
    yield "quadratic", _rss(_ITEM.format("&q;" * 20_000), f'<!DOCTYPE rss [<!ENTITY q "{"q" * 50_000}">]>')
    yield "late type", " " * 70_000 + f'<!DOCTYPE rss SYSTEM "file://{marker}"><rss/>'
    yield "type put together", f'<!DOC\x00TYPE rss SYSTEM "file://{marker}"><rss>&nbsp;</rss>'
    yield "attribute type", _rss(used, f'<!DOCTYPE rss [<!ATTLIST rss a CDATA "{"a" * 9000}">]>')


def _undeclared(marker: str, address: str) -> Iterator[tuple[str, str]]:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{}" parse="text"/>'
    yield "xinclude file", _rss(_ITEM.format(include.format(f"file://{marker}")))
    yield "xinclude http", _rss(include.format(address))
    yield "stylesheet", f'<?xml-stylesheet href="file://{marker}" type="text/xsl"?>' + _rss(_ITEM.format("a"))
    yield "instruction", _rss(f'<?php readfile("{marker}"); ?>' + _ITEM.format("a"))
    location = f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a file://{marker}"'
    yield "schema", _rss(_ITEM.format("a"), attributes=location)
    yield "base", _rss(_ITEM.format("&lt;img src='x'&gt;"), attributes=f' xml:base="file://{marker}"')
    yield (
        "content elsewhere",
        f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><content src="{address}"/></entry></feed>',
    )


def _large() -> Iterator[tuple[str, str]]:
    yield "deep", _rss("<a>" * 100_000 + "</a>" * 100_000)
    yield "deep in an entry", _rss("<item><description>" + "<b>" * 100_000)
    yield "attributes", _rss("<item " + " ".join(f'a{n}="1"' for n in range(40_000)) + "/>")
    yield "same attributes", _rss("<item " + 'a="1" ' * 60_000 + "/>")
    yield "vocabularies", _rss("<item " + " ".join(f'xmlns:a{n}="u{n}"' for n in range(15_000)) + "/>")
    yield "long name", _rss(f"<{'a' * 400_000}/>")
    yield "open sections", _rss("<![CDATA[" * 40_000)
    yield "open comments", _rss("<!--" * 80_000)
    yield "open instructions", _rss("<?" * 150_000)
    yield "stray ampersands", _rss(_ITEM.format("&" * 300_000))
    yield "stray brackets", _rss(_ITEM.format("&nbsp;" + "<" * 300_000))
    yield "open pictures", _rss(_ITEM.format("&nbsp;" + "<img " * 60_000))
    yield "spaces in a tag", _rss(_ITEM.format("&nbsp;<img " + " " * 300_000))
    yield "unknown prefixes", _rss("".join(f"<a{n}:b/>" for n in range(30_000)))
    yield "name without end", _rss("<item><title>a</title>" + f"<author>{'a' * 200_000}</author>" * 2 + "</item>")
    yield "names without number", _rss("<item><title>a</title>" + f"<author>{'a' * 300}</author>" * 1200 + "</item>")
    yield "tags without end", _rss(f"<item><title>a</title><tags>{','.join(map(str, range(60_000)))}</tags></item>")
    yield "categories without number", _rss("".join(f"<category>{n}</category>" for n in range(14_000)))
    yield "date without end", _rss(f"<item><title>a</title><pubDate>{'1' * 400_000}</pubDate></item>")
    yield "words of the reader", _rss("<item><title>a</title><links a=''/><link/><authors/><author/><author/></item>")
    yield "known words of other vocabularies", _rss("".join(f'<a{n}:id xmlns:a{n}="u{n}"/>' for n in range(12_000)))
    yield "markup in all entries", _rss(_ITEM.format("<![CDATA[<b>" + "&<div>" * 300 + "]]>") * 190)
    yield "empty entries", _rss("<item/>" * 50_000)
