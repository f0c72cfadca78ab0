import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the limits of this system are tested by fakes")

LIMIT = "from kiosk.system.limits import limit_this_process\nlimit_this_process({}, {}, {})\n"
PLENTY, GIBIBYTE = 60, 1024**3


def run(script: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        try:
            child.wait(timeout=30)  # its standard input stays open: it may wait for it as long as it likes
        finally:
            child.kill()
        return subprocess.CompletedProcess(command, child.returncode, child.stdout.read(), child.stderr.read())


def test_a_process_that_computes_for_ever_is_ended() -> None:
    ended = run(LIMIT.format(PLENTY, 1, GIBIBYTE) + "while True: pass")

    assert ended.returncode == -signal.SIGXCPU


def test_a_process_that_does_not_listen_to_the_first_limit_is_killed() -> None:
    ignore = "import signal; signal.signal(signal.SIGXCPU, signal.SIG_IGN)\n"

    ended = run(LIMIT.format(PLENTY, 1, GIBIBYTE) + ignore + "while True: pass")

    assert ended.returncode == -signal.SIGKILL


def test_a_process_that_takes_too_much_memory_gets_none() -> None:
    ended = run(LIMIT.format(PLENTY, PLENTY, GIBIBYTE // 2) + "bytearray(2**30)")

    assert ended.returncode == 1
    assert ended.stderr.strip().endswith("MemoryError")


def test_a_process_that_waits_for_ever_is_ended() -> None:
    ended = run(LIMIT.format(1, PLENTY, GIBIBYTE) + "import sys; sys.stdin.read()")

    assert ended.returncode == -signal.SIGALRM


def test_a_parent_that_ignored_the_signals_does_not_lift_the_limits() -> None:
    waiting = LIMIT.format(1, PLENTY, GIBIBYTE) + "import sys; sys.stdin.read()"
    deaf = f"""
import os, signal, sys
signal.signal(signal.SIGALRM, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, {{signal.SIGALRM}})
os.execv(sys.executable, [sys.executable, "-c", {waiting!r}])
"""

    ended = run(deaf)

    assert ended.returncode == -signal.SIGALRM


SHOW = """
print(*(resource.getrlimit(kind) for kind in (resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_CORE)), sep="; ")
print(signal.alarm(0))
"""


def test_the_limits_are_those_asked_for() -> None:
    ended = run("import resource, signal\n" + LIMIT.format(PLENTY, 20, GIBIBYTE) + SHOW)

    assert ended.stdout.splitlines() == [f"(20, 21); ({GIBIBYTE}, {GIBIBYTE}); (0, 0)", "60"]


def test_a_limit_that_is_lower_already_stays() -> None:
    lower = f"""
import resource, signal
resource.setrlimit(resource.RLIMIT_CPU, (5, 100))
resource.setrlimit(resource.RLIMIT_AS, ({GIBIBYTE // 2}, {GIBIBYTE * 2}))
signal.alarm(40)
"""

    ended = run(lower + LIMIT.format(PLENTY, 30, GIBIBYTE) + SHOW)

    assert ended.stdout.splitlines() == [f"(5, 31); ({GIBIBYTE // 2}, {GIBIBYTE}); (0, 0)", "40"]


def test_a_limit_of_the_whole_session_is_not_in_the_way() -> None:
    lower = "import resource, signal\nresource.setrlimit(resource.RLIMIT_CPU, (3, 3))\n"

    ended = run(lower + LIMIT.format(PLENTY, 20, GIBIBYTE) + SHOW)

    assert ended.stdout.startswith("(3, 3); ")
