"""What surrounds an article and is none of it: taken out of the page before anybody looks for the article.

Site builders name such parts in English, whatever language they publish in; readers are told by the same words.
"""

import re
from collections.abc import Callable

from lxml import etree  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.elements import BLOCKS, HtmlElement, elements_of, letters_of, remove, text_of, words_in

_LIFELESS = frozenset(
    {
        "script", "style", "template", "link", "meta", "base", "iframe", "frame", "frameset", "object", "embed",
        "applet", "svg", "math", "canvas", "audio", "video", "button", "input", "select", "textarea", "option",
        "optgroup", "datalist", "progress", "meter", "dialog", "map", "area", "param", "track", "amp-sidebar",
        "amp-ad", "amp-embed", "amp-analytics", "amp-consent", "amp-social-share", "amp-user-notification",
        "amp-sticky-ad", "amp-iframe", "nav",
    }
)  # fmt: skip  # a list to look through, not a column
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "tablist", "toolbar",
     "tooltip", "form"}
)  # fmt: skip  # a list to look through, not a column
_HIDDEN = re.compile(r"(?:^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_KEEP_HOLDERS = frozenset({"html", "body", "main", "article", "h1", "thead", "tbody", "tr", "figcaption"})

_LISTENERS = re.compile("sr-only|visually-?hidden|screen-?reader", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_ALONE = frozenset(
    {
        "ad", "ads", "advert", "adverts", "advertisement", "advertising", "adsense", "adslot", "adbox", "adcontainer",
        "adunit", "adwrapper", "sponsored", "outbrain", "taboola", "dfp", "gpt", "mpu", "leaderboard", "share",
        "shares", "sharebar", "sharebuttons", "sharing", "shareaholic", "sharedaddy", "addthis", "addtoany", "a2a",
        "sharethis", "social", "socials", "socialmedia", "newsletter", "newsletters", "signup", "subscribe",
        "subscription", "cookie", "cookies", "cookiebar", "cookiebanner", "consent", "gdpr", "onetrust", "cookiebot",
        "related", "relatedposts", "jp-relatedposts", "recommended", "recommendation", "recommendations", "recirc",
        "recirculation", "comments", "commentlist", "commentform", "disqus", "respond", "livefyre", "breadcrumb",
        "breadcrumbs", "pagination", "pager", "pagenav", "sidebar", "rail", "popup", "modal",
        "trending", "mostread", "mostpopular", "popular", "navbar", "navigation", "nav", "menu", "submenu", "megamenu",
        "footer", "sitefooter", "masthead", "skiplink", "noprint", "printonly", "toolbar", "authorbox", "authorbio",
        "biobox", "tags", "taglist", "tagcloud", "rating", "ratings", "hashtags", "promo",
        "promos", "promobox", "upsell", "adblock", "donate", "donation", "copyright",
        "ticker", "toast", "screenreader", "toc", "postnav", "metadata", "login", "backlink",
        "sourcelink", "readmore", "readnext", "morestories", "morenews", "editsection", "crosshead-nav", "hatnote",
    }
)  # fmt: skip  # a list to look through, not a column
_TOGETHER = re.compile(
    r"\b(more (from|stories|news|articles|on|posts|like)|read (more|next|also)|also (like|read)|see also|up next"
    r"|next (article|post|story)|prev(ious)? (article|post|story)|post (navigation|nav|meta|footer|tags|author)"
    r"|entry (meta|footer|utility)|article (meta|footer|tags|tools|share|actions|info bar)|author (box|bio|info|card|profile|about)"
    r"|about (the )?author|byline box|source link|most (read|popular|viewed)|follow us|sign up|cta|call to action"
    r"|reader comments|comment (list|form|section|area)|sr only|visually hidden|screen reader|skip (to|link)"
    r"|print (only|button)|tag (list|cloud|links)|back to top|scroll to top|app (download|promo)|install app"
    r"|mw jump link|mw editsection|nav ?box|info ?bar|trc|fb (like|root|comments)|twitter (share|follow)"
    r"|whats ?app|e ?mail (signup|share)|job ads?|in ?article (ad|promo)|jp relatedposts|yarpp|wp ?block ?button)\b"
)
_WHOLE = frozenset({"hidden", "overlay", "lightbox", "invisible", "hide", "d none"})
_SENTENCE = 100
_TOO_MUCH = 0.4
"""The share of the page's text that no nuisance has: what has more is the article under an unlucky name."""
_ADDED_TO = frozenset(
    {
        "has",
        "with",
        "no",
        "without",
        "is",
        "not",
        "single",
        "hide",
        "js",
        "page",
        "wrap",
        "category",
        "tag",
        "type",
        "format",
        "status",
        "topic",
    }
)
"""Words that turn a name into a state: "has-sidebar" is the page beside the sidebar."""


def remove_nuisances(tree: HtmlElement) -> None:
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    for element in list(elements_of(tree)):
        if element.tag in _LIFELESS or element.tag.startswith("amp-"):
            remove(element)
    whole = len(text_of(tree)) or 1
    for element in list(elements_of(tree)):
        if _is_nuisance(element) and len(text_of(element)) < whole * _TOO_MUCH:
            remove(element)


def _is_nuisance(element: HtmlElement) -> bool:
    if element.tag in _KEEP_HOLDERS:
        return False
    if is_hidden(element) or element.get("role", "").lower() in _ROLES:
        return True
    if element.tag in {"footer", "aside"}:
        return not _is_of_article(element)
    return is_named_so(words_in(element)) and not (
        _opens_a_text(element) or _is_a_sentence(element) or _is_in_a_sentence(element) or _is_shown_otherwise(element)
    )


def is_hidden(element: HtmlElement) -> bool:
    if "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")):
        return True
    if element.get("aria-hidden", "").lower() != "true" or element.find(".//img") is not None or element.tag == "img":
        return False
    return element.tag in BLOCKS or not letters_of(text_of(element)) or _has_beside(element, _is_for_listeners)


