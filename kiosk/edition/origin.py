"""What staff's files hold, as one hash each, so that an edition can tell whether it still says what they say."""

import os
import stat
from pathlib import Path

from kiosk.edition.digest import sha256, sha256_of_file

ABSENT = ""
BUSY = "busy"

ARTICLE_ENDINGS = frozenset({".md", ".markdown", ".txt", ".html", ".htm", ".docx", ".odt"})
"""Files of a folder with another ending, such as its pictures, are no articles."""

_NOT_MEANT = (".", "~", "#")
"""What hides, what Office locks (~$news.docx) and what editors put down while somebody types begin so."""


def fingerprint(file: Path) -> str:
    """Give the SHA-256 of what is in the file, ABSENT when there is nothing to read, BUSY when it is refused.

    What is in a folder are the names of its articles: those that come, go and are renamed make another hash.
    """
    try:
        mode = file.stat().st_mode
        if stat.S_ISDIR(mode):
            return sha256(b"\0".join(map(os.fsencode, article_names(file))))
        if not stat.S_ISREG(mode):  # a pipe would keep us waiting
            return ABSENT
        with file.open("rb") as opened:
            return sha256_of_file(opened)
    except PermissionError:
        return BUSY
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return ABSENT


def article_names(folder: Path) -> tuple[str, ...]:
    """Give the names of the files in the folder that may be articles, or raise OSError; folders in it are not looked into."""
    with os.scandir(folder) as entries:
        return tuple(sorted(entry.name for entry in entries if _may_be_article(entry.name) and entry.is_file()))


def _may_be_article(name: str) -> bool:
    stem, ending = os.path.splitext(name)  # noqa: PTH122  # of every file in a folder, every time it changes
    is_meant = not name.startswith(_NOT_MEANT) and stem.lower() != "readme"
    return is_meant and ending.lower() in ARTICLE_ENDINGS
