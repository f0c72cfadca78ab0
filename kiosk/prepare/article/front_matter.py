"""The lines `key: value` between two lines `---` at the top of an article file."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from kiosk.prepare.article.fence import KEYS, fences_of, is_fence
from kiosk.prepare.article.findings import Findings

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


@dataclass(frozen=True, slots=True)
class Endless:
    """Nobody can tell where the text begins; the findings say so."""


def split_front_matter(text: str, findings: Findings) -> FrontMatter | Endless:
    lines = text.split("\n")
    fences = fences_of(lines)
    if fences is None:
        return FrontMatter(MappingProxyType({}), text)
    if fences.last is None:
        what = "the block that begins with --- has no end"
        findings.fault(fences.first + 1, "", what, "Write a line --- below its last line, before the text")
        return Endless()
    _note_wrong_fences(lines, (fences.first, fences.last), findings)
    entries = _entries(lines, range(fences.first + 1, fences.last), findings)
    return FrontMatter(MappingProxyType(entries), "\n" * (fences.last + 1) + "\n".join(lines[fences.last + 1 :]))


def _note_wrong_fences(lines: Sequence[str], places: Iterable[int], findings: Findings) -> None:
    for place in places:
        if not is_fence(lines[place]):
            what = f'"{lines[place].strip():.10}" stands where three hyphens belong'
            findings.fault(
                place + 1, "", what, "Write --- in this line; Word makes a dash of hyphens, Notepad does not"
            )


def _entries(lines: Sequence[str], places: Iterable[int], findings: Findings) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for place in places:
        line = lines[place]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _ENTRY.fullmatch(line)
        if match:
            _add(entries, match, place + 1, findings)
        else:
            _note_no_entry(line, place + 1, findings)
    return entries


def _note_no_entry(line: str, number: int, findings: Findings) -> None:
    column = len(line) - len(line.lstrip()) + 1
    if line.lstrip().startswith("- "):
        cure = "The line was left out. Write one line for each key, like author: Ama Moyo"
        findings.warn(number, "", f'"{line.strip():.40}" is an entry of a list', cure, column=column)
    else:
        findings.fault(number, "", "this line has no colon", f"Write {_with_colon(line)}", column=column)


def _with_colon(line: str) -> str:
    """Give the line as it was probably meant, or else an example."""
    word, _, rest = line.strip().replace("=", " ").partition(" ")
    close = get_close_matches(word.lower(), KEYS, n=1)
    if not close:
        return "a key, a colon and its value, like author: Ama Moyo"
    return f"{close[0]}: {rest.strip():.40}" if rest.strip() else f"{close[0]}: and its value"


def _add(entries: dict[str, Entry], match: re.Match[str], number: int, findings: Findings) -> None:
    key = match["key"].strip().lower()
    column = match.start("key") + 1
    if key not in KEYS:
        findings.warn(number, key, "the kiosk does not know this key", _did_you_mean(key), column=column)
    elif key in entries:
        cure = f"The first one, in line {entries[key].line}, is used. Delete one of the two"
        findings.warn(number, key, "stands here twice", cure, column=column)
    else:
        entries[key] = Entry(_unquoted(match["value"]), number, match.start("value") + 1)


def _did_you_mean(key: str) -> str:
    close = get_close_matches(key, KEYS, n=1)
    if close:
        return f'The line was left out. Did you mean "{close[0]}"?'
    return f"The line was left out. The keys are {', '.join(KEYS)}"


def _unquoted(value: str) -> str:
    match = _QUOTED.fullmatch(value)
    return match["inside"] if match else value
