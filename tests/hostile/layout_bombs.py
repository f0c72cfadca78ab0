"""Pages that would keep the screen busy: deep, long, wide, and full of what is dear to lay out."""

from collections.abc import Callable, Iterator

from tests.hostile.case import RSS, Case, sends
from tests.hostile.honest import page_with, rss_with
from tests.prepare.html.bombs import BOMBS

SIZE, GREAT_SIZES = 600, (5000, 20_000, 49_000, 200_000)

_MORE: dict[str, Callable[[int], str]] = {
    "ten thousand cells": lambda n: "<table>" + f"<tr>{'<td>a' * 12}" * (9 * n // 12) + "</table>",
    "a table of words": lambda n: "<table>" + f"<tr>{'<td>a few words each' * 12}" * (n // 12) + "</table>",
    "marks on every letter": lambda n: "<p>" + f"a{chr(0x301) * 9}" * n,
    "marks of many kinds": lambda n: "<p>" + "".join(f"a{chr(0x300 + place % 112)}" for place in range(9 * n)),
    "enclosing marks": lambda n: "<p>" + f"a{chr(0x20DD)}" * n,
    "turns": lambda n: "<p>" + f"a{chr(0x202E)}b{chr(0x202D)}" * n,
    "isolates in isolates": lambda n: "<p>" + f"{chr(0x2067)}a{chr(0x2066)}" * n,
    "two directions": lambda n: "<p>" + f"abc {chr(0x5D0) * 3} " * n,
    "Arabic in one word": lambda n: "<p>" + chr(0x628) * n,
    "joined families": lambda n: "<p>" + f"{chr(0x1F469)}{chr(0x200D)}" * n,
    "flags": lambda n: "<p>" + chr(0x1F1E6) * n,
    "Chinese without an end": lambda n: "<p>" + chr(0x6F22) * n,
    "Thai without spaces": lambda n: "<p>" + "ภาษาไทย" * n,
    "hyphens that nobody sees": lambda n: "<p>" + f"a{chr(0xAD)}" * n,
    "one link of many words": lambda n: '<p><a href="https://good.example/">' + "words " * n + "</a>",
    "lists of lists of lists": lambda n: "<ul><li>" * 50 + "<li>a" * n,
    "quotes with tables with lists": lambda n: "<blockquote><table><tr><td><ul><li>a</ul></table></blockquote>" * n,
    "huge spans": lambda n: "<table>" + "<tr><td colspan=9000000000000000 rowspan=65535>a<td>b" * (n // 4) + "</table>",
    "numbers of lists": lambda n: f"<ol start={'9' * n}><li>a</ol><ol start=-5><li>b</ol><ol start=0x7f><li>c</ol>",
    "pictures without end": lambda n: '<img src="picture.png">' * n,
}  # fmt: skip


def cases(sizes: tuple[int, ...] = (SIZE,)) -> Iterator[Case]:
    for size in sizes:
        for name, bomb in (BOMBS | _MORE).items():
            yield Case("layout", f"{name}, {size}", {"": sends(page_with(bomb(size)))})
        for name, bomb in _MORE.items():
            yield Case("layout", f"{name}, {size}, entry", {"": sends(rss_with(bomb(size)), RSS)})
