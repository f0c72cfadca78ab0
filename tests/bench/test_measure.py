from tests.bench.measure import idle_readings
from tests.bench.processes import Use
from tests.bench.readings import IDLE, WAKE_UPS, WAKE_UPS_ROOT, Reading

ROOT, CHILD = 10, 11
BEFORE = {ROOT: Use(1.0, 100), CHILD: Use(2.0, 200)}


def test_idle_use_is_the_difference_summed_over_all_processes() -> None:
    after = {ROOT: Use(1.5, 104), CHILD: Use(2.25, 207)}

    assert idle_readings("kiosk", ROOT, BEFORE, after) == [
        Reading("kiosk", IDLE, 0.75),
        Reading("kiosk", WAKE_UPS, 11),
        Reading("kiosk", WAKE_UPS_ROOT, 4),
    ]


def test_a_process_that_began_meanwhile_counts_whole() -> None:
    after = {**BEFORE, 12: Use(0.5, 9)}

    assert [reading.value for reading in idle_readings("kiosk", ROOT, BEFORE, after)] == [0.5, 9, 0]


def test_a_process_that_ended_meanwhile_takes_nothing_away() -> None:
    after = {ROOT: Use(1.25, 101)}

    assert [reading.value for reading in idle_readings("kiosk", ROOT, BEFORE, after)] == [0.25, 1, 1]
