"""The article: kicker, title, by-line, lead picture and body in one column that scrolls as a page."""

from PySide6.QtCore import QLocale, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.another import is_another
from kiosk.display.page.page import ArticlePage
from kiosk.display.page.speech import ISOLATE
from kiosk.display.ui.body import Body
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.direction import is_mirrored, mirrored
from kiosk.display.ui.ending import Ending
from kiosk.display.ui.focus import is_by_keyboard
from kiosk.display.ui.lead import Lead
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.script import begins_right
from kiosk.display.ui.scroller import Column, Scroller
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import SetText, Setting, Strong

MEASURE_PX = 1000
TITLE_PX = 62
SMALLEST_TITLE_PX = 44
TWO_LINE_TITLE_PX = 54
FEW_TITLE_LINES = 2
MOST_TITLE_LINES = 3
DOT = "  ·  "


class ArticleView(Scroller):
    """Scrolls one article; it takes the keyboard so that the arrow and page keys move it."""

    link_touched = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._article = ArticleColumn(self)
        self.hold(self._article)
        self._frame = FocusFrame(self)
        self._article.body.link_touched.connect(self.link_touched)
        self._article.body.link_reached.connect(self._show_link)
        self._shown: ArticlePage | None = None

    def show_article(self, page: ArticlePage, style: Style, margins: tuple[int, int], pictures: Pictures) -> None:
        """Show the article between margins (leading, trailing) in pixels; a new one begins at its top, a corrected one stays."""
        if self._shown is None or is_another(page, self._shown):
            self.scroll_to_top()
        self._shown = page
        self.setAccessibleName(page.title)
        self.show_style(style, QColor(style.palette.paper))
        self._frame.show_style(style)
        direction = _own_direction(page.title, self.layoutDirection())
        self._article.setLayoutDirection(direction)
        in_place = margins if direction == self.layoutDirection() else margins[::-1]  # above the footer's hairline
        self._article.show_article(page, style, in_place, pictures)
        self.fit()

    def tab_stops(self) -> tuple[QWidget, ...]:
        return self, self._article.body

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frame.setGeometry(self.rect())
        self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._frame.raise_()
        self._frame.setVisible(is_by_keyboard(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._frame.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.scrolled_by_key(event):
            event.ignore()

    @Slot(QRect)
    def _show_link(self, place: QRect) -> None:
        where = self._article.body.mapTo(self._article, place.center())
        self.ensureVisible(where.x(), where.y(), 0, self.height() // 4)


class FocusFrame(QWidget):
    """Marks the article while the keyboard scrolls it; touches go through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_style(self, style: Style) -> None:
        self._style = style

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style:
            width = max(3, self._style.px(4))
            painter = QPainter(self)
            painter.setPen(QPen(QColor(self._style.palette.accent), width))
            painter.drawRect(self.rect().adjusted(width, width, -width, -width))


class ArticleColumn(Column):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kicker = Caption(self)
        self._title = Caption(self)
        self._by_line = Caption(self)
        self._lead = Lead(self)
        self.body = Body(self)
        self._ending = Ending(self)
        self._page: ArticlePage | None = None
        self._style: Style | None = None
        self._pictures: Pictures | None = None
        self._margins = (0, 0)
        self._arranged: object = None
        self._height = 0

    def show_article(self, page: ArticlePage, style: Style, margins: tuple[int, int], pictures: Pictures) -> None:
        self._page, self._style, self._margins, self._pictures = page, style, margins, pictures
        palette = style.palette
        self._kicker.show_text(page.kicker, Setting(style.kicker(20, page.kicker), 1.2), QColor(palette.accent))
        self._show_by_line(page, style)
        self._lead.show_figure(page.lead, style, pictures)
        self._ending.show_onward(page.onward, style)
        self.body.setAccessibleName(page.title)
        self.body.setAccessibleDescription(page.link_hint)
        self.body.setLocale(QLocale(page.language) if page.language else self.locale())
        self.update()

    def height_at(self, width: int) -> int:
        return self._arrange(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline that runs on from the kicker."""
        style = self._style
        if style is None:
            return
        leading, trailing = self._margins
        start = leading + self._kicker.width_of_text() + style.px(17)
        middle = self._kicker.geometry().center().y()
        rule = QRect(start, middle, self.width() - start - trailing, max(1, style.px(2)))
        QPainter(self).fillRect(mirrored(self, rule), QColor(style.palette.rule))

    def _show_by_line(self, page: ArticlePage, style: Style) -> None:
        """Keep each part's own order: a name from right to left would take the date's day to its other side."""
        parts = [self._isolated(part) for part in page.by_line]
        strong = Strong(len(parts[0]), QFont.Weight.DemiBold, QColor(style.palette.ink))
        setting = Setting(style.sans(20.5), 1.35, direction=self.layoutDirection())
        words = DOT.join(parts)
        self._by_line.show_text(words, setting, QColor(style.palette.muted), strong if page.strong_by_line else None)

    def _isolated(self, part: str) -> str:
        own = is_mirrored(self)
        return part if begins_right(part, otherwise=own) == own else ISOLATE.format(part)

    def _arrange(self, width: int) -> int:
        """Put the parts below each other and give the height of all."""
        page, style, pictures = self._page, self._style, self._pictures
        if page is None or style is None or pictures is None:
            return 0
        wanted = (page, style, self._margins, width, is_mirrored(self), pictures)
        if wanted != self._arranged:
            self._arranged, self._height = wanted, self._arrange_parts(page, style, width, pictures)
        return self._height

    def _arrange_parts(self, page: ArticlePage, style: Style, width: int, pictures: Pictures) -> int:
        leading, trailing = self._margins
        room = max(width - leading - trailing, 1)
        measure = min(room, style.text(MEASURE_PX))
        self._title.show_text(page.title, _title_setting(page.title, style, room), QColor(style.palette.ink))
        self.body.show_blocks(page.blocks, style, measure, pictures)
        y = style.px(64)
        for part, gap in ((self._kicker, 23), (self._title, 14), (self._by_line, 34)):
            y += self._place(part, QRect(leading, y, room, part.height_at(room)), width) + style.text(gap)
        y += self._place(self._lead, QRect(leading, y, measure, self._lead.height_at(measure)), width)
        y += self._place(self.body, QRect(leading, y, measure, self.body.text_height()), width)
        y += self._place(self._ending, QRect(leading, y, measure, self._ending.height_at(measure)), width)
        return y + style.px(40)

    def _place(self, part: QWidget, rect: QRect, width: int) -> int:
        part.setGeometry(mirrored(self, rect, width))
        return rect.height()


def _own_direction(title: str, around: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Begin on the side where the article's own language begins, whatever the panel's is."""
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    return right if begins_right(title, otherwise=around == right) else left


def _title_setting(title: str, style: Style, room: int) -> Setting:
    """Shrink the title a little for two lines, and down to 44 design pixels before it takes a fourth."""
    sizes = range(TITLE_PX, SMALLEST_TITLE_PX - 1, -2)
    for most_lines, smallest in ((FEW_TITLE_LINES, TWO_LINE_TITLE_PX), (MOST_TITLE_LINES, SMALLEST_TITLE_PX)):
        settings = (Setting(style.glance(size, title), 1.12) for size in sizes if size >= smallest)
        fitting = (setting for setting in settings if SetText(title, setting, room).line_count <= most_lines)
        if setting := next(fitting, None):
            return setting
    return Setting(style.glance(SMALLEST_TITLE_PX, title), 1.12)
