"""The article's summary in the page's own words."""

from html import unescape

from kiosk.prepare.web.elements import one_line
from kiosk.prepare.web.facts import Facts
from kiosk.prepare.web.json_ld import text_at

_LONGEST = 600


def summary_of(facts: Facts) -> str:
    """Give the description that is made for those who have not read the article, "" for one that was cut off."""
    said = (
        facts.meta("og:description"),
        text_at(facts.article, "description", "abstract"),
        facts.meta("description", "twitter:description", "dc.description"),
    )
    texts = (one_line(unescape(text)) for text in said if text)
    return next((text for text in texts if len(text) <= _LONGEST and "<" not in text), "")
