import sys

import pytest

if sys.platform != "linux":
    pytest.skip("jeepney is of Linux", allow_module_level=True)

from kiosk.system.keep_awake_bus import Bus, Place, Refused
from kiosk.system.keep_awake_bus_holder import BusHolder
from kiosk.system.keep_awake_inhibitors import Held


class FakeBus(Bus):
    """Knows who has which name; the bus itself can break or hang."""

    def __init__(self) -> None:
        self.owners = {"a": ":1", "b": ":2"}
        self.fault: OSError | None = None
        self.is_closed = False

    def owner_of(self, service: str) -> str:
        if self.fault:
            raise self.fault
        return self.owners.get(service, "")

    def close(self) -> None:
        self.is_closed = True


class FakeInhibitor:
    def __init__(self, name: str) -> None:
        self.name = name
        self.place = Place(name, "/", "org.example")
        self.fault: OSError | None = None
        self.asked: list[Bus] = []
        self.released: list[Held] = []
        self.forgotten: list[Held] = []

    def inhibit(self, bus: Bus) -> Held | Refused:
        self.asked.append(bus)
        if self.fault:
            raise self.fault
        owner = bus.owner_of(self.name)
        return Held(owner, len(self.asked)) if owner else Refused("nobody there")

    def release(self, _bus: Bus, held: Held) -> None:
        self.released.append(held)
        if self.fault:
            raise self.fault

    def forget(self, held: Held) -> None:
        self.forgotten.append(held)


class Buses:
    """Connects to one bus after the other."""

    def __init__(self) -> None:
        self.all = [FakeBus(), FakeBus()]
        self.addresses: list[str] = []

    def connect(self, address: str) -> Bus:
        self.addresses.append(address)
        if len(self.addresses) > len(self.all):
            raise ConnectionRefusedError
        return self.all[len(self.addresses) - 1]


@pytest.fixture
def buses() -> Buses:
    return Buses()


@pytest.fixture
def a() -> FakeInhibitor:
    return FakeInhibitor("a")


@pytest.fixture
def b() -> FakeInhibitor:
    return FakeInhibitor("b")


@pytest.fixture
def holder(buses: Buses, a: FakeInhibitor, b: FakeInhibitor) -> BusHolder:
    return BusHolder("address", (a, b), buses.connect)


def test_who_keeps_the_promise_is_not_asked_again(
    holder: BusHolder, buses: Buses, a: FakeInhibitor, b: FakeInhibitor
) -> None:
    assert [holder.hold() for _ in range(3)] == [("a", "b")] * 3
    assert a.asked == b.asked == [buses.all[0]]
    assert buses.addresses == ["address"]


def test_a_new_owner_is_asked_and_the_former_promise_forgotten(
    holder: BusHolder, buses: Buses, a: FakeInhibitor
) -> None:
    holder.hold()
    buses.all[0].owners["a"] = ":3"

    assert holder.hold() == ("a", "b")

    assert len(a.asked) == 2
    assert (a.forgotten, a.released) == ([Held(":1", 1)], [])


def test_who_is_not_there_is_asked_at_every_check(holder: BusHolder, buses: Buses, a: FakeInhibitor) -> None:
    del buses.all[0].owners["a"]
    assert [holder.hold(), holder.hold()] == [("b",), ("b",)]

    buses.all[0].owners["a"] = ":3"

    assert holder.hold() == ("a", "b")
    assert len(a.asked) == 3


def test_a_service_that_does_not_answer_costs_the_others_nothing(
    holder: BusHolder, buses: Buses, a: FakeInhibitor
) -> None:
    a.fault = TimeoutError()

    assert holder.hold() == ("b",)

    assert not buses.all[0].is_closed


@pytest.mark.parametrize("fault", [ConnectionResetError(), TimeoutError()])
def test_a_lost_bus_is_connected_to_again_in_the_same_check(
    fault: OSError, holder: BusHolder, buses: Buses, a: FakeInhibitor
) -> None:
    holder.hold()
    buses.all[0].fault = fault

    assert holder.hold() == ("a", "b")

    assert a.asked == buses.all
    assert a.forgotten == [Held(":1", 1)]
    assert buses.all[0].is_closed


def test_a_bus_that_stays_away_is_tried_at_the_next_check(holder: BusHolder, buses: Buses, a: FakeInhibitor) -> None:
    buses.all = [FakeBus()]
    holder.hold()
    buses.all[0].fault = ConnectionResetError()
    assert holder.hold() == ()

    buses.all = [FakeBus() for _ in range(9)]

    assert holder.hold() == ("a", "b")
    assert len(a.asked) == 2


def test_the_end_releases_each_and_closes_the_bus(
    holder: BusHolder, buses: Buses, a: FakeInhibitor, b: FakeInhibitor
) -> None:
    holder.hold()

    holder.release()

    assert (a.released, b.released) == ([Held(":1", 1)], [Held(":2", 1)])
    assert a.forgotten == b.forgotten == []
    assert buses.all[0].is_closed


def test_the_end_of_a_lost_bus_forgets_the_rest(
    holder: BusHolder, buses: Buses, a: FakeInhibitor, b: FakeInhibitor
) -> None:
    holder.hold()
    a.fault = ConnectionResetError()

    holder.release()

    assert b.forgotten == [Held(":2", 1)]
    assert buses.all[0].is_closed


def test_an_end_before_the_first_check_connects_to_nothing(holder: BusHolder, buses: Buses) -> None:
    holder.release()

    assert buses.addresses == []
