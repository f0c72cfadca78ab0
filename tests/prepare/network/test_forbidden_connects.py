"""No forbidden place is connected to: not by our own word, but as the system's calls say, in a network without a world."""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.prepare.network.forbidden_places import ADDRESSES, WORLD, hosts, places

TREE = Path(__file__).parents[3]
APART = ("unshare", "--user", "--map-root-user", "--net", "--mount")
SETUP = f"""
ip link set lo up
ip address add {WORLD}/32 dev lo
mount --bind "$1" /etc/hosts
shift
exec "$@"
"""
CALL = re.compile(
    r'(?P<call>connect|sendto)\(\d+<(?P<kind>TCP|UDP).*sin6?_port=htons\((?P<port>\d+)\).*?"(?P<address>[^"]+)"'
)


@dataclass(frozen=True, slots=True)
class Watched:
    """What a process said, and how often it connected to which address and port."""

    said: list[str]
    connected: Counter[tuple[str, int]]


def why_not() -> str:
    if platform.system() != "Linux":
        return "namespaces and strace are Linux's"
    if lacking := [name for name in ("unshare", "strace", "ip", "mount") if shutil.which(name) is None]:
        return f"needs {', '.join(lacking)}"
    apart = subprocess.run([*APART, "ip", "link", "set", "lo", "up"], check=False, capture_output=True)
    return "" if apart.returncode == 0 else "this computer lets nobody make a network of their own"


pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "none")


def watched(folder: Path, way: str, number: int = 0) -> Watched:
    (folder / "hosts").write_text(hosts(), "utf-8")
    trace = folder / "trace"
    strace = ["strace", "-f", "-qq", "-yy", "-e", "trace=connect,sendto", "-e", "signal=none", "-o", str(trace)]
    visitor = [sys.executable, "-m", "tests.prepare.network.visitor", way, str(number)]
    command = [*APART, "sh", "-e", "-c", SETUP, "sh", str(folder / "hosts"), *strace, *visitor]
    env = {name: text for name, text in os.environ.items() if not name.lower().endswith("_proxy")}
    child = subprocess.run(command, cwd=TREE, env=env, capture_output=True, text=True, timeout=90, check=False)
    assert child.returncode == 0, child.stderr
    return Watched(json.loads(child.stdout), connections(trace.read_text("utf-8")))


def connections(trace: str) -> Counter[tuple[str, int]]:
    """Count TCP's, and whatever UDP sends; a resolver's own connects say which way there would be and send nothing."""
    calls = (found for found in map(CALL.search, trace.splitlines()) if found)
    return Counter(
        (found["address"], int(found["port"])) for found in calls if found["kind"] == "TCP" or found["call"] == "sendto"
    )


def test_our_door_connects_to_the_world_alone(tmp_path: Path) -> None:
    ours = watched(tmp_path, "ours")

    assert len(places()) >= 60
    assert set(ours.connected) == {(WORLD, 80)}
    assert ours.connected[WORLD, 80] == len(places()) + 1
    assert ours.said[-1] == "hello"
    assert Counter(ours.said[:-1]) == Counter({"forbidden": 2 * len(places())})


def test_a_plain_one_connects_to_forbidden_places(tmp_path: Path) -> None:
    plain = watched(tmp_path, "plain")

    assert {("127.0.0.1", 80), ("169.254.169.254", 80), ("::1", 80), ("10.0.0.1", 80)} <= set(plain.connected)
    assert len({address for address, _ in plain.connected} & set(ADDRESSES)) >= 30


@pytest.mark.parametrize("number", [60, pytest.param(1000, marks=pytest.mark.deep)])
def test_a_host_that_moves_is_visited_where_it_was_checked(number: int, tmp_path: Path) -> None:
    moving = watched(tmp_path, "moving", number)

    assert moving.said == ["hello"] * number
    assert moving.connected == Counter({(WORLD, 80): number})
