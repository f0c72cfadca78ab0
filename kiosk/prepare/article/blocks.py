"""Markdown's blocks as the blocks of our model."""

from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from kiosk.edition.model import Block, Code, Divider, Heading, Listing, Paragraph, Quote, Run, Table
from kiosk.prepare.article.findings import Findings
from kiosk.prepare.article.inline import Inline, InlineReader, note_html
from kiosk.prepare.article.linking import Links
from kiosk.prepare.article.measures import DEEPEST, HIGHEST_INNER_HEADING, WIDEST_TABLE
from kiosk.prepare.article.pictures import Pictures
from kiosk.prepare.sanitise import clean_text


class BlockReader:
    """Reads tokens in their order; each block takes its own from the one iterator, up to its closing token."""

    def __init__(self, links: Links, pictures: Pictures, findings: Findings) -> None:
        self._links = links
        self._pictures = pictures
        self._findings = findings

    def read(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        return self._until_closed(iter(tokens), 0)

    def _until_closed(self, tokens: Iterator[Token], depth: int) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for token in tokens:
            if token.nesting < 0:
                break
            blocks.extend(self._block(token, tokens, depth))
        return tuple(blocks)

    def _block(self, token: Token, rest: Iterator[Token], depth: int) -> tuple[Block, ...]:
        match token.type:
            case "paragraph_open":
                return _with_figures(Paragraph, self._inline(rest))
            case "heading_open":
                level = max(int(token.tag[1:]), HIGHEST_INNER_HEADING if depth else 1)
                return _with_figures(lambda runs: Heading(level, runs), self._inline(rest))
            case "bullet_list_open" | "ordered_list_open":
                return self._listing(token, rest, depth)
            case "blockquote_open":
                return self._quote(token, rest, depth)
            case "table_open":
                return self._table(token, rest)
            case "fence" | "code_block":
                return _code(token)
            case "hr":
                return (Divider(),)
            case "html_block":
                note_html(token.content, _line(token), self._findings)
                return ()
            case other:
                raise AssertionError(other)

    def _inline(self, rest: Iterator[Token]) -> Inline:
        inline, _close = next(rest), next(rest)
        return InlineReader(inline, self._links, self._pictures, self._findings).read()

    def _listing(self, token: Token, rest: Iterator[Token], depth: int) -> tuple[Block, ...]:
        items = []
        for item in rest:
            if item.nesting < 0:
                break
            items.append(self._until_closed(rest, depth + 1))
        filled = tuple(item for item in items if item)
        if self._is_too_deep(token, depth):
            return tuple(block for item in filled for block in item)
        first = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
        return (Listing(filled, first),) if filled else ()

    def _quote(self, token: Token, rest: Iterator[Token], depth: int) -> tuple[Block, ...]:
        blocks = self._until_closed(rest, depth + 1)
        if self._is_too_deep(token, depth):
            return blocks
        return (Quote(blocks),) if blocks else ()

    def _is_too_deep(self, token: Token, depth: int) -> bool:
        if depth < DEEPEST:
            return False
        what = f"lists and quotes stand within each other more than {DEEPEST} times"
        self._findings.warn(_line(token), "", what, "The inner ones are shown without their indent, or left out")
        return True

    def _table(self, token: Token, rest: Iterator[Token]) -> tuple[Block, ...]:
        """Read the cells row by row; pictures in them have no room and are left out."""
        rows: list[list[tuple[Run, ...]]] = []
        for part in rest:
            match part.type:
                case "table_close":
                    break
                case "tr_open":
                    rows.append([])
                case "th_open" | "td_open":
                    rows[-1].append(self._inline(rest).runs)
                case _:
                    continue
        if len(rows[0]) > WIDEST_TABLE:
            what = f"the table has {len(rows[0])} columns"
            self._findings.warn(_line(token), "", what, f"The first {WIDEST_TABLE} are shown. Turn it on its side")
        head, *body = (tuple(row[:WIDEST_TABLE]) for row in rows)
        return (Table(head, tuple(body)),)


def _with_figures(kind: Callable[[tuple[Run, ...]], Block], inline: Inline) -> tuple[Block, ...]:
    return ((kind(inline.runs),) if inline.runs else ()) + inline.figures


def _code(token: Token) -> tuple[Block, ...]:
    text = clean_text(token.content).rstrip("\n")
    return (Code(text),) if text.strip() else ()


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0
