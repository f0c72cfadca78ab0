import pytest

from kiosk.prepare.picture_format import picture_format

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(PNG + b"...", "png", id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0...", "jpeg", id="JPEG"),
        pytest.param(b"GIF89a...", "gif", id="GIF"),
        pytest.param(b"GIF87a...", "gif", id="old GIF"),
        pytest.param(b"RIFF\x10\0\0\0WEBPVP8 ", "webp", id="WebP"),
        pytest.param(b"RIFF\x10\0\0\0WAVEfmt ", None, id="a sound"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", None, id="SVG"),
        pytest.param(b"\x1f\x8b\x08...", None, id="SVGZ"),
        pytest.param(b"II*\0...", None, id="TIFF"),
        pytest.param(b"icns...", None, id="ICNS"),
        pytest.param(b"/* XPM */", None, id="XPM"),
        pytest.param(b"BM...", None, id="BMP"),
        pytest.param(b"\0\0\x01\0...", None, id="ICO"),
        pytest.param(b" " + PNG, None, id="PNG behind a space"),
        pytest.param(b"", None, id="nothing"),
    ],
)
def test_the_content_tells_the_format(content: bytes, kind: str | None) -> None:
    assert picture_format(content) == kind
