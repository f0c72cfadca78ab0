"""A display that takes an article's words for HTML and does what they say: the positive control of `screening`."""

import os
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot
from PySide6.QtWidgets import QApplication, QTextBrowser

from kiosk.edition.store import Verified, read
from kiosk.paths import store_in
from kiosk.prepare.article.runs import text_of
from kiosk.supervise.messages import Beat, Begin, Message, Painted, Show, from_line
from kiosk.supervise.wire import to_line
from tests.hostile.screening import BEAT_SECONDS


class NaiveDisplay(QObject):
    def __init__(self) -> None:
        super().__init__()
        self._browser = QTextBrowser()
        self._rest = b""
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._pulse = QTimer(self)
        self._pulse.timeout.connect(self._beat)
        self._pulse.start(round(BEAT_SECONDS * 1000))
        self._beat()

    @Slot()
    def _hear(self) -> None:
        came = os.read(sys.stdin.fileno(), 65536)
        if not came:
            QApplication.exit(0)
        *lines, self._rest = (self._rest + came).split(b"\n")
        for line in lines:
            self._obey(from_line(line.decode()))

    def _obey(self, message: object) -> None:
        match message:
            case Begin(state=state, editions=(edition,)) | Show(state=state, edition=edition):
                found = read(store_in(Path(state)), edition)
                assert isinstance(found, Verified)
                self._show(text_of(found.edition.articles[0].blocks))
                _say(Painted(edition))

    def _show(self, text: str) -> None:
        self._browser.setHtml(text)
        self._browser.grab()
        match text.split():
            case ["visit", address]:
                with suppress(OSError):
                    urllib.request.urlopen(address).close()  # noqa: S310  # as told
            case ["start", program]:
                subprocess.run([program], check=True)
            case ["wait", seconds]:
                time.sleep(float(seconds))
            case ["die"]:
                os.abort()

    @Slot()
    def _beat(self) -> None:
        _say(Beat(""))


def _say(message: Message) -> None:
    sys.stdout.write(to_line(message))
    sys.stdout.flush()


if __name__ == "__main__":
    app = QApplication([])
    display = NaiveDisplay()
    sys.exit(app.exec())
