"""The text of an article file, whatever Notepad saved it as."""

import codecs
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from kiosk.prepare.article.foreign import foreign_kind
from kiosk.prepare.article.measures import LONGEST_TEXT
from kiosk.prepare.there import what_lies_at
from kiosk.said_as import is_of_service

PLAIN = {".md", ".markdown", ".txt"}
SAVED_PAGES = {".html", ".htm"}
READABLE = {*PLAIN, *SAVED_PAGES, ".docx"}
"""What an article file's name may end in."""

_LARGEST_FILE = 4 * LONGEST_TEXT
_SAVE_AS_UTF8 = 'In Notepad choose "Save as" and, beside "Encoding", UTF-8'


@dataclass(frozen=True, slots=True)
class Missing:
    """There is no such file."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """There is something, but no text for the screen; `what` continues a sentence that begins with the file's name."""

    what: str
    cure: str


@dataclass(frozen=True, slots=True)
class Spoilt:
    """There is a text with a fault in its letters, at a line and column counted from 1."""

    line: int
    column: int
    what: str
    cure: str


def read_text(file: Path) -> str | Missing | Unreadable | Spoilt:
    """Give the text with plain line feeds and without a byte order mark."""
    content = content_of(file, _LARGEST_FILE)
    if not isinstance(content, bytes):
        return content
    if foreign := foreign_kind(content):
        return Unreadable(foreign.what, foreign.cure)
    if file.suffix.lower() not in PLAIN:
        cure = "Save it as a Word document (.docx), plain text (.txt), Markdown (.md) or a web page (.html)"
        return Unreadable(f'is a "{file.suffix}" file', cure)
    if len(content) > _LARGEST_FILE:
        return _too_long()
    text = _decoded(content)
    return _checked(_with_line_feeds(text)) if isinstance(text, str) else text


def content_of(file: Path, most: int) -> bytes | Missing | Unreadable:
    """Give the file's bytes, one more than `most` where it has more."""
    try:
        if what_lies_at(file) == "something else":
            return Unreadable("is a folder, not a file", f"Write a file in it, like {file.name}/article.md")
        with file.open("rb") as opened:
            if is_of_service() and _is_linked_secret(file, opened.fileno()):
                return Unreadable("is a link to a file that not everyone may read", "Copy that file here instead")
            return opened.read(most + 1)
    except FileNotFoundError:
        return Missing()
    except PermissionError:
        return Unreadable("may not be opened by the kiosk", "Let everyone on this computer read the file")
    except OSError as error:
        return Unreadable(f"cannot be opened ({error.strerror})", "Copy the file anew, or correct its name")
    except ValueError:  # a NUL in the name
        return Unreadable("has a name that no file can have", "Give it a short name of letters and digits")


def _is_linked_secret(file: Path, descriptor: int) -> bool:
    """Tell whether a link of somebody who may not read a file would have the service show it, such as the PIN's hash.

    What is open already is looked at, so that no link is exchanged in between.
    """
    status = os.fstat(descriptor)
    return not status.st_mode & stat.S_IROTH and not os.path.samestat(status, file.lstat())


def _decoded(content: bytes) -> str | Unreadable | Spoilt:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            return Unreadable("is damaged: it says UTF-16, but it is not", _SAVE_AS_UTF8)
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        return _foreign_letter(content, error.start)


def _foreign_letter(content: bytes, offset: int) -> Spoilt:
    letter = content[offset : offset + 1].decode("cp1252", errors="replace")
    what = f'the letter here (probably "{letter}") is not saved as UTF-8'
    return _spoilt_after(_with_line_feeds(content[:offset].decode()), what)


def _checked(text: str) -> str | Unreadable | Spoilt:
    before, nul, _ = text.partition("\0")
    if nul:
        return _spoilt_after(before, "the file is no text from here on, or is saved in an unusual encoding")
    return _too_long() if len(text) > LONGEST_TEXT else text


def _spoilt_after(before: str, what: str) -> Spoilt:
    return Spoilt(before.count("\n") + 1, len(before) - before.rfind("\n"), what, _SAVE_AS_UTF8)


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _too_long() -> Unreadable:
    what = f"is longer than {LONGEST_TEXT // 1000} thousand characters"
    return Unreadable(
        what, "Divide it into several articles, or shorten it and give the full text's web page as source"
    )
