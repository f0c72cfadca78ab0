"""Everything the screen shows at one moment, in finished words: widgets show it and add nothing."""

from typing import Literal, TypeAlias

from kiosk.edition.model import Block, Figure, Palette, Picture, QrCode
from kiosk.edition.value import Value


class Onward(Value, frozen=True):
    """What stands below the beginning of an article that goes on elsewhere, with the code that leads there, if any."""

    title: str
    text: str
    code: QrCode | None


class ArticlePage(Value, frozen=True):
    """`by_line` begins with the publisher where there is one, which `strong_by_line` tells; `number` counts the edition's."""

    kicker: str
    title: str
    by_line: tuple[str, ...]
    strong_by_line: bool
    lead: Figure | None
    blocks: tuple[Block, ...]
    language: str
    link_hint: str
    number: int = 0
    onward: Onward | None = None


class NoticePage(Value, frozen=True):
    kicker: str
    title: str
    text: str
    until: str
    severity: Literal["info", "warning", "urgent"]


class NoArticlePage(Value, frozen=True):
    """There is no article: the contact panel is the whole message, and this side welcomes."""

    title: str
    text: str


Reading: TypeAlias = ArticlePage | NoticePage | NoArticlePage


class Button(Value, frozen=True):
    """A control: what it says, how a screen reader calls it, and what a touch does, in a sentence."""

    text: str
    name: str
    description: str
    key: str = ""


class Footer(Value, frozen=True):
    """The position in the rotation, below 0 for none in it, what comes next, and the way to the source; None for none."""

    count: int
    current: int
    following: Button | None
    source: Button | None
    back: Button | None = None
    on: Button | None = None


class Row(Value, frozen=True):
    """One way to stay in touch; `opens` is the link that a windowed kiosk hands to the system, "" when captive."""

    key: str
    icon: str
    label: str
    lines: tuple[str, ...]
    name: str
    description: str
    opens: str
    code_button: Button


class SocialButton(Value, frozen=True):
    key: str
    icon: str
    initial: str
    name: str
    description: str
    opens: str


class CardPage(Value, frozen=True):
    """The "save our contact" card with the vCard's code."""

    button: Button
    text: str
    code: QrCode


class OpenLine(Value, frozen=True):
    parts: tuple[str, ...]
    is_open: bool


class Panel(Value, frozen=True):
    organisation: str
    logo: Picture | None
    heading: str
    open_line: OpenLine | None
    rows: tuple[Row, ...]
    social_heading: str
    socials: tuple[SocialButton, ...]
    card: CardPage


class Bar(Value, frozen=True):
    """The visitor's bar; `language` is None where there is only one."""

    smaller: Button
    larger: Button
    contrast: Button
    language: Button | None
    clock: str
    low_reach: Button


class SheetPage(Value, frozen=True):
    """What a touch gives: a code, what it does, and the same thing in plain words."""

    title: str
    text: str
    plain: str
    code: QrCode
    close: Button


class QuestionPage(Value, frozen=True):
    """Asks a visitor who has been still for a while, before the screen starts afresh."""

    title: str
    text: str
    yes: Button


class Page(Value, frozen=True):
    """`moves` is false where nothing may glide or fade; with `low_reach` every control is in the lower half."""

    language: str
    right_to_left: bool
    palette: Palette
    text_scale: float
    moves: bool
    window_title: str
    reading: Reading
    footer: Footer
    panel: Panel
    bar: Bar
    sheet: SheetPage | None
    question: QuestionPage | None = None
    low_reach: bool = False


class HoldingPage(Value, frozen=True):
    """What is shown when there is no edition: made from the package alone."""

    language: str
    right_to_left: bool
    palette: Palette
    title: str
    text: str
    clock: str
