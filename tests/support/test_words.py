import json
import time
import unicodedata
from typing import Literal
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.support.words import OUR_WORDS, Censor, Names

NOBODY = Names({})
LINE = '{"time": "2026-11-27T14:05:10.123Z", "pid": 12345, "event": "%s", "lasted_seconds": 0.123456}'
FORMS = (
    "{}",
    '"{}" is too short',
    "x{}y",
    "a {}, b",
)


@given(
    name=st.text(st.characters(categories=("Lu", "Ll", "Lo")), min_size=4, max_size=20).filter(
        lambda name: name.casefold() not in OUR_WORDS | {"x" * len(name)} and name.casefold() not in LINE.casefold()
    ),
    form=st.sampled_from(FORMS),
    encode=st.sampled_from([str, quote, lambda text: json.dumps(text)[1:-1]]),
)
def test_a_value_of_the_settings_is_nowhere_left(name: str, form: str, encode: "type[str]") -> None:
    text = Censor([name], NOBODY)(LINE % form.format(encode(name)))

    assert encode(name) not in text


@pytest.mark.parametrize(
    "written", ["+263 775 679 494", "0775679494", "tel:+263775679494", "(0775) 679-494", "0775/679.494", "679494"]
)
def test_a_number_to_call_is_found_in_every_form(written: str) -> None:
    censored = Censor(['"+263 775 679 494"'], NOBODY)

    assert not set("12345678") & set(censored(f"calls {written} now"))


@pytest.mark.parametrize(
    "personal",
    [
        "ann@office.example",
        "mailto:ann%40office.example?subject=x",
        "https://user:word@office.example/path?token=abc",
        "+1 201 555 0123",
        "0201-555-0123",
        "192.168.1.17",
        "fe80::1ff:fe23:4567:890a",
        "52:54:00:12:34:56",
        "scrypt$15$8$1$abc$def",
        "fe80::1",
        "2001:db8::7",
        "mqtts://ann:hunter2@broker.example:8883/lobby",
        "Bearer abcdef1234567",
        "token=abcdef123",
        "\\\\fileserver\\ann\\contact.toml",
        "(0201) 555-0123",
        "tel%3A%2B12015550123",
    ],
)
def test_what_looks_personal_goes_whoever_wrote_it(personal: str) -> None:
    text = Censor([], NOBODY)(f"it said {personal} again")

    assert personal not in text
    assert text.startswith("it said ")
    assert text.endswith(" again")


@pytest.mark.parametrize(
    "kept",
    [
        "2026-11-27T14:05:10.123Z",
        "2026-11-27",
        "2e521ca2c400eabf285fba83384ee56f7fcc7f33694f3e13b997057e31199e11",
        "took 0.123456 s",
        "pid 12345",
        "contact.toml:44:10",
        "exit status 139",
        "kiosk/display/app.py, line 120",
        "getty@tty1.service.d",
        "HandleSuspendKey=suspend",
        "at 14:05:10 after 6.11.3",
        "QObject::connect: no such signal",
    ],
)
def test_what_happened_is_still_told(kept: str) -> None:
    assert Censor(['"Haig Park Office"'], NOBODY)(kept) == kept


def test_the_computer_and_its_user_have_other_names() -> None:
    censored = Censor([], Names({"/home/ann": "<home>", "ann": "<user>", "reception-pc": "<host>"}))

    text = censored("/home/ann/kiosk/contact.toml of ann on reception-pc, by Hannah's annual plan")

    assert text == "<home>/kiosk/contact.toml of <user> on <host>, by Hannah's annual plan"


@pytest.mark.parametrize(
    "home", ["/home/petra/x", "/Users/petra/x", "C:\\Users\\petra\\x", "C:\\\\Users\\\\petra\\\\x"]
)
def test_nor_is_anybody_else_s_home_named(home: str) -> None:
    assert Censor([], NOBODY)(f"in {home}") == f"in {home.replace('petra', '<user>')}"


def test_a_short_name_is_taken_out_where_it_is_a_word() -> None:
    assert Censor(["Ann"], NOBODY)("ask Ann about an Annex, or anne") == "ask xxx about an Annex, or anne"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_found_composed_and_decomposed(form: Literal["NFC", "NFD"]) -> None:
    name = unicodedata.normalize(form, "Zo\u00eb M\u00fcller")

    assert name.split()[1] not in Censor(["Zo\u00eb M\u00fcller"], NOBODY)(f"said {name}")


def test_words_of_the_kiosk_itself_stay_in_what_it_says() -> None:
    assert Censor(["Contact Edition"], NOBODY)("edition shown by Contact Edition") == "edition shown by xxxxxxx xxxxxxx"


def test_thousands_of_values_take_no_longer_than_a_moment() -> None:
    values = [f"w{number:06}xyz" for number in range(9000)]
    censor, text = Censor(values, NOBODY), LINE % "shown" + "\n"

    began = time.process_time()
    censored = censor(text * 500 + values[17])

    assert time.process_time() - began < 5
    assert values[17] not in censored
