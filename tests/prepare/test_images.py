import hashlib
import io
import os
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PySide6.QtGui import QColorSpace

from kiosk.prepare.images import prepare_picture, prepare_picture_of
from kiosk.prepare.picture import PreparedPicture, Unusable

RED = (255, 0, 0)
MISSING_PART = "is damaged: a part of the file is missing"


def motif(width: int = 240, height: int = 160) -> Image.Image:
    """Draw something with edges, whose left upper corner is red."""
    image = Image.effect_mandelbrot((width, height), (-2, -1, 1, 1), 40).convert("RGB")
    image.paste((255, 0, 0), (0, 0, 40, 40))
    return image


def written(image: Image.Image, kind: str, **options: Any) -> bytes:  # noqa: ANN401  # Pillow's own options
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.fixture
def prepared(tmp_path: Path) -> Callable[[bytes], PreparedPicture | Unusable]:
    def prepare(content: bytes) -> PreparedPicture | Unusable:
        path = tmp_path / "picture.png"
        path.write_bytes(content)
        return prepare_picture(path)

    return prepare


Prepare = Callable[[bytes], PreparedPicture | Unusable]


def usable(result: PreparedPicture | Unusable) -> PreparedPicture:
    assert isinstance(result, PreparedPicture), result
    return result


def opened(result: PreparedPicture | Unusable) -> Image.Image:
    return Image.open(io.BytesIO(usable(result).content))


def is_red(colour: object) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(have - want) < 12 for have, want in zip(colour[:3], RED, strict=True))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(written(motif(), "PNG"), id="PNG"),
        pytest.param(written(motif(), "JPEG", quality=95), id="JPEG"),
        pytest.param(written(motif(), "JPEG", progressive=True), id="progressive JPEG"),
        pytest.param(written(motif(), "WEBP", lossless=True), id="WebP"),
        pytest.param(written(motif(), "GIF"), id="GIF"),
        pytest.param(written(motif().convert("CMYK"), "JPEG", quality=95), id="CMYK JPEG"),
        pytest.param(written(motif().quantize(64), "PNG"), id="PNG with a palette"),
        pytest.param(written(motif(), "PNG", icc_profile=b"rubbish" * 40), id="PNG with a spoilt profile"),
        pytest.param(
            written(motif(), "GIF", save_all=True, append_images=[Image.new("RGB", (240, 160), "blue")]),
            id="animated GIF: its first frame",
        ),
        pytest.param(
            written(
                motif(), "WEBP", lossless=True, save_all=True, append_images=[Image.new("RGB", (240, 160), "blue")]
            ),
            id="animated WebP: its first frame",
        ),
        pytest.param(written(motif(), "JPEG") + b"<script>alert(1)</script>PK\x03\x04", id="JPEG and script in one"),
    ],
)
def test_each_format_becomes_a_jpeg_of_the_same_picture(prepared: Prepare, content: bytes) -> None:
    result = opened(prepared(content))

    assert (result.format, result.size, is_red(result.convert("RGB").getpixel((5, 5)))) == ("JPEG", (240, 160), True)


