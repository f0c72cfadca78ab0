from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.display.state.clock import MinuteClock, ms_to_next_minute


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
