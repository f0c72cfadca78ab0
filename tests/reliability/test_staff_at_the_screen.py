"""Staff in front of the real program: by the hidden gesture and the PIN they get in over anything, and others never do."""

import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import psutil
import pytest

from kiosk.commands.exit_status import LEFT
from kiosk.paths import store_in
from kiosk.supervise.intervals import Intervals
from tests.reliability.lobby import Lobby, display_of, is_gone, open_lobby, until

pytestmark = pytest.mark.xvfb

PIN = "246813"
CORNERS = {"top left": (8, 8), "top right": (1911, 8), "bottom left": (8, 1071), "bottom right": (1911, 1071)}
MIDDLE = (960, 852)
"""A point of the pad and of the menu on which nothing stands."""

BESIDE = (100, 700)
"""A point beside them, which is dimmed while they are there."""

PANEL = (0x10, 0x32, 0x2D)
PAPER = (0xFB, 0xF9, 0xF4)
ROW_SEVEN = (960, 798)
"""Leave kiosk mode, as the menu has it on a screen of 1920 x 1080."""


@pytest.fixture
def lobby(tmp_path: Path) -> Iterator[Lobby]:
    with open_lobby(tmp_path) as lobby:
        yield lobby


@pytest.fixture
def kiosk(lobby: Lobby) -> psutil.Popen:
    """Give a kiosk that shows its page and whose staff have a PIN."""
    set_pin(lobby, PIN)
    return shown(lobby)


def set_pin(lobby: Lobby, pin: str) -> None:
    program = [sys.executable, "-m", "kiosk", "set-pin", "--config", str(lobby.contact)]
    subprocess.run(program, env=lobby.environment, input=f"{pin}\n", text=True, check=True, capture_output=True)


def shown(lobby: Lobby, intervals: Intervals = Intervals()) -> psutil.Popen:  # noqa: B008  # a frozen value
    kiosk = lobby.start(intervals)
    until(lambda: (lobby.state / "status.json").exists() and bool(lobby.status().edition))
    until((lobby.state / "access.json").exists)
    return kiosk


def xdotool(lobby: Lobby, *words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], env=lobby.environment, check=True, capture_output=True)


def touch(lobby: Lobby, place: tuple[int, int], times: int = 1) -> None:
    xdotool(lobby, "mousemove", *place, "click", "--repeat", times, "--delay", 80, 1)


def is_card_open(lobby: Lobby) -> bool:
    pixel = lobby.framebuffer.pixel
    return pixel(*MIDDLE) == PAPER and pixel(*BESIDE) not in {PAPER, PANEL}


def call(lobby: Lobby, calls_before: int = 0) -> None:
    touch(lobby, CORNERS["top left"], times=5)
    until(lambda: lobby.log().count("staff called") > calls_before)
    until(lambda: is_card_open(lobby))


def enter(lobby: Lobby, pin: str) -> None:
    xdotool(lobby, "key", "--delay", 30, *pin, "Return")


def get_in(lobby: Lobby, before: int = 0) -> None:
    call(lobby, before)
    enter(lobby, PIN)
    until(lambda: lobby.log().count("staff are in") > before)


def try_wrongly_five_times(lobby: Lobby) -> None:
    for _ in range(5):
        before = lobby.log().count("PIN was wrong")
        enter(lobby, "135790")
        until(partial(has_more, lobby, "PIN was wrong", before))


def has_more(lobby: Lobby, event: str, before: int) -> bool:
    return lobby.log().count(event) > before


def has_died(lobby: Lobby, times: int) -> bool:
    status = lobby.status()
    return status.deaths == times and status.health != "restarting"


@pytest.mark.parametrize("corner", CORNERS)
@pytest.mark.usefixtures("kiosk")
def test_any_corner_will_do(lobby: Lobby, corner: str) -> None:
    touch(lobby, CORNERS[corner], times=5)

    until(lambda: "staff called" in lobby.log())


def test_staff_leave_and_the_kiosk_says_so_by_its_exit_status(lobby: Lobby, kiosk: psutil.Popen) -> None:
    xdotool(lobby, "key", "ctrl+alt+shift+k")
    until(lambda: is_card_open(lobby))
    enter(lobby, PIN)
    until(lambda: "staff are in" in lobby.log())

    xdotool(lobby, "key", "--delay", 100, *["Tab"] * 6, "Return", "Return")

    assert kiosk.wait(10) == LEFT


def test_staff_leave_by_touch_alone(lobby: Lobby, kiosk: psutil.Popen) -> None:
    call(lobby)
    pad = {"1": (800, 432), "2": (960, 432), "3": (1120, 432), "4": (800, 530), "6": (1120, 530), "8": (960, 628)}
    for digit in PIN:
        touch(lobby, pad[digit])
    touch(lobby, (1120, 726))
    until(lambda: "staff are in" in lobby.log())
    time.sleep(0.5)  # for a person to find the row

    touch(lobby, ROW_SEVEN)
    time.sleep(0.3)  # two touches, not a double one
    touch(lobby, ROW_SEVEN)

    assert kiosk.wait(10) == LEFT


