import os
import sys

import pytest

from kiosk.system.keep_awake_macos import Caffeinate, Child, start_staying

STAY = (sys.executable, "-c", "import time; time.sleep(600)")


class Caffeinates:
    """Starts children that live until they are told to end."""

    def __init__(self) -> None:
        self.commands: list[tuple[str, ...]] = []
        self.living = 0
        self.fault: OSError | None = None

    def start(self, command: tuple[str, ...]) -> Child:
        self.commands.append(command)
        if self.fault:
            raise self.fault
        self.living += 1
        return self.LivingChild(self)

    class LivingChild:
        def __init__(self, children: "Caffeinates") -> None:
            self._children = children

        def poll(self) -> int | None:
            return None if self._children.living else 1

        def terminate(self) -> None:
            self._children.living -= 1

        def wait(self) -> int:
            assert not self._children.living
            return 0


def test_one_caffeinate_holds_everything_as_long_as_this_process_lives() -> None:
    children = Caffeinates()
    holder = Caffeinate(children.start)

    assert [holder.hold(), holder.hold()] == [("caffeinate",)] * 2

    assert children.commands == [("/usr/bin/caffeinate", "-d", "-i", "-s", "-w", str(os.getpid()))]


def test_a_caffeinate_that_died_is_started_again() -> None:
    children = Caffeinates()
    holder = Caffeinate(children.start)
    holder.hold()
    children.living = 0

    assert holder.hold() == ("caffeinate",)

    assert children.living == 1


def test_a_caffeinate_that_does_not_start_does_not_hold() -> None:
    children = Caffeinates()
    holder = Caffeinate(children.start)
    children.fault = FileNotFoundError()
    assert holder.hold() == ()

    children.fault = None

    assert holder.hold() == ("caffeinate",)


def test_the_end_ends_it() -> None:
    children = Caffeinates()
    holder = Caffeinate(children.start)
    holder.hold()

    holder.release()

    assert children.living == 0


def test_an_end_before_the_first_check_is_fine() -> None:
    Caffeinate(Caffeinates().start).release()


def test_a_command_that_stays_is_a_child() -> None:
    child = start_staying(STAY)

    assert child.poll() is None
    child.terminate()
    assert child.wait() != 0


@pytest.mark.parametrize("command", [(sys.executable, "-c", ""), ("/no/such/caffeinate",)])
def test_a_command_that_does_not_stay_is_an_os_error(command: tuple[str, ...]) -> None:
    with pytest.raises(OSError, match=r"ended at once|No such file"):
        start_staying(command)
