import pytest

from kiosk.supervise.link_watch import LinkWatch

EVERY_SECONDS = 15.0


class Way:
    """How the computer reaches the world, as the test has it."""

    def __init__(self) -> None:
        self.now = ""
        self.looks = 0

    def look(self) -> str:
        self.looks += 1
        return self.now


@pytest.fixture
def way() -> Way:
    return Way()


@pytest.fixture
def watch(way: Way) -> LinkWatch:
    return LinkWatch(way.look, EVERY_SECONDS)


def test_while_it_rests_nobody_looks(watch: LinkWatch, way: Way) -> None:
    way.now = "10.0.0.7"

    assert (watch.due, watch.new_link(1000.0)) == (None, "")
    assert way.looks == 0


def test_it_looks_every_so_often_and_no_oftener(watch: LinkWatch, way: Way) -> None:
    watch.begin(0.0)
    for second in range(60):
        watch.new_link(float(second))

    assert way.looks == 4
    assert watch.due == 60.0


def test_a_way_that_comes_back_is_new(watch: LinkWatch, way: Way) -> None:
    watch.begin(0.0)
    way.now = "10.0.0.7"

    assert watch.new_link(14.9) == ""
    assert watch.new_link(15.0) == "10.0.0.7"
    assert watch.new_link(30.0) == ""


def test_so_is_another_way(watch: LinkWatch, way: Way) -> None:
    way.now = "10.0.0.7"
    watch.begin(0.0)
    way.now = "192.168.1.2"

    assert watch.new_link(15.0) == "192.168.1.2"


def test_the_way_on_which_something_failed_is_not(watch: LinkWatch, way: Way) -> None:
    way.now = "10.0.0.7"
    watch.begin(0.0)

    assert watch.new_link(15.0) == ""


def test_the_same_way_is_new_after_it_was_gone(watch: LinkWatch, way: Way) -> None:
    way.now = "10.0.0.7"
    watch.begin(0.0)
    way.now = ""
    gone = watch.new_link(15.0)
    way.now = "10.0.0.7"

    assert (gone, watch.new_link(30.0)) == ("", "10.0.0.7")


def test_what_failed_before_the_start_makes_any_way_a_new_one(watch: LinkWatch, way: Way) -> None:
    way.now = "10.0.0.7"
    watch.begin_anew(0.0)

    assert watch.due == 0.0
    assert watch.new_link(0.0) == "10.0.0.7"


def test_one_that_looks_already_goes_on(watch: LinkWatch, way: Way) -> None:
    watch.begin(0.0)
    way.now = "10.0.0.7"

    watch.begin(10.0)
    watch.begin_anew(10.0)

    assert watch.due == 15.0
    assert watch.new_link(15.0) == "10.0.0.7"


def test_it_rests_again(watch: LinkWatch) -> None:
    watch.begin(0.0)

    watch.rest()

    assert watch.due is None
