"""Strict reading of web addresses: every one is read as browsers read it (the WHATWG's URL Standard), or refused."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast
from urllib.parse import quote

from kiosk.edition.links import LONGEST_URL
from kiosk.prepare.network.host import Malformed, bracketed, parse_host

Scheme: TypeAlias = Literal["http", "https"]

USUAL_PORTS: dict[Scheme, int] = {"http": 80, "https": 443}

_MOST_PORTS = 65_535
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PARTS = re.compile(
    r"(?P<scheme>[a-z]+)://(?P<authority>[^/?#]*)(?P<path>[^?#]*)(?P<query>\?[^#]*)?(?:#.*)?", re.IGNORECASE
)
_AUTHORITY = re.compile(r"(?P<host>\[[^\[\]]*\]|[^:\[\]]*)(?::(?P<port>[0-9]{1,5}))?")
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]|^ | $")
_STRAY_PERCENT = re.compile(r"%(?![2-9A-Fa-f][0-9A-Fa-f])|%7[Ff]")
_UNSAFE_IN_PATH = frozenset(' "#<>?^`{}')
_UNSAFE_IN_QUERY = frozenset(" \"#<>'")
_DOT = re.compile(r"\.|%2e", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Authority:
    """A host, and the port where one is named."""

    host: str
    port: int | None


@dataclass(frozen=True, slots=True)
class Target:
    """Where to go: `host` without brackets, `path` as it is asked for, with the query."""

    scheme: Scheme
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        usual = self.port == USUAL_PORTS[self.scheme]
        return bracketed(self.host) if usual else f"{bracketed(self.host)}:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.authority}{self.path}"


def parse_url(text: str) -> Target | Malformed:
    """Read an absolute http or https address; what follows "#" is left away."""
    if fault := _fault(text):
        return Malformed(fault)
    found = _PARTS.fullmatch(text)
    if found is None or found["scheme"].lower() not in USUAL_PORTS:
        return Malformed("does not start with https://")
    authority = parse_authority(found["authority"])
    if isinstance(authority, Malformed):
        return authority
    scheme = cast("Scheme", found["scheme"].lower())
    path = _encoded(_without_dots(found["path"] or "/"), _UNSAFE_IN_PATH)
    query = _encoded(found["query"] or "", _UNSAFE_IN_QUERY)
    return Target(scheme, authority.host, authority.port or USUAL_PORTS[scheme], path + query)


def parse_authority(text: str) -> Authority | Malformed:
    """Read "host" or "host:port"."""
    if "@" in text:
        return Malformed("hides a user name before its host")
    found = _AUTHORITY.fullmatch(text)
    port = int(found["port"]) if found and found["port"] else None
    if found is None or (port is not None and not 0 < port <= _MOST_PORTS):
        return Malformed("has no proper port after its host")
    host = parse_host(found["host"])
    return host if isinstance(host, Malformed) else Authority(host, port)


def join(base: Target, reference: str) -> Target | Malformed:
    """Read an address that may be relative to where it was found (RFC 3986, 5.2)."""
    if fault := _fault(reference):
        return Malformed(fault)
    if _SCHEME.match(reference):
        return parse_url(reference)
    if reference.startswith("//"):
        return parse_url(f"{base.scheme}:{reference}")
    origin, path = f"{base.scheme}://{base.authority}", base.path.partition("?")[0]
    if reference.startswith("/"):
        return parse_url(origin + reference)
    if reference.startswith("?"):
        return parse_url(origin + path + reference)
    if not reference or reference.startswith("#"):
        return base
    return parse_url(origin + path.rpartition("/")[0] + "/" + reference)


def _fault(text: str) -> str:
    if len(text) > LONGEST_URL:
        return f"is longer than {LONGEST_URL} characters"
    if _FORBIDDEN.search(text):
        return "has a line break, a backslash or another character that belongs to no web address"
    if _STRAY_PERCENT.search(text):
        return "has a percent sign that stands for no letter"
    return ""


def _encoded(text: str, unsafe: frozenset[str]) -> str:
    return "".join(c if "!" <= c <= "~" and c not in unsafe else quote(c, safe="") for c in text)


def _without_dots(path: str) -> str:
    """Walk "." and ".." of a path, however they are written."""
    kept = list[str]()
    segments = path.removeprefix("/").split("/")
    for place, segment in enumerate(segments):
        dots = _DOT.sub(".", segment)
        if dots == "..":
            del kept[-1:]
        elif dots != ".":
            kept.append(segment)
        if dots in {".", ".."} and place == len(segments) - 1:
            kept.append("")
    return "/" + "/".join(kept)
