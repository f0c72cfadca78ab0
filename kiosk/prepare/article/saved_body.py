"""The title and the blocks of an article that a program saved as HTML, or that came out of a Word document."""

from kiosk.edition.model import Block, Heading, Paragraph
from kiosk.prepare.article.body import Body
from kiosk.prepare.article.findings import Findings
from kiosk.prepare.article.measures import LONGEST_PAGE
from kiosk.prepare.article.runs import plain
from kiosk.prepare.article.saved import Saved, StaffCompanions
from kiosk.prepare.html.blocks import html_blocks


def saved_body(saved: Saved, companions: StaffCompanions, findings: Findings) -> Body:
    text = html_blocks(saved.html, companions)
    if text.is_cut:
        what = f"the article is longer than {LONGEST_PAGE // 1000} thousand characters, or too intricate"
        findings.warn(0, "", what, "Its end is left out. Divide it into several articles, or shorten it")
    title, blocks = _taken_title(saved.given.title, text.blocks)
    return Body(title, blocks, text.is_cut)


def _taken_title(given: str, blocks: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
    """Give the title and the blocks without it; without a given one, the first heading is the title."""
    if not given:
        place = next((place for place, block in enumerate(blocks) if isinstance(block, Heading)), None)
        return ("", blocks) if place is None else (_words(blocks[place]), blocks[:place] + blocks[place + 1 :])
    is_said_again = bool(blocks) and _words(blocks[0]).casefold() == given.casefold()
    return given, blocks[1:] if is_said_again else blocks


def _words(block: Block) -> str:
    return " ".join(plain(block.runs).split()) if isinstance(block, Paragraph | Heading) else ""
