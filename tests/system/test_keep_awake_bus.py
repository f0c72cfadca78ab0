import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.system import keep_awake_services
from tests.system.keep_awake_services import COOKIE, SCREEN_SAVER

if sys.platform != "linux":
    pytest.skip("jeepney is of Linux", allow_module_level=True)

from jeepney import (  # type: ignore[import-untyped]  # jeepney has no types
    Endianness,
    Header,
    Message,
    MessageType,
    new_error,
)

from kiosk.system.keep_awake_bus import Answer, Bus, Descriptor, Place, Refused, open_bus

SAVER = Place("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
LOGIND = Place("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
STATISTICS = Place("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.Debug.Stats")
NOBODY = Place("org.example.Nobody", "/", "org.example.Nobody")


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[keep_awake_services.Bus]:
    with keep_awake_services.open_bus(tmp_path / "bus") as daemon:
        yield daemon


@pytest.fixture
def bus(daemon: keep_awake_services.Bus) -> Iterator[Bus]:
    bus = open_bus(daemon.address)
    yield bus
    bus.close()


@pytest.fixture
def impatient(daemon: keep_awake_services.Bus) -> Iterator[Bus]:
    bus = open_bus(daemon.address, answer_within_seconds=0.2)
    yield bus
    bus.close()


def test_an_answer_tells_who_gave_it(daemon: keep_awake_services.Bus, bus: Bus) -> None:
    daemon.inhibitor(*SCREEN_SAVER)

    answer = bus.call(SAVER, "Inhibit", "ss", ("Kiosk", "why"))

    assert answer == Answer(bus.owner_of("org.freedesktop.ScreenSaver"), (COOKIE,))
    assert bus.owner_of("org.freedesktop.ScreenSaver").startswith(":")


def test_a_name_that_nobody_has_has_no_owner(bus: Bus) -> None:
    assert bus.owner_of("org.example.Nobody") == ""


def test_a_service_that_is_not_there_refuses(bus: Bus) -> None:
    assert bus.call(NOBODY, "Inhibit", "", ()) == Refused("org.freedesktop.DBus.Error.ServiceUnknown")


def test_what_is_told_needs_no_answer(daemon: keep_awake_services.Bus, bus: Bus) -> None:
    saver = daemon.inhibitor(*SCREEN_SAVER)

    bus.tell(SAVER, "UnInhibit", "u", (5,))

    saver.wait_for("UnInhibit 5")


def test_a_descriptor_is_ours_alone(daemon: keep_awake_services.Bus, bus: Bus) -> None:
    daemon.logind()

    match bus.call(LOGIND, "Inhibit", "ssss", ("idle", "Kiosk", "why", "block")):
        case Answer(_, (Descriptor(number),)):
            inheritable = os.get_inheritable(number)
            os.close(number)
        case other:
            raise AssertionError(other)

    assert not inheritable


def test_a_signal_is_heard_although_it_came_before_the_answer(bus: Bus) -> None:
    with bus.hearing("/org/freedesktop/DBus", "org.freedesktop.DBus", "NameOwnerChanged") as next_change:
        other = bus.call(
            Place("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus"),
            "RequestName",
            "su",
            ("org.example.Kiosk", 0),
        )
        change = next_change()

    assert isinstance(other, Answer)
    assert change == ("org.example.Kiosk", "", bus.unique_name)


def test_a_signal_of_another_object_is_not_heard(impatient: Bus) -> None:
    with impatient.hearing("/another", "org.freedesktop.DBus", "NameOwnerChanged") as next_change:
        impatient.call(
            Place("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus"),
            "RequestName",
            "su",
            ("org.example.Kiosk", 0),
        )

        with pytest.raises(TimeoutError):
            next_change()


def test_what_was_heard_for_is_not_sent_any_more(impatient: Bus) -> None:
    with (
        pytest.raises(TimeoutError),
        impatient.hearing("/another", "org.freedesktop.DBus", "NameOwnerChanged") as next_change,
    ):
        next_change()

    match impatient.call(STATISTICS, "GetConnectionStats", "s", (impatient.unique_name,)):
        case Answer(_, (dict() as statistics,)):
            assert statistics["MatchRules"] == ("u", 0)
        case refused:
            raise AssertionError(refused)


def test_a_service_that_hangs_is_waited_for_no_longer(daemon: keep_awake_services.Bus, impatient: Bus) -> None:
    daemon.inhibitor(*SCREEN_SAVER).hang()

    with pytest.raises(TimeoutError):
        impatient.call(SAVER, "Inhibit", "ss", ("Kiosk", "why"))

    assert impatient.owner_of("org.freedesktop.ScreenSaver").startswith(":")


@pytest.mark.parametrize(
    "use",
    [
        lambda bus: bus.call(SAVER, "Inhibit", "ss", ("Kiosk", "why")),
        lambda bus: bus.owner_of("org.freedesktop.ScreenSaver"),
    ],
    ids=["call", "owner"],
)
@pytest.mark.parametrize("end", [keep_awake_services.Service.kill, keep_awake_services.Service.hang])
def test_a_bus_that_is_gone_or_hangs_is_an_os_error(
    end: Callable[[keep_awake_services.Service], None],
    use: Callable[[Bus], object],
    daemon: keep_awake_services.Bus,
    impatient: Bus,
) -> None:
    end(daemon.daemon)

    with pytest.raises(OSError):  # noqa: PT011  # the words are the system's
        use(impatient)


def test_a_bus_that_hangs_is_told_no_more_than_its_socket_takes(
    daemon: keep_awake_services.Bus, impatient: Bus
) -> None:
    daemon.daemon.hang()

    with pytest.raises(TimeoutError):
        impatient.tell(SAVER, "UnInhibit", "s", ("x" * 10_000_000,))


@pytest.mark.parametrize(
    "address",
    ["", "nonsense", "unix:", "autolaunch:", "tcp:host=localhost,port=1", "unix:path=/no/such/bus", "unix:path=/dev"],
)
def test_an_address_where_no_bus_is_is_an_os_error(address: str) -> None:
    with pytest.raises(OSError):  # noqa: PT011  # the words are the system's
        open_bus(address)


OK, AGREE = b"OK 1234deadbeef\r\n", b"AGREE_UNIX_FD\r\n"
CALL = Message(Header(Endianness.little, MessageType.method_call, 0, 1, 0, 1, {}), ())
NO_ROOM = new_error(CALL, "org.example.Full").serialise(1)


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param((), id="silent"),
        pytest.param((b"REJECTED EXTERNAL\r\n",), id="refuses us"),
        pytest.param((b"HTTP/1.1 400 Bad Request\r\n\r\n",), id="no bus at all"),
        pytest.param((OK,), id="silent after its greeting"),
        pytest.param((OK, AGREE), id="silent after our greeting"),
        pytest.param((OK, AGREE, b"\xff" * 64), id="speaks nonsense"),
        pytest.param((OK, AGREE, NO_ROOM), id="has no room for us"),
    ],
)
def test_a_socket_where_no_bus_listens_is_an_os_error(answers: tuple[bytes, ...], tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "bus"))
        listening.listen()
        listening.settimeout(10)
        answering = threading.Thread(target=answer, args=(listening, answers))
        answering.start()
        began = time.monotonic()

        with pytest.raises(OSError):  # noqa: PT011  # the words are the system's
            open_bus(f"unix:path={tmp_path / 'bus'}", answer_within_seconds=0.2)
        answering.join()
        assert time.monotonic() - began < 2.0


def answer(listening: socket.socket, answers: tuple[bytes, ...]) -> None:
    """Answer what a client of a bus says first, as far as there are answers, until it hangs up."""
    connection, _ = listening.accept()
    heard = b""
    said = iter(zip((b"AUTH", b"NEGOTIATE", b"BEGIN"), answers, strict=False))
    word, reply = next(said, (b"", b""))
    with connection, suppress(ConnectionError):
        while chunk := connection.recv(4096):
            heard += chunk
            if word and word in heard:
                connection.sendall(reply)
                word, reply = next(said, (b"", b""))
