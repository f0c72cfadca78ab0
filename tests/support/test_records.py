import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.support.records import censored_document, censored_lines, without_keys_of_theirs, without_quotations
from kiosk.support.words import Censor, Names

QUILL = Censor(["Petronella Quill"], Names({"ann": "<user>", "event": "<user>"}))
VALUES = st.recursive(st.text(max_size=20) | st.integers() | st.none(), lambda inner: st.lists(inner, max_size=3))


def test_values_are_censored_and_keys_times_and_numbers_stay() -> None:
    line = '{"time": "2026-11-27T14:05:10.123Z", "process": "display", "event": "hi ann", "bytes": 157286400}'

    assert censored_lines(line, QUILL) == line.replace("hi ann", "hi <user>")


def test_lines_that_are_no_json_are_texts_and_every_line_stays() -> None:
    assert censored_lines('{"torn": "Petronella\n\n  File "kiosk/x.py", line 12 of Quill\n', QUILL).split("\n") == [
        '{"torn": "xxxxxxxxxx',
        "",
        '  File "kiosk/x.py", line 12 of xxxxx',
        "",
    ]


@given(key=st.text(max_size=8), value=VALUES)
def test_whatever_a_log_holds_it_stays_a_log(key: str, value: object) -> None:
    text = json.dumps({"event": "said", key: value})

    assert json.loads(censored_lines(text, QUILL)).keys() <= {"event", key, *censored_lines(key, QUILL).split("\n")}


@pytest.mark.parametrize(
    "written", ['"Petr\\u006fnella"', '"PETRONELLA"', '"say \\"Petronella\\""', '"petronella.jpg"']
)
def test_a_name_in_a_value_is_found_however_json_writes_it(written: str) -> None:
    assert "petronella" not in censored_lines(f'{{"event": {written}}}', QUILL).casefold()


def test_a_key_that_is_somebody_s_name_goes_too() -> None:
    assert censored_lines('{"Petronella": 1}', QUILL) == '{"xxxxxxxxxx": 1}'


def test_what_a_message_quotes_from_the_files_is_shaped_even_if_nobody_knows_it() -> None:
    problem = '[{"key": "phone.number", "what": "\\"ask Sue\\" is no number", "cure": "Did you mean \\"label\\"?"}]'

    told = json.loads(censored_document(problem, QUILL, has_quotations=True))

    assert told == [{"key": "phone.number", "what": '"xxx xxx" is no number', "cure": 'Did you mean "label"?'}]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"Sue" and "label"', '"xxx" xxx "xxxxx"'),
        ('it says "Sue', 'it says "xxx'),
        ('"a "Sue" b" is long', '"x "xxx" x" is long'),
        ('Write "08:00-17:00"', 'Write "08:00-17:00"'),
    ],
)
def test_quotations_with_marks_inside_go_from_the_first_to_the_last(text: str, told: str) -> None:
    assert without_quotations(text) == told


def test_titles_go_where_they_are_those_of_articles() -> None:
    editions = '[{"edition": "2e521c", "title": "We miss Sue"}]'

    assert json.loads(censored_document(editions, QUILL, hides_titles=True)) == [
        {"edition": "2e521c", "title": "xx xxxx xxx"}
    ]


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "no JSON of Petronella"])
def test_a_document_that_is_damaged_is_censored_all_the_same(text: str) -> None:
    assert "Petronella" not in censored_document(text, QUILL)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("social[1].netwrok", "social[1].netwrok"),
        ("caption", "caption"),
        ("last words of sue", "xxxx xxxxx xx xxx"),
        ("look.sue", "look.xxx"),
    ],
)
def test_a_key_is_told_only_if_it_is_one_of_ours(key: str, told: str) -> None:
    problem = json.dumps([{"key": key, "text": f"a.md:3:1: warning: {key}: the kiosk does not know this key."}])

    assert json.loads(censored_document(problem, QUILL, has_quotations=True)) == [
        {"key": told, "text": f"a.md:3:1: warning: {told}: the kiosk does not know this key."}
    ]


def test_what_staff_should_write_is_not_told_with_what_they_wrote() -> None:
    text = "a.md:3:1: this line has no colon. Write author: Sue"

    assert without_keys_of_theirs(text) == "a.md:3:1: this line has no colon. Write author: xxx"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"label" is "Sue', '"xxxxx" xx "xxx'),
        ('it says "We\nmiss\nSue" here\nand "label"', 'it says "xx\nxxxx\nxxx" here\nand "label"'),
    ],
)
def test_a_mark_without_its_other_one_quotes_the_rest(text: str, told: str) -> None:
    assert without_quotations(text) == told


@pytest.mark.parametrize(
    ("path", "told"),
    [("/srv/Sue/x.png", "/xxx/xxx/x.xxx"), ("/var/state/log", "<state>/log"), ("/opt/kiosk/a.py", "/opt/kiosk/a.py")],
)
def test_a_path_is_told_only_below_the_folders_of_the_kiosk(path: str, told: str) -> None:
    censor = Censor([], Names({"/var/state": "<state>"}, own=("/opt/kiosk/",)))

    assert json.loads(censored_lines(json.dumps({"path": path}), censor)) == {"path": told}


@pytest.mark.parametrize("depth", [400, 900, 5000])
def test_a_record_that_is_nested_deeply_is_taken_for_a_text(depth: int) -> None:
    line = '{"a": ' + "[" * depth + '"Petronella"' + "]" * depth + "}"

    assert "Petronella" not in censored_lines(line, QUILL)
