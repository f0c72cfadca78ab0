"""Addresses: where their map links come from, and what people copy from maps instead."""

import pytest

from kiosk.edition.model import Address
from kiosk.prepare.contact.address import address_of
from kiosk.prepare.contact.fault import Fault

LINES = ("3-68th Avenue", "Harare")

WRONG_MAPS = {
    "degrees": ("-17.784, 31.021", "map", "latitude = -17.784 and longitude = 31.021"),
    "degrees with commas": ("-17,784; 31,021", "map", "latitude = -17.784 and longitude = 31.021"),
    "a Plus code": ("6G5G62CF+8Q", "map", "Share button"),
    "a short Plus code": ("62CF+8Q Harare", "map", "Share button"),
    "a word": ("Harare", "map", "Share button"),
    "http": ("http://maps.example/x", "map", "Share button"),
    "a scheme of its own": ("maps://x", "map", "Share button"),
    "geo with commas": ("geo:-17,784,31,021x", "map", "geo:-17.7840,31.0210"),
    "geo beyond the pole": ("geo:91.0,31.0", "map", "seem to be swapped"),
    "a link too long for a code": ("https://maps.example/" + "x" * 500, "map", "Share button"),
}

WRONG_DEGREES = {
    "swapped": (131.021, -17.784, "latitude", "Latitude and longitude seem to be swapped"),
    "beyond the pole": (91.0, 100.0, "latitude", "Write degrees between -90 and 90"),
    "beyond the date line": (1.0, 181.0, "longitude", "Write degrees between -180 and 180"),
    "only latitude": (1.0, None, "latitude", "Add the line: longitude = ..."),
    "only longitude": (None, 1.0, "longitude", "Add the line: latitude = ..."),
}


def test_lines_are_kept_as_written() -> None:
    assert _address().lines == LINES


def test_without_a_place_the_map_looks_the_lines_up() -> None:
    assert _address().link.payload.endswith("?query=3-68th%20Avenue%2C%20Harare")


def test_degrees_put_a_pin_on_the_map() -> None:
    address = address_of("Visit us", LINES, latitude=-17.784, longitude=31.021)

    assert isinstance(address, Address)
    assert "mlat=-17.784000&mlon=31.021000" in address.link.payload


def test_a_link_of_a_map_is_kept() -> None:
    address = address_of("Visit us", LINES, "https://maps.example/?q=6G5G62CF%2B8Q")

    assert isinstance(address, Address)
    assert address.link.payload == "https://maps.example/?q=6G5G62CF%2B8Q"


def test_a_geo_link_loses_what_is_not_the_place() -> None:
    address = address_of("Visit us", LINES, "geo:-17.784,31.021?z=17")

    assert isinstance(address, Address)
    assert address.link.payload == "geo:-17.784000,31.021000"


@pytest.mark.parametrize(("text", "key", "cure"), WRONG_MAPS.values(), ids=WRONG_MAPS)
def test_what_is_no_link_is_explained(text: str, key: str, cure: str) -> None:
    fault = address_of("Visit us", LINES, text)

    assert isinstance(fault, Fault)
    assert (fault.key, cure in fault.cure) == (key, True), fault


@pytest.mark.parametrize(("latitude", "longitude", "key", "cure"), WRONG_DEGREES.values(), ids=WRONG_DEGREES)
def test_degrees_that_do_not_exist_are_explained(
    latitude: float | None, longitude: float | None, key: str, cure: str
) -> None:
    fault = address_of("Visit us", LINES, latitude=latitude, longitude=longitude)

    assert isinstance(fault, Fault)
    assert (fault.key, fault.cure) == (key, cure)


def test_a_link_and_degrees_may_disagree() -> None:
    fault = address_of("Visit us", LINES, "https://maps.example/", 1.0, 1.0)

    assert isinstance(fault, Fault)
    assert fault.key == "map"


def test_lines_too_long_for_a_code_ask_for_degrees() -> None:
    fault = address_of("Visit us", ("ŋ" * 80,) * 3)

    assert isinstance(fault, Fault)
    assert (fault.key, fault.cure) == ("lines", "Add latitude and longitude, or a map link")


def _address() -> Address:
    address = address_of("Visit us", LINES)
    assert isinstance(address, Address)
    return address
