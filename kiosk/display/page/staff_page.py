"""Everything that staff see over the screen, in finished words: widgets show it and add nothing."""

from typing import Literal, TypeAlias

from kiosk.display.page.page import Button
from kiosk.edition.value import Value


class PadKey(Value, frozen=True):
    """A key with a text or an icon; `key` is a digit, "delete" or "enter"."""

    key: str
    text: str
    icon: str
    name: str
    description: str


class PadPage(Value, frozen=True):
    """The PIN pad: `rings` of which the first `typed` are filled; without keys there is only something to read.

    `spoken` is what a screen reader says of the digits; while the keys rest, touching them does nothing.
    """

    title: str
    rings: int
    typed: int
    spoken: str
    text: str
    strong_text: str
    keys: tuple[PadKey, ...]
    rests: bool
    close: Button | None


class MenuRow(Value, frozen=True):
    """`aside` stands behind the text: quietly, or as a badge where staff should look."""

    key: str
    icon: str
    text: str
    aside: str
    badge: Literal["none", "quiet", "amber"]
    name: str
    description: str


class MenuPage(Value, frozen=True):
    title: str
    line: str
    rows: tuple[MenuRow, ...]


Tone: TypeAlias = Literal["good", "bad", "hint", "unknown"]


class Entry(Value, frozen=True):
    """One thing in a report: what it is about, what is so, and what staff can do about it; "" where there is nothing."""

    tone: Tone
    tone_name: str
    heading: str
    text: str
    cure: str


class ReportPage(Value, frozen=True):
    """`line` says how it stands in all."""

    title: str
    line: str
    entries: tuple[Entry, ...]
    back: Button


StaffContent: TypeAlias = PadPage | MenuPage | ReportPage


class StaffPage(Value, frozen=True):
    """What is open, in the language of staff, which may not be the visitor's; `closing` is the line that counts down."""

    language: str
    right_to_left: bool
    content: StaffContent
    closing: Button
