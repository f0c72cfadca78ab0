"""The inside of one paragraph, heading or cell: words in their styles, links and pictures."""

import re
from dataclasses import dataclass

from markdown_it.token import Token

from kiosk.edition.model import Figure, Run
from kiosk.prepare.article.findings import Findings
from kiosk.prepare.article.linking import Links
from kiosk.prepare.article.pictures import Pictures
from kiosk.prepare.article.runs import finished

_NEARLY_A_LINK = re.compile(r"\]\((?P<address>[^()\s]*\s[^()\n]{0,300})\)")


@dataclass(frozen=True, slots=True)
class Inline:
    """The words of a block and the pictures that stood among them."""

    runs: tuple[Run, ...]
    figures: tuple[Figure, ...]


class InlineReader:
    """Reads one inline token; links and pictures count over the whole article.

    It goes along the flat tokens: emphasis can be nested thousands of times, which no recursion survives.
    """

    def __init__(self, token: Token, links: Links, pictures: Pictures, findings: Findings) -> None:
        self._token = token
        self._links = links
        self._pictures = pictures
        self._findings = findings
        self._line = token.map[0] + 1 if token.map else 0
        self._strong = 0
        self._emphasis = 0
        self._address = ""
        self._link: int | None = None
        self._runs: list[Run] = []
        self._figures: list[Figure] = []

    def read(self) -> Inline:
        for token in self._token.children or ():
            self._read(token)
        return Inline(finished(self._runs), tuple(self._figures))

    def _read(self, token: Token) -> None:
        match token.type:
            case "text" | "text_special":
                self._add(token.content)
                self._look_for_spoilt_links(token.content)
            case "softbreak" | "hardbreak":
                self._line += 1
                self._add(" " if token.type == "softbreak" else "\n")
            case "code_inline":
                self._add(token.content, code=True)
            case "strong_open" | "strong_close":
                self._strong += token.nesting
            case "em_open" | "em_close":
                self._emphasis += token.nesting
            case "link_open" | "link_close":
                self._address, self._link = str(token.attrGet("href") or ""), None
            case "image":
                self._picture(token)
            case "html_inline":
                note_html(token.content, self._line, self._findings)
            case other:
                raise AssertionError(other)

    def _add(self, text: str, *, code: bool = False) -> None:
        if self._address and text.strip():
            self._link = self._links.place(self._address, self._line, self._column_of(text))
            self._address = ""
        self._runs.append(Run(text, strong=self._strong > 0, emphasis=self._emphasis > 0, code=code, link=self._link))

    def _column_of(self, text: str) -> int:
        return self._findings.column_of(text, self._line)

    def _look_for_spoilt_links(self, text: str) -> None:
        for spoilt in _NEARLY_A_LINK.finditer(text):
            what = "the address of a link or picture has a space in it"
            cure = "It is shown as it stands. Put the address between < and >, like ![Hills](<our hills.jpg>)"
            column = self._column_of(spoilt["address"])
            self._findings.warn(self._line, "link", what, cure, column=column)

    def _picture(self, token: Token) -> None:
        alt = "".join(child.content for child in token.children or ())
        caption = str(token.attrGet("title") or "") or alt
        figure = self._pictures.figure(
            str(token.attrGet("src") or ""), alt, finished([Run(caption)]), self._line, self._column_of(f"![{alt}")
        )
        if figure:
            self._figures.append(figure)


def note_html(tag: str, line: int, findings: Findings) -> None:
    """Tell staff that HTML is left out, once for each pair of tags; a comment is meant to be left out."""
    if not tag.lstrip().startswith(("<!--", "</")):
        shown = tag.strip().split("\n")[0]
        column = findings.column_of(shown, line)
        cure = "It was left out. Use **bold**, *italic* and the other marks of Markdown; write \\< for the sign itself"
        findings.warn(line, "html", f'"{shown:.40}" is HTML, which the kiosk does not show', cure, column=column)
