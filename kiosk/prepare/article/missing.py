"""What to tell staff when an article file is not there: it is named in contact.toml, so that is where to look."""

from difflib import get_close_matches

from kiosk.prepare.article.source import ArticleSource
from kiosk.prepare.problem import Problem


def missing_file(source: ArticleSource) -> Problem:
    what = f'there is no file "{source.file.name}" in the folder {source.file.parent}'
    return Problem(source.place, "article.file", what, _cure(source))


def _cure(source: ArticleSource) -> str:
    try:
        names = [entry.name for entry in source.file.parent.iterdir() if entry.suffix in {".md", ".txt"}]
    except OSError:
        return "Make the folder and put the file there, or correct the name."
    close = get_close_matches(source.file.name, names, n=1)
    return f'Did you mean "{close[0]}"?' if close else "Put the file there, or correct its name."
