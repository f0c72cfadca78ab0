"""Messages and logs without what is staff's own. Pure.

What is taken out: what their settings say, in whatever form it turns up, and what looks like an address, a number to
call, or a name of this computer and its user. What is left is what happened.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.support.index import Index, merged
from kiosk.support.looks import is_within, without_files, without_looks, without_numbers
from kiosk.support.shape import shape

HOST = "<host>"
_DOMAIN = r"(?:\.(?!(?:py|pyc|so|log|stack|toml|json|md|txt|png|jpe?g)\b)[\w-]+)*"
"""What may follow the name of a host; a file may be called as the host is."""

_BETWEEN = re.compile(r"(?<=[/\\])[^/\\]+")
_STATE = re.compile(r"<state>(?=[/\\]|\Z)")


@dataclass(frozen=True, slots=True)
class Names:
    """What this computer, its user and folders are called, with what to say instead, such as {"/home/ann": "<home>"}.

    Below the folders `own` lie this program and its Python: those of files there are nobody's names.
    """

    known: Mapping[str, str]
    own: tuple[str, ...] = ()


class Censor:
    """Takes these values, and all that looks like one, out of texts."""

    def __init__(self, personal: Iterable[str], names: Names) -> None:
        self._values = Index(personal)
        self._instead = {name.casefold(): instead for name, instead in names.known.items()}
        self._called = _pattern_of(names.known) if names.known else None
        self._own = names.own

    def __call__(self, text: str) -> str:
        named = self._with_names(without_files(text, self._own))
        return without_numbers(self._without_values(without_looks(named)))

    def path(self, path: str) -> str:
        """Give a path of which no part is told but below the program's own folder and that of the kiosk's state."""
        if is_within(self._own)(path):
            return self(path)
        named = self._with_names(path)
        return self(named) if _STATE.match(named) else self(_BETWEEN.sub(lambda part: shape(part[0]), named))

    def _with_names(self, text: str) -> str:
        return self._called.sub(self._another_name, text) if self._called else text

    def _another_name(self, found: re.Match[str]) -> str:
        return HOST if found["name"] is None else self._instead.get(found["name"].casefold(), "<name>")

    def _without_values(self, text: str) -> str:
        parts, done = list[str](), 0
        for start, end in merged(self._values.spans_in(text)):
            parts += (text[done:start], shape(text[start:end]))
            done = end
        return "".join((*parts, text[done:]))


def _pattern_of(known: Mapping[str, str]) -> re.Pattern[str]:
    """Find them however they are written, and a host with the domain that follows it; the longest first."""
    called = sorted(known, key=len, reverse=True)
    hosts = "|".join(re.escape(name) for name in called if known[name] == HOST)
    names = "|".join(map(re.escape, called))
    return re.compile(
        rf"(?<!\w)(?:(?P<host>(?:{hosts or '(?!)'})(?!\w){_DOMAIN})|(?P<name>{names})(?!\w))", re.IGNORECASE
    )
