"""QR codes: what goes in comes out again, byte for byte, and what phones cannot read is refused."""

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.edition import links
from kiosk.edition.model import QrCode
from kiosk.edition.vcard import Card, vcard
from kiosk.prepare import qr

QUIET_ZONE = 4
PIXELS = 4


@pytest.mark.parametrize("name", ["Haig Park", "Zürich; Café, Straße\\Ŋ", "two\nlines", "smile 😀", "शान्ति", "مكتب"])
def test_a_card_is_decoded_byte_for_byte(name: str) -> None:
    card = vcard(Card(name=name, phones=("+263775679494",)))

    assert _decoded(qr.takeaway(card).code) == card.text.encode()


@settings(max_examples=25, deadline=None)
@given(st.from_regex(r"[a-z0-9/?=&#.-]{0,150}", fullmatch=True))
def test_a_link_is_decoded_byte_for_byte(rest: str) -> None:
    link = links.web("https://haigpark.example/" + rest)
    assert isinstance(link, links.Link)

    assert _decoded(qr.takeaway(link).code) == link.uri.encode()


def test_a_takeaway_keeps_the_host_of_its_link() -> None:
    assert qr.takeaway(links.map_search("Harare")).host == "www.openstreetmap.org"


def test_the_largest_code_has_65_modules() -> None:
    assert qr.takeaway(vcard(Card(name="x" * 70))).code.size <= 65


def test_287_octets_fit_and_288_do_not() -> None:
    assert (qr.fits("x" * 287), qr.fits("x" * 288)) == (True, False)


def test_a_payload_that_no_phone_reads_is_refused() -> None:
    with pytest.raises(qr.TooLongError):
        qr.takeaway(links.map_search("x" * 400))


def test_a_payload_that_no_code_holds_is_refused() -> None:
    assert not qr.fits("x" * 5000)


def _decoded(code: QrCode) -> bytes:
    side = code.size + 2 * QUIET_ZONE
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(code.rows):
        for x, module in enumerate(f"{int(row, 16):0{code.size}b}"):
            if module == "1":
                image.putpixel((x + QUIET_ZONE, y + QUIET_ZONE), 0)
    (found,) = zxingcpp.read_barcodes(image.resize((side * PIXELS, side * PIXELS), Image.Resampling.NEAREST))
    return bytes(found.bytes)
