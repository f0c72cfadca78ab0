"""Addresses: the lines stay as written, and a map link is made of what staff know about the place."""

import re

from kiosk.edition import links
from kiosk.edition.links import Link, Refused
from kiosk.edition.model import Address, Takeaway
from kiosk.prepare import qr
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.web_address import web_takeaway

_GEO = re.compile(r"geo:(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:,-?\d+(?:\.\d+)?)?(?:[;?].*)?", re.IGNORECASE)
_PLUS_CODE = re.compile(r"\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b", re.IGNORECASE)
_DEGREES = re.compile(r"(-?\d{1,3}\.\d+)\s*[,;\s]\s*(-?\d{1,3}\.\d+)")
_COMMA_DEGREES = re.compile(r"(-?\d{1,3}),(\d+)\s*[;,\s]\s*(-?\d{1,3}),(\d+)")
_NORTHERNMOST, _EASTERNMOST = 90, 180
_USE_THE_SHARE_BUTTON = "Copy the https:// link from your map's Share button, or give latitude and longitude"


def address_of(
    label: str,
    lines: tuple[str, ...],
    map_link: str | None = None,
    latitude: float | None = None,
    longitude: float | None = None,
) -> Address | Fault:
    link = _map(lines, map_link, latitude, longitude)
    return link if isinstance(link, Fault) else Address(label, lines, link)


def _map(
    lines: tuple[str, ...], map_link: str | None, latitude: float | None, longitude: float | None
) -> Takeaway | Fault:
    if latitude is None and longitude is None:
        return _of_link(map_link) if map_link is not None else _of_lines(lines)
    if map_link is not None:
        return Fault("map", "stands beside latitude and longitude, and they may disagree", "Keep one of the two")
    if latitude is None or longitude is None:
        absent, present = ("latitude", "longitude") if latitude is None else ("longitude", "latitude")
        return Fault(present, f"stands without {absent}", f"Add the line: {absent} = ...")
    place = _within_range(latitude, longitude)
    return place if isinstance(place, Fault) else qr.takeaway(links.map_at(latitude, longitude))


def _of_lines(lines: tuple[str, ...]) -> Takeaway | Fault:
    try:
        return qr.takeaway(links.map_search(", ".join(lines)))
    except qr.TooLongError:
        return Fault("lines", "are too long for a map's QR code", "Add latitude and longitude, or a map link")


def _of_link(text: str) -> Takeaway | Fault:
    if text.lower().startswith("geo:"):
        place = _of_geo(text)
        return place if isinstance(place, Fault) else qr.takeaway(place)
    if fault := _not_a_link(text):
        return fault
    link = web_takeaway(text)
    return Fault("map", f"the link {link.why}", _USE_THE_SHARE_BUTTON) if isinstance(link, Refused) else link


def _of_geo(text: str) -> Link | Fault:
    found = _GEO.fullmatch(text)
    if found is None:
        return Fault("map", f'"{text}" is no place', "Write it like geo:-17.7840,31.0210")
    latitude, longitude = float(found[1]), float(found[2])
    fault = _within_range(latitude, longitude, key="map")
    return fault or links.geo(latitude, longitude)


def _not_a_link(text: str) -> Fault | None:
    """Name what people copy from maps instead of a link."""
    if degrees := _DEGREES.fullmatch(text):
        return Fault("map", f'"{text}" are degrees, not a link', _two_lines(degrees[1], degrees[2]))
    if commas := _COMMA_DEGREES.fullmatch(text):
        north, east = f"{commas[1]}.{commas[2]}", f"{commas[3]}.{commas[4]}"
        return Fault("map", f'"{text}" are degrees with commas, not a link', _two_lines(north, east))
    if not text.lower().startswith("http") and _PLUS_CODE.search(text):
        return Fault("map", f'"{text}" is a Plus code, which not every phone can open', _USE_THE_SHARE_BUTTON)
    return None


def _two_lines(latitude: str, longitude: str) -> str:
    return f"Write two lines instead: latitude = {latitude} and longitude = {longitude}"


def _within_range(latitude: float, longitude: float, key: str = "") -> Fault | None:
    if abs(latitude) > _NORTHERNMOST:
        swapped = abs(longitude) <= _NORTHERNMOST and abs(latitude) <= _EASTERNMOST
        cure = "Latitude and longitude seem to be swapped" if swapped else "Write degrees between -90 and 90"
        return Fault(key or "latitude", f"the latitude {latitude:g} does not exist", cure)
    if abs(longitude) > _EASTERNMOST:
        return Fault(
            key or "longitude", f"the longitude {longitude:g} does not exist", "Write degrees between -180 and 180"
        )
    return None
