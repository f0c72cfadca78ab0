"""What has been brought from the world: each source's articles, and the pictures of all of them by their hash.

Everything is verified when it is read; what has been damaged is as good as never brought.
"""

import re
import shutil
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kiosk.edition.digest import sha256
from kiosk.edition.durable import remove_orphans, write_atomically
from kiosk.edition.model import Article
from kiosk.edition.sealed import read_sealed, write_sealed
from kiosk.edition.value import Value
from kiosk.edition.web_source import WebSource, articles_file, kept_in
from kiosk.prepare.picture import PreparedPicture

MOST_BYTES = 200_000_000
FORGOTTEN_AFTER_SECONDS = 30 * 24 * 3600
"""Staff may write a source into contact.toml again: for so long it is remembered."""

_PICTURE = re.compile(r"[0-9a-f]{64}\.(jpg|png)", re.ASCII)


class KeptArticle(Value, frozen=True):
    """An article ready for an edition; `identity` tells it from others of its source over time.

    `dated` is when it was published, or first seen where nobody says; it retires `max_age_days` later. `made_of` is a
    hash of all it was made from, "" where it is to be made again at the next visit.
    """

    identity: str
    article: Article
    dated: datetime
    made_of: str = ""


class Kept(Value, frozen=True):
    """The articles of one source, the newest first, as they were brought when `source` said what is wished of it."""

    source: WebSource
    articles: tuple[KeptArticle, ...] = ()


def read_kept(state: Path, source: WebSource) -> Kept:
    """Give what is kept of a source, nothing where that is nothing, damaged, or not to be read now."""
    nothing = Kept(source)
    try:
        kept = read_sealed(articles_file(state, source), nothing)
    except OSError:
        return nothing
    return kept if kept.source.address == source.address else nothing


def read_picture(state: Path, name: str) -> bytes | None:
    """Give the content of a kept picture, None where it is gone or damaged."""
    if not _PICTURE.fullmatch(name):
        return None
    try:
        content = (_pictures(state) / name).read_bytes()
    except OSError:
        return None
    return content if sha256(content) == name.partition(".")[0] else None


def keep(state: Path, kept: Kept) -> None:
    """Write the articles, whose pictures are on the shelf, or raise OSError; what is the same is not written again."""
    file = articles_file(state, kept.source)
    if not file.exists() or read_kept(state, kept.source) != kept:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_sealed(file, kept)


class Shelf:
    """The kept pictures while a visit goes on: a new one is written at once, so that memory holds one at a time."""

    def __init__(self, state: Path) -> None:
        self._state = state

    def holds(self, name: str) -> bool:
        """Tell whether a picture is there and whole; it counts as used then."""
        if read_picture(self._state, name) is None:
            return False
        with suppress(OSError):
            (_pictures(self._state) / name).touch()
        return True

    def put(self, prepared: PreparedPicture) -> None:
        """Keep a picture, or raise OSError."""
        if not self.holds(prepared.picture.file):
            _pictures(self._state).mkdir(parents=True, exist_ok=True)
            write_atomically(_pictures(self._state) / prepared.picture.file, prepared.content)

    def content(self, name: str) -> bytes | None:
        return read_picture(self._state, name)


def sweep(state: Path, wanted: Collection[str], most_bytes: int = MOST_BYTES) -> None:
    """Forget the sources that nobody has wanted for long, the pictures that no article shows, and the oldest beyond the limit.

    `wanted` are the keys of all others. What cannot be read at this moment ends the sweep.
    """
    with suppress(OSError):
        remove_orphans(_pictures(state))
        for folder in _source_folders(state):
            remove_orphans(folder)
            if folder.name not in wanted and time.time() - folder.stat().st_mtime > FORGOTTEN_AFTER_SECONDS:
                shutil.rmtree(folder)
        _sweep_pictures(state, most_bytes)


def _sweep_pictures(state: Path, most_bytes: int) -> None:
    shown, total = _shown(state), 0
    files = sorted(_pictures(state).iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files:
        total += file.stat().st_size if file.name in shown else 0
        if file.name not in shown or total > most_bytes:
            file.unlink()


def _shown(state: Path) -> set[str]:
    return {name for folder in _source_folders(state) for name in _named_in(folder)}


def _named_in(folder: Path) -> Iterator[str]:
    with suppress(FileNotFoundError):
        for match in re.finditer(_PICTURE.pattern, (folder / "articles.json").read_text("utf-8", "replace")):
            yield match[0]


def _source_folders(state: Path) -> list[Path]:
    return [folder for folder in kept_in(state).iterdir() if folder.is_dir() and folder != _pictures(state)]


def _pictures(state: Path) -> Path:
    return kept_in(state) / "pictures"
