"""What is wrong with a line that is no TOML: the slips that people make who do not know TOML."""

import re

from kiosk.prepare.config.line import assignment_in, in_quotes, without_texts
from kiosk.prepare.config.unquoted import fault_of_unquoted
from kiosk.prepare.contact.fault import Fault

_KEY = r"\s*[\w.\"'-]+\s*"
_STRAY_BACKSLASH = re.compile(r'\\(?![btnfr"\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})|\\"$')

NEVER_CLOSED = Fault("", "what begins here never ends", 'Look for the closing bracket or quotation marks: ], " or """')


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


def column_of(line: str, parser_says: int) -> int:
    """Give the column of the value; the parser's, which is often further on, where the slip is none of a value."""
    assignment = assignment_in(line)
    return assignment.column if assignment and assignment.written and assignment.value[:1] not in "[{" else parser_says


def diagnosis_of(line: str) -> Fault:
    bare = without_texts(line)
    if re.search("[\u201c-\u201f\u00ab\u00bb\u2018-\u201b]", bare):
        return Fault("", "this line has curly quotation marks", 'Use the straight ones: "')
    if re.fullmatch(rf"{_KEY}:.*", bare):
        return Fault("", "this line has a colon behind its name", "Write = instead of the colon")
    assignment = assignment_in(line)
    if assignment and (fault := _quoted(assignment.value)):
        return fault
    if bare.count('"') % 2 or (assignment and without_texts(assignment.value).startswith("'")):
        return Fault("", "this line lacks a quotation mark", 'Begin and end the text with "')
    if bare.lstrip().startswith("["):
        return Fault("", "this line in brackets is not complete", "Write it like [hours] or [[phone]]")
    if not bare.strip():
        return Fault("", "something before this line is not complete", "Look for a missing quotation mark or bracket")
    if assignment is None:
        return Fault("", "this line has no =", 'Write it like name = "text", or put # in front of a remark')
    return fault_of_unquoted(assignment)


def _leaves_a_list_open(line: str) -> bool:
    bare = without_texts(line)
    return "=" in bare and bare.count("[") > bare.count("]")


def _quoted(value: str) -> Fault | None:
    """Find what spoils a text that stands in quotation marks."""
    if not value.startswith("'") and _STRAY_BACKSLASH.search(value):
        cure = f"Write / instead of \\: {_with_slashes(value)}"
        return Fault("", "this line has a backslash that means something else here", cure)
    bare = without_texts(value)
    if re.fullmatch(r'""(?:\s*,\s*"")+,?', bare):
        return Fault("", "several texts stand here without brackets", f"Write [{value.rstrip(',')}]")
    for mark in "\"'":
        if value.startswith(mark) and value.endswith(mark) and value.count(mark) > 2 and mark * 3 not in value:  # noqa: PLR2004  # more than a beginning and an end
            return Fault("", f"the text has {mark} inside", f"Write {in_quotes(value[1:-1])}")
    if rest := re.fullmatch(r'"[^"]*"\s*([^\s"].*)', value):
        return Fault("", "something stands behind the closing quotation mark", f"Delete it: {rest[1][:60]}")
    return None


def _with_slashes(value: str) -> str:
    slashed = re.sub(r"\\+", "/", value)
    return in_quotes(slashed.strip('"')) if value.startswith('"') else slashed[:60]
