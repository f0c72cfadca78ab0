"""The article's text: a read-only document that reaches no file, no network and no clipboard, only the edition."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from kiosk.display.ui.direction import is_mirrored
from kiosk.display.ui.document import body_step, fill
from kiosk.display.ui.dropcap import DROP_CAP, drop_cap_letter, paint_drop_cap
from kiosk.display.ui.hand import LINK_SCHEME
from kiosk.display.ui.margin import paint_margin
from kiosk.display.ui.pictures import Pictures, blank
from kiosk.display.ui.style import Style
from kiosk.display.ui.text_picture import TextPictures
from kiosk.edition.model import Block

LINKS_ONLY = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard

MOST_ON_SCREEN = 4
"""Pictures of an article that can be seen at once."""


class Body(QTextBrowser):
    """Shows blocks at a width; it is as tall as its text and leaves scrolling to whoever holds it."""

    link_touched = Signal(int)
    link_reached = Signal(QRect)
    """Tab has led to a link at this place."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[Block, ...], Style, int, float, bool] | None = None
        self._pictures: Pictures | None = None
        self._painted: dict[tuple[str, int, int], QImage] = {}
        self._left_at: QTextCursor | None = None
        self._view = self._viewed_in_our_own()
        self._text_pictures = TextPictures(self.document(), self._picture)
        self._forbid()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setAutoFillBackground(False)
        self.anchorClicked.connect(self._announce)

    def show_blocks(self, blocks: tuple[Block, ...], style: Style, width: int, pictures: Pictures) -> None:
        from_right = is_mirrored(self)
        wanted = (blocks, style, width, self.devicePixelRatioF(), from_right)
        if wanted == self._shown and pictures is self._pictures:
            return
        self._shown, self._pictures = wanted, pictures
        self._left_at = None  # it is of the text before
        self._painted.clear()
        self.clear()
        self.setFixedWidth(width)
        fill(self.document(), blocks, style, width, from_right=from_right)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if _has_links(self.document()) else Qt.FocusPolicy.NoFocus)
        self.resize(width, self.text_height())

    def text_height(self) -> int:
        return round(self.document().size().height())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give the drop cap; for all else a blank pixel: given nothing, Qt opens the file itself."""
        url = name.toString() if isinstance(name, QUrl) else name
        if kind != QTextDocument.ResourceType.ImageResource.value or self._shown is None:
            return "\n"
        blocks, style, _, ratio, _ = self._shown
        if url == DROP_CAP:
            letter = drop_cap_letter(blocks)
            return paint_drop_cap(letter, style, body_step(style), ratio)
        return blank()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is not None:
            painter = QPainter(self._view)
            paint_margin(painter, self.document(), self._shown[1], QRectF(event.rect()))
            painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for the link that has the focus, the only thing that can be selected; every other key moves the page, not this text."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.textCursor().hasSelection():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first link, or at the last when Tab goes backwards; after a sheet, where it was left."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.focusNextPrevChild(forward=True)
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.focusNextPrevChild(forward=False)
        elif self._left_at is not None:
            self.setTextCursor(self._left_at)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Remember the link that has the focus, which Qt forgets, when something else takes it away."""
        is_tab = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        self._left_at = None if is_tab else self.textCursor()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's signature
        moved = super().focusNextPrevChild(forward)
        if moved and self.hasFocus():
            self.link_reached.emit(self.cursorRect())
        return moved

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.text_height())

    def _viewed_in_our_own(self) -> QWidget:
        """Give the view: asked for Qt's, PySide6 would make up all its classes of widgets, which takes 10 ms."""
        view = QWidget()
        view.setMouseTracking(True)
        self.setViewport(view)
        self.document().documentLayout().setPaintDevice(view)  # Qt leaves the one that is gone
        return view

    def _forbid(self) -> None:
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(LINKS_ONLY)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAcceptDrops(False)
        self._view.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _picture(self, file: str, width: int, height: int) -> QImage:
        """Give a picture in pixels of the device; those on the screen stay, though their edition may be gone before they fade."""
        ratio = self.devicePixelRatioF()
        wanted = file, round(width * ratio), round(height * ratio)
        if wanted not in self._painted:
            if len(self._painted) >= MOST_ON_SCREEN:
                del self._painted[next(iter(self._painted))]
            self._painted[wanted] = self._pictures.scaled(*wanted) if self._pictures else blank()
        return self._painted[wanted]

    @Slot(QUrl)
    def _announce(self, url: QUrl) -> None:
        self.link_touched.emit(int(url.toString().removeprefix(LINK_SCHEME)))


def _has_links(document: QTextDocument) -> bool:
    return any(look.isCharFormat() and look.toCharFormat().isAnchor() for look in document.allFormats())
