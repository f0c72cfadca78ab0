"""A13: under the display lies a card with the last good picture, so that no death of the display uncovers anything else."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from kiosk.display.picturing import REST_MS
from kiosk.paths import picture_in
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.restart import DEATHS_TO_SAFETY
from tests.reliability.cage_session import Cage, open_cage, why_not
from tests.reliability.escape_close import ask_to_close
from tests.reliability.escape_session import end_window_manager, open_session, wait_until_idle
from tests.reliability.lobby import Lobby, cards_of, display_of, displays_of, is_blank, is_gone, open_lobby, until

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(900)]

QUICK = Intervals(well=0.5, trial=0.5)
SLOW_TO_RETURN = Intervals(trial=0.5)
"""The second death in a row leaves the card alone for a second."""

LOOK_SECONDS = 0.02
BACK_WITHIN_SECONDS = 1.0
GONE_WITHIN_SECONDS = 2.0
MOST_OF_ANOTHER = 0.1
"""Of the screen, what may differ between two frames of the same page: its clock, and where it has drifted to."""

COVERED_FOR_SECONDS = 0.5
ROW = (1500, 400)
"""A place at which a touch opens a code."""

needs_cage = pytest.mark.skipif(bool(why_not()), reason=why_not())


@pytest.fixture
def lobby(tmp_path: Path) -> Iterator[Lobby]:
    with open_lobby(tmp_path) as lobby:
        lobby.keep_still()
        yield lobby


@pytest.fixture
def cage(tmp_path: Path) -> Iterator[Cage]:
    with open_cage(tmp_path) as opened:
        until(opened.shows_content)
        until(lambda: bool(part_of(opened, "card")))
        wait_until_idle(*part_of(opened, "card"))
        yield opened


def start(lobby: Lobby, intervals: Intervals = QUICK) -> psutil.Popen:
    """Start a kiosk, and wait until the card lies under its display with the picture of what is on the screen."""
    kiosk = lobby.start(intervals)
    until(lambda: lies_under(lobby, kiosk))
    until(lambda: lobby.status().health == "shown")
    return kiosk


def lies_under(lobby: Lobby, kiosk: psutil.Popen) -> bool:
    cards = cards_of(kiosk)
    return bool(cards) and stack(lobby) == [process.pid for process in (*cards, *displays_of(kiosk))]


def stack(lobby: Lobby) -> list[int]:
    """Give whose windows there are, from below."""
    words = ask(lobby, "xprop", "-root", "_NET_CLIENT_LIST_STACKING").partition("#")[2].split(",")
    return [int(ask(lobby, "xdotool", "getwindowpid", word.strip()) or 0) for word in words if word.strip()]


def ask(lobby: Lobby, *command: str) -> str:
    return subprocess.run(command, env=lobby.environment, check=False, capture_output=True, text=True).stdout


def uncovered(lobby: Lobby, before: list[int], seconds: float = BACK_WITHIN_SECONDS) -> tuple[int, int]:
    """Look on for so long; give how often, and how often there was something else than before."""
    end, looks, others = time.monotonic() + seconds, 0, 0
    while time.monotonic() < end:
        looks += 1
        others += is_another(before, lobby.framebuffer.sample())
        time.sleep(LOOK_SECONDS)
    return looks, others


def is_another(before: list[int], now: list[int]) -> bool:
    return sum(a != b for a, b in zip(before, now, strict=True)) > MOST_OF_ANOTHER * len(before)


def kill_display(lobby: Lobby, kiosk: psutil.Popen) -> tuple[int, int]:
    """Kill it, and look on until the next has come."""
    before, display = lobby.framebuffer.sample(), display_of(kiosk)
    display.kill()
    seen = uncovered(lobby, before)
    until(lambda: bool(displays_of(kiosk)) and lobby.status().display_pid not in {None, display.pid})
    until(lambda: lobby.status().health == "shown" and lobby.status().deaths == 0)
    return seen


@pytest.mark.parametrize("times", [3, pytest.param(50, marks=pytest.mark.deep)])
def test_no_death_uncovers_anything_but_the_picture(lobby: Lobby, times: int) -> None:
    kiosk = start(lobby)
    (card,) = cards_of(kiosk)

    seen = [kill_display(lobby, kiosk) for _ in range(times)]

    assert min(looks for looks, _ in seen) >= 20 * BACK_WITHIN_SECONDS
    assert [others for _, others in seen] == [0] * times
    assert cards_of(kiosk) == [card]
    assert lies_under(lobby, kiosk)


def test_without_a_card_a_death_uncovers_the_desktop(lobby: Lobby) -> None:
    """The positive control."""
    kiosk = lobby.start(QUICK, "--bare")
    until(lambda: lobby.status().health == "shown")

    looks, others = kill_display(lobby, kiosk)

    assert looks > others > 0


@pytest.mark.deep
def test_while_it_is_all_there_is_it_takes_nothing_and_goes_for_nobody(lobby: Lobby) -> None:
    kiosk = start(lobby, SLOW_TO_RETURN)
    (card,) = cards_of(kiosk)
    (window,) = ask(lobby, "xdotool", "search", "--all", "--pid", str(card.pid), "--onlyvisible").split()
    display_of(kiosk).kill()
    until(lambda: lobby.status().deaths == 1 and lobby.status().health == "shown")
    before = lobby.framebuffer.sample()

    display_of(kiosk).kill()
    until(lambda: displays_of(kiosk) == [])
    ask(lobby, "xdotool", "mousemove", *map(str, ROW), "click", "1", "click", "3", "key", "alt+F4", "key", "Return")
    ask_to_close(lobby.environment["DISPLAY"], int(window))

    _, others = uncovered(lobby, before, 0.5)
    assert displays_of(kiosk) == []
    assert others == 0
    assert cards_of(kiosk) == [card]


@pytest.mark.deep
def test_after_its_own_death_it_lies_under_the_display_again(lobby: Lobby) -> None:
    kiosk = start(lobby)
    (card,) = cards_of(kiosk)
    before = lobby.framebuffer.sample()

    card.kill()
    _, others = uncovered(lobby, before)
    until(lambda: bool(cards_of(kiosk)) and lies_under(lobby, kiosk))

    assert cards_of(kiosk) != [card]
    assert others == 0
    assert lobby.status().deaths == 0


@pytest.mark.deep
def test_without_a_window_manager_it_comes_under_the_display_too(tmp_path: Path) -> None:
    """It comes without a picture here, so that it can be told from the content."""
    with open_session(tmp_path, "stock") as session:
        end_window_manager(session)
        session.lobby.keep_still()
        kiosk = session.lobby.start(QUICK)
        until(lambda: picture_in(session.lobby.state).exists() and bool(cards_of(kiosk)))
        wait_until_idle(*cards_of(kiosk))
        before = session.lobby.framebuffer.sample()
        picture_in(session.lobby.state).unlink()

        cards_of(kiosk)[0].kill()

        assert uncovered(session.lobby, before, 2.0)[1] == 0
        assert len(cards_of(kiosk)) == 1


@pytest.mark.parametrize("end", ["kill", pytest.param("terminate", marks=pytest.mark.deep)])
def test_it_goes_with_the_kiosk(lobby: Lobby, end: str) -> None:
    kiosk = start(lobby)
    (card,) = cards_of(kiosk)

    kiosk.terminate() if end == "terminate" else kiosk.kill()

    until(lambda: is_gone(card), GONE_WITHIN_SECONDS)
    until(lambda: is_blank(lobby.framebuffer), GONE_WITHIN_SECONDS)


@pytest.mark.deep
def test_a_kiosk_in_a_window_has_none(lobby: Lobby) -> None:
    kiosk = lobby.begin(Intervals(first_frame=0.1))
    until(lambda: bool(lobby.status().edition))
    time.sleep(2 * REST_MS / 1000)

    assert cards_of(kiosk) == []
    assert not picture_in(lobby.state).exists()


def part_of(cage: Cage, part: str) -> list[psutil.Process]:
    return [process for process in cage.processes if process.cmdline()[-1:] == [part]]


def covered_seconds(cage: Cage, seconds: float) -> float:
    """Look on for so long, and give for how long together the content was not to be seen."""
    end, covered = time.monotonic() + seconds, 0.0
    while (began := time.monotonic()) < end:
        if not cage.shows_content():
            time.sleep(0.002)
            covered += time.monotonic() - began
    return covered


@needs_cage
def test_under_cage_a_card_that_comes_covers_the_content_for_a_moment_only(cage: Cage) -> None:
    """It comes without a picture here, so that it can be told from the content."""
    lobby = cage.session.lobby
    until(picture_in(lobby.state).exists)
    (card,) = part_of(cage, "card")
    picture_in(lobby.state).unlink()

    card.kill()
    covered = covered_seconds(cage, 2.0)
    before = lobby.framebuffer.sample()
    cage.session.do("mousemove", *map(str, ROW), "click", "1")

    assert 0 < covered < COVERED_FOR_SECONDS
    until(lambda: is_another(before, lobby.framebuffer.sample()), 5)


@needs_cage
@pytest.mark.deep
def test_under_cage_no_death_uncovers_anything_but_the_picture(cage: Cage) -> None:
    lobby = cage.session.lobby
    until(picture_in(lobby.state).exists)
    for _ in range(DEATHS_TO_SAFETY - 1):
        until(lambda: lobby.status().health == "shown")
        (display,) = part_of(cage, "display")
        before = lobby.framebuffer.sample()

        display.kill()

        assert uncovered(lobby, before)[1] == 0
