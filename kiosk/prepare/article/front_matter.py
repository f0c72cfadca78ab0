"""The lines `key: value` between two lines `---` at the top of an article file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from kiosk.prepare.article.findings import Findings

KEYS = ("title", "publisher", "author", "date", "source", "picture", "caption", "alt", "summary", "language")

_FENCE = re.compile(r"---[ \t]*")
_ENTRY = re.compile(r"(?P<indent>[ \t]*)(?P<key>[^:#]*?)[ \t]*:(?P<gap>[ \t]*)(?P<value>.*?)[ \t]*")
_QUOTED = re.compile(r"""(["'])(?P<inside>.*)\1""")


@dataclass(frozen=True, slots=True)
class Entry:
    """A value and where it stands."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`body` is the rest of the file, with blank lines in front so that its lines keep their numbers."""

    entries: Mapping[str, Entry]
    body: str


def split_front_matter(text: str, findings: Findings) -> FrontMatter:
    lines = text.split("\n")
    if not _begins(lines):
        return FrontMatter(MappingProxyType({}), text)
    end = next((number for number, line in enumerate(lines[1:], 1) if _FENCE.fullmatch(line)), None)
    if end is None:
        findings.fault(
            1, "", "the block that begins with --- has no end", "Write a line --- below its last line, before the text."
        )
        return FrontMatter(MappingProxyType({}), text)
    entries = _entries(lines[1:end], findings)
    return FrontMatter(MappingProxyType(entries), "\n" * (end + 1) + "\n".join(lines[end + 1 :]))


def _begins(lines: list[str]) -> bool:
    """Tell front matter from a divider at the top, which no `key:` follows."""
    if not _FENCE.fullmatch(lines[0]):
        return False
    following = next((line for line in lines[1:] if line.strip() and not line.lstrip().startswith("#")), "")
    return bool(_FENCE.fullmatch(following) or re.match(r"[ \t]*\w[\w -]{0,30}:", following))


def _entries(lines: list[str], findings: Findings) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for number, line in enumerate(lines, 2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _ENTRY.fullmatch(line)
        if not match:
            findings.warn(
                number,
                "",
                f'"{line.strip():.40}" is no "key: value"',
                "The line was left out. Write for instance: author: Ama Moyo",
            )
            continue
        _add(entries, match, number, findings)
    return entries


def _add(entries: dict[str, Entry], match: re.Match[str], number: int, findings: Findings) -> None:
    key = match["key"].strip().lower()
    if key not in KEYS:
        findings.warn(
            number, key, "the kiosk does not know this key", _did_you_mean(key), column=match.start("key") + 1
        )
    elif key in entries:
        earlier = entries[key].line
        cure = f"The first one, in line {earlier}, is used. Delete one of the two."
        findings.warn(number, key, "stands here twice", cure, column=match.start("key") + 1)
    else:
        entries[key] = Entry(_unquoted(match["value"]), number, match.start("value") + 1)


def _did_you_mean(key: str) -> str:
    close = get_close_matches(key, KEYS, n=1)
    if close:
        return f'The line was left out. Did you mean "{close[0]}"?'
    return f"The line was left out. The keys are {', '.join(KEYS)}."


def _unquoted(value: str) -> str:
    match = _QUOTED.fullmatch(value)
    return match["inside"] if match else value
