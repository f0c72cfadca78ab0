"""Countries and time zones."""

import pytest

from kiosk.prepare.contact.country import Country, country_of, time_zone_of
from kiosk.prepare.contact.fault import Fault

ZIMBABWE = Country("ZW", "Zimbabwe", ("Africa/Harare",))
PORTUGAL = Country("PT", "Portugal", ("Europe/Lisbon", "Atlantic/Madeira", "Atlantic/Azores"))

MEANT = {
    "a name": ("Zimbabwe", 'Write "ZW"'),
    "a name in small letters": ("south africa", 'Write "ZA"'),
    "a slip": ("Zimbabwee", 'Write "ZW"'),
    "small letters": ("zw", 'Write "ZW"'),
    "UK": ("UK", 'Write "GB"'),
    "USA": ("USA", 'Write "US"'),
    "nonsense": ("Qqqqqq", 'Write its two capital letters, for example "ZW" for Zimbabwe'),
}

WRONG_ZONES = {
    "a city": ("Harare", 'Write continent and city, for example "Africa/Harare"'),
    "a slip": ("Africa/Harari", 'Write continent and city, for example "Africa/Harare"'),
    "one of another country": ("Europe/Lisbonne", 'Write continent and city, for example "Europe/Lisbon"'),
    "an abbreviation": ("CAT", 'Write continent and city, for example "Africa/Harare"'),
    "an offset": ("GMT+2", 'Write continent and city, for example "Africa/Harare"'),
    "a city of another country": ("Lisbon", 'Write continent and city, for example "Europe/Lisbon"'),
    "a way out": ("../../etc/passwd", 'Write continent and city, for example "Africa/Harare"'),
}


def test_a_code_gives_the_country_with_its_name_and_zones() -> None:
    assert country_of("ZW") == ZIMBABWE


@pytest.mark.parametrize(("text", "cure"), MEANT.values(), ids=MEANT)
def test_what_is_no_code_gets_the_code_that_was_meant(text: str, cure: str) -> None:
    fault = country_of(text)

    assert isinstance(fault, Fault)
    assert fault.cure == cure


def test_a_country_with_one_time_zone_needs_no_key() -> None:
    assert time_zone_of(None, ZIMBABWE) == "Africa/Harare"


def test_a_country_with_several_time_zones_asks_which() -> None:
    fault = time_zone_of(None, PORTUGAL)

    assert isinstance(fault, Fault)
    assert fault.cure == 'Write one such as "Europe/Lisbon", "Atlantic/Madeira", "Atlantic/Azores"'


def test_a_time_zone_of_another_country_is_taken() -> None:
    assert time_zone_of("Europe/Kyiv", ZIMBABWE) == "Europe/Kyiv"


@pytest.mark.parametrize(("text", "cure"), WRONG_ZONES.values(), ids=WRONG_ZONES)
def test_what_is_no_time_zone_gets_the_nearest(text: str, cure: str) -> None:
    assert time_zone_of(text, ZIMBABWE) == Fault("", f'"{text}" is no time zone', cure)


def test_a_continent_is_no_time_zone() -> None:
    assert isinstance(time_zone_of("Africa", ZIMBABWE), Fault)
