import pytest

from kiosk.staff.keypad import is_drawn


@pytest.mark.parametrize(
    "pin",
    [
        pytest.param("147258", id="two columns"),
        pytest.param("258741", id="a column down and one up"),
        pytest.param("159753", id="two diagonals"),
        pytest.param("357951", id="two diagonals upwards"),
        pytest.param("456123", id="two rows"),
        pytest.param("321987", id="two rows backwards"),
        pytest.param("147369258", id="three columns"),
        pytest.param("1472583", id="two columns and the beginning of a third line"),
        pytest.param("14725836", id="two columns and most of a third"),
        pytest.param("123698", id="a walk along two edges"),
        pytest.param("125896", id="a walk with turns"),
        pytest.param("085214", id="a walk from nought"),
        pytest.param("741236987", id="a walk around"),
        pytest.param("252525", id="to and fro"),
    ],
)
def test_a_finger_draws_it(pin: str) -> None:
    assert is_drawn(pin)


@pytest.mark.parametrize(
    "pin",
    [
        pytest.param("147259", id="a column and nearly another"),
        pytest.param("147528", id="a column and its neighbour out of order"),
        pytest.param("148258", id="nearly a column at the start"),
        pytest.param("123695", id="a walk that jumps at its end"),
        pytest.param("198765", id="a walk that jumps at its beginning"),
        pytest.param("0741236", id="nought is not beside seven"),
        pytest.param("1236699", id="one key twice"),
        pytest.param("159652", id="diagonally from key to key"),
    ],
)
def test_a_finger_does_not(pin: str) -> None:
    assert not is_drawn(pin)


def test_few_of_all_are_drawn() -> None:
    assert sum(is_drawn(f"{number:06}") for number in range(0, 10**6, 100)) < 100
