"""The whole page from the edition, the moment and the visitor's choices."""

from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.display.page.contact import derive_panel
from kiosk.display.page.moment import Moment
from kiosk.display.page.page import Bar, Button, HoldingPage, Page
from kiosk.display.page.reading import derive_footer, derive_reading
from kiosk.display.page.sheet import derive_sheet
from kiosk.display.page.speech import Speech
from kiosk.display.visitor.choices import TEXT_SCALES, Choices
from kiosk.edition.model import Edition, Palette


def derive_page(edition: Edition, moment: Moment, choices: Choices, speech: Speech) -> Page:
    now = moment.now.astimezone(ZoneInfo(edition.organisation.time_zone))
    return Page(
        language=speech.language,
        right_to_left=speech.right_to_left,
        palette=_palette(edition, moment, choices),
        text_scale=choices.text_scale,
        moves=edition.look.motion == "full",
        window_title=edition.organisation.name,
        reading=derive_reading(edition, now, choices, speech),
        footer=derive_footer(edition, now, choices, speech),
        panel=derive_panel(edition, now, moment, speech),
        bar=_bar(edition, now, choices, speech),
        sheet=derive_sheet(edition, choices, speech),
    )


def derive_holding(palette: Palette, now: datetime, speech: Speech) -> HoldingPage:
    """Make the card that is shown when there is no edition; `now` is shown as it is."""
    return HoldingPage(
        language=speech.language,
        right_to_left=speech.right_to_left,
        palette=palette,
        title=speech.say("We will be right back"),
        text=speech.say("Please ask at the desk in the meantime."),
        clock=speech.clock(now.time()),
    )


def _palette(edition: Edition, moment: Moment, choices: Choices) -> Palette:
    if choices.high_contrast:
        return edition.look.contrast
    dark = moment.dark if edition.look.theme == "auto" else edition.look.theme == "dark"
    return edition.look.dark if dark else edition.look.light


def _bar(edition: Edition, now: datetime, choices: Choices, speech: Speech) -> Bar:
    language = Button(speech.name, speech.say("Language"), speech.say("Shows this screen in the next language."))
    return Bar(
        smaller=_text_button("A−", speech.say("Smaller text"), choices.text_scale > TEXT_SCALES[0], speech),  # noqa: RUF001  # the typographic minus of the design
        larger=_text_button("A+", speech.say("Larger text"), choices.text_scale < TEXT_SCALES[-1], speech),
        contrast=Button("", speech.say("High contrast"), speech.say("Turns strong colours on or off.")),
        language=language if len(edition.languages) > 1 else None,
        clock=speech.clock(now.time()),
    )


def _text_button(text: str, name: str, possible: bool, speech: Speech) -> Button:  # noqa: FBT001  # read as a statement at both calls
    says = speech.say("Changes the size of all text.") if possible else speech.say("The text has reached its limit.")
    return Button(text, name, says)
