"""The whole page from the edition, the moment and the visitor's choices."""

from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.display.page.contact import derive_panel
from kiosk.display.page.moment import Moment
from kiosk.display.page.page import Bar, Button, Footer, HoldingPage, Page, QuestionPage
from kiosk.display.page.reading import derive_footer, derive_reading
from kiosk.display.page.sheet import derive_sheet
from kiosk.display.page.speech import Speech
from kiosk.display.visitor.choices import Choices, with_larger_text, with_smaller_text
from kiosk.edition.legible import joined
from kiosk.edition.model import Edition, Palette
from kiosk.edition.value import replace


def derive_page(edition: Edition, moment: Moment, choices: Choices, speech: Speech) -> Page:
    now = moment.now.astimezone(ZoneInfo(edition.organisation.time_zone))
    return Page(
        language=speech.language,
        right_to_left=speech.right_to_left,
        palette=_palette(edition, moment, choices),
        text_scale=joined(moment.type_scale, choices.text_scale),
        moves=edition.look.motion == "full",
        window_title=edition.organisation.name,
        reading=derive_reading(edition, now, choices, speech),
        footer=_footer(edition, now, choices, speech),
        panel=derive_panel(edition, now, moment, speech),
        bar=_bar(edition, now, moment, choices, speech),
        sheet=derive_sheet(edition, choices, speech),
        question=_question(speech) if moment.asks else None,
        low_reach=choices.low_reach,
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


def _footer(edition: Edition, now: datetime, choices: Choices, speech: Speech) -> Footer:
    """Give the footer, with buttons that turn the pages where the article itself is out of reach."""
    footer = derive_footer(edition, now, choices, speech)
    if not choices.low_reach:
        return footer
    back = Button("", speech.say("Page up"), speech.say("Moves the article back."))
    on = Button("", speech.say("Page down"), speech.say("Moves the article on."))
    return replace(footer, back=back, on=on)


def _question(speech: Speech) -> QuestionPage:
    yes = speech.say("Yes, go on")
    return QuestionPage(
        title=speech.say("Still reading?"),
        text=speech.say("This screen starts afresh in a few seconds, so that the next visitor finds it as you did."),
        yes=Button(yes, yes, speech.say("Leaves the screen as it is.")),
    )


def _palette(edition: Edition, moment: Moment, choices: Choices) -> Palette:
    if choices.high_contrast:
        return edition.look.contrast
    dark = moment.dark if edition.look.theme == "auto" else edition.look.theme == "dark"
    return edition.look.dark if dark else edition.look.light


def _bar(edition: Edition, now: datetime, moment: Moment, choices: Choices, speech: Speech) -> Bar:
    can_shrink = with_smaller_text(choices, moment.type_scale) != choices
    can_grow = with_larger_text(choices, moment.type_scale) != choices
    low_reach = speech.say("Controls within low reach")
    language = Button(speech.name, speech.say("Language"), speech.say("Shows this screen in the next language."))
    return Bar(
        smaller=_text_button("A−", speech.say("Smaller text"), can_shrink, speech),  # noqa: RUF001  # the typographic minus of the design
        larger=_text_button("A+", speech.say("Larger text"), can_grow, speech),
        contrast=Button("", speech.say("High contrast"), speech.say("Turns strong colours on or off.")),
        language=language if len(edition.languages) > 1 else None,
        clock=speech.clock(now.time()),
        low_reach=Button("", low_reach, speech.say("Brings all that can be touched to the lower half, or back.")),
    )


def _text_button(text: str, name: str, possible: bool, speech: Speech) -> Button:  # noqa: FBT001  # read as a statement at both calls
    says = speech.say("Changes the size of all text.") if possible else speech.say("The text has reached its limit.")
    return Button(text, name, says)
