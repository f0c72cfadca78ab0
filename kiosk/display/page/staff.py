"""What is open of staff's in finished words, in their language: the PIN pad, and the way to the menu and its reports."""

from datetime import datetime
from typing import assert_never

from kiosk.display.page.page import Button
from kiosk.display.page.speech import Speech
from kiosk.display.page.staff_menu import derive_menu
from kiosk.display.page.staff_page import PadKey, PadPage, StaffContent, StaffPage
from kiosk.display.page.staff_report import derive_report
from kiosk.display.page.staff_view import Closed, MenuOpen, PadOpen, ReportOpen, StaffView
from kiosk.edition.model import Hours
from kiosk.edition.value import replace

RINGS = 6
MINUTE = 60
SET_PIN = "kiosk set-pin"


def derive_staff(
    view: StaffView, seconds_left: int, hours: Hours | None, now: datetime, speech: Speech
) -> StaffPage | None:
    """Give the page of what is open, None for nothing; `now` is on the clock of the office."""
    if isinstance(view, Closed):
        return None
    content, closing = _content(view, hours, now, speech), _closing(seconds_left, speech)
    return StaffPage(speech.language, speech.right_to_left, content, closing)


def _closing(seconds: int, speech: Speech) -> Button:
    """Give the line that counts down, which can be touched to close at once."""
    text = speech.count("Closes in {number} second", "Closes in {number} seconds", seconds)
    return replace(_close(speech), text=text)


def _close(speech: Speech) -> Button:
    return Button(speech.say("Close"), speech.say("Close"), speech.say("Returns to what visitors see."))


def _content(view: PadOpen | MenuOpen | ReportOpen, hours: Hours | None, now: datetime, speech: Speech) -> StaffContent:
    match view:
        case PadOpen():
            return derive_pad(view, speech)
        case MenuOpen():
            return derive_menu(view, hours, now, speech)
        case ReportOpen():
            return derive_report(view, now, speech)
        case other:
            assert_never(other)


def derive_pad(pad: PadOpen, speech: Speech) -> PadPage:
    text, strong_text = _said(pad, speech)
    return PadPage(
        title=speech.say("Staff"),
        rings=max(RINGS, pad.typed) if pad.has_pin else 0,
        typed=pad.typed,
        spoken=speech.count("{number} digit typed", "{number} digits typed", pad.typed),
        text=text,
        strong_text=strong_text,
        keys=_keys(speech) if pad.has_pin else (),
        rests=not pad.takes_digits,
        close=None if pad.has_pin else _close(speech),
    )


def _said(pad: PadOpen, speech: Speech) -> tuple[str, str]:
    if not pad.has_pin:
        return speech.say("No PIN has been set. On this computer, type:"), speech.typed(SET_PIN)
    refused = speech.say("You don’t have permission to change this screen.")  # noqa: RUF001  # a typographic apostrophe is meant
    if pad.wait_seconds:
        return refused, _try_again(pad.wait_seconds, speech)
    return refused if pad.was_wrong else "", ""


def _try_again(seconds: int, speech: Speech) -> str:
    if seconds < MINUTE:
        return speech.count("Try again in {number} second", "Try again in {number} seconds", seconds)
    minutes = -(-seconds // MINUTE)
    return speech.count("Try again in {number} minute", "Try again in {number} minutes", minutes)


def _keys(speech: Speech) -> tuple[PadKey, ...]:
    """Give the keys in the order of a telephone."""
    types = speech.say("Types this digit.")
    digits = [PadKey(digit, digit, "", digit, types) for digit in "1234567890"]
    delete = PadKey("delete", "", "fa6s.delete-left", speech.say("Delete"), speech.say("Takes the last digit away."))
    enter = PadKey("enter", "", "fa6s.check", speech.say("OK"), speech.say("Enters the PIN."))
    return (*digits[:9], delete, digits[9], enter)
