"""Pictures of staff, read within limits and written anew: nothing but their pixels reaches the display.

The process that asks pays for QtGui, so callers import this file only when there is a picture.
"""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMessageLogContext,
    QSize,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QColorSpace, QImage, QImageIOHandler, QImageReader, QImageWriter

from kiosk.edition.digest import sha256
from kiosk.edition.model import Picture
from kiosk.prepare.picture import PreparedPicture, Unusable
from kiosk.prepare.picture_format import Format, has_too_many_passes, is_whole, picture_format
from kiosk.prepare.sanitise import clean_text

LARGEST_BYTES = 12_000_000
LARGEST_PIXELS = 24_000_000
LARGEST_RESULT_BYTES = 4_000_000
ALLOCATION_LIMIT_MB = 96
"""24 million pixels of 4 bytes are the most that is ever decoded: a PNG of 8 kB can ask for 244 MB."""

JPEG_QUALITY = 90
_SAVE_AGAIN = "Open it in a picture program and save it again as a JPEG of at most 2000 pixels in width"


def prepare_picture(
    path: Path, *, alt: str = "", widest: int = 2000, tallest: int = 1600
) -> PreparedPicture | Unusable:
    """Give the picture turned upright, in sRGB, without metadata, at most `widest` by `tallest` pixels.

    A JPEG where it is opaque, a PNG where it is not; the same file gives the same bytes.
    """
    content = _content(path)
    if isinstance(content, Unusable):
        return content
    return prepare_picture_of(content, alt=alt, widest=widest, tallest=tallest)


def prepare_picture_of(
    content: bytes, *, alt: str = "", widest: int = 2000, tallest: int = 1600
) -> PreparedPicture | Unusable:
    """Do the same with the content of a picture file."""
    if len(content) > LARGEST_BYTES:
        return _too_heavy()
    image = _decoded(content, QSize(widest, tallest))
    return image if isinstance(image, Unusable) else _prepared(_only_pixels(image), clean_text(alt))


def _content(path: Path) -> bytes | Unusable:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Unusable("is not a file", "Give the name of a PNG, JPEG, WebP or GIF file")
        if status.st_size > LARGEST_BYTES:
            return _too_heavy()
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        return Unusable("does not exist", "Put the file there, or correct its name; capital letters count")
    except ValueError:  # a NUL in the name
        return Unusable("has a name that no file can have", "Give it a short name of letters and digits")
    except OSError as error:
        return Unusable(f"cannot be opened ({error.strerror})", "Let everyone on this computer read the file")
    return _too_heavy() if len(content) > LARGEST_BYTES else content


def _too_heavy() -> Unusable:
    return Unusable(f"is larger than {LARGEST_BYTES // 1_000_000} MB", _SAVE_AGAIN)


def _decoded(content: bytes, box: QSize) -> QImage | Unusable:
    kind = picture_format(content)
    if kind is None:
        return Unusable("is no PNG, JPEG, WebP or GIF, whatever its name ends in", _SAVE_AGAIN)
    if not is_whole(content, kind):
        return _cut_off()
    if has_too_many_passes(content, kind):
        return Unusable("is written in so many passes that it takes minutes to open", _SAVE_AGAIN)
    with _qt_messages() as messages:
        buffer = QBuffer()
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        image = _read_within_limits(_reader(buffer, kind), box)
    return _cut_off() if any(_tells_of_an_end(message) for message in messages) else image


def _cut_off() -> Unusable:
    return Unusable("is damaged: a part of the file is missing", _SAVE_AGAIN)


def _tells_of_an_end(message: str) -> bool:
    return "premature end" in message.lower() or "corrupt" in message.lower()


@contextmanager
def _qt_messages() -> Iterator[list[str]]:
    """Collect what Qt's decoders log: nothing else tells that a JPEG ends in the middle."""
    messages: list[str] = []

    def keep(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        messages.append(text)

    earlier = qInstallMessageHandler(keep)
    try:
        yield messages
    finally:
        qInstallMessageHandler(earlier)


def _reader(buffer: QBuffer, kind: Format) -> QImageReader:
    QImageReader.setAllocationLimit(ALLOCATION_LIMIT_MB)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    return reader


def _read_within_limits(reader: QImageReader, box: QSize) -> QImage | Unusable:
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        return Unusable("is damaged: its size cannot be read", _SAVE_AGAIN)
    if size.width() * size.height() > LARGEST_PIXELS:
        return Unusable(
            f"has {size.width()} x {size.height()} pixels, more than {LARGEST_PIXELS // 1_000_000} million", _SAVE_AGAIN
        )
    target = _fitted(size, box.transposed() if _lies_on_its_side(reader) else box)
    reader.setScaledSize(target)
    image = reader.read()
    return Unusable("is damaged and cannot be opened", _SAVE_AGAIN) if image.isNull() else image


def _lies_on_its_side(reader: QImageReader) -> bool:
    return bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)


def _fitted(size: QSize, box: QSize) -> QSize:
    if size.width() <= box.width() and size.height() <= box.height():
        return size
    return size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _only_pixels(image: QImage) -> QImage:
    """Give the same pixels in sRGB, without texts, resolution and profile, which a writer would carry on."""
    form = QImage.Format.Format_RGBA8888 if image.hasAlphaChannel() else QImage.Format.Format_RGB888
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb), form)
    image = image.convertToFormat(form)
    return QImage(bytes(image.constBits()), image.width(), image.height(), image.bytesPerLine(), form).copy()


def _prepared(image: QImage, alt: str) -> PreparedPicture:
    ending = "png" if _has_holes(image) else "jpg"
    content = _encoded(image, ending)
    while len(content) > LARGEST_RESULT_BYTES:
        image = image.scaled(
            image.size() * 0.7, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        content = _encoded(image, ending)
    name = f"{sha256(content)}.{ending}"
    return PreparedPicture(Picture(name, image.width(), image.height(), alt), content)


def _has_holes(image: QImage) -> bool:
    return image.hasAlphaChannel() and min(bytes(image.constBits())[3::4]) < 255  # noqa: PLR2004  # 255 is opaque


def _encoded(image: QImage, ending: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(ending.encode()))
    if ending == "jpg":
        writer.setQuality(JPEG_QUALITY)
    if not writer.write(image):
        raise RuntimeError(writer.errorString())
    return bytes(buffer.data().data())
