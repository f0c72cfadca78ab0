"""Pages and feeds that a lobby would show, with a place for whatever a test puts into them."""

import json
from html import escape

from tests.prepare.gathering.paper import page, paragraphs

TITLE = "A quiet river"


def page_with(snippet: str = "", head: str = "", title: str = TITLE) -> str:
    return page(title, f"{paragraphs('The river', 3)}{snippet}{paragraphs('The bridge', 3)}", head)


def item(snippet: str = "", title: str = TITLE, link: str = "story", more: str = "") -> str:
    """Give an entry with its text as escaped HTML."""
    body = f"{paragraphs('The river', 3)}{snippet}{paragraphs('The bridge', 3)}"
    date = "<pubDate>Fri, 27 Nov 2026 08:00:00 GMT</pubDate>"
    return (
        f"<item><title>{title}</title><link>{link}</link>{date}<description>{escape(body)}</description>{more}</item>"
    )


def rss(*items: str, channel: str = "<title>The Paper</title>", root: str = "") -> str:
    return f'<?xml version="1.0"?><rss version="2.0"{root}><channel>{channel}{"".join(items)}</channel></rss>'


def rss_with(snippet: str) -> str:
    return rss(item(snippet))


def rss_in_cdata(snippet: str) -> str:
    body = f"{paragraphs('The river', 3)}{snippet}{paragraphs('The bridge', 3)}".replace("]]>", "")
    return rss(f"<item><title>{TITLE}</title><guid>1</guid><description><![CDATA[{body}]]></description></item>")


def atom_with(snippet: str) -> str:
    body = escape(f"{paragraphs('The river', 3)}{snippet}{paragraphs('The bridge', 3)}")
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title><entry><id>1</id>'
        f'<title>{TITLE}</title><link href="story"/><content type="html">{body}</content></entry></feed>'
    )


def json_with(snippet: str, **members: object) -> str:
    body = f"{paragraphs('The river', 3)}{snippet}{paragraphs('The bridge', 3)}"
    entry = {"id": "1", "title": TITLE, "url": "story", "content_html": body, **members}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The Paper", "items": [entry]})
