from dataclasses import replace

import pytest

from kiosk.system.doctor.edid import millimetres_of
from kiosk.system.doctor.examine import examine
from kiosk.system.doctor.found import Found
from kiosk.system.doctor.screen_size import screen_size
from kiosk.system.doctor.subject import Subject
from tests.system.doctor.fake_machine import SUBJECT, FakeMachine

METRES_PER_MM = 0.006
"""A screen of 300 mm is read from 1.8 m."""

STATUS = {f"/sys/class/drm/card0-{name}/status": "connected\n" for name in ("HDMI-A-1", "DP-1")}


def edid(fine: tuple[int, int] = (0, 0), centimetres: tuple[int, int] = (0, 0), serial: int = 0) -> bytes:
    """Make the first block of an EDID: the size in centimetres, and in millimetres in its first detailed timing."""
    block = bytearray(128)
    block[:8] = bytes.fromhex("00ffffffffffff00")
    block[0x0C:0x10] = serial.to_bytes(4, "little")
    block[0x15:0x17] = bytes(centimetres)
    block[0x36:0x38] = b"\x02\x3a"
    block[0x42], block[0x43] = fine[0] & 0xFF, fine[1] & 0xFF
    block[0x44] = fine[0] >> 8 << 4 | fine[1] >> 8
    return bytes(block)


@pytest.mark.parametrize(
    ("content", "size"),
    [
        pytest.param(edid((527, 296), (53, 30)), (527, 296), id="to the millimetre"),
        pytest.param(edid((1210, 680)), (1210, 680), id="a television"),
        pytest.param(edid((0, 0), (53, 30)), (530, 300), id="to the centimetre"),
        pytest.param(edid((160, 90), (70, 39)), (700, 390), id="its shape in place of its millimetres"),
        pytest.param(edid((1600, 900), (160, 90)), (0, 0), id="its shape in both"),
        pytest.param(edid((0, 0), (79, 0)), (0, 0), id="its shape alone"),
        pytest.param(edid(), (0, 0), id="a projector"),
        pytest.param(b"", (0, 0), id="no EDID"),
        pytest.param(edid((527, 296))[:90], (0, 0), id="half an EDID"),
    ],
)
def test_a_screen_tells_its_size_in_its_edid(content: bytes, size: tuple[int, int]) -> None:
    assert millimetres_of(content) == size


def test_a_size_in_place_of_a_timing_is_not_taken_for_one() -> None:
    content = bytearray(edid((527, 296), (53, 30)))
    content[0x36:0x38] = b"\0\0"

    assert millimetres_of(bytes(content)) == (530, 300)


def test_without_a_distance_there_is_nothing_to_judge() -> None:
    assert [*screen_size(_machine((527, 300)), SUBJECT)] == []
    assert "screen-size" not in {found.key for found in examine(_machine((527, 300)), SUBJECT)}


def test_a_screen_that_is_read_from_there_is_held() -> None:
    found = _found(_machine((533, 300)), 1.5)

    assert (found.verdict, found.what) == (
        "held",
        "The contact details are read from 1.8 m, as far as contact.toml asks (1.5 m).",
    )


def test_a_screen_that_is_too_small_is_not() -> None:
    found = _found(_machine((533, 300)), 3)

    assert (found.verdict, found.what, found.cure) == (
        "not held",
        "The contact details are read from 1.8 m, not from the 3 m of contact.toml.",
        "Take a screen 1.7 times as large, or write in contact.toml a viewing_distance_m that it reaches",
    )


def test_a_screen_that_tells_nothing_is_unknown() -> None:
    found = _found(FakeMachine(files=STATUS), 3)

    assert (found.verdict, found.cure) == (
        "unknown",
        "Write its diagonal in inches into device.toml, such as: screen_inches = 43",
    )


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_what_staff_wrote_is_believed_on_every_system(system: str) -> None:
    subject = replace(_subject(1.5), screen_inches=24.0)
    machine = replace(_machine((100, 70)), system=system)

    (found,) = [found for found in examine(machine, subject) if found.key == "screen-size"]

    assert found.verdict == "held"


@pytest.mark.parametrize("wanted", ["DP-1", "4711"], ids=["by name", "by serial number"])
def test_of_several_screens_the_wanted_one_is_judged(wanted: str) -> None:
    blobs = {
        "/sys/class/drm/card0-HDMI-A-1/edid": edid((533, 300)),
        "/sys/class/drm/card0-DP-1/edid": edid((1210, 680), serial=4711),
    }
    subject = replace(_subject(3), screen=wanted)

    (found,) = screen_size(FakeMachine(files=STATUS, blobs=blobs), subject)

    assert found.verdict == "held"


def _machine(size: tuple[int, int]) -> FakeMachine:
    status = {"/sys/class/drm/card0-HDMI-A-1/status": "connected\n"}
    return FakeMachine(files=status, blobs={"/sys/class/drm/card0-HDMI-A-1/edid": edid(size)})


def _subject(distance_m: float) -> Subject:
    return replace(SUBJECT, viewing_distance_m=distance_m, metres_per_mm=METRES_PER_MM)


def _found(machine: FakeMachine, distance_m: float) -> Found:
    (found,) = screen_size(machine, _subject(distance_m))
    return found
