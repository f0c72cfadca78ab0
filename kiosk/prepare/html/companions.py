"""What an article's text is accompanied by: whoever reads HTML asks for it, and whoever has the article gives it."""

from typing import Protocol

from kiosk.edition.model import Figure, Run


class Companions(Protocol):
    """Where an article's links and pictures go."""

    def link(self, address: str) -> int | None:
        """Give the link's place among the article's links, None where it must stay plain text."""

    def figure(self, address: str, alt: str, caption: tuple[Run, ...]) -> Figure | None:
        """Give the picture, None where the article is shown without it."""