@pytest.mark.usefixtures("kiosk")
def test_the_pad_comes_over_an_open_sheet(lobby: Lobby) -> None:
    touch(lobby, (1500, 280))

    get_in(lobby)


def test_the_pad_comes_over_the_holding_card(lobby: Lobby) -> None:
    set_pin(lobby, PIN)
    lobby.contact.write_text("nothing that is right")
    lobby.begin(Intervals(), "--kiosk")
    until(lambda: lobby.framebuffer.pixel(*BESIDE) == PANEL)
    until((lobby.state / "access.json").exists)

    get_in(lobby)

    assert not list(store_in(lobby.state).glob("*/edition.json"))


def test_staff_get_in_while_the_screen_is_in_safe_mode(lobby: Lobby) -> None:
    set_pin(lobby, PIN)
    kiosk = shown(lobby)
    for deaths in range(1, 6):
        display_of(kiosk).kill()
        until(partial(has_died, lobby, deaths), 20)
    until(lambda: lobby.status().health == "safe mode")

    get_in(lobby)


def test_a_wrong_pin_lets_nobody_in_and_five_close_the_pad_for_a_while(lobby: Lobby, kiosk: psutil.Popen) -> None:
    call(lobby)
    try_wrongly_five_times(lobby)
    enter(lobby, PIN)
    time.sleep(1.0)  # in which nothing must happen

    assert "staff are in" not in lobby.log()
    assert kiosk.poll() is None


def test_a_kiosk_that_starts_anew_remembers_the_wrong_ones(lobby: Lobby, kiosk: psutil.Popen) -> None:
    call(lobby)
    try_wrongly_five_times(lobby)
    kiosk.kill()
    kiosk.wait()
    (lobby.state / "status.json").unlink()
    shown(lobby)

    call(lobby, lobby.log().count("staff called"))
    enter(lobby, PIN)
    time.sleep(1.0)  # as above

    assert "staff are in" not in lobby.log()


@pytest.mark.usefixtures("kiosk")
def test_a_new_pin_is_the_way_in_for_staff_who_are_locked_out(lobby: Lobby) -> None:
    call(lobby)
    try_wrongly_five_times(lobby)
    before = (lobby.state / "access.json").read_bytes()

    set_pin(lobby, "864209")
    until(lambda: (lobby.state / "access.json").read_bytes() != before)
    xdotool(lobby, "key", "Escape")
    call(lobby, 1)
    enter(lobby, "864209")

    until(lambda: "staff are in" in lobby.log())


@pytest.mark.usefixtures("kiosk")
def test_nobody_leaves_without_the_pin(lobby: Lobby) -> None:
    call(lobby)
    xdotool(lobby, "key", "--delay", 30, "Return", "Tab", "Return", "Escape")
    time.sleep(0.5)

    assert "staff are in" not in lobby.log()
    assert lobby.started[0].poll() is None


@pytest.mark.usefixtures("kiosk")
def test_digits_go_nowhere_while_the_pad_is_closed(lobby: Lobby) -> None:
    enter(lobby, PIN)
    call(lobby)
    xdotool(lobby, "key", "Return")
    time.sleep(0.5)

    assert "PIN was wrong" not in lobby.log()


def test_the_screen_starts_anew_and_something_is_seen_all_the_time(lobby: Lobby, kiosk: psutil.Popen) -> None:
    before = display_of(kiosk)
    get_in(lobby)

    xdotool(lobby, "key", "--delay", 100, *["Tab"] * 4, "Return")

    until(lambda: is_gone(before))
    until(lambda: lobby.status().health == "shown")
    assert lobby.status().deaths == 0


def test_the_screen_is_switched_off_is_no_fault_and_a_touch_brings_it_back(lobby: Lobby, kiosk: psutil.Popen) -> None:
    get_in(lobby)

    xdotool(lobby, "key", "--delay", 100, *["Tab"] * 5, "Return")
    until(lambda: set(lobby.framebuffer.sample()) <= {0, 0xFF000000})
    until(lambda: lobby.status().health == "switched off")
    dark = display_of(kiosk)
    time.sleep(8)  # longer than the display looks whether its picture is blank
    touch(lobby, (700, 500))
    until(lambda: lobby.status().health == "shown")

    assert display_of(kiosk).pid == dark.pid
    assert lobby.framebuffer.pixel(*BESIDE) == PAPER
    assert "display hangs" not in lobby.log()


@pytest.mark.usefixtures("kiosk")
def test_the_menu_closes_by_itself(lobby: Lobby) -> None:
    get_in(lobby)

    assert 15 <= until(lambda: not is_card_open(lobby), seconds=30) <= 26


@pytest.mark.usefixtures("kiosk")
def test_what_doctor_says_comes_to_the_screen(lobby: Lobby) -> None:
    get_in(lobby)

    xdotool(lobby, "key", "--delay", 100, *["Tab"] * 3, "Return")
    time.sleep(8)

    assert "kiosk doctor failed" not in lobby.log()
    assert '"wish": "doctor"' in lobby.log()
