from kiosk.display.lockdown.flood import IGNORED_SECONDS, MOST_KEYS, Flood


def presses(flood: Flood, count: int, per_second: float, begin: float = 0.0) -> list[bool]:
    return [flood.is_on(begin + number / per_second) for number in range(count)]


def test_a_fast_typist_is_no_flood() -> None:
    assert not any(presses(Flood(), 2000, per_second=20))


def test_a_key_that_is_held_down_is_no_flood() -> None:
    assert not any(presses(Flood(), 2000, per_second=40))


def test_a_thousand_keys_a_second_are_a_flood() -> None:
    flood = Flood()

    ignored = presses(flood, 1000, per_second=1000)

    assert ignored.index(True) == MOST_KEYS - 1
    assert all(ignored[MOST_KEYS:])


def test_a_flood_is_over_after_a_while() -> None:
    flood = Flood()
    presses(flood, MOST_KEYS, per_second=1000)

    assert flood.is_on(IGNORED_SECONDS - 1)
    assert not flood.is_on(IGNORED_SECONDS + 1)


def test_a_flood_that_goes_on_is_ignored_for_as_long_as_it_does() -> None:
    flood = Flood()

    ignored = presses(flood, 60_000, per_second=1000)

    assert all(ignored[MOST_KEYS:])
