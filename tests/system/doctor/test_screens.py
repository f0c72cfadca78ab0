import pytest

from kiosk.system.doctor.edid import serial_of
from kiosk.system.doctor.screens import Screens, judged, screen_linux
from kiosk.system.doctor.screens_windows import screen_windows
from tests.system.doctor.fake_machine import FakeMachine, session, told

XRANDR = """\
Screen 0: minimum 320 x 200, current 1920 x 1080, maximum 16384 x 16384
HDMI-1 connected primary 1920x1080+0+0 (normal left inverted right x axis y axis) 531mm x 299mm
   1920x1080     60.00*+
DP-1 disconnected (normal left inverted right x axis y axis)
"""
DRM = {
    "/sys/class/drm/card0/dev": "226:0",
    "/sys/class/drm/card0-HDMI-A-1/status": "connected\n",
    "/sys/class/drm/card0-DP-1/status": "disconnected\n",
    "/sys/class/drm/version": "drm 1.1.0 20060810",
}
CAGE = session("cage", WAYLAND_DISPLAY="wayland-0")
OPENBOX = session("openbox", DISPLAY=":0")


def edid(number: int = 0, text: bytes = b"") -> bytes:
    """Make the first block of an EDID: a name in its third descriptor, in its fourth a serial number, if any."""
    block = bytearray(128)
    block[:8] = bytes.fromhex("00ffffffffffff00")
    block[0x0C:0x10] = number.to_bytes(4, "little")
    block[0x10] = 12  # the week in which it was made
    block[0x5A:0x6C] = b"\x00\x00\x00\xfc\x00DELL U2720Q\n "
    if text:
        block[0x6C:0x7E] = b"\x00\x00\x00\xff\x00" + text.ljust(13, b" ")
    return bytes(block)


@pytest.mark.parametrize(
    ("content", "serial"),
    [
        pytest.param(edid(), "", id="none"),
        pytest.param(edid(4711), "4711", id="a number"),
        pytest.param(edid(4711, b"ABC123\n"), "ABC123", id="a text goes before it"),
        pytest.param(edid(0, b"ABCDEFGHIJKLM"), "ABCDEFGHIJKLM", id="a text that fills its place"),
        pytest.param(b"", "", id="no EDID"),
        pytest.param(edid(4711)[:100], "", id="half an EDID"),
        pytest.param(b"\x01" + edid(4711)[1:], "", id="something else"),
    ],
)
def test_the_serial_number_is_the_one_that_qt_reads(content: bytes, serial: str) -> None:
    assert serial_of(content) == serial


BOTH = Screens(("HDMI-1", "DP-2"), ("ABC123",))


@pytest.mark.parametrize("wanted", ["primary", "HDMI-1", "DP-2", "ABC123"])
def test_a_screen_that_is_there_is_held(wanted: str) -> None:
    assert told(judged(wanted, BOTH)) == ("held", "It is there; connected: HDMI-1, DP-2.")


def test_so_is_a_number_that_is_there() -> None:
    assert told(judged("1", BOTH)) == ("held", "Number 1 is there; connected: HDMI-1, DP-2.")


@pytest.mark.parametrize("wanted", ["2", "eDP-1", "hdmi-1"])
def test_one_that_is_not_there_is_not_held(wanted: str) -> None:
    found = judged(wanted, BOTH)

    what = f'"{wanted}", which device.toml names, is not connected; there is: HDMI-1, DP-2. The kiosk takes the first.'
    assert told(found) == ("not held", what)
    assert found.cure == 'Plug the screen in and switch it on, or write in device.toml: screen = "HDMI-1"'


def test_no_screen_at_all_is_not_held() -> None:
    assert told(judged("primary", Screens(()))) == ("not held", "No screen is connected.")


@pytest.mark.parametrize(
    ("wanted", "verdict"), [("HDMI-A-1", "held"), ("ABC123", "held"), ("HDMI-1", "not held"), ("DP-1", "not held")]
)
def test_a_compositor_has_the_names_of_the_kernel(wanted: str, verdict: str) -> None:
    machine = FakeMachine(files=DRM, blobs={"/sys/class/drm/card0-HDMI-A-1/edid": edid(0, b"ABC123")})

    assert screen_linux(machine, CAGE, wanted).verdict == verdict


@pytest.mark.parametrize(
    ("wanted", "verdict"), [("HDMI-1", "held"), ("ABC123", "held"), ("HDMI-A-1", "not held"), ("DP-1", "not held")]
)
def test_an_x_server_has_names_of_its_own(wanted: str, verdict: str) -> None:
    machine = FakeMachine(
        files=DRM,
        blobs={"/sys/class/drm/card0-HDMI-A-1/edid": edid(0, b"ABC123")},
        programs={"xrandr --query": XRANDR},
    )

    assert screen_linux(machine, OPENBOX, wanted).verdict == verdict


def test_without_xrandr_the_names_of_the_kernel_must_do() -> None:
    assert screen_linux(FakeMachine(files=DRM), OPENBOX, "HDMI-A-1").verdict == "held"


def test_where_the_kernel_tells_nothing_nothing_is_known() -> None:
    assert told(screen_linux(FakeMachine(), CAGE, "primary")) == (
        "unknown", "The computer did not tell which screens are connected.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "count", "verdict", "what"),
    [
        ("primary", 0, "not held", "No screen is connected."),
        ("primary", 1, "held", "It is there; 1 is connected."),
        ("1", 2, "held", "It is there; 2 are connected."),
        ("2", 2, "not held", "There is no screen number 2: 2 are connected, and the first is number 0."),
        ("DELL", 2, "unknown", 'Windows did not tell whether "DELL" is there; 2 are connected.'),
    ],
)
def test_windows_tells_how_many_there_are(wanted: str, count: int, verdict: str, what: str) -> None:
    assert told(screen_windows(FakeMachine("win32", screens=count), wanted)) == (verdict, what)
