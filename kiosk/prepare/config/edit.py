"""One key of a settings file changed and all else left as it is: remarks, line endings and the encoding.

For files without lists of tables, such as device.toml: tomlkit gathers those that stand apart.
"""

import re
from collections.abc import Callable

import tomlkit

_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8"), (b"", "utf-8"))
_DOS_END_OF_FILE = "\x1a"
_ENDING = re.compile("\r\n|\r|\n")


def with_key(content: bytes, key: str, value: str) -> bytes:
    """Give a file that has no mistakes with this value for a key at its top."""

    def change(document: tomlkit.TOMLDocument) -> None:
        document[key] = value

    return _changed(content, change)


def without_key(content: bytes, key: str) -> bytes:
    """Give a file that has no mistakes without the line of this key."""

    def change(document: tomlkit.TOMLDocument) -> None:
        document.pop(key, None)

    return _changed(content, change)


def _changed(content: bytes, change: Callable[[tomlkit.TOMLDocument], None]) -> bytes:
    mark, encoding = next((mark, encoding) for mark, encoding in _MARKS if content.startswith(mark))
    text = content.removeprefix(mark).decode(encoding)
    end = _DOS_END_OF_FILE if text.endswith(_DOS_END_OF_FILE) else ""
    before = text.removesuffix(end)
    plain = _ENDING.sub("\n", before)
    document = tomlkit.parse(plain)
    change(document)
    after = _with_endings(tomlkit.dumps(document), plain, _ENDING.findall(before))
    return mark + (after + end).encode(encoding)


def _with_endings(text: str, plain: str, endings: list[str]) -> str:
    """Give every line the ending that it had; a new one has that of the first."""
    lines = text.split("\n")
    more = len(lines) - 1 - len(endings)
    same = _same_at_the_start(lines, plain.split("\n"))
    usual = endings[0] if endings else "\n"
    filled = [*endings[:same], *[usual] * max(more, 0), *endings[same + max(-more, 0) :]]
    return "".join(line + ending for line, ending in zip(lines, [*filled, ""], strict=False))


def _same_at_the_start(lines: list[str], others: list[str]) -> int:
    pairs = zip(lines, others, strict=False)
    return next((count for count, (line, other) in enumerate(pairs) if line != other), len(lines))
