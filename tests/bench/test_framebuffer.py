from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bench.framebuffer import HEADER, Framebuffer, Layout, Mask, layout_of, spans

WIDTH, HEIGHT, NAME_BYTES, COLOURS = 8, 40, 60, 3
MASK = Mask(left=2, top=5, right=6, bottom=9)


def header(pixel_bits: int = 32) -> bytes:
    fields = [0] * 25
    fields[0] = HEADER.size + NAME_BYTES
    fields[4], fields[5], fields[11], fields[12], fields[19] = WIDTH, HEIGHT, pixel_bits, WIDTH * 4, COLOURS
    return HEADER.pack(*fields)


@dataclass
class Server:
    """Writes pixels as an X server does: into the file that is mapped."""

    file: Path

    def start(self) -> None:
        self.file.write_bytes(header() + bytes(NAME_BYTES + COLOURS * 12 + WIDTH * HEIGHT * 4))

    def paint(self, x: int, y: int) -> None:
        with self.file.open("r+b") as opened:
            opened.seek(layout_of(header()).first + (y * WIDTH + x) * 4)
            opened.write(b"\xff")


@pytest.fixture
def server(tmp_path: Path) -> Server:
    started = Server(tmp_path / "screen")
    started.start()
    return started


def test_the_pixels_lie_behind_the_header_its_name_and_the_colour_map() -> None:
    layout = layout_of(header())

    assert layout == Layout(first=100 + 60 + 36, stride=32, width=8, height=40)


def test_a_screen_of_two_byte_pixels_is_refused() -> None:
    with pytest.raises(ValueError, match="a pixel has 16 bits"):
        layout_of(header(pixel_bits=16))


def test_the_spans_hold_every_pixel_outside_the_mask_once() -> None:
    layout = Layout(first=0, stride=WIDTH * 4, width=WIDTH, height=HEIGHT)

    covered = [place for first, end in spans(layout, MASK) for place in range(first, end, 4)]

    masked = {(y * WIDTH + x) * 4 for x in range(2, 6) for y in range(5, 9)}
    assert sorted(covered) == sorted(set(range(0, WIDTH * HEIGHT * 4, 4)) - masked)


def test_a_screen_shows_the_picture_that_was_taken_of_it(server: Server) -> None:
    server.paint(3, 20)
    framebuffer = Framebuffer(server.file, MASK)

    assert framebuffer.shows(framebuffer.picture())


@pytest.mark.parametrize(("x", "y"), [(0, 0), (1, 5), (6, 8), (2, 9), (7, 39)])
def test_one_pixel_that_differs_is_another_picture(server: Server, x: int, y: int) -> None:
    framebuffer = Framebuffer(server.file, MASK)
    picture = framebuffer.picture()

    server.paint(x, y)

    assert not framebuffer.shows(picture)


@pytest.mark.parametrize(("x", "y"), [(2, 5), (5, 8)])
def test_what_changes_under_the_mask_is_not_seen(server: Server, x: int, y: int) -> None:
    framebuffer = Framebuffer(server.file, MASK)
    picture = framebuffer.picture()

    server.paint(x, y)

    assert framebuffer.shows(picture)
