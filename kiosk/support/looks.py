"""What looks like somebody's whoever wrote it: links, addresses, numbers to call, homes, files of others. Pure."""

import re
from collections.abc import Callable, Iterable

from kiosk.support.index import APART, FEWEST_DIGITS
from kiosk.support.shape import shape

_HOME = re.compile(r"(?P<before>/home/|/Users/)[^/\\\s\"':]+")
_HOME_WITH_BLANKS = re.compile(
    r"(?P<before>\b[A-Za-z]:(?:\\{1,2}|/)Users(?:\\{1,2}|/))"
    r"(?:[^\\/:*?\"<>|\n]{1,64}(?=[\\/\"':,;\n]|\Z)|[^/\\\s\"':]+)"
)
"""On Windows the name of a user, and so the folder, may have blanks in it."""

_PERSONAL = re.compile(
    r"scrypt\$[^\s\"']+"
    r"|(?i:\b(?:bearer|basic)[ ]+[\w.~+/=-]{6,})"
    r"|(?i:\b(?:token|secret|password|passwd|pin|api_?key)=[^\s\"'&;]{4,})"
    r"|\b[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\s\"'<>]+"
    r"|(?i:\b(?:tel|mailto|geo|sms|callto|sip)(?::|%3A)[^\s\"'<>]+)"
    r"|(?<![\w\\:])\\{2,4}[\w.-]{1,255}\\[^\s\"'<>]*"
    r"|[^\s\"'<>()\[\],;:=]{1,320}(?:@|%40)(?!\S*\.(?:service|socket|slice|timer|target|mount)\b)[^\s\"'<>()\[\],;]+"
    r"|(?i:(?<![\w.-])(?:[\w-]{1,63}\.){0,8}xn--[\w.-]+|xn--[\w-]+)"
    r"|(?<![\w:-])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\w:-])"
    r"|(?<![\w:])(?:[0-9A-Fa-f]{0,4}:){3,7}[0-9A-Fa-f]{0,4}(?![\w:])"
    r"|(?<![\w:])(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}(?![\w:])"
    r"|(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)"
)
"""Hashes and tokens, links, shares of a network, e-mail addresses, hosts in punycode, network cards, IPv6 and IPv4."""

_NUMBER = re.compile(
    r"(?<![\w.])(?:(?P<kept>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
    r"|[0-9]{1,7}\.[0-9]+(?= ?(?:s|ms|seconds|MB|%)(?!\w)))"
    rf"|\+?\(?\d[\d{APART}]{{4,60}}\d(?!\w))"
)
"""Times, and fractions with their unit, come first and stay as they are: what nobody can call is nobody's."""

_FILE = re.compile(r'(?P<before>File \\?")(?P<path>[^"\n]*?)(?=\\?")')
"""As a traceback names it, be it in JSON or not."""

_OF_THE_PROGRAM = re.compile(r"<(?:frozen [\w.]+|string|stdin|unknown)>\Z|kiosk[/\\]")


def without_looks(text: str) -> str:
    for home in (_HOME_WITH_BLANKS, _HOME):
        text = home.sub(r"\g<before><user>", text)
    return _PERSONAL.sub(lambda found: shape(found[0]), text)


def without_numbers(text: str) -> str:
    return _NUMBER.sub(_number_in_shape, text)


def without_files(text: str, own: Iterable[str]) -> str:
    """Take out of tracebacks the files that lie outside the program's own folders."""
    is_own = is_within(own)
    return _FILE.sub(lambda found: found[0] if is_own(found["path"]) else found["before"] + shape(found["path"]), text)


def is_within(own: Iterable[str]) -> Callable[[str], bool]:
    folders = tuple(folder.casefold() for folder in own)
    return lambda path: path.casefold().startswith(folders) or _OF_THE_PROGRAM.match(path) is not None


def _number_in_shape(found: re.Match[str]) -> str:
    is_short = sum(character.isdigit() for character in found[0]) < FEWEST_DIGITS
    return found[0] if found["kept"] or is_short else shape(found[0])
