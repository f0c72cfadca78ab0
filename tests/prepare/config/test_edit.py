"""One key changed and all else as it was, byte by byte."""

import re
import tomllib
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.paths import resources
from kiosk.prepare.config.edit import with_key, without_key

STARTER = (resources() / "device.toml").read_bytes()


@dataclass(frozen=True)
class Case:
    before: bytes
    with_key: bytes
    without_key: bytes


CASES = {
    "nothing": Case(b"", b'pin = "new"\n', b""),
    "a remark alone": Case(b"# remark\n", b'# remark\npin = "new"\n', b"# remark\n"),
    "another key": Case(b"a = 1\n", b'a = 1\npin = "new"\n', b"a = 1\n"),
    "no line feed at the end": Case(b"a = 1", b'a = 1\npin = "new"\n', b"a = 1"),
    "an old value": Case(b'a = 1\npin = "old"\nb = 2\n', b'a = 1\npin = "new"\nb = 2\n', b"a = 1\nb = 2\n"),
    "an old value at the end": Case(b'a = 1\npin = "old"', b'a = 1\npin = "new"', b"a = 1\n"),
    "a remark behind the old value": Case(b'pin  =  "old"  # why\n', b'pin  =  "new"  # why\n', b""),
    "a remark that looks like it": Case(b'# pin = "..."\n', b'# pin = "..."\npin = "new"\n', b'# pin = "..."\n'),
    "a table": Case(b"a = 1\n\n[t]\nb = 2\n", b'a = 1\npin = "new"\n\n[t]\nb = 2\n', b"a = 1\n\n[t]\nb = 2\n"),
    "the key in a table": Case(b"[t]\npin = 2\n", b'pin = "new"\n\n[t]\npin = 2\n', b"[t]\npin = 2\n"),
    "lines of Windows": Case(b'a = 1\r\npin = "old"\r\n', b'a = 1\r\npin = "new"\r\n', b"a = 1\r\n"),
    "a new line of Windows": Case(b"a = 1\r\n# b\r\n", b'a = 1\r\n# b\r\npin = "new"\r\n', b"a = 1\r\n# b\r\n"),
    "lines of an old Mac": Case(b"a = 1\r# b\r", b'a = 1\r# b\rpin = "new"\r', b"a = 1\r# b\r"),
    "lines of all kinds": Case(
        b'a = 1\r\npin = "old"\nb = 2\rc = 3\n', b'a = 1\r\npin = "new"\nb = 2\rc = 3\n', b"a = 1\r\nb = 2\rc = 3\n"
    ),
    "a mark of UTF-8": Case(
        "\ufeffa = 'é'\n".encode(), "\ufeffa = 'é'\npin = \"new\"\n".encode(), "\ufeffa = 'é'\n".encode()
    ),
    "UTF-16": Case(
        b"\xff\xfe" + "a = 'é'\r\n".encode("utf-16-le"),
        b"\xff\xfe" + "a = 'é'\r\npin = \"new\"\r\n".encode("utf-16-le"),
        b"\xff\xfe" + "a = 'é'\r\n".encode("utf-16-le"),
    ),
    "UTF-16 with the large end first": Case(
        b"\xfe\xff" + "a = 1\n".encode("utf-16-be"),
        b"\xfe\xff" + 'a = 1\npin = "new"\n'.encode("utf-16-be"),
        b"\xfe\xff" + "a = 1\n".encode("utf-16-be"),
    ),
    "the end of a file of DOS": Case(b"a = 1\r\n\x1a", b'a = 1\r\npin = "new"\r\n\x1a', b"a = 1\r\n\x1a"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_key_is_set(case: Case) -> None:
    assert with_key(case.before, "pin", "new") == case.with_key


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_key_is_taken_away(case: Case) -> None:
    assert without_key(case.before, "pin") == case.without_key


def test_the_new_line_stands_below_the_remark_of_the_starter() -> None:
    lines = with_key(STARTER, "pin_hash", "new").decode().splitlines()

    place = lines.index('pin_hash = "new"')
    assert lines[place - 1] == '# pin_hash = "scrypt$15$8$1$..."'
    assert place < lines.index("[network]")


def test_the_starter_is_the_same_again_without_it() -> None:
    assert without_key(with_key(STARTER, "pin_hash", "new"), "pin_hash") == STARTER


# No lists of tables, which device.toml has not: tomlkit gathers those that stand apart.
LINES = st.sampled_from(
    [
        'screen = "HDMI-1"', "sheet_seconds = 30  # long", "", "   ", "# remark", "#", "\t# tab", "'quoted' = 1",
        'long = """', "text", '"""', "list = [", "1, # one", "]", "[table]", "a.b = 2", "date = 2026-01-01",
        'pin = "old"', "  pin = 'old' # why", '"pin" = "old"', "table.pin = 1", 'é = "ü"',
    ]
)  # fmt: skip
ENDINGS = st.sampled_from(["\n", "\r\n", "\r"])


@given(st.lists(st.tuples(LINES, ENDINGS), max_size=12), st.booleans())
def test_whatever_the_file_only_that_key_changes(pairs: list[tuple[str, str]], is_open: bool) -> None:  # noqa: FBT001  # hypothesis gives it
    text = "".join(line + ending for line, ending in pairs)
    text = text.rstrip("\r\n") if is_open else text
    tables = toml(text)
    if tables is None:
        return

    changed = with_key(text.encode(), "pin", "new").decode()
    without = without_key(text.encode(), "pin").decode()

    assert toml(changed) == tables | {"pin": "new"}
    assert toml(without) == {key: value for key, value in tables.items() if key != "pin"}
    assert without_lines_of_pin(text) == without_lines_of_pin(changed)


def toml(text: str) -> dict[str, object] | None:
    try:
        return tomllib.loads(re.sub("\r\n|\r", "\n", text))
    except tomllib.TOMLDecodeError:
        return None


def without_lines_of_pin(text: str) -> list[str]:
    """Give the other lines that say something, each with its own ending; the last one may have got one."""
    lines = [line for line in re.findall(r".*?(?:\r\n|\r|\n)|.+$", text) if line.strip() and "pin" not in line]
    return [*lines[:-1], *(line.rstrip("\r\n") for line in lines[-1:])]
