from tests.bench.readings import MEMORY, START, Reading, medians, percentile


def test_the_median_is_taken_of_each_quantity_of_each_subject() -> None:
    starts = [Reading("kiosk", START, value) for value in (0.5, 0.3, 9.0)]
    others = [Reading("bare", START, 0.2), Reading("kiosk", MEMORY, 80.0)]

    assert medians([*starts, *others]) == {("kiosk", START): 0.5, ("bare", START): 0.2, ("kiosk", MEMORY): 80.0}


def test_a_percentile_is_one_of_the_values() -> None:
    values = [float(value) for value in (*range(100, 0, -1), 0)]

    assert [percentile(values, share) for share in (0.0, 0.5, 0.99, 1.0)] == [0, 50, 99, 100]
