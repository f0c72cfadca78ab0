"""Weeks in which nothing happens but time; the clocks are the test's."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.edition.value import replace
from kiosk.edition.web_source import Trouble, Visit, WebSource
from kiosk.supervise.refresh import OVERDUE_WITHIN
from kiosk.supervise.rota import Rota, Turn

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
FEED, PAGE = WebSource("https://paper.example/feed.xml"), WebSource("https://office.example/news")
HOUR, DAY, WEEK = 3600.0, 86_400.0, 7 * 86_400.0
YEARS = timedelta(days=3650)
SOON = 20.0


class World:
    """Two clocks that go together unless somebody sets one, a rota, and how every visit ends just now."""

    def __init__(self, seed: str = "a kiosk") -> None:
        self.now = 1000.0
        self.set_by = timedelta()
        self.trouble: Trouble = ""
        self.not_before: timedelta | None = None
        self.visits: list[tuple[float, str]] = []
        self.rota = Rota(seed, self.clock)

    def clock(self) -> datetime:
        return NOON + timedelta(seconds=self.now) + self.set_by

    def want(self, *sources: WebSource, last: Visit | None = None) -> None:
        self.rota.want(sources, lambda _source: last, self.now)

    def begin(self) -> Turn:
        turn = self.rota.begin_next(self.now)
        assert turn is not None
        return turn

    def end(self, turn: Turn) -> None:
        """Let a visit end as all do now."""
        failures = turn.visit.failures if turn.visit else 0
        at = self.clock()
        wait = None if self.not_before is None else at + self.not_before
        reached = Visit(at, reached_at=at, not_before=wait)
        failed = Visit(at, failures=failures + 1, trouble=self.trouble, not_before=wait)
        self.visits.append((self.now, turn.source.address))
        self.rota.take(turn.source, failed if self.trouble else reached, self.now)

    def live(self, seconds: float) -> None:
        """Let time pass, and whoever is due be visited."""
        end = self.now + seconds
        while (due := self.rota.due) is not None and due <= end:
            self.now = max(self.now, due)
            self.end(self.begin())
        self.now = end

    def visits_in(self, seconds: float) -> int:
        before = len(self.visits)
        self.live(seconds)
        return len(self.visits) - before


@pytest.fixture
def world() -> World:
    return World()


def test_nothing_is_due_where_nothing_is_wanted(world: World) -> None:
    assert world.rota.due is None
    assert world.rota.begin_next(world.now) is None


def test_a_new_source_is_visited_at_once_and_then_in_time(world: World) -> None:
    world.want(FEED)

    assert world.visits_in(0.0) == 1
    assert 24 * 7 * 2 * 0.9 < world.visits_in(WEEK) < 24 * 7 * 2 * 1.1


def test_the_next_visit_is_told_by_the_clock_on_the_wall(world: World) -> None:
    world.want(FEED)
    world.live(0.0)

    (turn,) = world.rota.turns
    assert abs((turn.next_at - world.clock()).total_seconds() - (turn.due - world.now)) <= 1.0


def test_a_source_that_vanishes_is_visited_no_more(world: World) -> None:
    world.want(FEED, PAGE)
    world.want(PAGE)

    world.live(DAY)

    assert {address for _, address in world.visits} == {PAGE.address}


def test_the_end_of_its_visit_is_not_heard_then(world: World) -> None:
    world.want(FEED)
    turn = world.begin()
    world.want()

    world.end(turn)

    assert world.rota.turns == ()


def test_what_is_wanted_still_keeps_its_turn(world: World) -> None:
    world.want(FEED)
    world.live(0.0)

    world.want(FEED, PAGE)

    assert world.visits_in(60.0) == 1
    assert world.visits[-1][1] == PAGE.address


def test_one_that_is_named_twice_is_visited_once(world: World) -> None:
    world.want(FEED, FEED)

    assert world.visits_in(60.0) == 1


def test_other_wishes_of_the_same_address_are_followed_at_once(world: World) -> None:
    world.want(FEED)
    world.live(0.0)

    world.want(replace(FEED, limit=10))

    assert [turn.source.limit for turn in world.rota.turns] == [10]
    assert world.visits_in(0.0) == 1
    assert world.visits_in(20 * 60.0) == 0


def test_so_are_those_that_came_while_it_was_being_visited(world: World) -> None:
    world.want(FEED)
    turn = world.begin()

    world.want(replace(FEED, limit=10))
    world.end(turn)

    assert world.begin().source.limit == 10


def test_but_not_while_its_server_wants_to_be_left_alone(world: World) -> None:
    world.trouble, world.not_before = "refused", timedelta(hours=2)
    world.want(FEED)
    world.live(60.0)

    world.want(replace(FEED, limit=10))

    assert world.visits_in(HOUR) == 0


def test_a_new_one_goes_before_those_that_are_shown_already(world: World) -> None:
    world.want(FEED, last=Visit(world.clock() - timedelta(days=1)))
    world.now += OVERDUE_WITHIN
    world.want(FEED, PAGE)

    assert [world.begin().source, world.begin().source] == [PAGE, FEED]


def test_while_one_is_visited_it_is_not_due(world: World) -> None:
    world.want(FEED)
    world.begin()

    assert world.rota.due is None


@pytest.mark.parametrize("seed", ["a", "b", "c", "d"])
@pytest.mark.parametrize("trouble", ["offline", "refused", "failed", "broken", "nothing to show", "forbidden"])
def test_a_week_without_success_costs_no_more_than_five_tries_in_two_hours(seed: str, trouble: Trouble) -> None:
    world = World(seed)
    world.trouble = trouble
    world.want(FEED)

    tries = world.visits_in(WEEK)

    assert 0.8 * 7 * 24 < tries <= 2.5 * 7 * 24
    assert world.visits_in(HOUR) <= 3


@pytest.mark.parametrize("days", [-3650, -1, 1, 3650])
def test_setting_the_clock_while_it_runs_makes_no_visit(world: World, days: int) -> None:
    world.want(FEED)
    world.live(0.0)

    world.set_by = timedelta(days=days)

    assert world.visits_in(20 * 60.0) == 0
    assert world.visits_in(20 * 60.0) == 1


@pytest.mark.parametrize("years", [-YEARS, YEARS])
def test_a_clock_that_was_set_before_a_start_makes_one(world: World, years: timedelta) -> None:
    world.want(FEED, last=Visit(world.clock() - timedelta(minutes=5)))
    successor = World()
    successor.set_by = years
    successor.want(FEED, last=Visit(world.clock() - timedelta(minutes=5)))

    assert successor.visits_in(20 * 60.0) == 1
    assert world.visits_in(15 * 60.0) == 0


@pytest.mark.parametrize("seed", ["a", "b", "c", "d", "e", "f"])
@pytest.mark.parametrize("days", [0.02, 1, 7])
def test_when_the_link_returns_all_is_fresh_soon(seed: str, days: float) -> None:
    world = World(seed)
    world.trouble = "offline"
    world.want(FEED, PAGE)
    world.live(days * DAY)

    world.trouble = ""
    world.rota.try_again(SOON, world.now)

    assert world.visits_in(SOON) == 2
    assert not world.rota.has_offline
    assert world.visits_in(20 * 60.0) == 0


def test_a_name_server_that_comes_later_than_the_link_is_waited_for_a_minute_and_not_half_an_hour(world: World) -> None:
    world.trouble = "offline"
    world.want(FEED)
    world.live(WEEK)

    world.rota.try_again(SOON, world.now)

    assert world.visits_in(SOON + 75.0) == 2
    assert world.visits_in(145.0) == 1
    assert world.visits_in(HOUR) <= 4


def test_a_visit_that_began_before_the_link_returned_is_made_again(world: World) -> None:
    world.trouble = "offline"
    world.want(FEED)
    world.live(DAY)
    world.now = world.rota.due or 0.0
    turn = world.begin()

    world.rota.try_again(SOON, world.now)
    world.now += 3.0
    world.end(turn)

    assert world.visits_in(SOON) == 1


def test_what_is_well_is_not_visited_for_the_sake_of_a_link(world: World) -> None:
    world.want(FEED)
    world.live(0.0)

    world.rota.try_again(SOON, world.now)

    assert world.visits_in(60.0) == 0


@pytest.mark.parametrize("days", [1, 7])
def test_after_a_success_the_first_failure_is_a_first_one(world: World, days: int) -> None:
    world.trouble = "offline"
    world.want(FEED)
    world.live(days * DAY)
    world.trouble = ""
    world.rota.try_again(SOON, world.now)
    world.live(60.0)
    world.trouble = "offline"
    world.rota.visit_all(world.now)

    assert world.visits_in(0.0) == 1
    assert world.visits_in(75.0) == 1


def test_staff_have_all_visited_at_once(world: World) -> None:
    world.want(FEED, PAGE)
    world.live(60.0)

    world.rota.visit_all(world.now)

    assert world.visits_in(0.0) == 2


def test_but_those_whose_servers_want_to_be_left_alone(world: World) -> None:
    world.trouble, world.not_before = "refused", timedelta(hours=2)
    world.want(FEED)
    world.live(60.0)

    world.rota.visit_all(world.now)
    world.rota.try_again(SOON, world.now)

    assert world.visits_in(2 * HOUR - 61.0) == 0
    world.now += 2.0
    world.rota.visit_all(world.now)
    assert world.visits_in(0.0) == 1


def test_one_that_is_being_visited_is_not_visited_twice(world: World) -> None:
    world.want(FEED)
    world.begin()

    world.rota.visit_all(world.now)

    assert world.rota.due is None
