"""Lines that TOML cannot read, made readable for one purpose only: that the rest of the file can still be checked."""

import re

from kiosk.prepare.config.line import without_remark

_HEADER = re.compile(r"\s*(\[{1,2})\s*([\w.-]+)[^=]*")
_NAMED = re.compile(r"""\s*([\w-]+)\s*(?:[=:]|(?=["'\u201c]))\s*(.*)""")
_UNFIT_FOR_TEXT = re.compile("[\"'\u201c-\u201f\x00-\x1f]")


def mended(line: str) -> str:
    """Let a name keep some text, and a part its heading, so that neither is missed; a line without a name becomes ""."""
    if header := _HEADER.fullmatch(line):
        return header[1] + header[2] + "]" * len(header[1])
    if named := _NAMED.fullmatch(line):
        text = without_remark(named[2]).replace("\\", "/")
        return f'{named[1]} = "{_UNFIT_FOR_TEXT.sub("", text)}"'
    return ""


def without_section(lines: list[str], first: int) -> list[str]:
    """Blank a part from its heading, in line `first` counted from 1, to the next heading."""
    after = (number for number in range(first + 1, len(lines) + 1) if lines[number - 1].lstrip().startswith("["))
    end = next(after, len(lines) + 1)
    return [*lines[: first - 1], *[""] * (end - first), *lines[end - 1 :]]