def _has_beside(element: HtmlElement, is_so: Callable[[HtmlElement], bool]) -> bool:
    parent = element.getparent()
    return parent is not None and any(is_so(sibling) for sibling in parent if sibling is not element)


def _is_for_listeners(element: HtmlElement) -> bool:
    return bool(_LISTENERS.search(words_in(element)))


def _is_shown_otherwise(element: HtmlElement) -> bool:
    """Whether it says for listeners what beside it is drawn, as a whole word beside one with a big first letter."""
    return _is_for_listeners(element) and _has_beside(element, lambda other: other.get("aria-hidden") == "true")


def is_named_so(words: str) -> bool:
    """Whether an element is called what site builders call the things around an article."""
    names = [[word.lower() for word in _WORD.findall(name)] for name in words.split()]
    return any(
        (name and not _ADDED_TO.intersection(name[:1]) and (_ALONE.intersection(name) or "".join(name) in _ALONE))
        or " ".join(name) in _WHOLE
        or _TOGETHER.search(" ".join(name))
        for name in names
    )


def _opens_a_text(element: HtmlElement) -> bool:
    """Whether it is the big first letter of a paragraph, which some hide from those who listen."""
    text = text_of(element)
    return element.tag not in BLOCKS and 0 < len(text) <= 2 and text.isalpha() and bool((element.tail or "").strip())  # noqa: PLR2004  # a letter, and an opening quote or an apostrophe


def _is_a_sentence(element: HtmlElement) -> bool:
    """Whether it is a paragraph that somebody wrote, whatever its class is for."""
    return element.tag == "p" and len(text_of(element)) >= _SENTENCE and element.find(".//a") is None


def _is_in_a_sentence(element: HtmlElement) -> bool:
    """Whether it is a word among others, such as a company's name that is linked to its shares."""
    parent, before = element.getparent(), element.getprevious()
    if element.tag in BLOCKS or parent is None or not (element.tail or "").strip():
        return False
    return bool(((parent.text if before is None else before.tail) or "").strip())


def _is_of_article(element: HtmlElement) -> bool:
    """Whether an aside or footer belongs to the text: a quotation's source, a box with text of its own."""
    if element.tag == "footer":
        return any(ancestor.tag == "blockquote" for ancestor in element.iterancestors())
    links = sum(len(text_of(link)) for link in element.iter("a"))
    return bool(links < len(text_of(element)) / 4) and not is_named_so(words_in(element))
