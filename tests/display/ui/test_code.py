"""Every code on the screen, read back from the screen's own pixels and held against what it shall say."""

from collections.abc import Callable
from sys import byteorder

import pytest
import zxingcpp
from msgspec.structs import replace
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QScrollArea

from kiosk.display.page.sheet import sheet_keys
from kiosk.display.page.speech import Speech
from kiosk.display.ui.code import DARK, LIGHT, QUIET_MODULES, paint_code
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition import links
from kiosk.edition.model import Address, Edition, Mail, Phone, QrCode, Social, Takeaway
from kiosk.edition.vcard import Card, vcard
from kiosk.prepare.qr import takeaway

LANDSCAPE, UPRIGHT, SMALL = (1920, 1080), (1080, 1920), (1024, 600)
QR_CODES = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
AWKWARD = "Çafé Müller, Šiška; straße\\ŋ\nsecond line 🌍"


@pytest.fixture(scope="module")
def office(make_edition: Callable[..., Edition]) -> Edition:
    """Give the office with an awkward name on its card and an awkward mailbox."""
    full = make_edition()
    card = takeaway(
        vcard(Card(AWKWARD, ("+263775679494",), ("grüße@haigpark.example",), ("Ünit 5; é, Harare",), brief=True))
    )
    mail = Mail("", "grüße@haigpark.example", takeaway(links.mailto("grüße@haigpark.example")))
    return make_edition(contact=replace(full.contact, card=card, mails=(*full.contact.mails, mail)))


@pytest.mark.parametrize("size", [LANDSCAPE, UPRIGHT, SMALL], ids=["landscape", "upright", "small"])
@pytest.mark.parametrize(
    "theme_and_ratio",
    [("light", 1.0), ("light", 2.0), ("dark", 1.0), ("dark", 2.0), ("contrast", 1.0)],
    ids=lambda pair: f"{pair[0]} at {pair[1]}",
)
def test_every_code_on_screen_is_read_back_byte_for_byte(
    office: Edition,
    show_page: Callable[..., KioskWindow],
    pixels: Callable[..., QImage],
    size: tuple[int, int],
    theme_and_ratio: tuple[str, float],
) -> None:
    theme, ratio = theme_and_ratio
    window = show_page(office, size, theme=theme)
    _scroll_to_card(window)
    faults = {"main": code_faults(pixels(window, ratio), office.contact.card)}

    for key, meant in _takeaways(office).items():
        show_page(office, size, Choices(sheet=key), theme=theme)
        faults[key] = code_faults(pixels(window, ratio), meant)

    assert {key: fault for key, fault in faults.items() if fault} == {}


def test_no_sheet_is_left_out(office: Edition, speech: Speech) -> None:
    assert set(_takeaways(office)) == set(sheet_keys(office, Choices(), speech))


@pytest.mark.parametrize("ratio", [1.25, 1.5, 3.0])
def test_a_module_has_whole_pixels_where_the_screen_has_a_fraction(
    office: Edition, show_page: Callable[..., KioskWindow], pixels: Callable[..., QImage], ratio: float
) -> None:
    window = show_page(office, LANDSCAPE)
    _scroll_to_card(window)

    assert code_faults(pixels(window, ratio), office.contact.card) == []


def test_the_card_of_a_language_that_runs_from_right_to_left_is_not_mirrored(
    office: Edition,
    show_page: Callable[..., KioskWindow],
    pixels: Callable[..., QImage],
    long_speech: Callable[..., Speech],
) -> None:
    window = show_page(office, LANDSCAPE, spoken=long_speech(right_to_left=True))
    _scroll_to_card(window)

    assert code_faults(pixels(window), office.contact.card) == []


def _paint_well(painter: QPainter, code: QrCode) -> None:
    paint_code(painter, code, QRect(20, 20, 500, 500))


def _paint_at_a_fraction(painter: QPainter, code: QrCode) -> None:
    painter.scale(0.83, 0.83)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(0, 0, _drawn(code))


