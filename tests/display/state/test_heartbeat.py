import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.display.state.heartbeat import LATE_SECONDS, PROBE_SECONDS, Heartbeat

BEAT_MS = 1


class FakeClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Listener(QObject):
    """Counts the beats and the probes."""

    def __init__(self, heart: Heartbeat) -> None:
        super().__init__()
        self.beats = 0
        self.probes = 0
        heart.beat.connect(self._count_beat)
        heart.probe_due.connect(self._count_probe)

    def _count_beat(self) -> None:
        self.beats += 1

    def _count_probe(self) -> None:
        self.probes += 1


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def heart(qapp: QObject, clock: FakeClock) -> Heartbeat:
    return Heartbeat(qapp, clock, BEAT_MS)


def beat_once(heart: Heartbeat, qtbot: QtBot) -> None:
    with qtbot.waitSignal(heart.beat):
        pass


def test_it_beats_again_and_again_once_it_is_started(heart: Heartbeat, qtbot: QtBot) -> None:
    listener = Listener(heart)

    heart.start()

    qtbot.waitUntil(lambda: listener.beats >= 3)


def test_in_a_hurry_it_beats_twice_as_often(qapp: QObject, clock: FakeClock, qtbot: QtBot) -> None:
    heart = Heartbeat(qapp, clock, beat_ms=1000)
    heart.start()

    heart.hurry(hurry=True)

    with qtbot.waitSignal(heart.beat, timeout=900):
        pass


def test_ages_are_counted_from_the_last_frame_and_the_last_touch(heart: Heartbeat, clock: FakeClock) -> None:
    clock.now = 103.0
    heart.note_frame()
    clock.now = 104.0
    heart.note_touch()
    clock.now = 110.0

    assert (heart.frame_age, heart.touch_age) == (7.0, 6.0)


def test_at_the_beginning_both_count_from_its_birth(heart: Heartbeat, clock: FakeClock) -> None:
    clock.now = 110.0

    assert (heart.frame_age, heart.touch_age) == (10.0, 10.0)


@pytest.mark.parametrize(
    ("frame_age", "probes"),
    [
        pytest.param(0.0, 0, id="a frame just now"),
        pytest.param(PROBE_SECONDS - 0.1, 0, id="a frame not long ago"),
        pytest.param(PROBE_SECONDS, 1, id="no frame for a while"),
    ],
)
def test_a_probe_is_due_when_nothing_was_painted_for_a_while(
    heart: Heartbeat, clock: FakeClock, qtbot: QtBot, frame_age: float, probes: int
) -> None:
    listener = Listener(heart)
    clock.now += frame_age

    heart.start()
    beat_once(heart, qtbot)

    assert listener.probes == probes


def test_a_frame_that_the_probe_brings_ends_it(heart: Heartbeat, clock: FakeClock, qtbot: QtBot) -> None:
    heart.probe_due.connect(heart.note_frame)
    listener = Listener(heart)
    clock.now += PROBE_SECONDS

    heart.start()
    qtbot.waitUntil(lambda: listener.beats >= 3)

    assert listener.probes == 1


def test_while_it_brings_none_it_stays_due(heart: Heartbeat, clock: FakeClock, qtbot: QtBot) -> None:
    listener = Listener(heart)
    clock.now += PROBE_SECONDS

    heart.start()
    qtbot.waitUntil(lambda: listener.beats >= 3)

    assert listener.probes == listener.beats


@pytest.mark.parametrize(
    ("seconds", "frame_age"),
    [
        pytest.param(LATE_SECONDS, LATE_SECONDS, id="a loop that was a little late had its time to paint"),
        pytest.param(30.0, 0.0, id="one that stood still had none"),
    ],
)
def test_the_time_that_the_loop_stood_still_is_no_age_of_the_frame(
    heart: Heartbeat, clock: FakeClock, qtbot: QtBot, seconds: float, frame_age: float
) -> None:
    heart.start()

    clock.now += seconds
    beat_once(heart, qtbot)

    assert heart.frame_age == pytest.approx(frame_age)


def test_time_before_the_start_does_not_count_as_standing_still(
    heart: Heartbeat, clock: FakeClock, qtbot: QtBot
) -> None:
    clock.now += 30.0

    heart.start()
    beat_once(heart, qtbot)

    assert heart.frame_age == 30.0
