"""What can be read off the pixels of a screen: codes, as a visitor's phone reads them."""

import zxingcpp
from PIL import Image

from tests.bench.framebuffer import Framebuffer


def image_of(framebuffer: Framebuffer) -> Image.Image:
    layout = framebuffer.layout
    size = (layout.width, layout.height)
    return Image.frombuffer("RGB", size, framebuffer.rows(), "raw", "BGRX", layout.stride, 1)


def codes_on(framebuffer: Framebuffer) -> tuple[str, ...]:
    """Give the texts of the QR codes that stand on the screen."""
    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    return tuple(code.text for code in zxingcpp.read_barcodes(image_of(framebuffer), formats=formats))


def is_finished(framebuffer: Framebuffer) -> bool:
    """Tell whether staff's content is there: the code that saves the contact can be read, which the holding card lacks."""
    return any(text.startswith("BEGIN:VCARD") for text in codes_on(framebuffer))
