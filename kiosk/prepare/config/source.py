"""The text of one of staff's files: whatever an editor saved, as text with plain line feeds, or why it cannot be read."""

import re
from dataclasses import dataclass
from pathlib import Path

from kiosk.prepare.problem import Place, Problem
from kiosk.prepare.there import what_lies_at

LARGEST_BYTES = 256 * 1024
LONGEST_LINE = 8 * 1024
MOST_DOTS = 16

_UTF32 = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DOS_END_OF_FILE = "\x1a"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_KEY_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_DOTTED_KEY = re.compile(rf"^[ \t]*+\[{{0,2}}[ \t]*+(?:{_KEY_PART}[ \t]*+\.[ \t]*+){{{MOST_DOTS + 1}}}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text; its lines end in a line feed whatever they ended in on disk."""

    file: Path
    text: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why nothing can be said about what is in a file; one problem at least."""

    problems: tuple[Problem, ...]


def read_source(file: Path) -> Source | Unreadable:
    """Read at most `LARGEST_BYTES`; every fault of the file itself becomes a Problem."""
    lies_there = what_lies_at(file)
    if lies_there == "nothing":
        return _refused(file, "there is no such file", "Look for a spelling mistake in its name, or run: kiosk init")
    if lies_there != "a file":
        return _refused(file, "this is not a file", "Name the file itself, for example contact.toml")
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_BYTES + 1)
    except OSError as error:
        return _refused(file, f"cannot be opened ({error.strerror})", "Allow this account to read the file")
    return source_of(file, content)


def source_of(file: Path, content: bytes) -> Source | Unreadable:
    if len(content) > LARGEST_BYTES:
        return _refused(
            file,
            f"is larger than {LARGEST_BYTES // 1024} kB",
            "Keep texts in article files, and only contact details and settings in here",
        )
    text = _decoded(file, content)
    if isinstance(text, Unreadable):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix(_DOS_END_OF_FILE)
    problems = (*_control_characters(file, text), *_long_lines(file, text), *_long_keys(file, text))
    return Unreadable(problems) if problems else Source(file, text)


def place_at(file: Path, text: str, offset: int) -> Place:
    before = text[:offset]
    return Place(file, before.count("\n") + 1, offset - before.rfind("\n"))


def _decoded(file: Path, content: bytes) -> str | Unreadable:
    if content.startswith(_UTF32):
        return _refused(file, "is saved as UTF-32", _SAVE_AS_UTF8)
    encoding = "utf-16" if content.startswith(_UTF16) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            return _refused(file, "is damaged: it says UTF-16, but it is not", _SAVE_AS_UTF8)
        return Unreadable((_foreign_letter(file, content, error.start),))


_SAVE_AS_UTF8 = "Save it again with the encoding UTF-8 (Notepad: File, Save As, Encoding)"


def _foreign_letter(file: Path, content: bytes, offset: int) -> Problem:
    text = content.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")
    place = place_at(file, text, offset - content[:offset].count(b"\r\n"))
    letter = content[offset : offset + 1].decode("cp1252", errors="replace")
    return Problem(place, "", f'the letter here (probably "{letter}") is not saved as UTF-8', _SAVE_AS_UTF8)


def _control_characters(file: Path, text: str) -> tuple[Problem, ...]:
    found = _CONTROL.search(text)
    if found is None:
        return ()
    what = f"an invisible control character stands here (code {ord(found.group()):02X})"
    cure = "Delete it, type the line again, and save the file with the encoding UTF-8"
    return (Problem(place_at(file, text, found.start()), "", what, cure),)


def _long_lines(file: Path, text: str) -> tuple[Problem, ...]:
    what = f"this line is longer than {LONGEST_LINE} characters"
    return tuple(
        Problem(Place(file, number, 1), "", what, "Shorten it, or move a long text into an article file")
        for number, line in enumerate(text.split("\n"), start=1)
        if len(line) > LONGEST_LINE
    )


def _long_keys(file: Path, text: str) -> tuple[Problem, ...]:
    """Refuse what would keep tomllib busy for seconds: its time grows with the square of a key's parts."""
    found = _DOTTED_KEY.search(text)
    if found is None:
        return ()
    what = f"this name has more than {MOST_DOTS} dots"
    return (Problem(place_at(file, text, found.start()), "", what, "Write a name as the starter file has it"),)


def _refused(file: Path, what: str, cure: str) -> Unreadable:
    return Unreadable((Problem(Place(file), "", what, cure),))
