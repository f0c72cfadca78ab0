"""Nobody gets out: thousands of chords, clicks and gestures against the real kiosk on a real X server.

In the session of a kiosk nothing at all may change. In Debian's stock session only what the program does is judged:
its window manager may do with windows what it likes, and the battery brings the window back.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.reliability.escape import Battery, open_battery
from tests.reliability.escape_acts import (
    all_chords,
    chord,
    clicks,
    fifth_of_chords,
    flood,
    known_chords,
    long_gestures,
    quick_gestures,
)
from tests.reliability.escape_prisoners import Kiosk, Naive
from tests.reliability.escape_session import Kind, open_session

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(3600)]

SESSIONS: tuple[Kind, ...] = ("kiosk", "stock")
OpenBattery: TypeAlias = Callable[[type[Kiosk | Naive], Kind], Battery]


@pytest.fixture
def against(tmp_path: Path) -> Iterator[OpenBattery]:
    """Give a function that opens a battery against a prisoner in a session."""
    with ExitStack() as opened:

        def begin(prisoner: type[Kiosk | Naive], kind: Kind) -> Battery:
            session = opened.enter_context(open_session(tmp_path, kind))
            return opened.enter_context(open_battery(tmp_path / "watch", session, prisoner(session.lobby)))

        yield begin


@pytest.mark.parametrize("kind", SESSIONS)
def test_nobody_gets_out(against: OpenBattery, kind: Kind) -> None:
    battery = against(Kiosk, kind)

    battery.play(known_chords())
    battery.play(fifth_of_chords())
    battery.play(clicks(4, 4))
    battery.play(quick_gestures())

    assert battery.escapes == []


def test_nobody_gets_out_with_patience_or_a_device_that_types(against: OpenBattery) -> None:
    battery = against(Kiosk, "kiosk")

    battery.play(long_gestures())

    assert battery.escapes == []
    assert battery.found_after((flood(20_000),)) == []


@pytest.mark.deep
@pytest.mark.parametrize("kind", SESSIONS)
def test_nobody_gets_out_by_anything(against: OpenBattery, kind: Kind) -> None:
    battery = against(Kiosk, kind)

    battery.play(known_chords())
    battery.play(all_chords())
    battery.play(clicks(8, 6))
    battery.play(quick_gestures())
    battery.play(long_gestures())
    battery.play((flood(20_000),))

    assert battery.escapes == []


@pytest.mark.parametrize("kind", SESSIONS)
def test_out_of_a_naive_window_anybody_gets(against: OpenBattery, kind: Kind) -> None:
    battery = against(Naive, kind)

    for act in quick_gestures():
        battery.play((act,), enough=5)

    assert len({escape.act for escape in battery.escapes}) == 5


def test_the_act_is_found_among_many_that_do_nothing(against: OpenBattery) -> None:
    battery = against(Naive, "kiosk")

    battery.play(tuple(chord((), key) for key in (*"abc", "Menu", *"defg")))

    assert [escape.act for escape in battery.escapes] == ["Menu"]


@pytest.mark.deep
@pytest.mark.parametrize("kind", SESSIONS)
def test_out_of_a_naive_window_there_are_many_ways(against: OpenBattery, kind: Kind) -> None:
    battery = against(Naive, kind)

    battery.play((*known_chords(), *quick_gestures()))

    assert len({escape.act for escape in battery.escapes}) >= 10
