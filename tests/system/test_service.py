import os
import socket
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.system.service import Service, is_started_by_systemd, service_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such sockets")


@pytest.fixture(params=["path", "abstract"])
def manager(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[socket.socket]:
    """Listen as a service manager does; the address is that of the socket."""
    if request.param == "abstract" and sys.platform != "linux":
        pytest.skip("abstract sockets are of Linux")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify") if request.param == "path" else f"\0kiosk-{uuid.uuid4()}")
        listening.settimeout(10)
        yield listening


def address_of(manager: socket.socket) -> str:
    address = manager.getsockname()
    return address if isinstance(address, str) else "@" + address[1:].decode()


@pytest.mark.parametrize(
    ("speak", "message"),
    [
        (Service.ready, b"READY=1"),
        (Service.watchdog, b"WATCHDOG=1"),
        (Service.stopping, b"STOPPING=1"),
        (lambda service: service.status("Zürich\nis shown\r\nnow"), "STATUS=Zürich is shown now".encode()),
        (lambda service: service.status("a lone \udc80"), b"STATUS=a lone ?"),
    ],
)
def test_a_message_is_one_datagram(manager: socket.socket, speak: Callable[[Service], None], message: bytes) -> None:
    service = service_of({"NOTIFY_SOCKET": address_of(manager)})

    speak(service)

    assert manager.recv(1000) == message


def test_a_service_manager_that_does_not_listen_blocks_nobody(manager: socket.socket) -> None:
    service = service_of({"NOTIFY_SOCKET": address_of(manager)})

    for _ in range(10_000):
        service.watchdog()

    assert manager.recv(1000) == b"WATCHDOG=1"


@pytest.mark.parametrize("address", ["", "nowhere", "vsock:2:1234", "/no/such/socket", "@nobody", "/" + "long" * 100])
def test_a_socket_that_is_not_there_is_no_fault(address: str) -> None:
    service = service_of({"NOTIFY_SOCKET": address})

    service.ready()


def test_nothing_is_sent_where_no_socket_is_named() -> None:
    service = service_of({})

    service.ready()
    service.watchdog()
    service.status("here")
    service.stopping()

    assert service.watchdog_seconds is None


@pytest.mark.parametrize(
    ("environment", "seconds"),
    [
        pytest.param({}, None, id="not wanted"),
        pytest.param({"WATCHDOG_USEC": "20000000"}, 10.0, id="half the limit"),
        pytest.param({"WATCHDOG_USEC": "20000000", "WATCHDOG_PID": str(os.getpid())}, 10.0, id="ours"),
        pytest.param({"WATCHDOG_USEC": "20000000", "WATCHDOG_PID": "1"}, None, id="another's"),
        pytest.param({"WATCHDOG_USEC": "20000000", "WATCHDOG_PID": ""}, None, id="nobody's"),
        pytest.param({"WATCHDOG_USEC": "0"}, None, id="off"),
        pytest.param({"WATCHDOG_USEC": "18446744073709551615"}, None, id="for ever"),
        pytest.param({"WATCHDOG_USEC": "-5"}, None, id="below nothing"),
        pytest.param({"WATCHDOG_USEC": "soon"}, None, id="no figure"),
    ],
)
def test_the_watchdog_is_fed_twice_within_its_limit(environment: dict[str, str], seconds: float | None) -> None:
    assert service_of(environment).watchdog_seconds == seconds


def test_a_kiosk_that_is_no_service_loads_no_sockets() -> None:
    script = "import sys; from kiosk.system.service import service_of; service_of({}); print('socket' in sys.modules)"

    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)

    assert ended.stdout.strip() == "False"


def test_systemd_has_started_the_process_that_it_names_and_none_below_it() -> None:
    assert is_started_by_systemd({"SYSTEMD_EXEC_PID": "12"}, 12)
    assert not is_started_by_systemd({"SYSTEMD_EXEC_PID": "12"}, 13)
    assert not is_started_by_systemd({}, 12)
