"""One line of TOML as staff see it: a name, an = and what they wrote behind it, whether it can be read or not."""

import re
from dataclasses import dataclass

_LONGEST_SHOWN = 60

_STRINGS = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'')
_BEFORE_REMARK = re.compile(r'(?:"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|[^#"\'\n])*+')
_ASSIGNMENT = re.compile(r"""\s*(?:[\w-]+\s*\.\s*)*["']?([\w-]+)["']?\s*=\s*(.*)""")


@dataclass(frozen=True, slots=True)
class Assignment:
    """`value` has no remark behind it; `written` is all that stands behind the =; `column` counts from 1."""

    key: str
    value: str
    written: str
    column: int


def assignment_in(line: str) -> Assignment | None:
    found = _ASSIGNMENT.fullmatch(line)
    if found is None:
        return None
    return Assignment(found[1], without_remark(found[2]), found[2].rstrip(), found.start(2) + 1)


def without_texts(line: str) -> str:
    """Leave only the signs that mean something to TOML: every text in quotes becomes an empty one."""
    return _STRINGS.sub('""', line).partition("#")[0].rstrip()


def without_remark(text: str) -> str:
    before = _BEFORE_REMARK.match(text)
    end = before.end() if before else 0
    return text[:end].rstrip() if text[end:].startswith("#") else text.rstrip()


def in_quotes(text: str) -> str:
    """Give a text as staff should write it, its beginning if it is long."""
    inside = text.replace('"', "'")
    return f'"{inside}"' if len(inside) <= _LONGEST_SHOWN else f'"{inside[:_LONGEST_SHOWN]} ..."'
