import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.system.command_line_windows import command_line, words_in


@pytest.mark.parametrize(
    ("word", "quoted"),
    [
        ("run", '"run"'),
        ("", '""'),
        (r"C:\Program Files\Kiosk", r'"C:\Program Files\Kiosk"'),
        ("C:\\lobby\\", '"C:\\lobby\\\\"'),
        ('a"b', r'"a\"b"'),
        ('a\\"b', r'"a\\\"b"'),
        (r"\\server\share", r'"\\server\share"'),
    ],
)
def test_a_word_is_quoted_as_windows_reads_it(word: str, quoted: str) -> None:
    assert command_line([word]) == quoted


@given(st.lists(st.text(alphabet='\\" a%é')))
def test_what_is_written_is_read_again(words: list[str]) -> None:
    assert words_in(command_line(words)) == tuple(words)


@given(st.text(alphabet='\\" a', min_size=1).map(lambda word: f" {word}"))
def test_a_word_that_needs_quotes_is_quoted_as_python_does_it(word: str) -> None:
    assert command_line([word]) == subprocess.list2cmdline([word])
