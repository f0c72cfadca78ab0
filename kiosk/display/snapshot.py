"""One picture of the screen, without a screen: the same input gives the same bytes."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.display.options import SnapshotOptions
from kiosk.display.page.derive import derive_holding, derive_page
from kiosk.display.page.moment import Moment
from kiosk.display.page.sheet import sheet_keys
from kiosk.display.page.staff import derive_staff
from kiosk.display.snapshot_staff import STAFF_VIEWS, staff_view
from kiosk.display.speech import LocaleSpeech
from kiosk.display.ui.fonts import load_fonts
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.attention import QUESTION_SECONDS
from kiosk.display.visitor.choices import Choices
from kiosk.edition.legible import ScreenSize, shorter_side_mm, type_scale
from kiosk.edition.model import Edition
from kiosk.edition.palettes import LIGHT
from kiosk.edition.store import Reading, Verified, read_newest
from kiosk.edition.value import Value, replace
from kiosk.paths import resources

COUNTDOWN = 18
SHEET = "sheet:"
QUESTION = "question"
QUESTION_COUNTDOWN = 12


class Drawn(Value, frozen=True):
    """The picture is in its file."""


class NotWritten(Value, frozen=True):
    file: str


class UnknownView(Value, frozen=True):
    """There is no such view of this edition; `known` are its sheets and what staff see."""

    view: str
    known: tuple[str, ...]


class UnknownArticle(Value, frozen=True):
    """There are only `count` articles, counted from 0."""

    article: int
    count: int


def main(options: SnapshotOptions) -> Drawn | NotWritten | UnknownView | UnknownArticle:
    app = QApplication(["kiosk", "-platform", "offscreen"])
    load_fonts(resources() / "fonts")
    outcome = draw(options)
    del app
    return outcome


def draw(options: SnapshotOptions) -> Drawn | NotWritten | UnknownView | UnknownArticle:
    """Paint the view into its file, if the edition has it."""
    reading = read_newest(options.store)
    if isinstance(reading, Verified) and not _has(reading.edition, options.article):
        return UnknownArticle(options.article, len(reading.edition.articles))
    known = (QUESTION, *_sheets(options), *STAFF_VIEWS)
    if options.view not in {"main", "holding", *known}:
        return UnknownView(options.view, known)
    return Drawn() if snapshot(options).save(str(options.out)) else NotWritten(str(options.out))


def _has(edition: Edition, article: int) -> bool:
    """Let the first one stand for none, where there is no article at all."""
    return 0 <= article < max(1, len(edition.articles))


def _sheets(options: SnapshotOptions) -> tuple[str, ...]:
    reading = read_newest(options.store)
    if not isinstance(reading, Verified):
        return ()
    speech = LocaleSpeech(resources() / "locale", "en", "GB")
    return tuple(SHEET + key for key in sheet_keys(reading.edition, Choices(article=options.article), speech))


def snapshot(options: SnapshotOptions) -> QImage:
    """Paint the store's current edition as `options` ask; without one, the holding card."""
    window = KioskWindow()
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(options.width, options.height)
    reading = read_newest(options.store)
    if isinstance(reading, Verified) and options.view != "holding":
        _show_page(window, reading.edition, Pictures(reading.pictures), options)
    else:
        speech = LocaleSpeech(resources() / "locale", "en", "GB")
        window.show_holding(derive_holding(LIGHT, options.now, speech))
    window.show_mark(on=options.mark)
    if options.view in STAFF_VIEWS:
        _show_staff(window, reading, options)
    window.show()
    image = _paint(window, options.device_pixel_ratio)
    window.deleteLater()
    return image


def _show_page(window: KioskWindow, edition: Edition, pictures: Pictures, options: SnapshotOptions) -> None:
    themed = edition
    if options.theme in {"light", "dark"}:
        themed = replace(edition, look=replace(edition.look, theme="dark" if options.theme == "dark" else "light"))
    choices = Choices(
        article=options.article,
        text_scale=options.text_scale,
        high_contrast=options.theme == "contrast",
        low_reach=options.low_reach,
        sheet=options.view.removeprefix(SHEET) if options.view.startswith(SHEET) else "",
    )
    language = options.language or edition.languages[0]
    speech = LocaleSpeech(resources() / "locale", language, edition.organisation.country)
    asks = options.view == QUESTION
    moment = Moment(options.now, captive=options.captive, asks=asks, type_scale=_type_scale(edition, options))
    page = derive_page(themed, moment, choices, speech)
    window.show_page(page, pictures)
    window.sheet.show_countdown(COUNTDOWN)
    if asks:
        window.question.show_countdown(QUESTION_COUNTDOWN, round(QUESTION_SECONDS))


def _type_scale(edition: Edition, options: SnapshotOptions) -> float:
    """Give the text's size on a screen of the picture's shape; how large that is, only staff can tell."""
    side = shorter_side_mm(ScreenSize(options.width, options.height), options.screen_inches)
    return type_scale(edition.look.viewing_distance_m, side)


def _show_staff(window: KioskWindow, reading: Reading, options: SnapshotOptions) -> None:
    """Lay what staff see over the screen, in the language that is theirs."""
    if isinstance(reading, Verified):
        office = reading.edition.organisation
        speech = LocaleSpeech(resources() / "locale", reading.edition.languages[0], office.country)
        now, hours = options.now.astimezone(ZoneInfo(office.time_zone)), reading.edition.hours
        view = staff_view(options.view, reading.hash, now)
    else:
        speech, now, hours = LocaleSpeech(resources() / "locale", "en", "GB"), options.now, None
        view = staff_view(options.view, "", now)
    window.show_staff(derive_staff(view, COUNTDOWN, hours, now, speech))


def _paint(window: KioskWindow, ratio: float) -> QImage:
    image = QImage(window.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    window.render(image, QPoint())
    return image
