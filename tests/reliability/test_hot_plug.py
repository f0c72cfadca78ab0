"""Screens come and go and change their size: the kiosk fills the one that device.toml names, or else the primary one.

Allowed: 2 s after each change. A window that is placed once is the control of the same oracle.
"""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

import pytest

from kiosk.paths import resources
from kiosk.prepare.starter import write_starter
from kiosk.supervise.intervals import Intervals
from tests.reliability.hot_plug import FULL_HD, HD, UPRIGHT, Computer, Place, open_computer
from tests.reliability.lobby import TREE, Lobby, display_of, is_blank, until, visitor_in

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(300)]

WANTED = "second"
WITHIN_SECONDS = 2.0
LOOKS = 16
PRIMARY: Place = (0, 0, *FULL_HD)
PATIENCE_SECONDS, OFF_FOR_SECONDS = 7.0, 9.0
"""A display that has nothing to paint paints a pixel every five seconds: less patience would find any one ill."""

WINDOW = Path(__file__).with_name("hot_plug_window.py")


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[Computer]:
    with open_computer(tmp_path) as computer:
        yield computer


@pytest.fixture
def lobby(computer: Computer, tmp_path: Path) -> Iterator[Lobby]:
    """Give a lobby whose device.toml names a screen that is not there."""
    staff, state = tmp_path / "staff", tmp_path / "state"
    write_starter(resources(), staff)
    settings = {"KIOSK_STATE": str(state), "PYTHONPATH": str(TREE), "TMPDIR": str(tmp_path)}
    lobby = Lobby(staff, state, {**computer.environment, **settings}, computer.view)
    name_screen(lobby, WANTED)
    yield lobby
    for kiosk in lobby.started:
        kiosk.terminate()
        kiosk.wait(10)


def another_resolution(computer: Computer) -> Iterator[Place]:
    computer.set_size(HD)
    yield 0, 0, *HD
    computer.set_size(FULL_HD)
    yield PRIMARY


def turned_upright(computer: Computer) -> Iterator[Place]:
    computer.set_size(UPRIGHT)
    yield 0, 0, *UPRIGHT
    computer.set_size(FULL_HD)
    yield PRIMARY


def off_and_on(computer: Computer) -> Iterator[Place]:
    computer.turn_off()
    computer.set_size(FULL_HD)
    yield PRIMARY


def the_wanted_screen_comes_and_goes(computer: Computer) -> Iterator[Place]:
    yield computer.plug_in(WANTED, FULL_HD)
    computer.pull_out(WANTED)
    yield PRIMARY


def the_wanted_screen_comes_upright_and_goes(computer: Computer) -> Iterator[Place]:
    yield computer.plug_in(WANTED, UPRIGHT)
    computer.pull_out(WANTED)
    yield PRIMARY


CYCLES = (
    another_resolution,
    the_wanted_screen_comes_and_goes,
    turned_upright,
    off_and_on,
    the_wanted_screen_comes_upright_and_goes,
)


def seconds_until_filled(computer: Computer, place: Place) -> float:
    """Wait until the window in front fills the place and has painted there, or raise AssertionError when that takes too long."""
    computer.view.place = place
    return until(lambda: computer.front_window() == place and not is_blank(computer.view), WITHIN_SECONDS)


def blanks_meanwhile(lobby: Lobby) -> list[tuple[float, float]]:
    """Let a visitor look for longer than the screens take to come to rest."""
    with visitor_in(lobby) as visitor:
        until(lambda: visitor.looks >= LOOKS)
    return visitor.blanks


def name_screen(lobby: Lobby, name: str) -> None:
    device = lobby.folder / "device.toml"
    device.write_text(re.sub(r"(?m)^screen = .*$", f'screen = "{name}"', device.read_text("utf-8")), "utf-8")


@pytest.mark.parametrize("cycles", [10, pytest.param(50, marks=[pytest.mark.deep, pytest.mark.timeout(900)])])
def test_the_kiosk_fills_a_live_screen_whatever_happens_to_the_screens(
    computer: Computer, lobby: Lobby, cycles: int
) -> None:
    kiosk = lobby.start()
    display = display_of(kiosk)
    seconds, blanks, strayed = [], [], []

    for change in islice(cycle(CYCLES), cycles):
        for place in change(computer):
            seconds.append(seconds_until_filled(computer, place))
            blanks += blanks_meanwhile(lobby)
            if computer.front_window() != place:
                strayed.append(change.__name__)

    print(f"\n{len(seconds)} changes, at most {max(seconds):.2f} s until the screen was filled")  # noqa: T201  # the figure
    assert blanks == []
    assert strayed == []
    assert display_of(kiosk) == display
    assert lobby.status().deaths == 0


def test_without_any_screen_the_display_lives_on_and_is_not_taken_for_ill(computer: Computer, lobby: Lobby) -> None:
    kiosk = lobby.start(Intervals(patience=PATIENCE_SECONDS))
    display = display_of(kiosk)
    began = time.monotonic()

    computer.turn_off()
    until(lambda: time.monotonic() - began >= OFF_FOR_SECONDS)
    computer.set_size(HD)

    seconds_until_filled(computer, (0, 0, *HD))
    assert display_of(kiosk) == display
    assert blanks_meanwhile(lobby) == []


def test_the_kiosk_starts_on_the_screen_of_its_name(computer: Computer, lobby: Lobby) -> None:
    computer.view.place = computer.plug_in(WANTED, FULL_HD)

    lobby.start()

    assert computer.front_window() == computer.view.place


def test_the_kiosk_moves_when_device_toml_names_another_screen(computer: Computer, lobby: Lobby) -> None:
    computer.view.place = computer.plug_in(WANTED, FULL_HD)
    lobby.start()

    name_screen(lobby, "primary")

    until(lambda: computer.front_window() == PRIMARY)


def test_a_window_that_was_minimised_comes_back(computer: Computer, lobby: Lobby) -> None:
    lobby.start()
    seconds_until_filled(computer, PRIMARY)

    computer.minimise_front_window()

    until(lambda: computer.front_window() is None, WITHIN_SECONDS)
    seconds_until_filled(computer, PRIMARY)


def test_a_window_that_is_placed_once_does_not_return_to_its_screen(computer: Computer) -> None:
    """The positive control: the same oracle, and a window as most programs make one."""
    second = computer.plug_in(WANTED, FULL_HD)
    with window_placed_once(computer, WANTED):
        until(lambda: computer.front_window() == second)
        computer.pull_out(WANTED)
        until(lambda: computer.front_window() == PRIMARY)

        computer.plug_in(WANTED, FULL_HD)

        with pytest.raises(AssertionError, match="did not come"):
            seconds_until_filled(computer, second)


@contextmanager
def window_placed_once(computer: Computer, name: str) -> Iterator[None]:
    with subprocess.Popen([sys.executable, str(WINDOW), name], env=computer.environment) as window:
        try:
            yield
        finally:
            window.terminate()
