"""Honest pages, feeds and pictures with bytes flipped, cut, doubled and put together from two: the same for each seed."""

from collections.abc import Iterator
from functools import cache
from random import Random

from tests.hostile.case import HTML, RSS, Case, sends
from tests.hostile.honest import atom_with, item, json_with, page_with, rss, rss_in_cdata, rss_with
from tests.hostile.picture_bombs import honest_pictures
from tests.prepare.web.truth import content_of, names_of_pages

_TOKENS = (
    b"<script>", b"</script>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<table><tr><td>", b"</table>", b"<img src='picture.png'>",
    b"&#0;", b"&#x202e;", b"&#xD800;", b"&", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc0\xbc", b"<!DOCTYPE x>", b"<svg>", b"<math>",
    b"<base href='file:///mnt/zqmarker'>", b"<item>", b"</item>", b"<entry>", b"<title>", b"<plaintext>", b"<template>", b"\\ud800",
    b"null", b"[[[", b'"', b"9999-12-31T23:59:60Z", b"javascript:", b"http://10.0.0.1/", b"file:///mnt/zqmarker.png", b"<a href='",
    b"<ul><li>", b"<blockquote>", b"</p>", b"<p>", b"\xe2\x81\xa7", b"\xcc\x81" * 9, b"<meta charset=utf-7>", b"<td colspan=99999>",
)  # fmt: skip  # what parsers mind
_LARGEST_PAGE = 9000


def mutations(count: int, seed: int) -> Iterator[Case]:
    chance = Random(seed)  # noqa: S311  # not for secrets: the same mutations each time
    seeds = _seeds()
    for number in range(count):
        kind, content = chance.choice(seeds)
        _, other = chance.choice(seeds)
        yield _case(number, kind, mutated(content, other, chance))


def mutated(content: bytes, other: bytes, chance: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 9))):
        _change(changed, other, chance)
    return bytes(changed)


def _change(content: bytearray, other: bytes, chance: Random) -> None:
    start = chance.randrange(len(content) + 1)
    end = min(len(content), start + chance.randint(1, 200))
    match chance.randrange(7):
        case 0 | 1 if start < len(content):
            content[start] ^= 1 << chance.randrange(8)
        case 2:
            del content[start:end]
        case 3:
            content[start:start] = content[start:end] * chance.randint(1, 60)
        case 4:
            content[start:start] = chance.choice(_TOKENS) * chance.choice((1, 1, 1, 30))
        case 5:
            begin = chance.randrange(len(other) + 1)
            content[start:start] = other[begin : begin + chance.randint(1, 2000)]
        case _:
            del content[max(start, len(content) // 4) :]


def _case(number: int, kind: str, content: bytes) -> Case:
    if kind == "picture":
        figure = f'<figure><img src="{number}.png"><figcaption>Seen</figcaption></figure>'
        says = {"": sends(page_with(figure)), f"{number}.png": sends(content, "image/png")}
        return Case("mutations", f"picture {number}", says, "article")
    return Case("mutations", f"{kind} {number}", {"": sends(content, kind)})


@cache
def _seeds() -> tuple[tuple[str, bytes], ...]:
    """Give honest contents with their kinds; small ones, for there are many to go through."""
    pages = (content_of(name) for name in names_of_pages())
    own = (
        page_with("<ul><li>one<li>two</ul><blockquote>said</blockquote>"),
        page_with("<table><tr><td>1<td>2</table>"),
    )
    feeds = (
        rss_with("<p>Words</p>"), rss_in_cdata("<b>Words</b>"), rss(item(), item(title="Another", link="b")), atom_with(""),
        json_with(""), json_with("<img src='p.png'>", summary="Short", authors=[{"name": "Tom"}]),
    )  # fmt: skip
    return (
        *((HTML, page) for page in pages if len(page) <= _LARGEST_PAGE),
        *((HTML, page.encode()) for page in own),
        *((RSS, feed.encode()) for feed in feeds * 3),
        *(("picture", picture) for picture in honest_pictures() * 2),
    )
