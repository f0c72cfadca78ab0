"""The commonest slips in a file that is no TOML: each gets its column, its name and the line as it should be."""

from pathlib import Path

import pytest

from kiosk.prepare.config.read import read_contact

HEAD = """schema = 1
[organisation]
name = "Haig Park"
country = "ZW"
"""
INNER = "Write \"The 'main' desk\""

SLIPS = {
    "a number": (
        "number = +263 775 679 494",
        ':5:10: the number has no quotation marks. Write it in quotes: "+263 775 679 494"',
    ),
    "a number with an extension": (
        "number = 0242 700 000 ext. 12",
        ':5:10: the number has no quotation marks. Write it in quotes: "0242 700 000 ext. 12"',
    ),
    "hours": ("monday = 08:00-17:00", ':5:10: the hours have no quotation marks. Write "08:00-17:00"'),
    "hours without minutes": ("monday = 8-17", ':5:10: the hours have no quotation marks. Write "08:00-17:00"'),
    "hours that do not exist": (
        "monday = 25:00-17:00",
        ':5:10: the text behind the = has no quotation marks. Write "25:00-17:00"',
    ),
    "a date with dots": (
        "date = 25.12.2026",
        ":5:8: a date is written in another way here. Write 2026-12-25, without quotes",
    ),
    "a date that is a day of no month": (
        "date = 2026-02-30",
        ":5:8: this day does not exist. Write a day of the calendar as year-month-day, like 2026-12-25",
    ),
    "a date in words": (
        "date = 25 December 2026",
        ":5:8: this cannot be read as a date. Write it in figures, the year first, like 2026-12-25",
    ),
    "a time without seconds": (
        "until = 2026-12-18 17:00",
        ":5:9: a date and time is written in another way here. Write 2026-12-18T17:00:00, without quotes",
    ),
    "quotation marks inside": ('label = "The "main" desk"', f':5:9: the text has " inside. {INNER}'),
    "an apostrophe inside": ("label = 'It's here'", ":5:9: the text has ' inside. Write \"It's here\""),
    "a lonely single quotation mark": (
        "label = 'Reception",
        ':5:9: this line lacks a quotation mark. Begin and end the text with "',
    ),
    "a folder of Windows": (
        r'logo = "C:\Users\logo.png"',
        ':5:8: this line has a backslash that means something else here. Write / instead of \\: "C:/Users/logo.png"',
    ),
    "a backslash at the end": (
        r'logo = "pictures\"',
        ':5:8: this line has a backslash that means something else here. Write / instead of \\: "pictures/"',
    ),
    "a colour without #": ("accent = B4472E", ':5:10: the colour has no quotation marks. Write "#B4472E"'),
    "a colour that looks like a remark": (
        "accent = #B4472E",
        ':5:10: the colour has no quotation marks. Write "#B4472E"',
    ),
    "a word with a capital": ("theme = Dark", ':5:9: the text behind the = has no quotation marks. Write "Dark"'),
    "yes": ("emergency = Yes", ":5:13: yes and no are written in another way here. Write true, in small letters"),
    "a list of bare words": (
        "languages = [en, fr]",
        ':5:14: the texts in the list have no quotation marks. Write ["en", "fr"]',
    ),
    "a list without brackets": (
        'languages = "en", "fr"',
        ':5:13: several texts stand here without brackets. Write ["en", "fr"]',
    ),
    "words behind a text": (
        'label = "Reception" (main)',
        ":5:9: something stands behind the closing quotation mark. Delete it: (main)",
    ),
    "degrees with a letter": (
        "latitude = 17.784 S",
        ":5:12: this is not a number. Write digits only, with a dot, like -17.784",
    ),
    "a remark behind a bare text": (
        "heading = Stay in touch # large",
        ':5:11: the text behind the = has no quotation marks. Write "Stay in touch"',
    ),
}


@pytest.mark.parametrize(("line", "problem"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_answered_with_the_line_as_it_should_be(line: str, problem: str, tmp_path: Path) -> None:
    assert _problems(tmp_path, HEAD + line + "\n") == [problem]


REST = {
    "a bare text": "heading = Stay in touch",
    "a folder of Windows": r'logo = "C:\Users\logo.png"',
    "an open quotation mark": 'heading = "Stay',
    "no = sign": 'heading "Stay"',
    "a sentence": "We are open",
    "a heading that is not closed": "[look",
    "a name twice": 'name = "Haig Park Office"',
}


@pytest.mark.parametrize("line", REST.values(), ids=REST)
def test_a_slip_does_not_hide_a_mistake_further_on(line: str, tmp_path: Path) -> None:
    found = _problems(tmp_path, f'{HEAD}{line}\n[hours]\nmonday = "25:00-17:00"\n')

    assert [problem.split(":")[1] for problem in found] == ["5", "7"]


def test_what_stands_in_a_bad_line_is_not_called_missing(tmp_path: Path) -> None:
    text = HEAD.replace('"Haig Park"', "Haig Park") + "[[phone]]\nnumber = +263 775 679 494\n"

    assert [problem.split(":")[1] for problem in _problems(tmp_path, text)] == ["3", "6"]


def test_a_part_that_stands_twice_is_told_once(tmp_path: Path) -> None:
    text = HEAD + '[hours]\nmonday = "closed"\nfriday = "closed"\n[hours]\nmonday = "closed"\nfriday = "closed"\n'

    assert _problems(tmp_path, text) == [
        (
            ":8:2: hours: stands here a second time, first in line 5. "
            "Put the lines of both parts below the first, and delete the second"
        )
    ]


def test_a_list_in_single_brackets_twice_is_told_of_double_brackets(tmp_path: Path) -> None:
    found = _problems(tmp_path, HEAD + '[phone]\nnumber = "1"\n[phone]\nnumber = "2"\n')

    assert found[-1].endswith("write its name in double brackets, like [[phone]]")


def _problems(folder: Path, text: str) -> list[str]:
    file = folder / "contact.toml"
    file.write_text(text, "utf-8")
    return [str(problem).removeprefix(str(file)) for problem in read_contact(file).problems]
