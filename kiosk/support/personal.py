"""What is personal here: what the files say, what the kiosk has kept of earlier ones, what this computer is called."""

import getpass
import os
import re
import socket
import sysconfig
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kiosk.edition.store import EDITION
from kiosk.paths import CONTACT, resources, store_in
from kiosk.supervise.status import STATUS
from kiosk.support.kept import files_in, particulars_in
from kiosk.support.reading import last_written, text_of
from kiosk.support.settings import values_in
from kiosk.support.sources import Sources, states_of
from kiosk.support.words import HOST, Censor, Names

LARGEST_EDITION = 4_000_000
MOST_EDITIONS = 5
OF_NOBODY = frozenset({"", "root", "kiosk", "user", "localhost", "localdomain", "Administrator", "admin"})
_NAMED_AFTER_A_FOLDER = re.compile(r"-[0-9a-f]{8}\Z")


def censor_of(sources: Sources, texts: Mapping[str, str | OSError]) -> Censor:
    """Know what is personal from the files, and from what the kiosk has kept of earlier ones."""
    personal = frozenset[str]().union(*(values_in(text) for text in texts.values() if isinstance(text, str)))
    status = text_of(sources.state / STATUS)
    named = files_in(status) if isinstance(status, str) else frozenset()
    kept = (text_of(file, LARGEST_EDITION) for file in _editions(sources))
    shown = frozenset[str]().union(*(particulars_in(text) for text in kept if isinstance(text, str)))
    return Censor((personal | named | shown) - _of_the_starter(), _names(sources))


def _editions(sources: Sources) -> tuple[Path, ...]:
    with suppress(OSError):
        folders = sorted(store_in(sources.state).iterdir(), key=last_written, reverse=True)
        return tuple(folder / EDITION for folder in folders[:MOST_EDITIONS])
    return ()


def _of_the_starter() -> frozenset[str]:
    """Give what nobody has written: taken out of the messages, it would only make them harder to read."""
    with suppress(OSError):
        return values_in((resources() / CONTACT).read_text("utf-8"))
    return frozenset()


def _names(sources: Sources) -> Names:
    """Give what this computer, its user and their folders are called; what everybody is called is no name."""
    known = dict(_users() | _hosts(socket.gethostname()) | _folders(sources))
    named = {name: instead for name, instead in known.items() if len(name) > 1 and name not in OF_NOBODY}
    return Names(named, _own_folders())


def _users() -> dict[str, str]:
    users = {os.environ.get(variable, "") for variable in ("SUDO_USER", "USER", "USERNAME", "LOGNAME")}
    with suppress(OSError, KeyError):  # no such user, as in some containers
        users.add(getpass.getuser())
    return dict.fromkeys(users, "<user>")


def _hosts(host: str) -> dict[str, str]:
    """Give the name alone too, and the domain, for the other computers of the office are in it."""
    name, _, domain = host.partition(".")
    return {host: HOST, name: HOST} | ({domain: "<domain>"} if "." in domain else {})


def _folders(sources: Sources) -> dict[str, str]:
    known = dict[str, str]()
    for state in states_of(sources):
        known[str(state)] = "<state>"
        if _NAMED_AFTER_A_FOLDER.search(state.name):
            known[state.name] = "<state>"
    known[str(sources.contact.parent)] = "<settings>"
    with suppress(RuntimeError):  # nobody's home is known
        known[str(Path.home())] = "<home>"
    return known


def _own_folders() -> tuple[str, ...]:
    """Give where this program and its Python lie, each with the mark that ends a folder."""
    python = (sysconfig.get_path(kind) for kind in ("stdlib", "platstdlib", "purelib", "platlib"))
    ours = (str(Path(__file__).parents[1]), *python)
    return tuple(f"{folder}{os.sep}" for folder in ours if folder)
