"""Pictures that ask for more memory or time than they weigh, are broken, or are two kinds of file at once."""

import gzip
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

from PIL import Image

from tests.hostile.case import HTML, MARKER, Case, later, sends
from tests.hostile.honest import page_with
from tests.prepare.gathering.paper import jpeg
from tests.prepare.network.nasty import Speak

_PNG = b"\x89PNG\r\n\x1a\n"
_LAUGHS = "".join(f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * 10}</g>' for n in range(1, 8))


def png(width: int, height: int, depth: int = 8, colour: int = 2, *extra: bytes, pixels: bytes = b"") -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return _PNG + chunk(b"IHDR", header) + b"".join(extra) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _saved(kind: str, mode: str = "RGB", size: tuple[int, int] = (400, 300), **wishes: object) -> bytes:
    stream = BytesIO()
    Image.new(mode, size).save(stream, kind, **wishes)
    return stream.getvalue()


def _frames(kind: str, count: int) -> bytes:
    first, *rest = (Image.new("P", (64, 64), number % 200) for number in range(count))
    stream = BytesIO()
    first.save(stream, kind, save_all=True, append_images=rest, duration=1)
    return stream.getvalue()


def _grey(width: int, height: int, *extra: bytes) -> bytes:
    return png(width, height, 8, 0, *extra, pixels=bytes((width + 1) * height))


def _scans(count: int) -> bytes:
    """Give a progressive JPEG that repeats its last scan: each costs a pass over all of its pixels."""
    stream = BytesIO()
    Image.new("RGB", (3000, 3000), "red").save(stream, "JPEG", progressive=True)
    whole = stream.getvalue()
    last = whole.rindex(b"\xff\xda")
    return whole[:-2] + whole[last:-2] * count + b"\xff\xd9"


def _sized(picture: bytes, width: int, height: int) -> bytes:
    """Let a JPEG say that it is of another size."""
    at = max(picture.find(b"\xff\xc0"), picture.find(b"\xff\xc2")) + 5
    return picture[:at] + struct.pack(">HH", height, width) + picture[at + 4 :]


