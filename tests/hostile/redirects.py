"""Servers that send a visit on to where it may not go, by every status, and pages that do the same in their own ways."""

from collections.abc import Iterator

from tests.hostile.case import HTML, MARKER, RSS, Case, sends, sends_on
from tests.hostile.honest import TITLE, item, page_with, rss
from tests.prepare.network.nasty import repeats

STATUSES = ("301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent")
PLACES = (
    "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://192.168.1.1/", "http://[fd00::1]/",
    "http://[64:ff9b::a9fe:a9fe]/", "http://127.0.0.1/", "http://127.0.0.1:22/", "http://localhost/", "http://127.1/",
    "http://2130706433/", "http://0x7f000001/", "http://017700000001/", "http://0x7f.0.0.1/", "http://0/", "http://[::1]/",
    "http://[::ffff:127.0.0.1]/", "http://[::ffff:a9fe:a9fe]/", "http://[2002:a00:1::]/", "http://inside.example/",
    "http://metadata.example/", "http://mixed.example/", "//10.0.0.1/", "///10.0.0.1/", "/\\10.0.0.1/", "\\\\10.0.0.1\\",
    "http://evil.example:22/", "http://evil.example:8080/", "http://good.example@10.0.0.1/", "http://10.0.0.1#@evil.example/",
    "http://10.0.0.1\\@evil.example/", "http://127.0.0.1:8099@10.0.0.1/", "http://\u2469.0.0.1/",
    "http://\uff11\uff10.0.0.1/", "http://10\u30020\u30020\u30021/", "http://%31%30.0.0.1/", "http://10.0.0.1./",
    f"file://{MARKER}.html", f"file:{MARKER}.html", "FILE:///etc/passwd", "ftp://10.0.0.1/", "gopher://10.0.0.1:80/",
    "data:text/html,<h1>zqforbidden</h1>", "javascript:alert(1)", "jar:http://10.0.0.1!/", "about:blank", "dict://10.0.0.1:22/",
)  # fmt: skip
_IN_ONE_PAGE = PLACES[:24]


def cases() -> Iterator[Case]:
    for number, place in enumerate(PLACES):
        for status in STATUSES:
            yield Case("redirects", f"{status} to {place}", {"": sends_on(place, status)}, "nothing")
        if number < len(_IN_ONE_PAGE):
            yield from _by_other_ways(place)
    yield from _round_and_round()


def _by_other_ways(place: str) -> Iterator[Case]:
    """Let a page name the place as its feed, its frame, itself; an entry as its whole text; a server, as a picture's."""
    home = f'<html><head><title>The Paper</title><link rel="alternate" type="{RSS}" href="{place}"></head></html>'
    yield Case("redirects", f"feed at {place}", {"": sends(home)}, "nothing")
    feed = rss(item(link=place))
    yield Case("redirects", f"whole text at {place}", {"": sends(feed, RSS)}, "article", full_text=True)
    moved = {"": sends(rss(item(link="story")), RSS), "story": sends_on(place)}
    yield Case("redirects", f"whole text sent on to {place}", moved, "article", full_text=True)
    seen = {"": sends(page_with('<img src="picture.png">')), "picture.png": sends_on(place)}
    yield Case("redirects", f"picture sent on to {place}", seen, "article")
    head = f'<meta http-equiv=refresh content="0; url={place}"><link rel=canonical href="{place}"><base href="{place}">'
    yield Case("redirects", f"itself at {place}", {"": sends(page_with("<img src=x.png>", head))})


def _round_and_round() -> Iterator[Case]:
    yield Case("redirects", "to itself", {"": sends_on("./")}, "nothing")
    yield Case("redirects", "to and fro", {"": sends_on("a"), "a": sends_on("b"), "b": sends_on("a")}, "nothing")
    many = {str(hop) if hop else "": sends_on(str(hop + 1)) for hop in range(50)}
    yield Case("redirects", "fifty hops", many, "nothing")
    few = {"": sends_on("a"), "a": sends_on("b"), "b": sends_on("http://10.0.0.1/")}
    yield Case("redirects", "to a forbidden place in the end", few, "nothing")
    honest = {"": sends_on("a"), "a": sends_on("b"), "b": sends(page_with())}
    yield Case("redirects", "to an honest page", honest, "article")
    yield Case(
        "redirects", "with a body without end", {"": repeats(b"HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n", b"a")}
    )
    yield Case("redirects", "nowhere", {"": sends_on("")}, "nothing")
    twice = sends(page_with(), HTML, "Location: http://10.0.0.1/", status="201 Created")
    yield Case("redirects", "by a status that sends nobody on", {"": twice}, "nothing")
    refresh = sends(
        page_with(title=TITLE), HTML, "Refresh: 0; url=http://10.0.0.1/", "Link: <http://10.0.0.1/>; rel=preload"
    )
    yield Case("redirects", "by other headers", {"": refresh}, "article")
    split = sends_on("/x\r\nSet-Cookie: a=b\r\nX: http://10.0.0.1/")
    yield Case("redirects", "with more lines in it", {"": split}, "nothing")
