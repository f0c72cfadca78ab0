"""All text of a page as it stands in it, menus and notices included, found without any of the kiosk's code."""

from html.parser import HTMLParser

_BETWEEN_WORDS = frozenset({"a", "abbr", "b", "big", "em", "font", "i", "small", "span", "strong", "sub", "sup"})


def whole_text(html: str, *, scripts: bool = False) -> str:
    """Give it in the page's order; other elements than those of a line end a line."""
    collector = _Collector(scripts=scripts)
    collector.feed(html)
    collector.close()
    return "".join(collector.pieces)


class _Collector(HTMLParser):
    def __init__(self, *, scripts: bool) -> None:
        super().__init__()
        self._scripts = scripts
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the parser's
        self._end_line(tag)

    def handle_endtag(self, tag: str) -> None:
        self._end_line(tag)

    def handle_data(self, data: str) -> None:
        if self._scripts or self.cdata_elem is None:
            self.pieces.append(data)

    def _end_line(self, tag: str) -> None:
        if tag not in _BETWEEN_WORDS:
            self.pieces.append("\n")
