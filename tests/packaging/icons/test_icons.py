import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PIL.IcnsImagePlugin import IcnsFile
from PIL.IcoImagePlugin import IcoFile

TREE = Path(__file__).parents[3]
ICONS = TREE / "packaging" / "icons"
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
COLOURS = frozenset(
    bytes.fromhex(f"{code}FF") for code in ("10322D", "FBF9F4", "1A1F1E", "B4472E", "F4F8F6", "9AA6A2", "B5CBC5")
)
MUCH = 8
"""Of 255: another release of Qt may round the edge of a curve differently."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of icons that are drawn now."""
    folder = tmp_path_factory.mktemp("icons")
    subprocess.run([sys.executable, ICONS / "draw.py", "--out", folder], check=True)
    return folder


def png(size: int) -> Image.Image:
    return opened(ICONS / f"kiosk-{size}.png")


def opened(file: Path) -> Image.Image:
    with Image.open(file) as image:
        return image.convert("RGBA")


def in_ico(file: Path) -> dict[int, Image.Image]:
    with file.open("rb") as stream:
        icons = IcoFile(stream)
        return {width: icons.getimage((width, height)).convert("RGBA") for width, height in icons.sizes()}


def in_icns(file: Path) -> dict[int, Image.Image]:
    with file.open("rb") as stream:
        icons = IcnsFile(stream)
        return {size[0] * size[2]: icons.getimage(size).convert("RGBA") for size in icons.itersizes()}


def differ(one: Image.Image, other: Image.Image) -> bool:
    return one.size != other.size or max(ImageChops.difference(one, other).tobytes()) > MUCH


@pytest.mark.parametrize("size", PNG_SIZES)
def test_each_png_is_what_its_drawing_gives(drawn: Path, size: int) -> None:
    assert png(size).size == (size, size)
    assert not differ(png(size), opened(drawn / f"kiosk-{size}.png"))


def test_the_icon_for_windows_holds_the_same_pictures() -> None:
    held = in_ico(ICONS / "kiosk.ico")

    assert sorted(held) == [16, 24, 32, 48, 64, 128, 256]
    assert not [size for size in held if differ(held[size], png(size))]


def test_the_icon_of_a_window_is_the_same_picture() -> None:
    assert (TREE / "resources" / "icon.png").read_bytes() == (ICONS / "kiosk-128.png").read_bytes()


def test_the_icon_for_macos_holds_the_same_pictures(drawn: Path) -> None:
    held = in_icns(ICONS / "kiosk.icns")

    assert sorted(held) == [32, 64, 128, 256, 512, 1024]
    assert not [size for size in held if size < 1024 and differ(held[size], png(size))]
    assert not differ(held[1024], in_icns(drawn / "kiosk.icns")[1024])


@pytest.mark.parametrize("size", [16, 24, 32])
def test_small_icons_have_no_mist(size: int) -> None:
    """Most of their pixels have the very colour of a part, and are not a mixture at its edge."""
    pixels = png(size).tobytes()
    quads = [pixels[start : start + 4] for start in range(0, len(pixels), 4)]

    pure = sum(quad in COLOURS for quad in quads)

    assert pure / sum(quad[3] > 0 for quad in quads) > 0.85


def test_corners_are_transparent_for_bright_and_dark_backgrounds() -> None:
    assert all(png(size).getpixel((0, 0)) == (0, 0, 0, 0) for size in PNG_SIZES)
