"""What is wrong with a line that is no TOML: the slips that people make who do not know TOML."""

import re

from kiosk.prepare.contact.fault import Fault

_KEY = r"\s*[\w.\"'-]+\s*"
_STRINGS = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'')


def is_whole_header(line: str) -> bool:
    """Tell whether the parser stumbles here only because something before was left open."""
    return re.fullmatch(r"""\s*\[{1,2}[\w.\s"'-]+\]{1,2}\s*(?:#.*)?""", line) is not None


def opening_line(lines: list[str]) -> int | None:
    """Find the last line, counted from 1, that opens a long text or a list and does not close it."""
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        if line.count('"""') % 2 or line.count("'''") % 2 or _leaves_a_list_open(line):
            return number
    return None


NEVER_CLOSED = Fault("", "what begins here never ends", 'Look for the closing bracket or quotation marks: ], " or """')


def diagnosis_of(line: str, parser_says: str) -> Fault:
    bare = _STRINGS.sub('""', line).partition("#")[0].rstrip()
    if re.search("[\u201c-\u201f\u00ab\u00bb\u2018-\u201b]", bare):
        return Fault("", "this line has curly quotation marks", 'Use the straight ones: "')
    if re.fullmatch(rf"{_KEY}:.*", bare):
        return Fault("", "this line has a colon behind its name", "Write = instead of the colon")
    if bare.count('"') % 2:
        return Fault("", "this line lacks a quotation mark", 'Begin and end the text with "')
    if "\\" in line and re.search("escape|Unescaped|Illegal", parser_says):
        return Fault("", "this line has a backslash that means something else here", "Write / instead of \\")
    if bare.lstrip().startswith("["):
        return Fault("", "this line in brackets is not complete", "Write it like [hours] or [[phone]]")
    return _wrong_value(bare, parser_says)


def _leaves_a_list_open(line: str) -> bool:
    bare = _STRINGS.sub('""', line).partition("#")[0]
    return "=" in bare and bare.count("[") > bare.count("]")


def _wrong_value(bare: str, parser_says: str) -> Fault:
    if not bare.strip():
        return Fault("", "something before this line is not complete", "Look for a missing quotation mark or bracket")
    if "=" not in bare:
        return Fault("", "this line has no =", 'Write it like name = "text", or put # in front of a remark')
    value = bare.partition("=")[2].strip()
    if re.fullmatch(r"-?\d+,\d+", value):
        return Fault("", "this number has a comma", f"Write a dot: {value.replace(',', '.')}")
    if not value:
        return Fault("", "there is nothing behind the =", "Write a text in quotes, or delete the line")
    if re.match(r"[^\W\d]", value):
        return Fault("", "the text behind the = has no quotation marks", f'Write "{value}"')
    return Fault("", f"this line cannot be read ({parser_says})", "Compare it with the same line of the starter file")
