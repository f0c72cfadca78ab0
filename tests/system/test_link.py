"""What the real table of routes says, in a network of the test's own where the system allows one."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.system.link import link

ROOT = Path(__file__).parents[2]
LOOKS = "import sys; sys.path.insert(0, sys.argv[1]); from kiosk.system.link import link; print(link())"
SENDS = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 9))"
PLUGGED_IN = (
    "ip link add cable type veth peer name socket; ip link set cable addrgenmode none; "
    "ip link set socket addrgenmode none; "
    "ip link set cable up; ip link set socket up; "
)
IPV4 = "ip addr add 10.9.8.7/24 dev cable; ip route add default dev cable; "
IPV6 = "ip -6 addr add 2001:db8:1::7/64 dev cable nodad; ip -6 route add default dev cable; "


def has_namespaces() -> bool:
    tools = shutil.which("unshare") and shutil.which("ip")
    tried = ["unshare", "-Urn", "ip", "link", "add", "cable", "type", "veth", "peer", "name", "socket"]
    return bool(tools) and subprocess.run(tried, check=False, capture_output=True).returncode == 0


needs_namespace = pytest.mark.skipif(
    sys.platform != "linux" or not has_namespaces(), reason="a network of its own needs unshare -Urn and ip link"
)


def link_after(preparations: str) -> str:
    """Give what it says in a new network after these commands."""
    script = f'set -e; {preparations}exec "$0" -S -c "$1" "$2"'
    command = ["unshare", "-Urn", "sh", "-c", script, sys.executable, LOOKS, str(ROOT)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=60).stdout.strip()


@needs_namespace
@pytest.mark.parametrize(
    ("preparations", "said"),
    [
        pytest.param("", "", id="no network"),
        pytest.param("ip link set lo up; ", "", id="only itself"),
        pytest.param(PLUGGED_IN, "", id="a cable without an address"),
        pytest.param(PLUGGED_IN + "ip addr add 10.9.8.7/24 dev cable; ", "", id="an address without a way out"),
        pytest.param(PLUGGED_IN + IPV4, "10.9.8.7", id="IPv4"),
        pytest.param(PLUGGED_IN + IPV6, "2001:db8:1::7", id="IPv6"),
        pytest.param(PLUGGED_IN + IPV4 + IPV6, "10.9.8.7 2001:db8:1::7", id="both"),
        pytest.param(PLUGGED_IN + IPV4 + "ip link set cable down; ", "", id="a cable that was pulled"),
    ],
)
def test_it_is_the_address_on_the_way_to_the_world(preparations: str, said: str) -> None:
    assert link_after(preparations) == said


@needs_namespace
@pytest.mark.parametrize(("program", "leaves"), [(LOOKS, False), (SENDS, True)], ids=["it looks", "something is sent"])
def test_no_packet_leaves_for_it(program: str, *, leaves: bool) -> None:
    counts = "grep cable: /proc/net/dev; "
    script = f'set -e; {PLUGGED_IN}{IPV4}{counts}"$0" -S -c "$1" "$2" >&2; {counts}'
    command = ["unshare", "-Urn", "sh", "-c", script, sys.executable, program, str(ROOT)]

    before, after = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()

    assert (before != after) is leaves


def test_here_it_says_the_same_as_long_as_nothing_changes() -> None:
    assert link() == link()
