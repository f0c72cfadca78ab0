"""The reading side: the article with its footer, or what stands in its place."""

from typing import assert_never

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import ArticlePage, Footer, NoArticlePage, NoticePage, Reading
from kiosk.display.ui.article import ArticleView
from kiosk.display.ui.footer import FooterBar
from kiosk.display.ui.message import MessageView
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.style import Style

FOOTER_PX = 96


class ReadingSide(QWidget):
    sheet_touched = Signal(str)
    next_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._article = ArticleView(self)
        self._message = MessageView(self)
        self._footer = FooterBar(self)
        self._ground = QColor()
        self._foot = 0
        self._article.link_touched.connect(self._announce_link)
        self._footer.source_touched.connect(self._announce_source)
        self._footer.next_requested.connect(self.next_requested)

    def show_reading(
        self, reading: Reading, footer: Footer, style: Style, margins: tuple[int, int], pictures: Pictures
    ) -> None:
        """Show the article or the message between margins (leading, trailing) in pixels."""
        self._ground = QColor(style.palette.paper)
        is_article = isinstance(reading, ArticlePage)
        has_footer = footer.following is not None or footer.source is not None
        self._foot = style.px(FOOTER_PX) if is_article and has_footer else 0
        self._article.setVisible(is_article)
        self._footer.setVisible(bool(self._foot))
        self._message.setVisible(not is_article)
        self._arrange()
        match reading:
            case ArticlePage():
                self._article.show_article(reading, style, margins, pictures)
                self._footer.show_footer(footer, style, margins)
            case NoticePage() | NoArticlePage():
                self._message.show_message(reading, style, margins)
            case other:
                assert_never(other)
        self.update()

    def tab_stops(self) -> tuple[QWidget, ...]:
        return (*self._article.tab_stops(), *self._footer.tab_stops())

    def scroll_by_key(self, event: QKeyEvent) -> None:
        if self._article.isHidden() or not self._article.scrolled_by_key(event):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._ground)

    def _arrange(self) -> None:
        height = self.height() - self._foot
        self._article.setGeometry(0, 0, self.width(), height)
        self._message.setGeometry(self.rect())
        self._footer.setGeometry(QRect(0, height, self.width(), self._foot))

    @Slot(int)
    def _announce_link(self, index: int) -> None:
        self.sheet_touched.emit(f"link:{index}")

    @Slot()
    def _announce_source(self) -> None:
        self.sheet_touched.emit("source")
