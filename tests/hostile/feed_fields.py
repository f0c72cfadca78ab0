"""Feeds whose fields are not what fields are for: lies about dates, addresses, sizes and kinds."""

# ruff: noqa: RUF001  # addresses and figures that look like others are what is tested

import json
from collections.abc import Iterator
from html import escape

from tests.hostile.case import JSON, MARKER, RSS, Case, sends
from tests.hostile.honest import TITLE, item, json_with, rss
from tests.prepare.gathering.paper import paragraphs

_LINKS = (
    "javascript:alert(1)", "data:text/html,x", f"file://{MARKER}.html", "//10.0.0.1/x", "\\\\evil.example\\share",
    "http://10.0.0.1/", "https://good.example@evil.example/", "https://good.example/" + "a" * 9000, "https://[::1", "http://",
    "https://good.example/%00", "https://good.example/\u202egnp.exe", "https://xn--80ak6aa92e.com/", "https://аррӏе.com/",
    "mailto:a@b.example?bcc=c@d.example", "tel:*%2306%23", "sms:112", "geo:0,0", "magnet:?x", "intent://x#Intent;end",
)  # fmt: skip
_DATES = (
    "Mon, 01 Jan 1601 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Fri, 27 Nov 2099 00:00:00 GMT", "yesterday", "0", "-1",
    "9" * 400, "2026-11-27T25:61:61Z", "2026-02-30", "Fri, 27 Nov 2026 08:00:00 +9999", "٢٠٢٦-١١-٢٧", "\0", "1e308",
    "0000-00-00T00:00:00Z", "2026-11-27T08:00:00+24:00",
)  # fmt: skip
_LANGUAGES = ("en'; DROP", "x" * 5000, "../../etc", "\u202e", "i-klingon", "zh-Hant-TW-x-" + "a" * 90, "-", "en\0de")


def cases() -> Iterator[Case]:
    for link in _LINKS:
        yield _feed(f"link {link[:40]}", item(link=escape(link)))
        body = f'<p><a href="{escape(link)}">press here</a></p>'
        yield _feed(f"link in the text {link[:40]}", item(body), comes=True)
        members = {"url": link, "external_url": link, "image": link, "banner_image": link}
        yield Case("fields", f"JSON, link {link[:40]}", {"": sends(json_with(body, **members), JSON)}, "article")
    for date in _DATES:
        yield _feed(f"date {date[:40]}", item().replace("Fri, 27 Nov 2026 08:00:00 GMT", date))
        yield Case(
            "fields", f"JSON, date {date[:40]}", {"": sends(json_with("", date_published=date), JSON)}, "article"
        )
    for language in _LANGUAGES:
        channel = f"<title>The Paper</title><language>{language}</language>"
        yield Case("fields", f"language {language[:20]}", {"": sends(rss(item(), channel=channel), RSS)})
    yield from _many()
    yield from _of_wrong_kinds()


def _feed(name: str, *items: str, comes: bool = False) -> Case:
    return Case("fields", name, {"": sends(rss(*items), RSS)}, "article" if comes else "either")


def _many() -> Iterator[Case]:
    yield _feed("a hundred thousand entries", "<item><title>a</title></item>" * 100_000)
    yield _feed("two thousand whole entries", item() * 2000)
    yield _feed(
        "entries of one identity", "".join(item(more="<guid>1</guid>", title=f"{TITLE} {n}") for n in range(60))
    )
    yield _feed("an entry in an entry", item(more=item(more=item())))
    yield _feed("a title of a megabyte", item(title="a " * 500_000))
    yield _feed("a word of a megabyte as title", item(title="a" * 1_000_000))
    yield _feed("a text of four megabytes", item("<p>" + "word " * 800_000))
    yield _feed("thousands of enclosures", item(more='<enclosure url="p.png" type="image/png" length="1"/>' * 20_000))
    yield _feed("thousands of categories", item(more="<category>a</category>" * 20_000))
    yield _feed(
        "a program enclosed", item(more='<enclosure url="http://10.0.0.1/a.exe" type="application/x-msdownload"/>')
    )
    yield _feed("an enclosure of negative length", item(more='<enclosure url="p.png" type="image/png" length="-1"/>'))
    yield _feed("entries without anything", "<item/>" * 500, item())
    yield _feed("text packed six times", item(escape(escape(escape(escape(escape(paragraphs("Deep"))))))))


def _of_wrong_kinds() -> Iterator[Case]:
    odd: tuple[object, ...] = (None, True, -1, 1e308, [], {}, [[]], {"a": {}}, "", "\0", ["x"] * 5000)
    names = (
        "title",
        "url",
        "content_html",
        "content_text",
        "id",
        "authors",
        "attachments",
        "tags",
        "image",
        "language",
    )
    for number, value in enumerate(odd):
        yield Case(
            "fields", f"JSON, odd values {number}", {"": sends(json_with("", **dict.fromkeys(names, value)), JSON)}
        )
        whole = json.dumps({"version": "https://jsonfeed.org/version/1", "title": value, "items": value})
        yield Case("fields", f"JSON, odd feed {number}", {"": sends(whole, JSON)})
    deep = '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 200_000
    yield Case("fields", "JSON, deep", {"": sends(deep, JSON)}, "nothing")
    figures = '{"version": "https://jsonfeed.org/version/1", "items": [{"id": ' + "9" * 1_000_000 + "}]}"
    yield Case("fields", "JSON, a number of a million figures", {"": sends(figures, JSON)}, "nothing")
    twins = '{"items": [], ' * 5 + '"version": "https://jsonfeed.org/version/1"' + "}" * 5
    yield Case("fields", "JSON, twins", {"": sends(twins, JSON)}, "nothing")
    doubled = json_with("").replace('{"id"', '{"content_html": "<p>zqfirst", "id"')
    yield Case("fields", "JSON, a member twice", {"": sends(doubled, JSON)})
    yield Case("fields", "JSON, not a number", {"": sends(json_with("").replace('"1"', "NaN"), JSON)})
