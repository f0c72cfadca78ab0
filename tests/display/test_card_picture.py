"""The file of the card's picture: it is believed whole or not at all, and never unpacked beyond what it claims."""

import os
import tracemalloc
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.display.card_picture import (
    HEAD,
    MAGIC,
    MOST_BYTES,
    PIECE_BYTES,
    SHAPE,
    CardPicture,
    Frame,
    NoPicture,
    empty_frame,
    packed,
    read_picture,
    unpacked,
    write_picture,
)
from kiosk.edition.digest import sha256

WIDTH, HEIGHT = 6, 4
PIXELS = bytes(range(WIDTH * HEIGHT * 4))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    write_picture(tmp_path / "picture", picture_of(PIXELS))
    return tmp_path / "picture"


def picture_of(pixels: bytes) -> CardPicture:
    frame = empty_frame(WIDTH, HEIGHT, 1.5)
    frame.pixels[:] = pixels
    return packed(frame)


def seal(file: Path, width: int, height: int, ratio: float, content: bytes) -> None:
    body = SHAPE.pack(width, height, ratio) + content
    file.write_bytes(HEAD.pack(MAGIC, sha256(body).encode()) + body)


def read(file: Path) -> CardPicture:
    picture = read_picture(file)
    assert isinstance(picture, CardPicture)
    return picture


def test_what_was_written_is_read_back(file: Path) -> None:
    frame = unpacked(read(file))

    assert isinstance(frame, Frame)
    assert (frame.width, frame.height, frame.ratio) == (WIDTH, HEIGHT, 1.5)
    assert frame.pixels[:] == PIXELS


def test_a_flipped_bit_anywhere_is_no_picture(file: Path) -> None:
    content = file.read_bytes()

    for place in range(len(content)):
        file.write_bytes(content[:place] + bytes((content[place] ^ 1,)) + content[place + 1 :])
        assert read_picture(file) == NoPicture()


@pytest.mark.parametrize(("hours", "is_believed"), [(35, True), (37, False), (-100, True)])
def test_one_from_days_ago_is_no_picture(file: Path, hours: int, is_believed: bool) -> None:  # noqa: FBT001  # a table
    then = datetime.now(UTC).timestamp() - hours * 3600
    os.utime(file, (then, then))

    assert isinstance(read_picture(file), CardPicture) == is_believed


def test_one_that_was_cut_short_is_no_picture(file: Path) -> None:
    content = file.read_bytes()

    for length in range(len(content)):
        file.write_bytes(content[:length])
        assert read_picture(file) == NoPicture()


@pytest.mark.parametrize(
    ("width", "height", "ratio"),
    [
        pytest.param(0, HEIGHT, 1.0, id="no width"),
        pytest.param(WIDTH, 0, 1.0, id="no height"),
        pytest.param(65_535, 65_535, 1.0, id="larger than any screen"),
        pytest.param(WIDTH, HEIGHT, 0.0, id="no ratio"),
        pytest.param(WIDTH, HEIGHT, float("nan"), id="no number"),
        pytest.param(WIDTH, HEIGHT, float("inf"), id="endless"),
    ],
)
def test_a_shape_that_no_screen_has_is_no_picture(file: Path, width: int, height: int, ratio: float) -> None:
    seal(file, width, height, ratio, zlib.compress(PIXELS))

    assert read_picture(file) == NoPicture()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(zlib.compress(PIXELS[:-1]), id="one byte short"),
        pytest.param(zlib.compress(PIXELS + b"x"), id="one byte more"),
        pytest.param(zlib.compress(PIXELS)[:-2], id="without its end"),
        pytest.param(b"no zlib at all", id="not packed"),
    ],
)
def test_another_number_of_pixels_than_it_claims_is_no_picture(file: Path, content: bytes) -> None:
    seal(file, WIDTH, HEIGHT, 1.0, content)

    assert unpacked(read(file)) == NoPicture()


def test_a_bomb_is_not_unpacked(file: Path) -> None:
    seal(file, WIDTH, HEIGHT, 1.0, zlib.compress(bytes(50_000_000)))
    frame, most = unpacked_at(read(file))

    assert frame == NoPicture()
    assert most < 4 * PIECE_BYTES


def test_a_whole_screen_is_unpacked_in_small_pieces() -> None:
    picture = packed(empty_frame(1920, 1080, 1.0))

    frame, most = unpacked_at(picture)

    assert isinstance(frame, Frame)
    assert most < 8 * PIECE_BYTES


def unpacked_at(picture: CardPicture) -> tuple[Frame | NoPicture, int]:
    """Unpack it, and give the most bytes that this needed at once besides the frame."""
    tracemalloc.start()
    frame = unpacked(picture)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return frame, most


def test_a_file_of_any_length_is_not_read_into_memory(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.truncate(MOST_BYTES + 1)

    assert read_picture(file) == NoPicture()


def test_where_there_is_no_file_there_is_no_picture(tmp_path: Path) -> None:
    assert read_picture(tmp_path / "picture") == NoPicture()
    assert read_picture(tmp_path) == NoPicture()


def test_a_folder_that_takes_nothing_keeps_the_former(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.read_bytes()

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.edition.durable.os.write", full)
    with pytest.raises(OSError, match="No space"):
        write_picture(file, picture_of(bytes(len(PIXELS))))

    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]
