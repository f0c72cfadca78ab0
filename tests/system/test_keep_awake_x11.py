import pytest

from kiosk.system import screen_power_linux
from kiosk.system.keep_awake_x11 import XServer
from tests.system.screen_power_server import XServerModel

ON_X11 = {"DISPLAY": ":0"}


@pytest.fixture
def server() -> XServerModel:
    return XServerModel()


@pytest.fixture
def holder(server: XServerModel) -> XServer:
    return XServer(server.run)


def test_the_screen_stays_lit(holder: XServer, server: XServerModel) -> None:
    assert holder.hold() == ("X server",)

    assert (server.saver[0], server.due, server.is_enabled) == ("0", ["0", "0", "0"], False)


def test_what_holds_is_not_set_again(holder: XServer, server: XServerModel) -> None:
    assert [holder.hold() for _ in range(3)] == [("X server",)] * 3

    assert len(server.commands) == 1


def test_dpms_that_is_disabled_darkens_nothing(holder: XServer, server: XServerModel) -> None:
    server.saver, server.is_enabled = ["0", "600"], False

    assert holder.hold() == ("X server",)

    assert server.commands == []


def test_a_server_without_dpms_has_its_screen_saver_turned_off(server: XServerModel) -> None:
    server.has_dpms = False
    holder = XServer(server.run)

    assert holder.hold() == ("X server",)
    holder.release()

    assert server.commands == ["s off", "s 600 600"]


@pytest.mark.parametrize("command", ["s 300 300", "dpms 0 0 900", "dpms 0 900 0", "dpms 900 0 0"])
def test_what_another_program_sets_is_set_back(command: str, holder: XServer, server: XServerModel) -> None:
    holder.hold()
    server.run(("xset", *command.split()))

    assert holder.hold() == ("X server",)

    assert (server.saver[0], server.is_enabled) == ("0", False)


@pytest.mark.parametrize("is_enabled", [True, False])
def test_the_end_restores_what_was(*, is_enabled: bool, holder: XServer, server: XServerModel) -> None:
    server.saver, server.due, server.is_enabled = ["111", "22"], ["333", "444", "555"], is_enabled
    holder.hold()
    server.run(("xset", "s", "99", "99"))
    holder.hold()

    holder.release()

    assert (server.saver, server.due, server.is_enabled) == (["111", "22"], ["333", "444", "555"], is_enabled)


def test_a_server_that_cannot_be_asked_does_not_hold(holder: XServer, server: XServerModel) -> None:
    server.fault = OSError("xset is not installed")

    assert holder.hold() == ()
    holder.release()


def test_a_server_that_is_back_is_asked_again(holder: XServer, server: XServerModel) -> None:
    holder.hold()
    server.fault = OSError("unable to open display")
    assert holder.hold() == ()

    server.fault = None
    server.saver[0] = "600"

    assert holder.hold() == ("X server",)
    assert server.saver[0] == "0"


def test_a_server_that_is_gone_ends_quietly(holder: XServer, server: XServerModel) -> None:
    holder.hold()
    server.fault = OSError("unable to open display")

    holder.release()


def test_a_server_that_obeys_nobody_does_not_hold(server: XServerModel) -> None:
    def run(command: tuple[str, ...]) -> str:
        return server.run(command) if command == ("xset", "q") else ""

    assert XServer(run).hold() == ()


def test_a_screen_that_was_switched_off_on_purpose_stays_off(holder: XServer, server: XServerModel) -> None:
    holder.hold()
    screen_power_linux.switch_off(server.run, ON_X11)

    assert holder.hold() == ("X server",)

    assert server.is_off


def test_a_screen_that_was_switched_on_again_stays_lit(holder: XServer, server: XServerModel) -> None:
    holder.hold()
    screen_power_linux.switch_off(server.run, ON_X11)
    screen_power_linux.switch_on(server.run, ON_X11)

    assert holder.hold() == ("X server",)

    assert (server.is_off, server.is_enabled) == (False, False)
    assert server.due == ["0", "0", "0"]
