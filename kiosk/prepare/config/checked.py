"""A document against its shape: every fault reported, and the sound rest of it for the rules to go on with."""

from collections.abc import Iterator
from copy import deepcopy
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kiosk.prepare.config.faults import fault_of
from kiosk.prepare.config.keys import KeyPath
from kiosk.prepare.config.report import Report
from kiosk.prepare.config.salvage import Salvage
from kiosk.prepare.config.shape import Shape
from kiosk.prepare.config.suggest import meant_by
from kiosk.prepare.config.syntax import Document
from kiosk.prepare.config.tables import KnownTable, keys_of, tables_of

MOST_FAULTS = 100
_ROUNDS = 6
"""A key taken out leaves a table without it, the table its list: no shape is nested deeper than this."""

_TO_DO_WITHOUT = frozenset(
    {("phone", "label"), ("email", "label"), ("address", "label"), ("hours", "exception", "note")}
    | {("article", key) for key in ("limit", "max_age_days", "full_text", "refresh_minutes", "ours", "picture_hosts")}
    | {("article", key) for key in ("kicker", "days", "from", "to", "start", "end", "priority")}
)
"""Keys of entries that no rule asks after where they are missing: the rest of the entry can be judged without them."""

_NAMING = ("file", "source")
"""The keys of an article, one of which it needs."""

S = TypeVar("S", bound=Shape)


def shaped(kind: type[S], document: Document, report: Report) -> S | None:
    """Give the shape, of the sound parts if need be; None where too little is left."""
    try:
        return kind.model_validate(document.tables)
    except ValidationError as error:
        errors = error.errors(include_url=False)[:MOST_FAULTS]
    known = tables_of(kind)
    meant = _meant(errors, known, document)
    for details in errors:
        if details["loc"] in meant.values():
            continue
        add = report.add_to_key if details["type"] == "extra_forbidden" else report.add
        add(details["loc"], fault_of(details, known))
    return _sound_rest(kind, document, report, meant)


def _meant(errors: list[ErrorDetails], known: tuple[KnownTable, ...], document: Document) -> dict[KeyPath, KeyPath]:
    """Find the keys that are missing only because they stand there with a slip in their name."""
    missing = {error["loc"] for error in errors if error["type"] == "missing"} | _unnamed(document)
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    guesses = ((path, meant_by(str(path[-1]), keys_of(path[:-1], known))) for path in unknown)
    return {path: (*path[:-1], key) for path, key in guesses if key and (*path[:-1], key) in missing}


def _unnamed(document: Document) -> set[KeyPath]:
    """Give what could name something to show in each article that names nothing."""
    articles = document.tables.get("article")
    entries = enumerate(articles) if isinstance(articles, list) else ()
    bare = (place for place, entry in entries if isinstance(entry, dict) and not entry.keys() & set(_NAMING))
    return {("article", place, key) for place in bare for key in _NAMING}


def _sound_rest(kind: type[S], document: Document, report: Report, meant: dict[KeyPath, KeyPath]) -> S | None:
    salvage = Salvage(deepcopy(document.tables))
    for path, key in meant.items():
        salvage.rename(path, str(key[-1]))
    for _ in range(_ROUNDS):
        try:
            shape = kind.model_validate(salvage.tables)
        except ValidationError as error:
            paths = {_unsound(details) for details in error.errors(include_url=False)}
        else:
            report.original = salvage.original
            return shape
        if () in paths:
            return None
        for path in _last_first(paths):
            salvage.take_out(path)
    return None


def _unsound(details: ErrorDetails) -> KeyPath:
    """Give the part to do without: a key alone, or the entry, whose other keys would mean little without that one."""
    path = details["loc"]
    if details["type"] == "extra_forbidden":
        return path
    if option := next((part for part in _beginnings(path) if _names(part) in _TO_DO_WITHOUT), ()):
        return option
    entry = next((path[: depth + 1] for depth, step in enumerate(path) if isinstance(step, int)), path)
    return path[:-1] if details["type"] == "missing" and entry == path else entry


def _beginnings(path: KeyPath) -> Iterator[KeyPath]:
    return (path[:length] for length in range(1, len(path) + 1))


def _names(path: KeyPath) -> tuple[str, ...]:
    return tuple(step for step in path if isinstance(step, str))


def _last_first(paths: set[KeyPath]) -> list[KeyPath]:
    """Let later entries of a list go before earlier ones, whose places would move otherwise."""
    return sorted(
        paths, key=lambda path: [(str(step), 0) if isinstance(step, str) else ("", step) for step in path], reverse=True
    )
