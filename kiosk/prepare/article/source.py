"""Where an article comes from, as `contact.toml` names it."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.prepare.problem import Place


@dataclass(frozen=True, slots=True)
class ArticleSource:
    """An article file; `place` is where contact.toml names it, for problems such as "there is no such file"."""

    file: Path
    place: Place
    kicker: str = ""
