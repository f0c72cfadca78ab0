"""The edges of the window that the drifting layout leaves bare: its grounds reach beyond it."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QRegion


def paint_edges(painter: QPainter, whole: QRect, drift: QPoint, grounds: tuple[tuple[QRect, QColor], ...]) -> None:
    """Carry on the grounds of what stands in `whole`, moved by `drift`, to the edges."""
    moved = whole.translated(drift)
    painter.setClipRegion(QRegion(whole).subtracted(QRegion(moved)))
    for place, ground in grounds:
        painter.fillRect(_reaching(place, moved, whole), ground)


def _reaching(place: QRect, moved: QRect, whole: QRect) -> QRect:
    """Give a place that reaches the edges it reached before everything moved."""
    reaching = QRect(place)
    if place.left() == moved.left():
        reaching.setLeft(whole.left())
    if place.right() == moved.right():
        reaching.setRight(whole.right())
    if place.top() == moved.top():
        reaching.setTop(whole.top())
    if place.bottom() == moved.bottom():
        reaching.setBottom(whole.bottom())
    return reaching
