"""What is on the screen: the edition and the visitor's choices become a page whenever any of it changes."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from kiosk.display.page.derive import derive_holding, derive_page
from kiosk.display.page.moment import Moment
from kiosk.display.page.notice import next_turn_of, notice_at
from kiosk.display.page.page import SheetPage
from kiosk.display.page.reading import chosen_article
from kiosk.display.page.sheet import derive_sheet
from kiosk.display.page.speech import Speech
from kiosk.display.screen_size import screen_size
from kiosk.display.speeches import Speeches
from kiosk.display.state.clock import MinuteClock
from kiosk.display.state.visitor import VisitorState
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import with_same_article
from kiosk.display.visitor.rotation import following, staying
from kiosk.edition.device import Device
from kiosk.edition.legible import shorter_side_mm, type_scale
from kiosk.edition.model import Article, Edition, Notice, Rotation
from kiosk.edition.palettes import LIGHT
from kiosk.edition.schedule import next_moment, shown
from kiosk.edition.store import Verified


class Showing(QObject):
    """Holds what is true, derives the page and hands it to the window; `hash` is "" while there is no edition."""

    taken_up = Signal()
    """Another edition is there, not yet on the screen."""

    refreshed = Signal()
    """What is on the screen is what is true now."""

    def __init__(self, app: QApplication, window: KioskWindow, sheet_seconds: int, *, captive: bool) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._is_captive = captive
        self._pictures = Pictures()
        self._speeches = Speeches()
        self._asks = False
        self._scheduled: Edition | None = None
        self._articles_turn: datetime | None = None
        self._screen_inches = 0.0
        self.hash = ""
        self.edition: Edition | None = None
        self.clock = MinuteClock(self)
        self.visitor = VisitorState(self, sheet_seconds)
        self._connect()

    def office(self) -> tuple[Edition | None, Speech]:
        """Give the edition and the language of the office, whatever the visitor before has chosen."""
        speech = self._speeches.of_package() if self.edition is None else self._speeches.of(self.edition, "")
        return self.edition, speech

    def take_up(self, verified: Verified, edition: Edition) -> None:
        """Show what has been read; an open sheet stays only while its code leads where it led, and so does the article."""
        self.hash = verified.hash
        self._pictures.hold(verified.pictures)
        self._change_edition(edition)
        self.taken_up.emit()

    def follow_device(self, device: Device) -> None:
        """Show as this screen is set up, from the next time that it is refreshed."""
        self._screen_inches = device.screen_inches
        self.visitor.sheet_seconds = device.sheet_seconds
        self.visitor.be_usually_low(on=device.low_reach)

    def ask(self, *, on: bool) -> None:
        """Ask the visitor whether they are still there, or not any more."""
        if on != self._asks:
            self._asks = on
            self.refresh()

    def article(self) -> Article | None:
        """Give the article that is on the screen."""
        return None if self.edition is None else chosen_article(self.edition, self.visitor.choices)

    def notice(self) -> Notice | None:
        """Give the notice that takes the article's place now."""
        return notice_at(self.edition.notice, self.clock.now()) if self.edition else None

    def rotation(self) -> Rotation | None:
        return self.edition.rotation if self.edition else None

    @Slot()
    def show_next_article(self) -> bool:
        """Show what follows now, and tell whether that is another one."""
        before = self.visitor.choices.article
        self.visitor.take_article(following(before, self.articles_on()))
        return self.visitor.choices.article != before

    def start_afresh(self) -> None:
        """Be as the office has set it up, whatever the visitor has chosen."""
        self.visitor.start_afresh(staying(0, self.articles_on()))

    def keep_to_schedule(self) -> None:
        """Show nothing that has had its time; only while nobody reads it."""
        self.visitor.take_article(staying(self.visitor.choices.article, self.articles_on()))

    def articles_on(self) -> tuple[int, ...]:
        if self.edition is None:
            return ()
        return shown(self.edition.articles, _wall(self.clock.now(), self.edition))

    def today(self) -> date | None:
        """Give the office's day, None while there is nothing to show."""
        return None if self.edition is None else _wall(self.clock.now(), self.edition).date()

    @Slot()
    def refresh(self) -> None:
        now = self.clock.now()
        self.clock.come_also_at(self._next_turn(self.edition, now) if self.edition else None)
        if self.edition is None:
            self._window.show_holding(derive_holding(LIGHT, now.astimezone(), self._speeches.of_package()))
            return
        self.visitor.usual_scale = self._type_scale(self.edition)
        moment = Moment(now, self._is_dark(), self._is_captive, self._asks, self.visitor.usual_scale)
        choices = self.visitor.choices
        page = derive_page(self.edition, moment, choices, self._speeches.of(self.edition, choices.language))
        self._window.show_page(page, self._pictures)
        self.refreshed.emit()

    def _next_turn(self, edition: Edition, now: datetime) -> datetime | None:
        """Give the moment at which the notice or the articles change; those of an edition are worked out when one is due."""
        if edition is not self._scheduled or (self._articles_turn and self._articles_turn <= now):
            self._scheduled = edition
            self._articles_turn = next_moment(edition.articles, now, ZoneInfo(edition.organisation.time_zone))
        turns = (next_turn_of(edition.notice, now), self._articles_turn)
        return min((turn for turn in turns if turn), default=None)

    def _connect(self) -> None:
        window, visitor = self._window, self.visitor
        self.clock.changed.connect(self.refresh)
        visitor.changed.connect(self.refresh)
        visitor.sheet_ticked.connect(self._show_countdown)
        self._app.styleHints().colorSchemeChanged.connect(self.refresh)
        window.reading.sheet_touched.connect(visitor.open_sheet)
        window.reading.next_requested.connect(self.show_next_article)
        window.panel.sheet_touched.connect(visitor.open_sheet)
        window.panel.bar.smaller_requested.connect(visitor.reduce_text)
        window.panel.bar.larger_requested.connect(visitor.enlarge_text)
        window.panel.bar.contrast_requested.connect(visitor.toggle_contrast)
        window.panel.bar.low_reach_requested.connect(visitor.toggle_low_reach)
        window.panel.bar.language_requested.connect(self._take_next_language)
        window.sheet.close_requested.connect(visitor.close_sheet)

    def _is_dark(self) -> bool:
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _type_scale(self, edition: Edition) -> float:
        """Give the size of text that can be read on this screen from where people stand."""
        screen = screen_size(self._window.screen())
        return type_scale(edition.look.viewing_distance_m, shorter_side_mm(screen, self._screen_inches))

    def _change_edition(self, edition: Edition) -> None:
        before = self._sheet()
        self._follow_articles(edition)
        after = self._sheet()
        if before and (after is None or after.code != before.code):
            self.visitor.close_sheet()

    def _follow_articles(self, edition: Edition) -> None:
        """Begin with the first that is on, or stay with the one that is on the screen."""
        before, self.edition = self.edition, edition
        if before is None:
            self.start_afresh()
        else:
            self.visitor.choose(with_same_article(self.visitor.choices, _titles(before), _titles(edition)))
            if chosen_article(before, self.visitor.choices) is None:
                self.keep_to_schedule()  # nothing is being read

    def _sheet(self) -> SheetPage | None:
        if self.edition is None:
            return None
        choices = self.visitor.choices
        return derive_sheet(self.edition, choices, self._speeches.of(self.edition, choices.language))

    @Slot()
    def _show_countdown(self) -> None:
        self._window.sheet.show_countdown(self.visitor.sheet_seconds_left)

    @Slot()
    def _take_next_language(self) -> None:
        if self.edition is not None:
            self.visitor.take_next_language(self.edition.languages)


def _wall(now: datetime, edition: Edition) -> datetime:
    """Give the wall-clock time of the office."""
    return now.astimezone(ZoneInfo(edition.organisation.time_zone)).replace(tzinfo=None)


def _titles(edition: Edition) -> tuple[str, ...]:
    return tuple(article.title for article in edition.articles)
