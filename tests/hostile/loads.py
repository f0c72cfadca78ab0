"""Pages that want something loaded: by every attribute and by style, from files, shares and places of the network."""

from collections.abc import Iterator

from tests.hostile.case import HTML, MARKER, RSS, Case, sends
from tests.hostile.honest import item, page_with, rss, rss_with

_WAYS = {
    "img": '<img src="{}">',
    "img without quotes": "<img src={}>",
    "img in a figure": '<figure><img src="{}"><figcaption>Seen</figcaption></figure>',
    "srcset": '<img srcset="{} 2x">',
    "later": '<img src="data:," data-src="{}">',
    "later still": '<img data-lazy-src="{}">',
    "picture": '<picture><source srcset="{}"><img src="{}"></picture>',
    "video": '<video src="{0}" poster="{0}" autoplay></video>',
    "audio": '<audio src="{}" autoplay></audio>',
    "source": '<video><source src="{0}"><track src="{0}" default></video>',
    "embed": '<embed src="{}">',
    "object": '<object data="{0}" codebase="{0}" classid="{0}"></object>',
    "applet": '<applet code="{0}" archive="{0}"></applet>',
    "iframe": '<iframe src="{}"></iframe>',
    "frame": '<frameset><frame src="{}"></frameset>',
    "link": '<link rel=stylesheet href="{0}"><link rel=preload as=image href="{0}"><link rel=icon href="{0}">',
    "base": '<base href="{}"><img src="x.png">',
    "body background": '<body background="{}">',
    "table background": '<table background="{0}"><tr background="{0}"><td background="{0}">a<td>b</table>',
    "input": '<input type=image src="{}">',
    "svg image": '<svg><image href="{0}" xlink:href="{0}" /></svg>',
    "svg use": '<svg><use href="{0}#a" xlink:href="{0}#a" /></svg>',
    "style url": "<p style=\"background: url('{}')\">styled</p>",
    "style list": '<ul style="list-style-image: url({})"><li>one<li>two</ul>',
    "style import": "<style>@import '{0}'; @import url({0}); body {{ background: url({0}) }}</style>",
    "style font": "<style>@font-face {{ font-family: a; src: url({}) }} p {{ font-family: a }}</style>",
    "font face": '<font face="{}">words</font>',
    "script": '<script src="{}"></script>',
    "refresh": '<meta http-equiv=refresh content="0; url={}">',
    "manifest": '<link rel=manifest href="{0}"><link rel=prefetch href="{0}"><link rel=dns-prefetch href="{0}">',
    "ping": '<a href="https://good.example/" ping="{}">good</a>',
    "longdesc": '<img src="x.png" longdesc="{0}" usemap="{0}" lowsrc="{0}" dynsrc="{0}">',
    "xml base": '<p xml:base="{}"><img src="x.png"></p>',
    "markdown": "![seen]({})",
}  # fmt: skip
_FILES = {
    "file": f"file://{MARKER}.png",
    "file of localhost": f"file://localhost{MARKER}.png",
    "path": f"{MARKER}.png",
    "path up": f"../../../../../../../..{MARKER}.png",
    "share": "\\\\evil.example\\share\\zqmarker.png",
    "share as file": "file://evil.example/share/zqmarker.png",
    "share in slashes": "//evil.example/share/zqmarker.png",
    "Qt's resources": "qrc:/zqmarker.png",
    "Qt's resources, short": ":/zqmarker.png",
    "ours": "kimg:zqmarker",
    "data": "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
    "blob": "blob:http://evil.example/zqmarker",
}  # fmt: skip
_PLACES = (
    "http://evil.example/x.png", "//evil.example/x.png", "http://169.254.169.254/latest", "http://10.0.0.1/x.png",
    "http://192.168.1.1/x.png", "http://[fd00::1]/x.png", "http://[64:ff9b::a9fe:a9fe]/x.png", "http://127.0.0.1:22/x.png",
    "http://127.0.0.1/x.png", "http://inside.example/x.png", "ftp://evil.example/x.png", "http://2130706433/x.png",
)  # fmt: skip
_ANYWHERE = ("http://evil.example/", "//evil.example/")
"""Where a page may declare its own picture to lie, for papers keep theirs anywhere in the world."""


def cases() -> Iterator[Case]:
    everywhere = (*_FILES.values(), *_PLACES)
    for way, written in _WAYS.items():
        for kind, names in (("files", _FILES.values()), ("places", _PLACES)):
            snippet = _written(written, tuple(names))
            yield Case("loads", f"{way} of {kind}, page", {"": sends(page_with(snippet))}, "article")
        snippet = _written(written, everywhere)
        yield Case("loads", f"{way}, entry", {"": sends(rss_with(snippet), RSS)}, "article")
    for name, place in (*_FILES.items(), *((place, place) for place in _PLACES)):
        if not place.startswith(_ANYWHERE):
            yield from _leads(name, place)
    yield Case("loads", "thirty trackers", {"": sends(page_with(_trackers()), HTML)}, "article")


def _written(way: str, places: tuple[str, ...]) -> str:
    return "".join(way.format(*[place] * 2) for place in places)


def _leads(name: str, place: str) -> Iterator[Case]:
    """Give a page and an entry that declare the place as their picture."""
    head = f'<meta property="og:image" content="{place}"><meta name="twitter:image" content="{place}">'
    yield Case("loads", f"lead {name}", {"": sends(page_with(head=head))}, "article")
    quoted = place.replace("<", "&lt;")
    more = f'<enclosure url="{quoted}" type="image/png" length="9"/><media:content url="{quoted}" medium="image"/>'
    feed = rss(item(more=more), root=' xmlns:media="http://search.yahoo.com/mrss/"')
    yield Case("loads", f"enclosure {name}", {"": sends(feed, RSS)}, "article")


def _trackers() -> str:
    return "".join(f'<img src="http://evil.example/pixel.gif?{number}" width="50" height="50">' for number in range(30))
