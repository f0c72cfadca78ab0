"""What is somebody's in what the kiosk itself keeps: the files may be gone, or say something else by now. Pure."""

import json
import re
from collections.abc import Iterator

_OURS = frozenset({"code", "kind", "network", "icon", "host", "payload"})
"""Keys of an edition below which nothing stands that is not found elsewhere in it."""


def particulars_in(edition: str) -> frozenset[str]:
    """Give the texts of the organisation and its contact details from the edition.json of an edition."""
    record = _loaded(edition)
    if not isinstance(record, dict):
        return frozenset()
    return frozenset(text for part in ("organisation", "contact") for text in _texts_in(record.get(part)))


def files_in(status: str) -> frozenset[str]:
    """Give the names, and those of their folder, of staff's files from status.json: an article may be called after somebody."""
    match _loaded(status):
        case {"sources": list(sources)}:
            files = (
                source["file"] for source in sources if isinstance(source, dict) and isinstance(source.get("file"), str)
            )
            return frozenset(
                part.rpartition(".")[0] or part for file in files for part in re.split(r"[/\\]", file)[-2:]
            )
        case _:
            return frozenset()


def _loaded(text: str) -> object:
    try:
        record: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return record


def _texts_in(value: object) -> Iterator[str]:
    match value:
        case dict():
            for key, inner in value.items():
                if key not in _OURS:
                    yield from _texts_in(inner)
        case list():
            for inner in value:
                yield from _texts_in(inner)
        case str():
            yield value
        case _:
            return
