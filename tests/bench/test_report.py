import json

from tests.bench.readings import (
    FADE,
    FADE_P99,
    IDLE,
    MEMORY,
    SCROLL,
    START,
    WAKE_UPS,
    WAKE_UPS_ROOT,
    Quantity,
    Reading,
)
from tests.bench.report import as_json, table

READ: dict[Quantity, tuple[float, float, float, float]] = {
    START: (0.2, 0.4, 0.32, 1.6),
    MEMORY: (48.0, 90.0, 91.0, 388.0),
    IDLE: (0.002, 0.0123, 0.0125, 0.31),
    WAKE_UPS: (4, 44, 45, 900),
    WAKE_UPS_ROOT: (4, 21, 22, 200),
}
READINGS = tuple(
    Reading(subject, quantity, value)
    for quantity, values in READ.items()
    for subject, value in zip(("bare", "kiosk", "packaged", "chromium"), values, strict=True)
)
WHOLE = """\
                             bare PySide6 window               Kiosk     Kiosk, packaged            Chromium
first complete frame, s                    0.200               0.400               0.320               1.600
memory (PSS), MB                            48.0                90.0                91.0               388.0
processor in 20 idle s, s                 0.0020              0.0123              0.0125              0.3100
wake-ups in 20 idle s                          4                  44                  45                 900
of these the first process                     4                  21                  22                 200

start at most 1.75 x bare PySide6 window:            2.000 x  missed by 0.25
start packaged at most 1.5 x bare PySide6 window:    1.600 x  missed by 0.1
start packaged at most 1 x Kiosk:                    0.800 x  met
start at most 0.28 x Chromium:                       0.250 x  met
memory at most 95 MB:                                90.0 MB  met
memory at most 0.25 x Chromium:                      0.232 x  met
idle processor at most 0.1 x Chromium:               0.040 x  met
"""


def test_the_table_shows_the_medians_and_what_became_of_each_target() -> None:
    assert table(READINGS) == WHOLE


def test_a_subject_that_did_not_run_has_a_dash_and_no_target() -> None:
    without = [
        reading for reading in READINGS if reading.subject not in {"packaged", "chromium"} and reading.quantity == START
    ]

    lines = table(without).splitlines()

    assert lines[1].split() == ["first", "complete", "frame,", "s", "0.200", "0.400", "-", "-"]
    assert lines[2:] == ["", "start at most 1.75 x bare PySide6 window:            2.000 x  missed by 0.25"]


def test_the_json_holds_every_reading() -> None:
    told = json.loads(as_json(READINGS))

    assert told["readings"][1] == {"subject": "kiosk", "quantity": "start", "value": 0.4}
    assert len(told["readings"]) == len(READINGS)


def test_the_json_says_which_targets_are_met() -> None:
    told = json.loads(as_json(READINGS))

    assert [target["met"] for target in told["targets"]] == [False, False, True, True, True, True, True]


def test_what_moving_costs_is_told_in_milliseconds() -> None:
    told = table((Reading("kiosk", FADE, 1.25), Reading("kiosk", FADE_P99, 4.5), Reading("kiosk", SCROLL, 17.0)))

    assert told.splitlines()[1].split() == ["step", "of", "a", "fade,", "ms", "-", "1.25", "-", "-"]
    assert told.splitlines()[-2:] == [
        "step of a fade at most 16 ms:                         1.2 ms  met",
        "step of a flick at most 16 ms:                       17.0 ms  missed by 1",
    ]