def with_too_few_pixels(content: bytes) -> bytes:
    """Keep half of a PNG's rows; every checksum is right."""
    start = content.index(b"IDAT")
    length = int.from_bytes(content[start - 4 : start], "big")
    pixels = zlib.decompress(content[start + 4 : start + 4 + length])
    chunk = b"IDAT" + zlib.compress(pixels[: len(pixels) // 2])
    whole = (len(chunk) - 4).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big")
    return content[: start - 4] + whole + content[start + 8 + length :]


PNG, JPEG, GIF, WEBP = (written(motif(), kind) for kind in ("PNG", "JPEG", "GIF", "WEBP"))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param(PNG[: len(PNG) // 2], MISSING_PART, id="half a PNG"),
        pytest.param(JPEG[: len(JPEG) // 2], MISSING_PART, id="half a JPEG"),
        pytest.param(GIF[: len(GIF) // 2], MISSING_PART, id="half a GIF"),
        pytest.param(WEBP[: len(WEBP) // 2], MISSING_PART, id="half a WebP"),
        pytest.param(with_too_few_pixels(PNG), MISSING_PART, id="a PNG with half of its rows"),
        pytest.param(PNG[:20], MISSING_PART, id="the head of a PNG"),
        pytest.param(JPEG[:20], "is damaged: its size cannot be read", id="the head of a JPEG"),
        pytest.param(PNG.replace(b"IDAT", b"IDAT!", 1), MISSING_PART, id="a PNG with a wrong checksum"),
        pytest.param(b"", "is no PNG, JPEG, WebP or GIF, whatever its name ends in", id="nothing"),
        pytest.param(
            b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
            "is no PNG, JPEG, WebP or GIF, whatever its name ends in",
            id="SVG named .png",
        ),
        pytest.param(
            written(motif(), "TIFF"), "is no PNG, JPEG, WebP or GIF, whatever its name ends in", id="TIFF named .png"
        ),
        pytest.param(
            b"GIF89a/*" + b"x" * 40 + b"*/=1;", "is damaged: its size cannot be read", id="script that begins as GIF"
        ),
        pytest.param(
            written(Image.new("1", (20000, 20000)), "PNG"),
            "has 20000 x 20000 pixels, more than 24 million",
            id="a bomb of 400 million pixels",
        ),
        pytest.param(
            written(Image.new("1", (8000, 8000)), "PNG"),
            "has 8000 x 8000 pixels, more than 24 million",
            id="a bomb that Qt alone would let through",
        ),
        pytest.param(b"\xff\xd8\xff" + bytes(12_000_000), "is larger than 12 MB", id="a file that is too heavy"),
    ],
)
def test_what_cannot_be_shown_is_named(prepared: Prepare, content: bytes, what: str) -> None:
    result = prepared(content)

    assert isinstance(result, Unusable)
    assert result.what == what


def test_a_picture_of_24_million_pixels_is_shown_smaller(prepared: Prepare) -> None:
    picture = usable(prepared(written(Image.new("1", (6000, 4000)), "PNG"))).picture

    assert (picture.width, picture.height) == (2000, 1333)


def test_a_16_bit_picture_is_shown(prepared: Prepare) -> None:
    assert opened(prepared(written(Image.new("I;16", (100, 80), 30000), "PNG"))).size == (100, 80)


def test_a_small_picture_is_not_blown_up(prepared: Prepare) -> None:
    assert opened(prepared(written(motif(30, 20), "PNG"))).size == (30, 20)


def test_a_box_limits_width_and_height(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(JPEG)

    picture = usable(prepare_picture(tmp_path / "a.jpg", widest=100, tallest=50)).picture

    assert (picture.width, picture.height) == (75, 50)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_camera_held_any_way_gives_an_upright_picture(prepared: Prepare, orientation: int) -> None:
    turned = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    image = motif().transpose(Image.Transpose(turned[orientation])) if orientation > 1 else motif()
    exif = Image.Exif()
    exif[0x112] = orientation

    result = opened(prepared(written(image, "JPEG", exif=exif, quality=95)))

    assert (result.size, is_red(result.getpixel((5, 5)))) == ((240, 160), True)


def test_a_turned_picture_is_fitted_as_it_is_seen(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x112] = 6
    (tmp_path / "a.jpg").write_bytes(written(motif(), "JPEG", exif=exif))

    picture = usable(prepare_picture(tmp_path / "a.jpg", widest=1000, tallest=120)).picture

    assert (picture.width, picture.height) == (80, 120)


def test_what_is_transparent_stays_so_in_a_png(prepared: Prepare) -> None:
    result = opened(prepared(written(Image.new("RGBA", (20, 20), (255, 0, 0, 100)), "PNG")))

    assert (result.format, result.getpixel((5, 5))) == ("PNG", (255, 0, 0, 100))


def test_an_alpha_channel_that_hides_nothing_is_dropped(prepared: Prepare) -> None:
    assert opened(prepared(written(Image.new("RGBA", (20, 20), (255, 0, 0, 255)), "PNG"))).format == "JPEG"


def test_place_and_author_of_a_photograph_do_not_travel(prepared: Prepare) -> None:
    exif = Image.Exif()
    exif[0x13B] = "SECRET AUTHOR"
    exif.get_ifd(0x8825)[1] = "N"

    result = usable(prepared(written(motif(), "JPEG", exif=exif, comment=b"SECRET COMMENT")))

    assert (b"SECRET" in result.content, b"Exif" in result.content) == (False, False)


def test_texts_in_a_png_do_not_travel(prepared: Prepare) -> None:
    notes = PngInfo()
    notes.add_text("Comment", "SECRET COMMENT")
    image = Image.new("RGBA", (20, 20), (255, 0, 0, 100))

    assert b"SECRET" not in usable(prepared(written(image, "PNG", pnginfo=notes))).content


def test_colours_of_another_profile_become_srgb(prepared: Prepare) -> None:
    display_p3 = bytes(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3).iccProfile().data())
    red_in_p3 = Image.new("RGB", (20, 20), (234, 51, 35))

    result = opened(prepared(written(red_in_p3, "PNG", icc_profile=display_p3)))

    assert ("icc_profile" in result.info, is_red(result.getpixel((5, 5)))) == (False, True)


def test_the_name_is_the_hash_of_the_content(prepared: Prepare) -> None:
    result = usable(prepared(PNG))

    assert result.picture.file == hashlib.sha256(result.content).hexdigest() + ".jpg"


def test_the_same_file_gives_the_same_bytes(prepared: Prepare) -> None:
    assert prepared(PNG) == prepared(PNG)


def test_a_large_transparent_picture_shrinks_until_it_is_light(prepared: Prepare) -> None:
    noise = Image.frombytes("RGBA", (1200, 1200), Random(1).randbytes(1200 * 1200 * 4))  # noqa: S311  # noise, no secret

    result = usable(prepared(written(noise, "PNG", compress_level=1)))

    assert len(result.content) <= 4_000_000


def test_the_description_is_cleaned(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)

    assert usable(prepare_picture(tmp_path / "a.png", alt="Hills\u202e at dusk")).picture.alt == "Hills at dusk"


def test_a_damaged_picture_leaves_the_standard_error_alone(
    prepared: Prepare, capfd: pytest.CaptureFixture[str]
) -> None:
    prepared(with_too_few_pixels(PNG))

    assert capfd.readouterr().err == ""


def test_the_content_of_a_file_gives_the_same_picture(prepared: Prepare) -> None:
    assert prepare_picture_of(JPEG) == prepared(JPEG)


def test_content_that_is_too_heavy_is_not_decoded() -> None:
    assert isinstance(prepare_picture_of(PNG + bytes(12_000_000)), Unusable)


@pytest.mark.parametrize(("passes", "is_shown"), [(60, True), (200_000, False)])
def test_a_jpeg_that_goes_over_its_pixels_for_minutes_is_not_decoded(*, passes: int, is_shown: bool) -> None:
    stream = io.BytesIO()
    Image.new("RGB", (400, 300)).save(stream, "JPEG", progressive=True)
    last = stream.getvalue()[stream.getvalue().rindex(b"\xff\xda") : -2]

    result = prepare_picture_of(stream.getvalue()[:-2] + last * passes + b"\xff\xd9")

    assert isinstance(result, PreparedPicture) == is_shown


def test_no_content_is_no_picture() -> None:
    assert isinstance(prepare_picture_of(b""), Unusable)


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    assert prepare_picture(tmp_path) == Unusable("is not a file", "Give the name of a PNG, JPEG, WebP or GIF file")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    result = prepare_picture(tmp_path / "none.png")

    assert isinstance(result, Unusable)
    assert result.what == "does not exist"


def test_a_name_that_no_file_can_have_is_named(tmp_path: Path) -> None:
    result = prepare_picture(tmp_path / "a\0.png")

    assert isinstance(result, Unusable)
    assert result.what == "has a name that no file can have"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")

    assert isinstance(prepare_picture(tmp_path / "pipe.png"), Unusable)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([PNG, JPEG, GIF, WEBP]), st.integers(0, 10_000), st.binary(min_size=1, max_size=4))
def test_a_spoilt_file_gives_a_picture_or_a_reason(tmp_path: Path, content: bytes, place: int, noise: bytes) -> None:
    spoilt = bytearray(content)
    start = place % len(spoilt)
    spoilt[start : start + len(noise)] = noise
    (tmp_path / "a.png").write_bytes(spoilt)

    assert isinstance(prepare_picture(tmp_path / "a.png"), PreparedPicture | Unusable)
