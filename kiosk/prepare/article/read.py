"""From one of staff's article files to an `Article`, with all that staff can mend."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.edition.model import Article
from kiosk.prepare.picture import PreparedPicture
from kiosk.prepare.problem import Problem


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """`article` is None where a problem is an error; `files` are all it is made from, also those that are missing."""

    article: Article | None
    pictures: tuple[PreparedPicture, ...]
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
