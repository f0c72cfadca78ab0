"""The display process: the one place that connects states, page and window."""

import gc
import sys
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from kiosk.display.crash import CrashReport
from kiosk.display.page.derive import derive_holding, derive_page
from kiosk.display.page.moment import Moment
from kiosk.display.page.page import SheetPage
from kiosk.display.page.sheet import derive_sheet
from kiosk.display.page.speech import Speech
from kiosk.display.pipe import SupervisorPipe
from kiosk.display.place import screen_wanted, window_place
from kiosk.display.speech import LocaleSpeech
from kiosk.display.state.clock import MinuteClock
from kiosk.display.state.visitor import VisitorState
from kiosk.display.ui.fonts import load_fonts
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.device import device_settings
from kiosk.edition.palettes import LIGHT
from kiosk.edition.store import PICTURES, Corrupt, Missing, Verified, read, read_current
from kiosk.paths import device_settings_in, log_in, resources, store_in
from kiosk.supervise.messages import Begin, OpenLink, Painted


def main(begin: Begin) -> int:
    """Show the store's current edition until the window is closed or the supervisor is gone."""
    report = CrashReport(log_in(Path(begin.state), "display"))
    sys.excepthook = report
    app = QApplication(["kiosk"])
    load_fonts(resources() / "fonts")
    display = Display(app, begin)
    display.settled.connect(report.open_log)
    display.left.connect(_end)
    display.start()
    return app.exec()


def _end() -> None:
    """End the event loop; `quit` would ask the windows first, and a captive one says no."""
    QApplication.exit(0)


class Display(QObject):
    """Holds what is true, derives the page whenever any of it changes, and hands it to the window."""

    left = Signal()
    """The window has been closed, or the supervisor is gone."""

    settled = Signal()
    """The first frame has been painted, and there is time for everything else."""

    def __init__(self, app: QApplication, begin: Begin) -> None:
        super().__init__()
        self._app = app
        self._begin = begin
        self._state = Path(begin.state)
        self._device = device_settings(device_settings_in(self._state))
        self._shown = _first_edition(store_in(self._state))
        self._pictures = _pictures(self._shown)
        self._speeches: dict[str, Speech] = {}
        self._window = KioskWindow(may_close=not begin.captive)
        self._clock = MinuteClock(self)
        self._visitor = VisitorState(self, self._device.sheet_seconds)
        self.pipe = SupervisorPipe()
        self._has_settled = False
        self._connect()

    def start(self) -> None:
        """Lay the screen out once, at its final size, and show it."""
        self._place_window()
        self._refresh()
        self._window.announce_next_paint()
        self._show_window()
        self._clock.start()
        self.pipe.start()

    def _connect(self) -> None:
        window, visitor = self._window, self._visitor
        self._clock.changed.connect(self._refresh)
        visitor.changed.connect(self._refresh)
        visitor.sheet_ticked.connect(self._show_countdown)
        self._app.styleHints().colorSchemeChanged.connect(self._refresh)
        window.painted.connect(self._report_paint)
        window.closed.connect(self.left)
        window.reading.sheet_touched.connect(visitor.open_sheet)
        window.reading.next_requested.connect(self._show_next_article)
        window.panel.sheet_touched.connect(visitor.open_sheet)
        window.panel.link_touched.connect(self._hand_on_link)
        window.panel.bar.smaller_requested.connect(visitor.reduce_text)
        window.panel.bar.larger_requested.connect(visitor.enlarge_text)
        window.panel.bar.contrast_requested.connect(visitor.toggle_contrast)
        window.panel.bar.language_requested.connect(self._take_next_language)
        window.sheet.close_requested.connect(visitor.close_sheet)
        self.pipe.show_ordered.connect(self._show_edition)
        self.pipe.hung_up.connect(self.left)

    @Slot()
    def _refresh(self) -> None:
        now = self._clock.now()
        if self._shown is None or self._pictures is None:
            speech = LocaleSpeech(resources() / "locale", "en", "GB")
            self._window.show_holding(derive_holding(LIGHT, now.astimezone(), speech))
            return
        moment = Moment(now, self._is_dark(), self._begin.captive)
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
        screen = screen_wanted(self._begin.screen or self._device.screen, self._app.screens())
        self._window.setGeometry(screen.geometry() if self._begin.captive else window_place(screen.availableGeometry()))

    def _show_window(self) -> None:
        if self._begin.captive:
            self._window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self._window.showFullScreen()
        else:
            self._window.show()

    @Slot(str)
    def _show_edition(self, edition: str) -> None:
        """Follow what was just prepared; an edition that cannot be read changes nothing on screen."""
        self._follow_device()
        if self._shown and self._shown.hash == edition:
            return
        match read(store_in(self._state), edition):
            case Verified() as verified:
                self._take_up(verified)
            case Corrupt() | Missing() as unusable:
                sys.stderr.write(f"The edition {edition} cannot be shown: {unusable}\n")
            case other:
                assert_never(other)

    def _follow_device(self) -> None:
        before, self._device = self._device, device_settings(device_settings_in(self._state))
        self._visitor.sheet_seconds = self._device.sheet_seconds
        if self._device.screen != before.screen:
            self._place_window()

    def _take_up(self, reading: Verified) -> None:
        """Show a new edition; an open sheet stays only while its code leads where it led."""
        open_before = self._sheet()
        self._shown, self._pictures = reading, _pictures(reading)
        open_now = self._sheet()
        if open_before and (open_now is None or open_now.code != open_before.code):
            self._visitor.close_sheet()
        self._window.announce_next_paint()
        self._refresh()

    def _sheet(self) -> SheetPage | None:
        if self._shown is None:
            return None
        return derive_sheet(self._shown.edition, self._visitor.choices, self._speech())

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
        self.pipe.send(OpenLink(uri))

    @Slot()
    def _report_paint(self) -> None:
        self.pipe.send(Painted(self._shown.hash if self._shown else ""))
        if not self._has_settled:
            self._has_settled = True
            self._settle()

    def _settle(self) -> None:
        """Do what the first frame did not have to wait for: the log, and the garbage of all that was imported."""
        from kiosk.display.qt_log import log_qt_messages  # noqa: PLC0415  # 15 ms of logging

        log_qt_messages()
        gc.enable()
        gc.freeze()
        self.settled.emit()


def _first_edition(store: Path) -> Verified | None:
    reading = read_current(store)
    return reading if isinstance(reading, Verified) else None


def _pictures(shown: Verified | None) -> Pictures | None:
    return Pictures(shown.folder / PICTURES) if shown else None
