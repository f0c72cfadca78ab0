"""What is on the screen: the edition and the visitor's choices become a page whenever any of it changes."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from kiosk.display.page.derive import derive_holding, derive_page
from kiosk.display.page.moment import Moment
from kiosk.display.page.page import SheetPage
from kiosk.display.page.sheet import derive_sheet
from kiosk.display.page.speech import Speech
from kiosk.display.speeches import Speeches
from kiosk.display.state.clock import MinuteClock
from kiosk.display.state.visitor import VisitorState
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import with_same_article
from kiosk.edition.model import Edition
from kiosk.edition.palettes import LIGHT
from kiosk.edition.store import Verified


class Showing(QObject):
    """Holds what is true, derives the page and hands it to the window; `hash` is "" while there is no edition."""

    def __init__(self, app: QApplication, window: KioskWindow, sheet_seconds: int, *, captive: bool) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._is_captive = captive
        self._pictures = Pictures()
        self._speeches = Speeches()
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

    @Slot()
    def refresh(self) -> None:
        now = self.clock.now()
        if self.edition is None:
            self._window.show_holding(derive_holding(LIGHT, now.astimezone(), self._speeches.of_package()))
            return
        moment = Moment(now, self._is_dark(), self._is_captive)
        choices = self.visitor.choices
        page = derive_page(self.edition, moment, choices, self._speeches.of(self.edition, choices.language))
        self._window.show_page(page, self._pictures)

    def _connect(self) -> None:
        window, visitor = self._window, self.visitor
        self.clock.changed.connect(self.refresh)
        visitor.changed.connect(self.refresh)
        visitor.sheet_ticked.connect(self._show_countdown)
        self._app.styleHints().colorSchemeChanged.connect(self.refresh)
        window.reading.sheet_touched.connect(visitor.open_sheet)
        window.reading.next_requested.connect(self._show_next_article)
        window.panel.sheet_touched.connect(visitor.open_sheet)
        window.panel.bar.smaller_requested.connect(visitor.reduce_text)
        window.panel.bar.larger_requested.connect(visitor.enlarge_text)
        window.panel.bar.contrast_requested.connect(visitor.toggle_contrast)
        window.panel.bar.language_requested.connect(self._take_next_language)
        window.sheet.close_requested.connect(visitor.close_sheet)

    def _is_dark(self) -> bool:
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _change_edition(self, edition: Edition) -> None:
        before = self._sheet()
        titles = tuple(article.title for article in self.edition.articles) if self.edition else ()
        self.edition = edition
        now = tuple(article.title for article in edition.articles)
        self.visitor.choose(with_same_article(self.visitor.choices, titles, now))
        after = self._sheet()
        if before and (after is None or after.code != before.code):
            self.visitor.close_sheet()

    def _sheet(self) -> SheetPage | None:
        if self.edition is None:
            return None
        choices = self.visitor.choices
        return derive_sheet(self.edition, choices, self._speeches.of(self.edition, choices.language))

    @Slot()
    def _show_countdown(self) -> None:
        self._window.sheet.show_countdown(self.visitor.sheet_seconds_left)

    @Slot()
    def _show_next_article(self) -> None:
        if self.edition is not None:
            self.visitor.take_next_article(len(self.edition.articles))

    @Slot()
    def _take_next_language(self) -> None:
        if self.edition is not None:
            self.visitor.take_next_language(self.edition.languages)
