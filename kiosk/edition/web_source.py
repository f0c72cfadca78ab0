"""An article's source in the world, as contact.toml names it, and how the last visit to it went.

`prepare` visits, the supervisor says when: what both know lies in files that it writes and both read.
"""

from datetime import datetime
from pathlib import Path
from typing import Literal, TypeAlias

from kiosk.edition.digest import sha256
from kiosk.edition.value import Value

Trouble: TypeAlias = Literal["", "offline", "refused", "broken", "nothing to show", "forbidden", "failed"]
"""Why a visit brought nothing new.

"offline": nobody answered, as without a network. "refused": the server answered that it will not. "broken": what came
cannot be read. "nothing to show": it can, but is no article, a log-in page for instance. "forbidden": the address is
one that the kiosk does not go to. "failed": the visit itself ended early.
"""


class WebSource(Value, frozen=True):
    """A feed, a web page or a home page; of a feed, the newest `limit` entries, none older than `max_age_days` (0: any).

    `full_text` follows each entry's link. `picture_hosts` may send pictures besides the source's own site. `ours`
    says that the pages are staff's own, so that what they ask of strangers does not bind the kiosk.
    """

    address: str
    limit: int = 3
    max_age_days: int = 0
    full_text: bool = False
    refresh_minutes: int = 30
    allow_http: bool = False
    ours: bool = False
    picture_hosts: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Name what is kept of it: whatever else is wished of an address, what it once brought stays."""
        return sha256(self.address.encode("utf-8", "replace"))[:32]


class Visit(Value, frozen=True):
    """How it stands with a source after the last visit; times are UTC.

    `reached_at` is when it last answered with something to show, or that nothing is new. `failures` are those in a row,
    `what` and `cure` tell staff of the last one. Not before `not_before` does the server want to be asked again.
    """

    tried_at: datetime
    reached_at: datetime | None = None
    failures: int = 0
    trouble: Trouble = ""
    what: str = ""
    cure: str = ""
    not_before: datetime | None = None


class Network(Value, frozen=True):
    """How this machine reaches the world, from device.toml.

    `proxy` is "" for the system's own, "none" for none, or an http:// address. `allowed_hosts` may lie in the office's
    own network or listen on other ports than 80 and 443: "wiki.example", "wiki.example:8443". `contact` is from
    contact.toml: by it whoever looks after a website can reach the office, "" for none.
    """

    proxy: str = ""
    allowed_hosts: tuple[str, ...] = ()
    contact: str = ""


def kept_in(state: Path) -> Path:
    """Give the folder of all that has been brought from the world."""
    return state / "kept"


def articles_file(state: Path, source: WebSource) -> Path:
    """Give the file with the source's articles, which an edition is made from; it changes when they do."""
    return kept_in(state) / source.key / "articles.json"


def visit_file(state: Path, source: WebSource) -> Path:
    """Give the file with the last visit, which is written anew each time."""
    return kept_in(state) / source.key / "visit.json"


def network_file(state: Path) -> Path:
    """Give the settings of the network, private for a proxy's password may be in them."""
    return state / "network.json"
