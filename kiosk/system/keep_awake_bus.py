"""A connection to a message bus by jeepney: whatever goes wrong with it is an OSError, and nothing waits for ever."""

import os
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, cast

import jeepney  # type: ignore[import-untyped]  # jeepney has no types
from jeepney.bus import get_bus  # type: ignore[import-untyped]  # jeepney has no types
from jeepney.io.blocking import DBusConnection, prep_socket  # type: ignore[import-untyped]  # jeepney has no types

ANSWER_WITHIN_SECONDS = 2.0

_NONSENSE = (AssertionError, jeepney.DBusErrorResponse, LookupError, RuntimeError, TypeError, ValueError, struct.error)
"""DBusErrorResponse is a bus that has no room for us; the others its parser stumbles over, as random bytes showed."""


class Place(NamedTuple):
    """Whom to call: the service, its object and the interface of that."""

    service: str
    path: str
    interface: str


class Answer(NamedTuple):
    """What a call gave, and the unique name of the one that gave it."""

    owner: str
    body: tuple[object, ...]


class Refused(NamedTuple):
    """The service says no, or is not there."""

    why: str


class Descriptor(NamedTuple):
    """An open file of ours that somebody gave us, and that no child inherits."""

    number: int


class Bus:
    """Every method may raise OSError when the bus is gone, TimeoutError when there is no answer in time."""

    def __init__(self, connection: "_Connection") -> None:
        self._connection = connection

    @property
    def unique_name(self) -> str:
        return cast("str", self._connection.unique_name)

    def call(self, place: Place, method: str, signature: str, body: tuple[object, ...]) -> Answer | Refused:
        return self._ask(_message(place, method, signature, body))

    def tell(self, place: Place, method: str, signature: str, body: tuple[object, ...]) -> None:
        """Call without waiting; the answer is passed over by the next call, if there is one."""
        self._connection.send(_message(place, method, signature, body))

    def owner_of(self, service: str) -> str:
        """Give the unique name of the one that has this name now, "" where nobody has."""
        match self._ask(jeepney.message_bus.GetNameOwner(service)):
            case Answer(_, (str() as owner,)):
                return owner
            case _:
                return ""

    @contextmanager
    def hearing(self, path: str, interface: str, signal: str) -> Iterator[Callable[[], tuple[object, ...]]]:
        """Take the signals of an object, from before it exists; what is given waits for the next and gives its body."""
        rule = jeepney.MatchRule(type="signal", path=path, interface=interface, member=signal)
        self._ask(jeepney.message_bus.AddMatch(rule))
        try:
            with self._connection.filter(rule) as signals:
                yield lambda: self._wait_for(signals)
        finally:
            self._ask(jeepney.message_bus.RemoveMatch(rule))

    def close(self) -> None:
        self._connection.close()

    def _ask(self, message: jeepney.Message) -> Answer | Refused:
        with _only_os_errors():
            reply = self._connection.send_and_get_reply(message)
        fields = reply.header.fields
        if reply.header.message_type == jeepney.MessageType.error:
            return Refused(str(fields.get(jeepney.HeaderFields.error_name)))
        return Answer(str(fields.get(jeepney.HeaderFields.sender)), tuple(map(_ours, reply.body)))

    def _wait_for(self, signals: object) -> tuple[object, ...]:
        with _only_os_errors():
            message = self._connection.recv_until_filtered(signals, timeout=self._connection.answer_within_seconds)
        return cast("tuple[object, ...]", message.body)


def open_bus(address: str, answer_within_seconds: float = ANSWER_WITHIN_SECONDS) -> Bus:
    """Connect to an address such as `unix:path=/run/user/1000/bus`."""
    with _only_os_errors():
        socket = prep_socket(get_bus(address), enable_fds=True, timeout=answer_within_seconds)
        socket.settimeout(answer_within_seconds)
        try:
            return Bus(_Connection(socket, answer_within_seconds))
        except BaseException:
            socket.close()
            raise


class _Connection(DBusConnection):  # type: ignore[misc]  # jeepney has no types
    """Waits no longer for the bus's own greeting than for other answers; jeepney would for ever."""

    def __init__(self, socket: object, answer_within_seconds: float) -> None:
        self.answer_within_seconds = answer_within_seconds
        super().__init__(socket, enable_fds=True)

    def send_and_get_reply(self, message: jeepney.Message, *, timeout: float | None = None) -> jeepney.Message:
        return super().send_and_get_reply(message, timeout=timeout or self.answer_within_seconds)


@contextmanager
def _only_os_errors() -> Iterator[None]:
    """Translate what jeepney raises for an address, a greeting or a message that makes no sense."""
    try:
        yield
    except _NONSENSE as error:
        raise OSError(f"{type(error).__name__}: {error}") from error


def _message(place: Place, method: str, signature: str, body: tuple[object, ...]) -> jeepney.Message:
    address = jeepney.DBusAddress(place.path, bus_name=place.service, interface=place.interface)
    return jeepney.new_method_call(address, method, signature or None, body)


def _ours(value: object) -> object:
    if not isinstance(value, jeepney.FileDescriptor):
        return value
    number = value.to_raw_fd()
    os.set_inheritable(number, False)  # noqa: FBT003  # it takes no names
    return Descriptor(number)
