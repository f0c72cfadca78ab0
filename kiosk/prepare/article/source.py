"""Where an article comes from, as `contact.toml` names it."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.prepare.elsewhere import name_in
from kiosk.prepare.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class ArticleSource:
    """An article file; `place` is where contact.toml names it, for problems such as "there is no such file"."""

    file: Path
    place: Place
    kicker: str = ""

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
        return Problem(self.place, "article.file", what, cure)
