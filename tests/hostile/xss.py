"""Programs in pages: every form in every place where a page or a feed may have markup."""

from collections.abc import Iterator

from tests.hostile.case import HIDDEN, HTML, JSON, RSS, Case, sends
from tests.hostile.honest import TITLE, atom_with, item, json_with, page_with, rss, rss_in_cdata, rss_with
from tests.prepare.html.hostile import SNIPPETS

_IN_PLACE = {
    "script": f"<script>{HIDDEN}()</script>",
    "script in capitals": f"<SCRIPT>{HIDDEN}()</SCRIPT>",
    "script from elsewhere": f"<script src=http://evil.example/{HIDDEN}.js></script>",
    "module": f"<script type=module>import '{HIDDEN}'</script>",
    "data block": f'<script type="application/json">{{"{HIDDEN}": 1}}</script>',
    "script that is closed late": f"<script>'</scrip>';{HIDDEN}()</script >",
    "script without an end of its tag": f"<script x='>'>{HIDDEN}()</script>",
    "handler": f'<img src=x onerror="{HIDDEN}()">',
    "handler after a slash": f"<img/src=x/onerror={HIDDEN}()>",
    "handler of a link": f'<a href="https://good.example/" onclick="{HIDDEN}()">good</a>',
    "focus": f'<input autofocus onfocus="{HIDDEN}()" value="{HIDDEN}">',
    "details": f'<details open ontoggle="{HIDDEN}()"><summary>More</summary>inside</details>',
    "address": f'<a href="javascript:{HIDDEN}()">press</a>',
    "address with a tab": f'<a href="java&Tab;script:{HIDDEN}()">press</a>',
    "address as data": f'<a href="data:text/html,<script>{HIDDEN}()</script>">press</a>',
    "style": f"<style>p {{ content: '{HIDDEN}' }}</style>",
    "style of an element": f'<p style="background: url(javascript:{HIDDEN}())">styled</p>',
    "comment": f"<!-- {HIDDEN} -->",
    "condition": f"<!--[if IE]><script>{HIDDEN}()</script><![endif]-->",
    "frame": f'<iframe srcdoc="&lt;script&gt;{HIDDEN}()&lt;/script&gt;"></iframe>',
    "object": f'<object data="data:text/html,{HIDDEN}"></object>',
    "embed": f'<embed src="javascript:{HIDDEN}()">',
    "vector": f"<svg onload='{HIDDEN}()'><script>{HIDDEN}()</script></svg>",
    "vector's style": f"<svg><style>{HIDDEN}</style></svg>",
    "formula": f"<math><annotation-xml encoding='text/html'><script>{HIDDEN}()</script></annotation-xml></math>",
    "template": f"<template><script>{HIDDEN}()</script></template>",
    "refresh": f'<meta http-equiv=refresh content="0;url=javascript:{HIDDEN}()">',
    "form": f'<form action="javascript:{HIDDEN}()"><button formaction="javascript:{HIDDEN}()">Go</button></form>',
    "base": f'<base href="javascript:{HIDDEN}//">',
    "no script": f"<noscript><style>{HIDDEN}</style></noscript>",
    "hidden": f"<p hidden>{HIDDEN}</p><p style='display: none'>{HIDDEN}</p>",
}  # fmt: skip
_PLACES = {
    "page": (page_with, HTML),
    "entry": (rss_with, RSS),
    "entry in CDATA": (rss_in_cdata, RSS),
    "Atom": (atom_with, "application/atom+xml"),
    "JSON": (json_with, JSON),
}
_TEXTS = (
    "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
    '"><img src=x onerror=alert(1)>', "</title><script>alert(1)</script>", "<![CDATA[<img src=file:///etc/passwd>]]>",
    "\u202egnp.exe", "&#x202E;reversed", "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308" * 20, "\U000e0041\U000e0042",
    "&#0;&#8;&#27;[31m", "\ufeff\u200b\u2060\u00ad", "{{7*7}} ${7*7} %s %n", "x" * 9000, "\ue000\uf8ff", "&#xD800;",
)  # fmt: skip  # what stands in fields for plain text


def cases() -> Iterator[Case]:
    for place, (made, kind) in _PLACES.items():
        for name, snippet in _IN_PLACE.items():
            yield Case("programs", f"{name}, {place}", {"": sends(made(snippet), kind)}, "article")
    for number, text in enumerate(_TEXTS):
        yield from _in_texts(f"text {number}", text)
    yield from _many_at_once()


def _in_texts(name: str, text: str) -> Iterator[Case]:
    quoted = text.replace('"', "&quot;")
    head = f'<meta property="og:title" content="{quoted}"><meta name="author" content="{quoted}">'
    yield Case("programs", f"{name} in a page's head", {"": sends(page_with(head=head))})
    yield Case("programs", f"{name} in a title", {"": sends(page_with(title=f"{TITLE} {text}"))})
    entry = item(title=f"{TITLE} {text}", more=f"<author>{text}</author><category>{text}</category>")
    yield Case("programs", f"{name} in an entry", {"": sends(rss(entry, channel=f"<title>{text}</title>"), RSS)})
    members = {"title": f"{TITLE} {text}", "authors": [{"name": text}], "summary": text, "language": text}
    yield Case("programs", f"{name} in JSON", {"": sends(json_with("", **members), JSON)}, "article")


def _many_at_once() -> Iterator[Case]:
    """Give the snippets of the cleaner's own tests in portions, as no page has only one."""
    snippets = list(SNIPPETS.values())
    for start in range(0, len(snippets), 8):
        portion = "<p>between</p>".join(snippets[start : start + 8])
        yield Case("programs", f"snippets from {start}, page", {"": sends(page_with(portion))})
        yield Case("programs", f"snippets from {start}, entry", {"": sends(rss_in_cdata(portion), RSS)})
