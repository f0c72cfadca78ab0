"""Where the articles of each entry come from: a file, a folder, or an address in the world."""

from pathlib import Path
from typing import Literal

from kiosk.edition.web_source import WebSource
from kiosk.prepare.article.source import ArticleSource, FolderSource, NamedArticles, WebArticles
from kiosk.prepare.config.keys import KeyPath
from kiosk.prepare.config.network import hosts_of
from kiosk.prepare.config.report import Report
from kiosk.prepare.config.shape import ArticleShape
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.source_address import is_address, source_address
from kiosk.prepare.elsewhere import elsewhere
from kiosk.prepare.there import is_folder, what_lies_at

MOST_OF_FOLDER = 10
MOST_OF_ADDRESS = 3

_QUOTES = "\"'`“”„‟‘’‚‹›«»<>"  # noqa: RUF001  # such marks are meant
"""What comes along when an address is copied from a letter or a mail."""

_OF_ADDRESS = ("full_text", "refresh_minutes", "allow_http", "ours", "picture_hosts")
_OF_SEVERAL = ("limit", "max_age_days")


def sources_of(shapes: list[ArticleShape], folder: Path, report: Report) -> tuple[NamedArticles, ...]:
    """Give those that can be read, in the order of the file; the report knows of the others, and of those named twice."""
    read = [_source(shape, ("article", index), folder, report) for index, shape in enumerate(shapes)]
    _warn_of_repetition(read, report)
    return tuple(source for source in read if source is not None)


def _source(shape: ArticleShape, path: KeyPath, folder: Path, report: Report) -> NamedArticles | None:
    key: Literal["file", "source"] = "source" if shape.source else "file"
    written = shape.source or shape.file or ""
    if not is_address(written):
        if is_address(bare := written.strip(_QUOTES)):
            report.add(path, Fault(key, "has other quotation marks in it", f'Write source = "{bare:.100}"'))
            return None
        return _of_disk(shape, key, folder, path, report)
    if key == "file":
        report.add(path, Fault("file", "is an address, not a file", f'Write source = "{written:.100}"'))
        return None
    return _of_web(shape, written, path, report)


def _of_disk(
    shape: ArticleShape, key: Literal["file", "source"], folder: Path, path: KeyPath, report: Report
) -> ArticleSource | FolderSource:
    place = folder / (shape.source or shape.file or "")
    named_at, kicker = report.place((*path, key)), shape.kicker or ""
    if elsewhere(place, folder):
        return ArticleSource(place, named_at, kicker, key)
    if is_folder(place):
        _warn_of_keys(shape, _OF_ADDRESS, "a folder", path, report)
        return FolderSource(place, named_at, kicker, key, shape.limit or MOST_OF_FOLDER, shape.max_age_days or 0)
    if what_lies_at(place) != "nothing":
        _warn_of_keys(shape, (*_OF_SEVERAL, *_OF_ADDRESS), "a single file", path, report)
    return ArticleSource(place, named_at, kicker, key)


def _warn_of_keys(shape: ArticleShape, keys: tuple[str, ...], kind: str, path: KeyPath, report: Report) -> None:
    for key in keys:
        if key in shape.model_fields_set:
            cure = _CURE_OF_AGE if key == "max_age_days" else "Nothing is lost. Delete the line"
            report.add_to_key((*path, key), Fault("", f"means nothing for {kind}", cure, "warning"))


_CURE_OF_AGE = "Delete the line. To take the article from the screen on a day, add a line like to = 2026-12-27"


def _of_web(shape: ArticleShape, written: str, path: KeyPath, report: Report) -> WebArticles | None:
    address = source_address(written, allow_http=shape.allow_http)
    picture_hosts = hosts_of(shape.picture_hosts, (*path, "picture_hosts"), report)
    fault = address if isinstance(address, Fault) else address.doubt
    if fault:
        report.add((*path, "source"), fault)
    if isinstance(address, Fault):
        return None
    source = WebSource(
        address=address.target.url,
        limit=shape.limit or MOST_OF_ADDRESS,
        max_age_days=shape.max_age_days or 0,
        full_text=shape.full_text,
        refresh_minutes=shape.refresh_minutes,
        allow_http=shape.allow_http,
        ours=shape.ours,
        picture_hosts=picture_hosts,
    )
    return WebArticles(source, address.target, report.place((*path, "source")), shape.kicker or "")


def _warn_of_repetition(sources: list[NamedArticles | None], report: Report) -> None:
    lines: dict[str, int] = {}
    for index, source in enumerate(sources):
        name = _name_if_shown_twice(source)
        if source is None or name is None:
            continue
        first = lines.setdefault(name, source.place.line)
        if first != source.place.line:
            what = f"stands here a second time, first in line {first}"
            cure = "Its articles are shown twice. Delete one of the two"
            key = source.key if isinstance(source, FolderSource) else "source"
            report.add(("article", index), Fault(key, what, cure, "warning"))


def _name_if_shown_twice(source: NamedArticles | None) -> str | None:
    """Give the name of what nobody wants twice; a single file may well have two timings."""
    match source:
        case FolderSource(folder):
            return str(folder.absolute())
        case WebArticles(web):
            return web.address
        case _:
            return None
