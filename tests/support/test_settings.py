import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.paths import resources
from kiosk.support.settings import values_in, without_what_is_personal
from kiosk.support.shape import DIGIT, LETTER, shape

STARTER = (resources() / "contact.toml").read_text("utf-8")
NAMES = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd")), min_size=5, max_size=30).filter(
    lambda name: name.casefold() not in f"{STARTER} true false".casefold() and not set(name) <= {LETTER, DIGIT}
)
WAYS_TO_WRITE = (
    'name = "{}"',
    "name = '{}'",
    'name = """\n{}"""',
    "name = '''{}\n'''",
    'name = "{}',
    "name = {}",
    'lines = ["{}", "x"]',
    'phone = [{{ label = "{}" }}]',
    "# {}",
    'x = "a" # {}',
    '"{}" = 1',
    "{}",
    '[phone]]\nnumber = "{}"',
    'monday = "{}"',
    "country = {}",
    'screen = "{}"',
    'date = "{} "',
    "{} = 1",
    "[phone.{}]",
    'text = """a \\" {} ',
)


def test_values_become_shapes_and_keys_stay() -> None:
    text = '[[phone]]\nlabel = "Reception"\nnumber = "+263 775 679"  # ask Ann\nallow_premium = true\n'

    assert without_what_is_personal(text) == (
        '[[phone]]\nlabel = "xxxxxxxxx"\nnumber = "+999 999 999"  #        \nallow_premium = true\n'
    )


def test_what_is_nobody_s_in_particular_is_told() -> None:
    text = 'country = "ZW"\nlanguages = ["en", "fr"]\nnetwork = "facebook"\nmonday = "08:00-17:00"\ndate = 2026-12-25\n'

    assert without_what_is_personal(text) == text


def test_a_secret_has_no_shape_either() -> None:
    assert without_what_is_personal('pin_hash = "scrypt$15"') == "pin_hash = ***********"
    assert without_what_is_personal('proxy = "http://a:b@c:8"') == "proxy = ****************"


def test_of_a_source_all_is_told_but_where_it_lies() -> None:
    text = 'source = "https://a.example/x"\nlimit = 3\nmax_age_days = 7\nours = true\npicture_hosts = ["cdn.example"]\n'

    assert without_what_is_personal(text) == (
        'source = "xxxxx://x.xxxxxxx/x"\nlimit = 3\nmax_age_days = 7\nours = true\npicture_hosts = ["xxx.xxxxxxx"]\n'
    )


def test_a_misspelt_key_can_be_read_and_a_name_in_its_place_cannot() -> None:
    assert without_what_is_personal("netwrok = 1\nPetronella = 2\n").split() == [
        "netwrok",
        "=",
        "9",
        "xxxxxxxxxx",
        "=",
        "9",
    ]


@pytest.mark.parametrize("text", [STARTER, STARTER.replace('"', ""), STARTER.replace("]", ""), STARTER[:1000]])
def test_every_line_stays_as_long_as_it_was(text: str) -> None:
    lengths = [len(line) for line in text.splitlines()]

    assert [len(line) for line in without_what_is_personal(text).splitlines()] == lengths


@given(text=st.text(st.sampled_from("ab1'\"#[]={}\\,.\n \u00e9"), max_size=60))
def test_whatever_is_in_the_file_nothing_is_lost_or_moved(text: str) -> None:
    assert [len(line) for line in without_what_is_personal(text).split("\n")] == [
        len(line) for line in text.split("\n")
    ]


@given(name=NAMES, way=st.sampled_from(WAYS_TO_WRITE))
def test_a_name_is_nowhere_left_however_it_was_written(name: str, way: str) -> None:
    text = without_what_is_personal(f"{STARTER}\n{way.format(name)}\n")

    assert name not in text


@given(name=NAMES, way=st.sampled_from(WAYS_TO_WRITE[:8]))
def test_what_was_taken_out_is_known(name: str, way: str) -> None:
    assert any(name in value for value in values_in(f"{way.format(name)}\n"))


def test_what_an_escape_stands_for_is_known() -> None:
    assert "Petr\u00f3nella" in values_in('name = "Petr\\u00f3nella"')


def test_a_key_that_is_none_of_ours_is_somebody_s() -> None:
    assert "Petronella" in values_in("[phone]\nPetronella = 2\n")


@pytest.mark.parametrize(
    "text",
    [
        'monday = "ask Petronella"',
        'monday = "0775 679 494"',
        'country = "Petronella"',
        'time_zone = "Petronella"',
        'network = "petronella"',
        'theme = "Petronella"',
        'screen = "SN-4711-0815"',
        "schema = 775679",
    ],
)
def test_a_value_is_told_only_where_it_looks_as_it_should(text: str) -> None:
    key, _, value = text.partition(" = ")

    assert without_what_is_personal(text) == f"{key} = {shape(value)}"


@pytest.mark.parametrize(
    "text",
    [
        'screen = "HDMI-A-1"',
        'screen = "eDP-1"',
        "screen = 1",
        "sheet_seconds = 30",
        "screen_inches = 43",
        "viewing_distance_m = 2",
        "low_reach = true",
    ],
)
def test_what_this_computer_is_set_to_is_told(text: str) -> None:
    assert without_what_is_personal(text) == text


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_line_keeps_its_number_whatever_ends_it(end: str) -> None:
    assert without_what_is_personal(end.join(["schema = 1", "", 'name = "Ann"'])).split("\n")[2] == 'name = "xxx"'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"pin_hash" = "hunter"', '"pin_hash" = ********'),
        ("'token'='hunter'", "'xxxxx'=********"),
        ('password = [\n "ab",\n "c"\n]\nname = "ab"', 'xxxxxxxx = [\n ****,\n ***\n]\nname = "xx"'),
        ('pin_hash = """\nhunter\n"""', "pin_hash = ***\n******\n***"),
        ('"name" = "Ann"', '"name" = "xxx"'),
        ('"Ann" = 1', '"xxx" = 9'),
    ],
)
def test_a_secret_is_hidden_however_its_key_and_its_lines_are_written(text: str, told: str) -> None:
    assert without_what_is_personal(text) == told
