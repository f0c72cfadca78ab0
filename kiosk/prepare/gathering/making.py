"""An article of our model from what a page or a feed's entry holds; nothing but text and re-encoded pictures."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.edition import links
from kiosk.edition.links import Link
from kiosk.edition.model import Article, Block, Figure, Run, Takeaway
from kiosk.edition.value import replace
from kiosk.prepare.article.findings import Findings
from kiosk.prepare.article.language import Unknown, language_tag
from kiosk.prepare.article.linking import Links
from kiosk.prepare.article.particulars import LONGEST
from kiosk.prepare.article.reading_time import reading_minutes
from kiosk.prepare.article.runs import finished, plain, text_of
from kiosk.prepare.gathering.reach import joined
from kiosk.prepare.gathering.story import Story
from kiosk.prepare.html.blocks import html_blocks
from kiosk.prepare.qr import TooLongError, takeaway
from kiosk.prepare.sanitise import clean_text


class Gallery(Protocol):
    """Where an article's pictures come from."""

    def figure(self, address: str, alt: str, caption: tuple[Run, ...], /) -> Figure | None: ...


def article_of(story: Story, pictures: Gallery) -> Article:
    """Set the story as an article; what it links to is followed by nobody here."""
    web_links = Links(Findings(Path()))
    text = html_blocks(story.body, _Companions(web_links, pictures, story.base))
    title = _fitted("title", story.title)
    lead, blocks = _led(_lead(story, pictures), _without_title(text.blocks, title))
    return Article(
        title=title,
        blocks=blocks,
        publisher=_fitted("publisher", story.publisher),
        author=_fitted("author", story.author),
        published=story.published.date() if story.published else None,
        language=_language(story.language),
        summary=_fitted("summary", story.summary),
        reading_minutes=reading_minutes(f"{title}\n{text_of(blocks)}"),
        picture=lead,
        source=_source(story.address),
        links=web_links.takeaways(),
        is_cut=text.is_cut,
    )


@dataclass(frozen=True, slots=True)
class _Companions:
    links: Links
    pictures: Gallery
    base: str

    def link(self, address: str) -> int | None:
        return self.links.place(joined(self.base, address), 0, 0)

    def figure(self, address: str, alt: str, caption: tuple[Run, ...]) -> Figure | None:
        return self.pictures.figure(address, alt, caption)


def _lead(story: Story, pictures: Gallery) -> Figure | None:
    return pictures.figure(story.lead, story.lead_alt, finished([Run(story.lead_caption)])) if story.lead else None


def _led(lead: Figure | None, blocks: tuple[Block, ...]) -> tuple[Figure | None, tuple[Block, ...]]:
    """Let no picture stand twice; one at the very beginning of the text leads where no other does."""
    first = blocks[0] if blocks and isinstance(blocks[0], Figure) else None
    if lead is None:
        return (first, blocks[1:]) if first and len(blocks) > 1 else (None, blocks)
    same = next((each for each in blocks if _shows(each, lead)), None)
    captioned = replace(lead, caption=same.caption) if isinstance(same, Figure) and not lead.caption else lead
    return captioned, tuple(block for block in blocks if not _shows(block, lead))


def _shows(block: Block, lead: Figure) -> bool:
    return isinstance(block, Figure) and block.picture.file == lead.picture.file


def _without_title(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """Leave out a first block that says the title again."""
    words = plain(getattr(blocks[0], "runs", ())) if blocks else ""
    return blocks[1:] if title and " ".join(words.split()).casefold() == title.casefold() else blocks


def _fitted(key: str, text: str) -> str:
    words = " ".join(clean_text(text).split())
    return words if len(words) <= LONGEST[key] else words[: LONGEST[key] - 1].rstrip() + "…"


def _language(told: str) -> str:
    tag = language_tag(told) if told else Unknown("")
    return "" if isinstance(tag, Unknown) else tag


def _source(address: str) -> Takeaway | None:
    link = links.web(address)
    if not isinstance(link, Link):
        return None
    try:
        return takeaway(link)
    except TooLongError:
        return None
