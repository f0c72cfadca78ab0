"""A visitor who touches every link of an article, by mouse and by keyboard, and says what became of it.

    python tests/reliability/escape_links.py FOLDER prepared | smuggled | naive

"prepared" is the article as prepare makes it; "smuggled" an edition into which every address came all the same, as if
prepare had let it through; "naive" a plain text browser. It tells on standard error, as one JSON object.
"""

import json
import sys
from html import escape
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser

from kiosk.display.ui.article import ArticleView
from kiosk.display.ui.body import Body
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.links import Link
from kiosk.edition.model import Article, Paragraph, Run
from kiosk.edition.value import replace
from kiosk.paths import resources
from kiosk.prepare.qr import takeaway
from kiosk.prepare.starter import write_starter
from tests.reliability.escape_display import Content, captive_window, prepared
from tests.reliability.escape_hrefs import HREFS

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def label(number: int) -> str:
    return f"see {number:03}"


def content_of(staff: Path, *, is_smuggled: bool) -> Content:
    write_starter(resources(), staff)
    lines = [f"[{label(number)}](<{href}>)" for number, href in enumerate(HREFS)]
    (staff / "articles" / "border.md").write_text("# Links\n\n" + "\n\n".join(lines), "utf-8")
    content = prepared(staff / "contact.toml")
    article = _smuggled() if is_smuggled else content.edition.articles[0]
    return Content(replace(content.edition, articles=(article,)), content.pictures)


def _smuggled() -> Article:
    blocks = tuple(Paragraph((Run(label(number), link=number),)) for number in range(len(HREFS)))
    return Article("Links", blocks, links=tuple(takeaway(Link(href)) for href in HREFS))


class Visitor:
    def __init__(self, window: KioskWindow) -> None:
        self._window = window
        self._body = window.findChildren(Body)[0]
        self._article = window.findChildren(ArticleView)[0]
        self._sheets = {"mouse": 0, "keyboard": 0}

    def touch_all(self) -> None:
        for number in range(len(HREFS)):
            place = _place_of(label(number), self._body)
            scrolled = self._article.verticalScrollBar().value()
            self._article.ensureVisible(0, self._body.mapTo(self._article, place).y() + scrolled, 0, 100)
            QTest.mouseClick(self._window.windowHandle(), LEFT, NO_KEYS, self._body.mapTo(self._window, place))
            self._close("mouse")

    def tab_through_all(self) -> None:
        """Press Enter after one Tab, after two, and so on; where there are no links, Tab leads round all buttons.

        The keys go to where the focus is: so many in so short a time would be ignored if they came through the window.
        """
        for number in range(len(HREFS)):
            self._article.setFocus(Qt.FocusReason.TabFocusReason)
            for _ in range(number + 1):
                QTest.keyClick(self._window.focusWidget(), Qt.Key.Key_Tab)
            QTest.keyClick(self._window.focusWidget(), Qt.Key.Key_Return)
            self._close("keyboard")

    def told(self) -> dict[str, object]:
        windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        is_in_place = self._body.source().isEmpty() and label(199) in self._body.toPlainText()
        return {**self._sheets, "windows": len(windows), "is_in_place": is_in_place}

    def _close(self, by: str) -> None:
        if self._window.sheet.isVisible():
            self._sheets[by] += 1
            QTest.keyClick(self._window.focusWidget(), Qt.Key.Key_Escape)


def _place_of(words: str, browser: QTextBrowser) -> QPoint:
    cursor = browser.document().find(words)
    cursor.setPosition(cursor.position() - 1)
    return browser.cursorRect(cursor).center()


def touch_naive_browser() -> dict[str, object]:
    links = (f'<p><a href="{escape(href)}">{label(number)}</a></p>' for number, href in enumerate(HREFS))
    page = "".join(links)
    browser = QTextBrowser()
    browser.setOpenExternalLinks(True)
    browser.show()
    for number in range(len(HREFS)):
        browser.setHtml(page)
        browser.setTextCursor(browser.document().find(label(number)))
        browser.ensureCursorVisible()
        QTest.mouseClick(browser.viewport(), LEFT, NO_KEYS, _place_of(label(number), browser))
    return {"is_in_place": browser.source().isEmpty()}


def main(folder: Path, kind: str) -> dict[str, object]:
    app = QApplication(["kiosk"])
    if kind == "naive":
        return touch_naive_browser()
    content = content_of(folder / "staff", is_smuggled=kind == "smuggled")
    with captive_window(app, folder / "state", content) as window:
        visitor = Visitor(window)
        visitor.touch_all()
        visitor.tab_through_all()
        return visitor.told()


if __name__ == "__main__":
    sys.stderr.write(json.dumps(main(Path(sys.argv[1]), sys.argv[2])))
