import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from kiosk.display.ui.pictures import KEPT, Pictures, blank

RED = "#ff0000"


def png(colour: str = RED, width: int = 40, height: int = 20) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def size_of(image: QImage) -> tuple[int, int]:
    return image.width(), image.height()


@pytest.mark.parametrize("size", [(10, 5), (40, 20), (80, 40), (30, 30)])
def test_a_picture_has_the_size_that_was_asked_for(size: tuple[int, int]) -> None:
    picture = Pictures({"logo.png": png()}).scaled("logo.png", *size)

    assert size_of(picture) == size
    assert picture.pixelColor(size[0] // 2, size[1] // 2) == QColor(RED)


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param({}, id="none of the edition"),
        pytest.param({"logo.png": b""}, id="empty"),
        pytest.param({"logo.png": b"GIF89a"}, id="of another kind"),
        pytest.param({"logo.png": png()[:-30]}, id="cut off in its head", marks=pytest.mark.filterwarnings("ignore")),
    ],
)
def test_what_cannot_be_decoded_is_one_blank_pixel_or_the_part_that_can(contents: dict[str, bytes]) -> None:
    picture = Pictures(contents).scaled("logo.png", 10, 5)

    assert size_of(picture) in {(1, 1), (10, 5)}
    assert not picture.isNull()


def test_a_blank_pixel_is_transparent() -> None:
    assert (size_of(blank()), blank().pixelColor(0, 0).alpha()) == ((1, 1), 0)


@pytest.mark.parametrize("file", ["/etc/passwd", "../logo.png", ":/qt-project.org/logo.png", ""])
def test_a_file_that_is_not_of_the_edition_is_blank(file: str) -> None:
    assert size_of(Pictures({"logo.png": png()}).scaled(file, 10, 5)) == (1, 1)


class CountedContents(dict[str, bytes]):
    """Counts how often a file is decoded: it is looked up for that."""

    reads = 0

    def get(self, key: str, default: bytes = b"") -> bytes:  # type: ignore[override]  # the one signature that is used
        self.reads += 1
        return super().get(key, default)


def test_a_picture_is_decoded_once_for_each_size() -> None:
    contents = CountedContents({"logo.png": png()})
    pictures = Pictures(contents)

    for _ in range(3):
        pictures.scaled("logo.png", 10, 5)
        pictures.scaled("logo.png", 20, 10)

    assert contents.reads == 2


def test_only_the_last_few_are_kept() -> None:
    contents = CountedContents({"logo.png": png()})
    pictures = Pictures(contents)
    for width in range(1, KEPT + 2):
        pictures.scaled("logo.png", width, 5)

    pictures.scaled("logo.png", KEPT + 1, 5)
    newest_again = contents.reads
    pictures.scaled("logo.png", 1, 5)

    assert (newest_again, contents.reads) == (KEPT + 1, KEPT + 2)


def test_the_pictures_of_the_next_edition_take_the_place_of_these() -> None:
    pictures = Pictures({"old.png": png()})
    pictures.scaled("old.png", 10, 5)

    pictures.hold({"new.png": png("#0000ff")})

    assert size_of(pictures.scaled("old.png", 10, 5)) == (1, 1)
    assert pictures.scaled("new.png", 10, 5).pixelColor(5, 2) == QColor("#0000ff")


def test_a_picture_that_both_have_is_not_decoded_again() -> None:
    pictures = Pictures({"logo.png": png()})
    pictures.scaled("logo.png", 10, 5)
    contents = CountedContents({"logo.png": png()})

    pictures.hold(contents)
    pictures.scaled("logo.png", 10, 5)

    assert contents.reads == 0
