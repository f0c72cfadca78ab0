"""What moving costs: the processor time of each step of a fade and of a flick, in the real window.

    python tests/bench/motion.py STATE

Prints the times in milliseconds as JSON. It shows the edition in the state folder on the screen that Qt finds, which
paints in software; the steps come from the kiosk's own timers, as they do in a lobby.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.display.page.derive import derive_page
from kiosk.display.page.moment import Moment
from kiosk.display.speech import LocaleSpeech
from kiosk.display.ui.article import ArticleColumn, ArticleView
from kiosk.display.ui.drag import Drag
from kiosk.display.ui.fade import Fade
from kiosk.display.ui.fonts import load_fonts
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Edition
from kiosk.edition.store import Verified, read_newest
from kiosk.paths import resources, store_in

Part = TypeVar("Part", bound=QWidget)
WIDTH, HEIGHT = 1920, 1080
FRAME_SECONDS = 0.016
FADES, FLICKS = 10, 4
UPWARDS = -3000.0
"""Pixels a second, as a hand flicks a page away."""


class Stage:
    """A window that shows the articles of an edition, one after the other."""

    def __init__(self, app: QApplication, edition: Edition, pictures: Pictures) -> None:
        self._app = app
        self._edition = edition
        self._pictures = pictures
        self._speech = LocaleSpeech(resources() / "locale", "en", "GB")
        self._article = 0
        self.window = KioskWindow()
        self.window.resize(WIDTH, HEIGHT)
        self._show()
        self.window.show()
        app.processEvents()

    def fade_steps(self, fades: int = FADES) -> list[float]:
        """Fade to the next article so many times, and give what each step took."""
        return [took for _ in range(fades) for took in self._fade()]

    def flick_steps(self, flicks: int = FLICKS) -> list[float]:
        return [took for _ in range(flicks) for took in self._flick()]

    def show_first(self) -> None:
        self._article = 0
        self._show()
        self._part(Fade).finish()

    def _fade(self) -> list[float]:
        self._article = (self._article + 1) % len(self._edition.articles)
        self._show()
        fade = self._part(Fade)
        return self._steps(fade, lambda: fade.is_running)

    def _flick(self) -> list[float]:
        article = self._part(ArticleView)
        article.scroll_to_top()
        self._app.processEvents()
        article.findChildren(Drag)[0].thrown.emit(UPWARDS)
        return self._steps(self._part(ArticleColumn), lambda: article.is_moving)

    def _steps(self, moved: QWidget, is_moving: Callable[[], bool]) -> list[float]:
        """Do what is due a frame at a time, and give the milliseconds of the processor for each that was painted."""
        taken, paints = [], _Paints(moved)
        while is_moving():
            time.sleep(FRAME_SECONDS)
            began, paints.seen = time.process_time(), 0
            self._app.processEvents()
            if paints.seen:
                taken.append((time.process_time() - began) * 1000)
        return taken

    def _show(self) -> None:
        moment = Moment(datetime(2026, 11, 23, 10, tzinfo=UTC), captive=True)
        page = derive_page(self._edition, moment, Choices(article=self._article), self._speech)
        self.window.show_page(page, self._pictures)

    def _part(self, kind: type[Part]) -> Part:
        return self.window.reading.findChildren(kind)[0]


class _Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.seen = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen += event.type() == QEvent.Type.Paint
        return False


def main(state: Path) -> None:
    app = QApplication(["kiosk"])
    load_fonts(resources() / "fonts")
    reading = read_newest(store_in(state))
    if not isinstance(reading, Verified):
        raise SystemExit(f"There is no edition in {state}.")
    stage = Stage(app, reading.edition, Pictures(reading.pictures))
    fades = stage.fade_steps()
    stage.show_first()
    sys.stdout.write(json.dumps({"fade": fades, "scroll": stage.flick_steps()}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
