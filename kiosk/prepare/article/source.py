"""Where an article comes from, as `contact.toml` names it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from kiosk.edition.web_source import WebSource
from kiosk.prepare.elsewhere import name_in
from kiosk.prepare.network.url import Target
from kiosk.prepare.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class ArticleSource:
    """An article file; `place` is where contact.toml names it, for problems such as "there is no such file"."""

    file: Path
    place: Place
    kicker: str = ""
    key: Literal["file", "source"] = "file"

    @property
    def folder(self) -> Path:
        """The folder of contact.toml."""
        return self.place.file.parent

    @property
    def name(self) -> str:
        """The file as contact.toml names it."""
        return name_in(self.file, self.folder)

    def fault(self, what: str, cure: str) -> Problem:
        """Give a problem of the file as a whole: it is in contact.toml that staff can name another."""
        return Problem(self.place, f"article.{self.key}", what, cure)


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A folder with articles: the newest `limit` of them, none older than `max_age_days` (0: any)."""

    folder: Path
    place: Place
    kicker: str = ""
    key: Literal["file", "source"] = "source"
    limit: int = 10
    max_age_days: int = 0

    @property
    def name(self) -> str:
        """The folder as contact.toml names it."""
        return name_in(self.folder, self.place.file.parent)

    def fault(self, what: str, cure: str, severity: Literal["error", "warning"] = "error") -> Problem:
        """Give a problem of the folder as a whole."""
        return Problem(self.place, f"article.{self.key}", what, cure, severity)


@dataclass(frozen=True, slots=True)
class WebArticles:
    """A source in the world; what is kept of it is shown."""

    source: WebSource
    target: Target
    place: Place
    kicker: str = ""

    def warning(self, what: str, cure: str) -> Problem:
        return Problem(self.place, "article.source", what, cure, "warning")


NamedArticles: TypeAlias = ArticleSource | FolderSource | WebArticles
"""What one entry of contact.toml brings to the screen."""
