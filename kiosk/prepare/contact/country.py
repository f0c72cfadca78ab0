"""Countries and their time zones, from the tables that the package tzdata brings (iso3166.tab and zone.tab)."""

import zoneinfo
from collections import defaultdict
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources

from kiosk.prepare.contact.fault import Fault

_SURE = 0.8
_ALSO_CALLED = {
    "america": "US",
    "england": "GB",
    "great britain": "GB",
    "holland": "NL",
    "scotland": "GB",
    "uk": "GB",
    "united kingdom": "GB",
    "usa": "US",
    "united states of america": "US",
    "wales": "GB",
}


@dataclass(frozen=True, slots=True)
class Country:
    """`code` is ISO 3166-1 alpha-2; the name is "" when the country is not known because its key is wrong."""

    code: str
    name: str
    zones: tuple[str, ...] = ()


NOWHERE = Country("", "")
"""Stands for a country that could not be read: numbers are then only understood with + and their country's code."""


def country_of(text: str) -> Country | Fault:
    countries = _countries()
    if text in countries:
        return countries[text]
    meant = country_meant(text)
    if meant is None:
        return Fault("", f'"{text}" is no country code', 'Write its two capital letters, for example "ZW" for Zimbabwe')
    return Fault("", f'"{text}" is not the two-letter code of {meant.name}', f'Write "{meant.code}"')


def country_meant(text: str) -> Country | None:
    """Guess from a name, a code in small letters or a slip of the pen."""
    name = text.casefold()
    code = _ALSO_CALLED.get(name, text.upper())
    if code in _countries():
        return _countries()[code]
    names = {country.name.casefold(): country for country in _countries().values()}
    near = get_close_matches(name, names, n=1, cutoff=0.8)
    return names[near[0]] if near else None


def country_with(code: str) -> Country | None:
    return _countries().get(code)


def time_zone_of(text: str | None, country: Country) -> str | Fault:
    """Check an IANA name; without one, take the country's if it has only one."""
    if text is None:
        return country.zones[0] if len(country.zones) == 1 else _which_zone(country)
    if text in country.zones or text in zoneinfo.available_timezones():
        return text
    meant = _zone_meant(text.replace(" ", "_"), country)
    return Fault("", f'"{text}" is no time zone', f'Write continent and city, for example "{meant}"')


def _zone_meant(name: str, country: Country) -> str:
    """Look in the country first, then at the cities of the world; abbreviations and offsets name no place."""
    cities = {zone.rpartition("/")[2]: zone for zone in _zones_of_places()}
    candidates = (
        get_close_matches(name, country.zones, n=1),
        get_close_matches(name, _zones_of_places(), n=1, cutoff=_SURE),
        [cities[city] for city in get_close_matches(name, cities, n=1, cutoff=_SURE)],
        list(country.zones[:1]),
    )
    return next((zones[0] for zones in candidates if zones), "Africa/Harare")


def _zones_of_places() -> list[str]:
    return sorted({zone for country in _countries().values() for zone in country.zones})


def _which_zone(country: Country) -> Fault:
    zones = ", ".join(f'"{zone}"' for zone in country.zones[:4]) or '"Africa/Harare"'
    return Fault("", f"is needed, for {country.name or 'your country'} may have several", f"Write one such as {zones}")


@cache
def _countries() -> dict[str, Country]:
    zones = defaultdict(list)
    for code, _, zone, *_ in _rows("zone.tab"):
        zones[code].append(zone)
    return {code: Country(code, name, tuple(zones[code])) for code, name in _rows("iso3166.tab")}


def _rows(table: str) -> list[list[str]]:
    text = (resources.files("tzdata") / "zoneinfo" / table).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
