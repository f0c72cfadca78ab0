"""What staff probably meant by a key that does not exist, and in which table it belongs."""

from difflib import get_close_matches

from kiosk.prepare.config.keys import KeyPath
from kiosk.prepare.config.tables import KnownTable, keys_of
from kiosk.prepare.contact.fault import Fault

_ALSO_CALLED = {
    "url": "source",
    "link": "source",
    "feed": "source",
    "rss": "source",
    "web": "source",
    "folder": "source",
}
"""By names that are near no key: they count where the key is known and they are not."""


def unknown_key(path: KeyPath, tables: tuple[KnownTable, ...]) -> Fault:
    name = str(path[-1])
    return Fault("", "there is no such key here", _cure(name, keys_of(path[:-1], tables), tables))


def meant_by(name: str, keys: tuple[str, ...]) -> str | None:
    """Guess the key by its whole name or by one word of it: a wrong "shet" is "sheet_seconds"."""
    if _ALSO_CALLED.get(name.lower()) in keys:
        return _ALSO_CALLED[name.lower()]
    words = {word: key for key in keys for word in key.split("_")} | {key: key for key in keys}
    near = get_close_matches(name.lower(), words, n=1)
    return words[near[0]] if near else None


def _cure(name: str, keys: tuple[str, ...], tables: tuple[KnownTable, ...]) -> str:
    if meant := meant_by(name, keys):
        return f'Did you mean "{meant}"?'
    at_home = [table.spot for table in tables if name in table.keys]
    if len(at_home) == 1:
        return f"It belongs {at_home[0]}"
    return f"Delete the line, or use one of: {', '.join(keys)}" if keys else "Delete the line"
