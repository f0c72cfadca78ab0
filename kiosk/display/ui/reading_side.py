"""The reading side: the article with its footer, or what stands in its place."""

from typing import assert_never

from PySide6.QtCore import QPoint, QRect, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.another import is_another
from kiosk.display.page.page import ArticlePage, Footer, NoArticlePage, NoticePage, Reading
from kiosk.display.ui.article import ArticleView
from kiosk.display.ui.fade import Fade
from kiosk.display.ui.focus import set_shown
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
        self._fade = Fade(self)
        self._wanted: tuple[Reading, Footer, Style, tuple[int, int], Pictures] | None = None
        self._framed: object = None
        self._ground = QColor()
        self._foot = 0
        self._article.link_touched.connect(self._announce_link)
        self._footer.source_touched.connect(self._announce_source)
        self._footer.next_requested.connect(self.next_requested)
        self._footer.page_turned.connect(self._article.turn_pages)

    def show_reading(
        self, reading: Reading, footer: Footer, style: Style, margins: tuple[int, int], pictures: Pictures
    ) -> None:
        """Show the article or the message between margins (leading, trailing) in pixels; another one comes by a fade."""
        before = self._frame_to_leave(reading, style)
        wanted = reading, footer, style, margins, pictures
        if wanted != self._wanted:
            self._fade.finish()
        self._wanted = wanted
        self._show(reading, footer, style, margins, pictures)
        if before is not None:
            self._fade.start(before, self._frame())

    def leave(self) -> None:
        """Go from the screen; whatever comes next does not fade from what was here."""
        self._fade.finish()
        self._wanted = None
        self.hide()

    @property
    def shows_article(self) -> bool:
        return not self._article.isHidden()

    @property
    def is_fading(self) -> bool:
        return self._fade.is_running

    def place(self) -> int:
        """Tell how far the article is scrolled, in pixels."""
        return self._article.place()

    def show_top(self) -> None:
        self._article.scroll_to_top()

    def fade_to_top(self) -> None:
        """Begin the article again, as if it were another."""
        before = None if self._article.is_at_top or not (self._moves() and self.isVisible()) else self._frame()
        self._fade.finish()
        self.show_top()
        if before is not None:
            self._fade.start(before, self._frame())

    def glide(self, seconds: float) -> None:
        """Let an article that is longer than the screen run on by itself, as fast as it is read in so many seconds."""
        if self._moves() and not self._article.isHidden():
            hidden = self._article.hidden_height()
            self._article.glide_slowly(seconds * hidden / (hidden + self._article.height()))

    def stop_gliding(self) -> None:
        self._article.stop_gliding()

    def tab_stops(self) -> tuple[QWidget, ...]:
        return (*self._article.tab_stops(), *self._footer.tab_stops())

    def scroll_by_key(self, event: QKeyEvent) -> None:
        if self._article.isHidden() or not self._article.scrolled_by_key(event):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fade.finish()
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._ground)

    def _moves(self) -> bool:
        return self._wanted is not None and self._wanted[2].moves

    def _frame_to_leave(self, reading: Reading, style: Style) -> QPixmap | None:
        """Take the frame that gives way to another reading of the same size and direction, if it is on the screen."""
        before, self._framed = self._framed, (self.size(), self.devicePixelRatioF(), self.layoutDirection())
        if self._wanted is None or before != self._framed or not (style.moves and self.isVisible()):
            return None
        return self._frame() if is_another(reading, self._wanted[0]) else None

    def _frame(self) -> QPixmap:
        """Paint all of it in the screen's own pixels; nothing of it is see-through, for that would make a fade dearer."""
        frame = QPixmap(self.size() * self.devicePixelRatioF())
        frame.setDevicePixelRatio(self.devicePixelRatioF())
        self.render(frame, QPoint())
        return frame

    def _show(
        self, reading: Reading, footer: Footer, style: Style, margins: tuple[int, int], pictures: Pictures
    ) -> None:
        self._ground = QColor(style.palette.paper)
        is_article = isinstance(reading, ArticlePage)
        has_footer = any((footer.following, footer.source, footer.back, footer.on))
        self._foot = style.px(FOOTER_PX) if is_article and has_footer else 0
        set_shown(self._article, on=is_article)
        set_shown(self._footer, on=bool(self._foot))
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

    def ground(self) -> QColor:
        """Give the colour that reaches its edges."""
        return self._ground if self._message.isHidden() else self._message.ground

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
