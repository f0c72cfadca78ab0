from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.display.state.clock import MinuteClock, ms_to_next, ms_to_next_minute


@pytest.mark.parametrize(
    ("second", "microsecond", "wait_ms"),
    [
        pytest.param(0, 0, 60_120, id="the full minute"),
        pytest.param(0, 119_000, 60_001, id="just after the full minute, as the timer comes"),
        pytest.param(30, 500_000, 29_620, id="half way"),
        pytest.param(59, 999_999, 121, id="just before the full minute"),
    ],
)
def test_the_wait_ends_a_little_past_the_minute(second: int, microsecond: int, wait_ms: int) -> None:
    now = datetime(2026, 11, 23, 12, 0, second, microsecond, tzinfo=UTC)

    assert ms_to_next_minute(now) == wait_ms


@pytest.mark.parametrize("second", range(0, 60, 7))
def test_every_wait_ends_in_the_next_minute(second: int) -> None:
    now = datetime(2026, 11, 23, 12, 0, second, tzinfo=UTC)

    assert (now + timedelta(milliseconds=ms_to_next_minute(now))).minute == 1


def test_the_time_comes_with_its_zone(qapp: QObject) -> None:
    assert MinuteClock(qapp).now().tzinfo is UTC


def test_the_clock_goes_on_minute_after_minute(qapp: QObject, qtbot: QtBot) -> None:
    clock = MinuteClock(qapp, now=lambda: datetime(2026, 11, 23, 12, 0, 59, 999_000, tzinfo=UTC))
    clock.start()

    with qtbot.waitSignals([clock.changed, clock.changed], order="strict"):
        pass


NOW = datetime(2026, 11, 23, 12, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "wait_ms"),
    [
        pytest.param(None, 30_120, id="nothing else"),
        pytest.param(-1, 30_120, id="passed already"),
        pytest.param(0, 30_120, id="this very moment"),
        pytest.param(7.25, 7_370, id="before the full minute"),
        pytest.param(30, 30_120, id="at the full minute"),
        pytest.param(31, 30_120, id="after the full minute"),
        pytest.param(40 * 24 * 3600, 30_120, id="in forty days"),
    ],
)
def test_the_wait_ends_early_for_a_moment_that_was_asked_for(seconds: float | None, wait_ms: int) -> None:
    moment = None if seconds is None else NOW + timedelta(seconds=seconds)

    assert ms_to_next(NOW, moment) == wait_ms


def test_a_moment_that_is_asked_for_while_it_waits_comes_in_time(qapp: QObject, qtbot: QtBot) -> None:
    clock = MinuteClock(qapp, now=lambda: NOW)
    clock.start()

    with qtbot.waitSignal(clock.changed, timeout=1000):
        clock.come_also_at(NOW + timedelta(milliseconds=50))


def test_a_moment_that_is_not_wanted_any_more_does_not_come(qapp: QObject, qtbot: QtBot) -> None:
    clock = MinuteClock(qapp, now=lambda: NOW)
    clock.start()
    clock.come_also_at(NOW + timedelta(milliseconds=50))

    with qtbot.assertNotEmitted(clock.changed, wait=400):
        clock.come_also_at(None)