_NOTES = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(50_000_000)))
_PROFILE = chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(20_000_000)))
_PICTURES: dict[str, Callable[[], bytes]] = {
    "65535 x 65535": lambda: png(65535, 65535, 1, 0, pixels=bytes(100)),
    "8000 x 8000 in one bit": lambda: png(8000, 8000, 1, 0, pixels=bytes(1001 * 8000)),
    "5000 x 4800": lambda: _grey(5000, 4800),
    "5000 x 4800 in 16 bits": lambda: png(5000, 4800, 16, 6, pixels=bytes(40_001 * 4800)),
    "interlaced": lambda: png(4000, 4000, 8, 2, pixels=bytes(100)).replace(b"\0\0\0\0\x08\x02\0\0\0", b"\0\0\0\0\x08\x02\0\0\1"),
    "one column": lambda: png(1, 2_000_000, 8, 0, pixels=bytes(4_000_000)),
    "one row": lambda: png(2_000_000, 1, 8, 0, pixels=bytes(2_000_001)),
    "no pixels": lambda: png(0, 0),
    "negative": lambda: png(0x80000000, 400),
    "a wrong sum": lambda: _grey(400, 300)[:-6] + bytes(6),
    "a note of 50 megabytes": lambda: _grey(400, 300, _NOTES),
    "a profile of 20 megabytes": lambda: _grey(400, 300, _PROFILE),
    "ten thousand notes": lambda: _grey(400, 300, chunk(b"tEXt", b"a\0b") * 10_000),
    "a chunk of four gigabytes": lambda: _PNG + b"\xff\xff\xff\xffIDAT" + bytes(1000),
    "a palette that lacks colours": lambda: png(400, 300, 8, 3, chunk(b"PLTE", b"abc"), pixels=b"\0" + b"\xff" * 400),
    "moving PNG": lambda: _grey(400, 300, chunk(b"acTL", struct.pack(">II", 0xFFFFFFFF, 0))),
    "a page behind a PNG": lambda: _grey(400, 300) + b"<script>alert(1)</script>",
    "a ZIP behind a JPEG": lambda: jpeg("red") + b"PK\x03\x04" + bytes(400),
    "a program in a GIF": lambda: b"GIF89a/*" + _saved("GIF")[8:] + b"*/=1;alert(1);",
    "half of a JPEG": lambda: jpeg("red", (1600, 900))[: len(jpeg("red", (1600, 900))) // 2],
    "a JPEG of 65500 x 65500": lambda: _sized(jpeg("red"), 65500, 65500),
    "a JPEG of 4900 x 4800": lambda: _sized(jpeg("red"), 4900, 4800),
    "a JPEG without rows": lambda: _sized(jpeg("red"), 400, 0),
    "four colours of print": lambda: _saved("JPEG", "CMYK"),
    "16 bits": lambda: png(400, 300, 16, 2, pixels=bytes(2401 * 300)),
    "a JPEG in many passes": lambda: _scans(30),
    "a JPEG in very many passes": lambda: _scans(600),
    "a profile that is rubbish": lambda: _saved("JPEG", icc_profile=b"rubbish" * 9000),
    "turned notes": lambda: _saved("JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x12\x01\3\0\1\0\0\0\x09\0\0\0" * 900),
    "a thousand frames": lambda: _frames("GIF", 1000),
    "frames in WebP": lambda: _frames("WEBP", 60),
    "a GIF of 65535 x 65535": lambda: b"GIF89a\xff\xff\xff\xff" + _saved("GIF")[10:],
    "a GIF without an end": lambda: _saved("GIF")[:-1],
    "a WebP of 16383 x 16383": lambda: b"RIFF\x20\0\0\0WEBPVP8L\x14\0\0\0\x2f\xff\xff\xff\x0f" + bytes(20),
    "half of a WebP": lambda: _saved("WEBP", size=(900, 900))[:100],
    "vector": lambda: b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"/>',
    "vectors that grow": f'<svg xmlns="http://www.w3.org/2000/svg"><g id="g0"><rect/></g>{_LAUGHS}</svg>'.encode,
    "a vector that loads": f'<svg xmlns="http://www.w3.org/2000/svg"><image href="file://{MARKER}.png"/></svg>'.encode,
    "a packed vector": lambda: gzip.compress(b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "TIFF": lambda: _saved("TIFF"),
    "ICO": lambda: _saved("ICO"),
    "ICNS": lambda: _saved("ICNS", "RGBA", (128, 128)),
    "BMP": lambda: _saved("BMP"),
    "a BMP of a gigabyte": lambda: b"BM" + bytes(12) + struct.pack("<IiiHHI", 40, 30_000, 30_000, 1, 24, 0) + bytes(40),
    "TGA": lambda: _saved("TGA"),
    "PPM": lambda: b"P6 400 300 255\n" + bytes(360_000),
    "a PPM of a gigabyte": lambda: b"P6 30000 30000 255\n" + bytes(4000),
    "XPM": lambda: b'/* XPM */\nstatic char *a[] = {"400 300 1 1", "a c #000000"};',
    "XBM": lambda: b"#define a_width 400\n#define a_height 300\nstatic char a_bits[] = {0};",
    "WBMP": lambda: b"\0\0\x83\x10\x82\x2c" + bytes(15_000),
    "DDS": lambda: b"DDS " + bytes(400),
    "a tracker": lambda: _saved("GIF", size=(1, 1)),
    "thin": lambda: jpeg("red", (2000, 41)),
    "13 megabytes": lambda: jpeg("red") + bytes(13_000_000),
}  # fmt: skip


def cases() -> Iterator[Case]:
    for name, made in _PICTURES.items():
        figure = '<figure><img src="p.png" alt="Seen"><figcaption>Seen</figcaption></figure>'
        yield Case("pictures", name, {"": sends(page_with(figure)), "p.png": _picture(made)}, "article")
        head = '<meta property="og:image" content="p.jpg">'
        yield Case("pictures", f"{name}, lead", {"": sends(page_with(head=head)), "p.jpg": _picture(made)}, "article")
    packed = later(lambda: sends(gzip.compress(bytes(10_000_000)), "image/png", "Content-Encoding: gzip"))
    yield Case("pictures", "packed", {"": sends(page_with('<img src="p.png">'), HTML), "p.png": packed}, "article")


def _picture(made: Callable[[], bytes]) -> Speak:
    return later(lambda: sends(made(), "image/png"))


def honest_pictures() -> tuple[bytes, ...]:
    """Give small pictures of every kind that is shown."""
    grey = png(64, 64, 8, 0, pixels=bytes(65 * 64))
    jpegs = (jpeg("red", (64, 64)), _saved("JPEG", size=(64, 64), progressive=True), _saved("JPEG", "CMYK", (64, 64)))
    return (
        grey,
        *jpegs,
        _frames("GIF", 3),
        _saved("WEBP", size=(64, 64)),
        _saved("WEBP", "RGBA", (64, 64), lossless=True),
    )
