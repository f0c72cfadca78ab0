"""K2: what a later version has left in the state is not believed by this one, and made anew from staff's files."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.edition.codec import decode
from kiosk.edition.digest import sha256
from kiosk.edition.journal import JOURNAL
from kiosk.edition.manifest import Manifest, edition_hash, to_bytes
from kiosk.edition.model import SCHEMA
from kiosk.edition.store import MANIFEST, editions_newest_first
from kiosk.edition.value import replace
from kiosk.paths import store_in
from tests.reliability.lobby import Lobby, open_lobby, until, visitor_in

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(120)]

SEAL = re.compile(rb"[0-9a-f]{64}\n")


@pytest.fixture
def lobby(tmp_path: Path) -> Iterator[Lobby]:
    with open_lobby(tmp_path) as opened:
        yield opened


def test_what_it_left_is_not_believed_and_the_screen_made_anew(lobby: Lobby) -> None:
    before = lobby.start()
    until(lambda: bool(lobby.status().edition))
    before.terminate()
    before.wait(10)
    theirs = as_of_a_later_version(lobby.state)

    lobby.start()
    with visitor_in(lobby) as visitor:
        until(lambda: lobby.status().edition not in {"", theirs})

    assert (visitor.blanks, lobby.status().deaths) == ([], 0)
    assert lobby.run("status").stdout.startswith(f"The screen shows edition {lobby.status().edition[:12]}")
    assert "Traceback" not in lobby.log()


def as_of_a_later_version(state: Path) -> str:
    """Leave nothing in the state but what a version with other formats has written; give the hash of its edition."""
    sealed = [file for file in state.rglob("*.json") if SEAL.match(file.read_bytes())]
    assert JOURNAL in {file.name for file in sealed}
    for file in sealed:
        content = json.dumps({"current": {"edition": []}, "edition": {}, "later": True}).encode()
        file.write_bytes(f"{sha256(content)}\n".encode() + content)
    store = store_in(state)
    (ours,) = editions_newest_first(store)
    later = replace(decode(Manifest, (store / ours / MANIFEST).read_bytes()), schema=SCHEMA + 1)
    theirs = edition_hash(later)
    (store / ours).rename(store / theirs)
    (store / theirs / MANIFEST).write_bytes(to_bytes(later))
    return theirs
