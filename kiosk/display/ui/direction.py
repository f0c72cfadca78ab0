"""Left to right or right to left: every place is written for left to right and mirrored here."""

from typing import TypeVar

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QWidget

Rect = TypeVar("Rect", QRect, QRectF)


def is_mirrored(widget: QWidget) -> bool:
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


def mirrored(owner: QWidget, rect: Rect, width: int | None = None) -> Rect:
    """Turn a place inside `owner` round where its language runs from right to left; `width` is the owner's if None."""
    if is_mirrored(owner):
        whole = owner.width() if width is None else width
        rect.moveLeft(whole - rect.x() - rect.width())
    return rect
