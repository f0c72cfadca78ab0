"""One entry of a report, with its sign named for those who do not see it."""

from kiosk.display.page.speech import Speech
from kiosk.display.page.staff_page import Entry, Tone


def derive_entry(tone: Tone, speech: Speech, text: str, *, heading: str = "", cure: str = "") -> Entry:
    names = {
        "good": speech.say("In order"),
        "bad": speech.say("Not in order"),
        "hint": speech.say("Could be better"),
        "unknown": speech.say("Not known"),
    }
    return Entry(tone, names[tone], heading, text, cure)


def in_all(entries: tuple[Entry, ...], speech: Speech) -> str:
    """Say in one sentence how all of it stands."""
    bad = sum(entry.tone == "bad" for entry in entries)
    if bad:
        return speech.count("{number} thing is not as it should be.", "{number} things are not as they should be.", bad)
    if any(entry.tone == "unknown" for entry in entries):
        return speech.say("Nothing bad is known, but not everything could be found out.")
    return speech.say("All is well.")
