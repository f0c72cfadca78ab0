"""What staff probably meant by a key that does not exist, and in which table it belongs."""

from difflib import get_close_matches

from kiosk.prepare.config.keys import KeyPath
from kiosk.prepare.config.tables import KnownTable
from kiosk.prepare.contact.fault import Fault


def unknown_key(path: KeyPath, tables: tuple[KnownTable, ...]) -> Fault:
    name = str(path[-1])
    around = tuple(step for step in path[:-1] if isinstance(step, str))
    keys = next((table.keys for table in tables if table.name == around), ())
    return Fault("", "there is no such key here", _cure(name, keys, tables))


def _cure(name: str, keys: tuple[str, ...], tables: tuple[KnownTable, ...]) -> str:
    if near := get_close_matches(name.lower(), keys, n=1):
        return f'Did you mean "{near[0]}"?'
    at_home = [table.spot for table in tables if name in table.keys]
    if len(at_home) == 1:
        return f"It belongs {at_home[0]}"
    return f"Delete the line, or use one of: {', '.join(keys)}" if keys else "Delete the line"
