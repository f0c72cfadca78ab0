"""The display process: the one place that connects states, page and window."""

import gc
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from kiosk.display.options import DisplayOptions
from kiosk.display.page.derive import derive_holding, derive_page
from kiosk.display.page.moment import Moment
from kiosk.display.page.speech import Speech
from kiosk.display.pipe import SupervisorPipe
from kiosk.display.speech import LocaleSpeech
from kiosk.display.state.clock import MinuteClock
from kiosk.display.state.visitor import VisitorState
from kiosk.display.ui.fonts import load_fonts
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.device import device_settings
from kiosk.edition.palettes import LIGHT
from kiosk.edition.store import PICTURES, Verified, read, read_current
from kiosk.paths import device_settings_in, log_in, resources, store_in
from kiosk.supervise.messages import Begin, OpenLink, Painted

WINDOW_SHARE = 0.8
SHAPE = 16 / 9


def main(begin: Begin) -> int:
    """Show the store's current edition until the window is closed or the supervisor is gone."""
    state = Path(begin.state)
    device = device_settings(device_settings_in(state))
    app = QApplication(["kiosk"])
    load_fonts(resources() / "fonts")
    display = Display(app, DisplayOptions(store_in(state), device, begin.captive, begin.screen))
    display.painted_first.connect(partial(_settle, state))
    display.start()
    return app.exec()


def _settle(state: Path) -> None:
    """Do what the first frame did not have to wait for."""
    from kiosk.display.qt_log import log_qt_messages  # noqa: PLC0415  # 15 ms of logging
    from kiosk.log import install  # noqa: PLC0415  # as above

    install(log_in(state, "display"))
    log_qt_messages()
    gc.enable()
    gc.freeze()


class Display(QObject):
    """Holds what is true, derives the page whenever any of it changes, and hands it to the window."""

    painted_first = Signal()

    def __init__(self, app: QApplication, options: DisplayOptions) -> None:
        super().__init__()
        self._app = app
        self._options = options
        self._shown = _first_edition(options.store)
        self._pictures = _pictures(self._shown)
        self._speeches: dict[str, Speech] = {}
        self._window = KioskWindow()
        self._clock = MinuteClock(self)
        self._visitor = VisitorState(self, options.device.sheet_seconds)
        self._pipe = SupervisorPipe()
        self._has_painted = False
        self._connect()

    def start(self) -> None:
        self._place_window()
        self._refresh()
        self._window.announce_next_paint()
        self._show_window()
        self._clock.start()
        self._pipe.start()

    def _connect(self) -> None:
        window, visitor = self._window, self._visitor
        self._clock.changed.connect(self._refresh)
        visitor.changed.connect(self._refresh)
        visitor.sheet_ticked.connect(self._show_countdown)
        self._app.styleHints().colorSchemeChanged.connect(self._refresh)
        window.painted.connect(self._report_paint)
        window.closed.connect(self._app.quit)
        window.reading.sheet_touched.connect(visitor.open_sheet)
        window.reading.next_requested.connect(self._show_next_article)
        window.panel.sheet_touched.connect(visitor.open_sheet)
        window.panel.link_touched.connect(self._hand_on_link)
        window.panel.bar.smaller_requested.connect(visitor.reduce_text)
        window.panel.bar.larger_requested.connect(visitor.enlarge_text)
        window.panel.bar.contrast_requested.connect(visitor.toggle_contrast)
        window.panel.bar.language_requested.connect(self._take_next_language)
        window.sheet.close_requested.connect(visitor.close_sheet)
        self._pipe.show_ordered.connect(self._show_edition)
        self._pipe.hung_up.connect(self._app.quit)

    @Slot()
    def _refresh(self) -> None:
        now = self._clock.now()
        if self._shown is None or self._pictures is None:
            speech = LocaleSpeech(resources() / "locale", "en", "GB")
            self._window.show_holding(derive_holding(LIGHT, now.astimezone(), speech))
            return
        moment = Moment(now, self._is_dark(), self._options.captive)
        page = derive_page(self._shown.edition, moment, self._visitor.choices, self._speech())
        self._window.show_page(page, self._pictures)

    def _speech(self) -> Speech:
        edition = self._edition().edition
        chosen = self._visitor.choices.language
        language = chosen if chosen in edition.languages else edition.languages[0]
        key = f"{language}_{edition.organisation.country}"
        if key not in self._speeches:
            self._speeches[key] = LocaleSpeech(resources() / "locale", language, edition.organisation.country)
        return self._speeches[key]

    def _is_dark(self) -> bool:
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _edition(self) -> Verified:
        if self._shown is None:
            message = "asked for the edition while there is none"
            raise RuntimeError(message)
        return self._shown

    def _place_window(self) -> None:
        """Give the window its final place before anything is laid out, so that it is laid out once."""
        screens = self._app.screens()
        names = [name for screen in screens for name in (screen.name(), screen.serialNumber())]
        screen = screens[_screen_index(self._options.screen or self._options.device.screen, names, len(screens))]
        free, whole = screen.availableGeometry(), screen.geometry()
        self._window.setGeometry(whole if self._options.captive else _window_place(free))

    def _show_window(self) -> None:
        if self._options.captive:
            self._window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self._window.showFullScreen()
        else:
            self._window.show()

    @Slot(str)
    def _show_edition(self, edition: str) -> None:
        """Read an edition that has just been made; one that cannot be read changes nothing on screen."""
        if self._shown and self._shown.hash == edition:
            return
        reading = read(self._options.store, edition)
        if isinstance(reading, Verified):
            self._shown, self._pictures = reading, _pictures(reading)
            self._window.announce_next_paint()
            self._refresh()

    @Slot()
    def _show_countdown(self) -> None:
        self._window.sheet.show_countdown(self._visitor.sheet_seconds_left)

    @Slot()
    def _show_next_article(self) -> None:
        self._visitor.take_next_article(len(self._edition().edition.articles))

    @Slot()
    def _take_next_language(self) -> None:
        self._visitor.take_next_language(self._edition().edition.languages)

    @Slot(str)
    def _hand_on_link(self, uri: str) -> None:
        self._pipe.send(OpenLink(uri))

    @Slot()
    def _report_paint(self) -> None:
        self._pipe.send(Painted(self._shown.hash if self._shown else ""))
        if not self._has_painted:
            self._has_painted = True
            self.painted_first.emit()


def _first_edition(store: Path) -> Verified | None:
    reading = read_current(store)
    return reading if isinstance(reading, Verified) else None


def _pictures(shown: Verified | None) -> Pictures | None:
    return Pictures(shown.folder / PICTURES) if shown else None


def _screen_index(wanted: str, names: list[str], count: int) -> int:
    """Find a screen by name or serial number (two names a screen), by its index, or else take the primary one."""
    if wanted in names:
        return names.index(wanted) // 2
    return int(wanted) if wanted.isdigit() and int(wanted) < count else 0


def _window_place(free: QRect) -> QRect:
    """Give a wide window in the middle of the free part of a screen."""
    width = min(round(free.width() * WINDOW_SHARE), round(free.height() * WINDOW_SHARE * SHAPE))
    place = QRect(0, 0, width, round(width / SHAPE))
    place.moveCenter(free.center())
    return place
