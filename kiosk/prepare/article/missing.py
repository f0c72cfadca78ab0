"""What to tell staff when an article file is not there: it is named in contact.toml, so that is where to look."""

import re
from difflib import get_close_matches
from itertools import chain, islice
from pathlib import Path, PurePosixPath

from kiosk.prepare.article.source import ArticleSource
from kiosk.prepare.article.text import READABLE
from kiosk.prepare.elsewhere import name_in
from kiosk.prepare.problem import Problem
from kiosk.prepare.there import is_folder, what_lies_at

MOST_LOOKED_AT = 2000
"""Files: contact.toml may lie in a folder with the whole of somebody's work."""

_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:/.*)?", re.IGNORECASE)


def missing_file(source: ArticleSource) -> Problem:
    kind = "file or folder" if source.key == "source" else "file"
    return source.fault(f'there is no {kind} "{source.name}"', _cure(source))


def _cure(source: ArticleSource) -> str:
    name = source.name.replace("\\", "/")
    near = _nearest(name, _named_below(source))
    if "\\" in source.name:
        return f'Write / instead of \\, like "{near or name}"'
    if near:
        return f'Did you mean "{near}"?'
    if source.key == "source" and _HOST.fullmatch(name):
        return f'For a web page or feed write "https://{name}"'
    if what_lies_at(source.file.parent) == "nothing":
        folder = name_in(source.file.parent, source.folder)
        return f'Make the folder "{folder}" beside contact.toml and put the file there, or correct the name'
    return f"Put {'it' if source.key == 'source' else 'the file'} there, or correct its name"


def _named_below(source: ArticleSource) -> tuple[str, ...]:
    """Give the articles, and where a folder may be meant the folders, by the names that contact.toml has for them."""
    found = islice(chain(source.folder.glob("*"), source.folder.glob("*/*")), MOST_LOOKED_AT)
    meant = (file for file in found if _can_be_meant(file, source))
    return tuple(sorted(name_in(file, source.folder) for file in meant))


def _can_be_meant(file: Path, source: ArticleSource) -> bool:
    return file.suffix.lower() in READABLE or (source.key == "source" and is_folder(file))


def _nearest(name: str, known: tuple[str, ...]) -> str:
    """Give the file that was meant: in other capitals, in another folder, or with a slip; "" for none."""
    whole = {each.lower(): each for each in known}
    bare = {PurePosixPath(each).name.lower(): each for each in known}
    wanted, wanted_bare = name.lower(), PurePosixPath(name).name.lower()
    exact = whole.get(wanted) or bare.get(wanted_bare)
    if exact:
        return exact
    close = [whole[each] for each in get_close_matches(wanted, whole, n=1)]
    close += [bare[each] for each in get_close_matches(wanted_bare, bare, n=1)]
    return close[0] if close else ""
