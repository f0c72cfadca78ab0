"""On Wayland, too: the kiosk in Cage fills the screen, keeps the visitor in, and leaves when the system says so."""

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from kiosk.supervise.status import Status, read_status
from tests.bench.screen import HEIGHT, WIDTH
from tests.reliability.cage_session import Cage, open_cage, open_headless_cage, why_not
from tests.reliability.escape_acts import Act, clicks, fifth_of_chords
from tests.reliability.escape_batches import BATCH, Pace, batches, words_for
from tests.reliability.escape_oracle import is_alike
from tests.reliability.escape_prisoners import CLOSE
from tests.reliability.lobby import is_gone, until

pytestmark = [pytest.mark.xvfb, pytest.mark.skipif(bool(why_not()), reason=why_not())]

ENDS_WITHIN_SECONDS = 3
KIOSK_DISPLAY_AND_CARD = 3
PAPER = (251, 249, 244)
SOME_ACTS: tuple[Act, ...] = (*fifth_of_chords()[::12], *clicks(1, 1))


@pytest.fixture
def cage(tmp_path: Path) -> Iterator[Cage]:
    with open_cage(tmp_path) as opened:
        until(opened.shows_content)
        yield opened


def test_the_kiosk_comes_up_on_wayland_and_fills_the_screen(cage: Cage) -> None:
    screen = cage.session.lobby.framebuffer

    (kiosk, display) = cage.processes[:2]
    corners = [screen.pixel(x, y) for x in (0, WIDTH - 1) for y in (0, HEIGHT - 1)]

    assert kiosk == cage.kiosk
    assert "libqwayland.so" in Path(f"/proc/{display.pid}/maps").read_text("utf-8")
    assert corners == [PAPER, PAPER, cage.colour, cage.colour]


def test_nobody_gets_out_of_cage(cage: Cage) -> None:
    until(lambda: len(cage.processes) == KIOSK_DISPLAY_AND_CARD)
    before, screen = cage.processes, cage.session.lobby.framebuffer
    picture, pace = screen.sample(), Pace()

    for batch in batches(SOME_ACTS, frozenset()):
        pace.keep(2 * BATCH)
        cage.session.do(*words_for(batch), *CLOSE)
        until(lambda: is_alike(picture, screen.sample()), 40)

    assert len(SOME_ACTS) >= 59
    assert cage.processes == before


def test_the_system_ends_the_kiosk_and_cage_with_it(cage: Cage) -> None:
    inside = cage.processes

    cage.kiosk.terminate()

    assert cage.process.wait(ENDS_WITHIN_SECONDS) == 0
    assert [process for process in inside if not is_gone(process)] == []


def test_on_no_real_output_the_kiosk_paints_and_leaves_as_well(tmp_path: Path) -> None:
    """Nothing can be driven there, for this Cage knows no virtual keyboard, but what it runs is the same."""
    with open_headless_cage(tmp_path) as cage:
        until(lambda: has_painted(status_in(tmp_path)))
        status = status_in(tmp_path)
        assert status is not None

        psutil.Process(status.pid).terminate()

        assert cage.wait(ENDS_WITHIN_SECONDS) == 0


def status_in(folder: Path) -> Status | None:
    return read_status((folder / "state",))


def has_painted(status: Status | None) -> bool:
    return status is not None and status.health == "shown" and bool(status.edition)
