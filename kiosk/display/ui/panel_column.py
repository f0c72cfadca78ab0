"""The contact panel's column: organisation, heading, rows, social buttons and the card; two columns when upright, three in low reach."""

from PySide6.QtCore import QRect, QRectF, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import Panel, Row
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.card import Card
from kiosk.display.ui.contact_row import ContactRow
from kiosk.display.ui.direction import mirrored
from kiosk.display.ui.open_line import OpenLineView
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.scroller import Column
from kiosk.display.ui.socials import Socials
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import Setting
from kiosk.edition.model import Picture

ROW_GAP_PX = 14
SOCIAL_GAP_PX = 27
COLUMN_GAP_PX = 24
TOP_PX, BOTTOM_PX = 64, 24
LOW_TOP_PX, LOW_BOTTOM_PX = 40, 16
HEAD_BESIDE_FROM = 3
"""With so many columns there is little height, and the head stands above the first of them only."""
LOGO_PX = 56


class PanelColumn(Column):
    sheet_touched = Signal(str)
    link_touched = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._organisation = Caption(self)
        self._logo = Logo(self)
        self._heading = Caption(self)
        self._open_line = OpenLineView(self)
        self._rows: list[ContactRow] = []
        self._socials = Socials(self)
        self._card = Card(self)
        self._style: Style | None = None
        self._columns = 1
        self._key = ""
        self._card.clicked.connect(self._announce_card)
        self._socials.sheet_touched.connect(self.sheet_touched)
        self._socials.link_touched.connect(self.link_touched)

    def show_panel(self, panel: Panel, style: Style, columns: int, pictures: Pictures) -> None:
        self._style, self._columns, self._key = style, columns, panel.card.button.key
        palette = style.palette
        name = "" if panel.logo else panel.organisation
        self._organisation.show_text(name, Setting(style.sans(20), 1.2), QColor(palette.on_panel_muted))
        self._logo.show_logo(panel.logo, panel.organisation, style, pictures)
        heading = Setting(style.glance(46, panel.heading), 1.15)
        self._heading.show_text(panel.heading, heading, QColor(palette.on_panel))
        self._open_line.show_line(panel.open_line, style)
        self._show_rows(panel.rows, style)
        self._socials.show_socials(panel.social_heading, panel.socials, style)
        self._card.show_card(panel.card, style)

    def tab_stops(self) -> tuple[QWidget, ...]:
        rows = (stop for row in self._rows for stop in row.tab_stops())
        return (*rows, *self._socials.tab_stops(), self._card)

    def height_at(self, width: int) -> int:
        """Put everything in its place and give the height of all."""
        style = self._style
        if style is None:
            return 0
        if self._columns < HEAD_BESIDE_FROM:
            below = self._place_head(width, width, style.gap(TOP_PX), style)
            return self._place_parts(width, [below] * self._columns, style) + style.gap(BOTTOM_PX)
        top = style.gap(LOW_TOP_PX)
        below = self._place_head(self._column_width(width, style), width, top, style)
        return self._place_parts(width, [below, *[top] * (self._columns - 1)], style) + style.gap(LOW_BOTTOM_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.height_at(self.width())

    def _column_width(self, width: int, style: Style) -> int:
        return (width - style.px(COLUMN_GAP_PX) * (self._columns - 1)) // self._columns

    def _place_head(self, wide: int, width: int, y: int, style: Style) -> int:
        for part, gap in ((self._organisation, 13), (self._logo, 13), (self._heading, 13), (self._open_line, 25)):
            height = part.height_at(wide)
            part.setGeometry(mirrored(self, QRect(0, y, wide, height), width))
            y += height + (style.gap(gap) if height else 0)
        return y

    def _place_parts(self, width: int, starts: list[int], style: Style) -> int:
        """Give each part that has no column of its own to the first that ends clearly highest."""
        gap, wide = style.px(COLUMN_GAP_PX), self._column_width(width, style)
        ends = list(starts)
        for part, own in self._parts():
            height = part.height_at(wide)
            if not height:
                continue
            highest = next(place for place, end in enumerate(ends) if end - min(ends) <= style.px(ROW_GAP_PX))
            column = highest if own is None else own
            y = ends[column] + self._space_above(part, is_first=ends[column] == starts[column])
            part.setGeometry(mirrored(self, QRect(column * (wide + gap), y, wide, height), width))
            ends[column] = y + height
        return max(ends)

    def _parts(self) -> tuple[tuple[ContactRow | Card | Socials, int | None], ...]:
        """Give the parts in the order in which they are placed, each with the column that it always has."""
        rows = tuple((row, None) for row in self._rows)
        if self._columns >= HEAD_BESIDE_FROM:
            return (self._socials, 0), (self._card, self._columns - 1), *rows
        if self._columns > 1:
            return *rows, (self._card, None), (self._socials, None)
        return *rows, (self._socials, None), (self._card, None)

    def _space_above(self, part: QWidget, *, is_first: bool) -> int:
        if is_first or self._style is None:
            return 0
        near = isinstance(part, ContactRow) or (isinstance(part, Card) and self._columns > 1)
        return self._style.gap(ROW_GAP_PX if near else SOCIAL_GAP_PX)

    def _show_rows(self, rows: tuple[Row, ...], style: Style) -> None:
        while len(self._rows) > len(rows):
            self._rows.pop().deleteLater()
        while len(self._rows) < len(rows):
            self._rows.append(self._new_row())
        for widget, row in zip(self._rows, rows, strict=True):
            widget.show_row(row, style)

    def _new_row(self) -> ContactRow:
        """Make a row that Tab and screen readers come to after the rows before it and before the buttons below."""
        row = ContactRow(self)
        row.stackUnder(self._socials)
        row.sheet_touched.connect(self.sheet_touched)
        row.link_touched.connect(self.link_touched)
        row.show()
        return row

    @Slot()
    def _announce_card(self) -> None:
        self.sheet_touched.emit(self._key)


class Logo(QWidget):
    """The organisation's logo in the place of its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._pictures: Pictures | None = None
        self._height = 0

    def show_logo(self, picture: Picture | None, name: str, style: Style, pictures: Pictures) -> None:
        self._picture, self._pictures = picture, pictures
        self._height = style.text(LOGO_PX)
        self.setAccessibleName(name)
        self.setVisible(picture is not None)
        self.update()

    def height_at(self, width: int) -> int:
        return round(self._size(width).height()) if self._picture else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None or self._pictures is None:
            return
        place = mirrored(self, self._size(self.width())).toRect()
        ratio = self.devicePixelRatioF()
        size = round(place.width() * ratio), round(place.height() * ratio)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._pictures.scaled(self._picture.file, *size))

    def _size(self, width: int) -> QRectF:
        if self._picture is None:
            return QRectF()
        scale = min(self._height / self._picture.height, width / self._picture.width)
        return QRectF(0, 0, self._picture.width * scale, self._picture.height * scale)
