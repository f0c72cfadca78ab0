"""Where keys and values stand."""

from kiosk.prepare.config.positions import Spot, Twice, positions_of


def test_a_value_and_its_key_have_their_own_places() -> None:
    found = positions_of('a = "x"\n')

    assert (found.keys["a",], found.values["a",]) == (Spot(1, 1), Spot(1, 5))


def test_entries_of_a_list_of_tables_are_counted() -> None:
    found = positions_of("[[p]]\na = 1\n[[p]]\na = 2\n")

    assert found.values["p", 1, "a"] == Spot(4, 5)


def test_a_table_below_a_list_belongs_to_its_last_entry() -> None:
    found = positions_of("[[p]]\n[[p]]\n[p.q]\na = 1\n")

    assert found.values["p", 1, "q", "a"] == Spot(4, 5)


def test_dotted_and_quoted_keys_are_taken_apart() -> None:
    assert positions_of('a."b c".d = 1\n').values["a", "b c", "d"] == Spot(1, 13)


def test_elements_of_arrays_and_inline_tables_have_places() -> None:
    found = positions_of("a = [1, # one\n  {b = 2}]\n")

    assert (found.values["a", 0], found.values["a", 1, "b"]) == (Spot(1, 6), Spot(2, 8))


def test_columns_count_letters() -> None:
    assert positions_of('a = ["ŋŋ", 1]\n').values["a", 1] == Spot(1, 12)


def test_a_table_that_stands_twice_is_noticed() -> None:
    assert positions_of("[a]\n[a]\n").twice == [Twice(("a",), Spot(1, 2), Spot(2, 2))]


def test_the_entries_of_a_list_are_no_repetition() -> None:
    assert positions_of("[[a]]\nb = 1\n[[a]]\nb = 1\n").twice == []