def _paint_without_quiet_zone(painter: QPainter, code: QrCode) -> None:
    _paint_well(painter, code)
    side = (code.size + 2 * QUIET_MODULES) * (500 // (code.size + 2 * QUIET_MODULES))
    painter.fillRect(20, 20, 20 + (500 - side) // 2, 500, Qt.GlobalColor.darkGreen)


def _paint_light_on_dark(painter: QPainter, code: QrCode) -> None:
    image = _drawn(code)
    image.invertPixels()
    painter.drawImage(0, 0, image)


def _paint_another(painter: QPainter, _code: QrCode) -> None:
    _paint_well(painter, takeaway(links.tel("+263775679495")).code)


def _drawn(code: QrCode) -> QImage:
    image = QImage(540, 540, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    _paint_well(painter, code)
    painter.end()
    return image


@pytest.mark.parametrize(
    ("paint", "fault"),
    [
        pytest.param(_paint_at_a_fraction, "its modules", id="at a fraction"),
        pytest.param(_paint_without_quiet_zone, "its modules", id="without its quiet zone"),
        pytest.param(_paint_light_on_dark, "the screen says []", id="light on dark"),
        pytest.param(_paint_another, "the screen says [b'tel:", id="another number"),
    ],
)
def test_the_checker_sees_a_bad_code(paint: Callable[[QPainter, QrCode], None], fault: str) -> None:
    meant = takeaway(links.tel("+263775679494"))
    image = QImage(540, 540, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter, meant.code)
    painter.end()

    assert any(found.startswith(fault) for found in code_faults(image, meant))


def code_faults(image: QImage, meant: Takeaway) -> list[str]:
    """Read the codes of a picture, and tell what is wrong with the one that is meant and with how it is painted."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    found = zxingcpp.read_barcodes(grey, formats=QR_CODES, try_rotate=False, try_downscale=False, try_invert=False)
    said = [code.bytes for code in found]
    if meant.payload.encode() not in said:
        return [f"the screen says {said}"]
    modules = {round((code.position.top_right.x - code.position.top_left.x) / meant.code.size) for code in found}
    whole = any(_is_painted_whole(image, meant.code, module) for module in modules)
    return [] if whole else ["its modules are not whole"]


def _is_painted_whole(image: QImage, code: QrCode, module: int) -> bool:
    """Find the code with its quiet zone, every module a square of so many pixels, dark on light."""
    wanted, quiet = _expected_lines(code, module), QUIET_MODULES * module
    bits, step = bytes(image.constBits()), image.bytesPerLine()
    lines = [bits[y * step : (y + 1) * step] for y in range(image.height())]
    for y, line in enumerate(lines):
        x = line.find(wanted[quiet])
        if x >= 0:
            found = [line[x : x + len(wanted[0])] for line in lines[y - quiet : y - quiet + len(wanted)]]
            return found == wanted
    return False


def _expected_lines(code: QrCode, module: int) -> list[bytes]:
    light, dark = (colour.rgb().to_bytes(4, byteorder) for colour in (LIGHT, DARK))
    quiet = light * (QUIET_MODULES * module)
    margin = [light * ((code.size + 2 * QUIET_MODULES) * module)] * (QUIET_MODULES * module)
    symbol = list[bytes]()
    for row in code.rows:
        bits = f"{int(row, 16):0{code.size}b}"
        symbol += [quiet + b"".join((dark if bit == "1" else light) * module for bit in bits) + quiet] * module
    return [*margin, *symbol, *margin]


def _takeaways(office: Edition) -> dict[str, Takeaway]:
    """Give what each sheet of the office shall say, by the sheet's key."""
    contact, article = office.contact, office.articles[0]
    assert article.source
    kinds: tuple[tuple[str, tuple[Phone | Mail | Address | Social, ...]], ...] = (
        ("phone", contact.phones),
        ("mail", contact.mails),
        ("address", contact.addresses),
        ("social", contact.socials),
    )
    ways = {f"{kind}:{place}": way.link for kind, ways in kinds for place, way in enumerate(ways)}
    links_in_text = {f"link:{place}": link for place, link in enumerate(article.links)}
    return {"vcard": contact.card, **ways, **links_in_text, "source": article.source}


def _scroll_to_card(window: KioskWindow) -> None:
    scroller = window.panel.findChild(QScrollArea)
    assert isinstance(scroller, QScrollArea)
    scroller.verticalScrollBar().setValue(scroller.verticalScrollBar().maximum())
