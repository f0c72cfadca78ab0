"""The text of an article file, whatever Notepad saved it as."""

import codecs
from dataclasses import dataclass
from pathlib import Path

LONGEST_TEXT = 300_000
"""Characters; row M5 of the threat model."""

READABLE = {".md", ".markdown", ".txt"}
_LARGEST_FILE = 4 * LONGEST_TEXT
_SAVE_AS_UTF8 = 'In Notepad choose "Save as" and, beside "Encoding", UTF-8.'


@dataclass(frozen=True, slots=True)
class Missing:
    """There is no such file."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """There is something, but no text for the screen; the line is 0 where the whole file is meant."""

    what: str
    cure: str
    line: int = 0


def read_text(file: Path) -> str | Missing | Unreadable:
    """Give the text with plain line feeds and without a byte order mark."""
    content = _content(file)
    if not isinstance(content, bytes):
        return content
    if file.suffix.lower() not in READABLE:
        return Unreadable(f'is a "{file.suffix}" file', "Save it as plain text (.txt) or Markdown (.md).")
    if len(content) > _LARGEST_FILE:
        return _too_long()
    text = _decoded(content)
    if not isinstance(text, str):
        return text
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        return Unreadable("is not a text file, or is saved in an unusual encoding", _SAVE_AS_UTF8, line)
    return _too_long() if len(text) > LONGEST_TEXT else text.replace("\r\n", "\n").replace("\r", "\n")


def _content(file: Path) -> bytes | Missing | Unreadable:
    try:
        if file.exists() and not file.is_file():
            return Unreadable("is a folder, not a file", "Give the name of a file in it, such as article.md.")
        with file.open("rb") as opened:
            return opened.read(_LARGEST_FILE + 1)
    except FileNotFoundError:
        return Missing()
    except PermissionError:
        return Unreadable("may not be opened by the kiosk", "Let everyone on this computer read the file.")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        return Unreadable(f"cannot be opened ({error})", "Copy the file anew, or correct its name.")


def _decoded(content: bytes) -> str | Unreadable:
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Unreadable("has characters that are not saved as UTF-8", _SAVE_AS_UTF8, line)


def _too_long() -> Unreadable:
    what = f"is longer than {LONGEST_TEXT // 1000} thousand characters"
    return Unreadable(
        what, "Divide it into several articles, or shorten it and give the full text's web page as source."
    )
