"""What front matter says about an article, as typed values; a bad value is left out and named."""

import re
from dataclasses import dataclass
from datetime import date

from kiosk.edition import links
from kiosk.edition.model import Takeaway
from kiosk.prepare.article.findings import Findings
from kiosk.prepare.article.front_matter import Entry, FrontMatter
from kiosk.prepare.article.language import Unknown, language_tag
from kiosk.prepare.qr import TooLongError, takeaway
from kiosk.prepare.sanitise import clean_text

LONGEST = {"title": 200, "publisher": 80, "author": 120, "caption": 300, "alt": 300, "summary": 600}
"""Characters that still have room on the screen."""

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SPELT = re.compile(r"([0-9]{1,2})\.? +([A-Za-z]{3,9})\.?,? +([0-9]{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip  # half a year in each row
_YEARS = range(1500, 2201)


@dataclass(frozen=True, slots=True)
class Particulars:
    """Texts are "" and the others None where nothing (good) is given."""

    title: str
    publisher: str
    author: str
    caption: str
    alt: str
    summary: str
    language: str
    published: date | None
    source: Takeaway | None


def read_particulars(front: FrontMatter, findings: Findings) -> Particulars:
    entries = front.entries
    texts = {key: _text(key, entries.get(key), findings) for key in LONGEST}
    return Particulars(
        title=texts["title"],
        publisher=texts["publisher"],
        author=texts["author"],
        caption=texts["caption"],
        alt=texts["alt"],
        summary=texts["summary"],
        language=_language(entries.get("language"), findings),
        published=date_in(front, findings),
        source=_source(entries.get("source"), findings),
    )


def date_in(front: FrontMatter, findings: Findings) -> date | None:
    """Give when the article was published, and nothing else of what its front matter says."""
    return _date(front.entries.get("date"), findings)


def _text(key: str, entry: Entry | None, findings: Findings) -> str:
    if entry is None:
        return ""
    text = " ".join(clean_text(entry.text).split())
    if len(text) > LONGEST[key]:
        what = f"is longer than {LONGEST[key]} characters"
        findings.warn(entry.line, key, what, "Only its beginning is shown. Shorten it", column=entry.column)
        text = text[: LONGEST[key] - 1].rstrip() + "…"
    return clean_text(text)


def _language(entry: Entry | None, findings: Findings) -> str:
    if entry is None or not entry.text:
        return ""
    tag = language_tag(entry.text)
    if isinstance(tag, Unknown):
        what = f'"{entry.text:.40}" is no language tag'
        cure = f"The article is shown in the kiosk's first language. Write {tag.instead}"
        findings.warn(entry.line, "language", what, cure, column=entry.column)
        return ""
    return tag


def _date(entry: Entry | None, findings: Findings) -> date | None:
    if entry is None or not entry.text:
        return None
    day = _parsed_date(entry.text)
    if day is None:
        what = f'"{entry.text:.40}" is no date that the kiosk can read'
        cure = "The article is shown without a date. Write 2022-12-20 or 20 December 2022"
        findings.warn(entry.line, "date", what, cure, column=entry.column)
    return day


def _parsed_date(text: str) -> date | None:
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _SPELT.fullmatch(text):
        year, month, day = int(match[3]), _month(match[2].lower()), int(match[1])
    else:
        return None
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _month(name: str) -> int:
    """Give 1 to 12, or 0 for a word that is no month."""
    if name in _MONTH_NAMES:
        return _MONTH_NAMES.index(name) + 1
    return _MONTHS.index(name) + 1 if name in _MONTHS else 0


def _source(entry: Entry | None, findings: Findings) -> Takeaway | None:
    if entry is None or not entry.text:
        return None
    link = links.web(entry.text)
    why = "is too long for a code that phones can read"
    if isinstance(link, links.Refused):
        why = link.why
    else:
        try:
            return takeaway(link)
        except TooLongError:
            pass
    cure = 'The article is shown without "Read at the source". Write an address such as https://www.example.org/story'
    findings.warn(entry.line, "source", f'the link "{entry.text:.60}" {why}', cure, column=entry.column)
    return None
