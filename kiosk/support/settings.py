"""A settings file without what is staff's own: values become shapes, remarks go, every line and column stays. Pure.

It must not need a file that is right, for a wrong one is what support is asked about: no parser reads it, but a scanner
that knows strings, remarks and keys (https://toml.io/en/v1.0.0), and takes the rest for values.
"""

import re
import sys
from collections.abc import Iterator

from kiosk.support.plain import HIDDEN_KEYS, is_known_key, is_plain
from kiosk.support.shape import shape

_PART = re.compile(
    r'(?P<quoted>"[^"\n]*"|\'[^\'\n]*\')(?=[ \t]*[=.])|'
    r'(?P<text>"""(?:\\(?:.|\Z)|[^\\])*?(?:"""|\Z)|\'\'\'.*?(?:\'\'\'|\Z)|"(?:\\(?:.|\Z)|[^"\\\n])*(?:"|(?=\n)|\Z)|\'[^\'\n]*(?:\'|(?=\n)|\Z))'
    r"|(?P<remark>\#[^\n]*)"
    r"|(?P<key>[\w-]+)(?=[ \t]*[=.]|\])"
    r"|(?P<mark>\n|[^\S\n]+|[=\[\]{},.])"
    r"|(?P<value>[^\s=\[\]{},\"'\#]+)",
    re.DOTALL,
)
"""What a settings file is made of; the first that fits. A string that nobody closes ends with its line."""

_ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(["\\]))')


def without_what_is_personal(text: str) -> str:
    """Give it with as many lines, each as long as before, and the keys where they were."""
    return "".join(_parts(_with_plain_ends(text)))


def values_in(text: str) -> frozenset[str]:
    """Give what is not told, without quotes: it may turn up elsewhere, in a message or in the log."""
    personal = (
        part.strip("\"' \t\n") for key, kind, part in _read(_with_plain_ends(text)) if _is_staffs(key, kind, part)
    )
    return frozenset(form for part in personal if part for form in (part, _meant(part)))


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _parts(text: str) -> Iterator[str]:
    for key, kind, part in _read(text):
        match kind:
            case "text" | "value" if key in HIDDEN_KEYS:
                yield re.sub(r"[^\n]", "*", part)
            case "remark":
                yield "#" + " " * (len(part) - 1)
            case _:
                yield shape(part) if _is_staffs(key, kind, part) else part


def _is_staffs(key: str, kind: str, part: str) -> bool:
    """Tell whether somebody of the staff chose this, and not the kiosk."""
    match kind:
        case "text" | "value":
            return not is_plain(key, part)
        case "key" | "quoted":
            return not is_known_key(_meant(part.strip("\"'")))
        case _:
            return False


def _read(text: str) -> Iterator[tuple[str, str, str]]:
    """Give each part with the key that it belongs to, and its kind; a key holds for all lines of its list."""
    key, depth = "", 0
    for found in _PART.finditer(text):
        kind = found.lastgroup or "mark"
        if kind in {"key", "quoted"}:
            key = _meant(found[0].strip("\"'"))
        elif kind == "mark":
            depth = max(0, depth + (found[0] == "[") - (found[0] == "]"))
            key = "" if found[0] == "\n" and not depth else key
        yield key, kind, found[0]


def _meant(value: str) -> str:
    """Give what a string of TOML stands for."""
    return _ESCAPE.sub(_unescaped, value)


def _unescaped(found: re.Match[str]) -> str:
    digits = found[1] or found[2]
    if not digits:
        return found[3]
    return chr(int(digits, 16)) if int(digits, 16) <= sys.maxunicode else ""
