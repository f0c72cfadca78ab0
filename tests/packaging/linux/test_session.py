"""The scripts between systemd and the kiosk, with a real cage on an output in memory and a kiosk of a few lines."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.reliability.cage_session import AS_ANYBODY, HEADLESS, why_not
from tests.reliability.lobby import until

SESSION = Path(__file__).parents[3] / "packaging" / "linux" / "session"
KEEP_STATUS, INSIDE, END, GIVE_BACK = (
    str(SESSION / name) for name in ("keep-status", "kiosk-inside", "end-kiosk", "give-back-terminal")
)
CAGE = ("cage", "--", INSIDE)
needs_cage = pytest.mark.skipif(bool(why_not()), reason=why_not())

TELLS_WHO_IS_THERE = """\
cage=$(cut -d ' ' -f 4 /proc/$PPID/stat)
trap 'kill -0 $cage && touch "$XDG_RUNTIME_DIR/cage-was-there"; exit 0' TERM
touch "$XDG_RUNTIME_DIR/started"
while true; do sleep 0.05; done
"""


@dataclass(frozen=True)
class Desk:
    """A folder with a `bin` that goes before all others on the PATH."""

    folder: Path

    def program(self, name: str, script: str) -> None:
        file = self.folder / "bin" / name
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)

    @property
    def environment(self) -> Mapping[str, str]:
        return {
            "PATH": f"{self.folder}/bin:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "XDG_RUNTIME_DIR": str(self.folder),
            **HEADLESS,
        }

    def run(self, *command: str, **settings: str) -> int:
        as_user = AS_ANYBODY if os.getuid() == 0 else ()
        order = [*as_user, *command]
        return subprocess.run(order, check=False, env={**self.environment, **settings}, timeout=30).returncode


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "bin").mkdir()
    tmp_path.chmod(0o700)
    return Desk(tmp_path)


@contextmanager
def running(desk: Desk, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    order = [*(AS_ANYBODY if os.getuid() == 0 else ()), *command]
    with subprocess.Popen(order, env=desk.environment, start_new_session=True) as process:
        try:
            yield process
        finally:
            process.kill()


@needs_cage
@pytest.mark.parametrize("status", [0, 1, 3, 5])
def test_what_the_kiosk_ends_with_travels_through_cage(status: int, desk: Desk) -> None:
    desk.program("kiosk", f"exit {status}")

    assert desk.run(KEEP_STATUS, *CAGE) == status


@needs_cage
def test_cage_alone_would_forget_it(desk: Desk) -> None:
    desk.program("kiosk", "exit 5")

    assert desk.run(*CAGE) == 0


@needs_cage
def test_a_kiosk_that_was_killed_is_told_of_as_a_shell_does(desk: Desk) -> None:
    desk.program("kiosk", "kill -9 $$")

    assert desk.run(KEEP_STATUS, *CAGE) == 128 + 9


def test_without_a_word_of_the_kiosk_it_is_what_the_session_ended_with(desk: Desk) -> None:
    (desk.folder / "exit-status").write_text("5\n")

    assert desk.run(KEEP_STATUS, "sh", "-c", "exit 7") == 7


def test_the_kiosk_fills_the_screen_and_speaks_to_the_watchdog_of_another_process(desk: Desk) -> None:
    desk.program("kiosk", '[ "$*" = "run --kiosk" ] && [ "${WATCHDOG_PID-none}$WATCHDOG_USEC" = none7 ]')

    assert desk.run(INSIDE, WATCHDOG_PID="1", WATCHDOG_USEC="7") == 0


@needs_cage
def test_the_kiosk_is_ended_before_what_shows_it(desk: Desk) -> None:
    desk.program("kiosk", TELLS_WHO_IS_THERE)
    with running(desk, KEEP_STATUS, *CAGE) as main:
        until((desk.folder / "started").exists)

        with running(desk, "env", f"MAINPID={main.pid}", END) as ending:
            assert main.wait(5) == 0  # which also buries it, as systemd does
            assert ending.wait(5) == 0
        assert (desk.folder / "cage-was-there").exists()


def test_where_the_kiosk_is_gone_already_there_is_nothing_to_wait_for(desk: Desk) -> None:
    assert desk.run(END, MAINPID=str(os.getpid())) == 0


@pytest.mark.parametrize(
    ("jobs", "status", "is_given_back"),
    [
        pytest.param("", "5", True, id="left by staff"),
        pytest.param("", "1", False, id="ended, to start again"),
        pytest.param("", "TERM", False, id="killed, to start again"),
        pytest.param("12 kiosk.service stop running", "0", True, id="stopped"),
        pytest.param("12 kiosk.service restart running", "0", False, id="restarted"),
        pytest.param("12 kiosk.service stop running\n13 gdm.service start waiting", "0", False, id="a desktop comes"),
        pytest.param(
            "12 kiosk.service stop running\n13 display-manager.service start waiting", "0", False, id="whichever it is"
        ),
        pytest.param(
            "12 kiosk.service stop running\n13 kiosk-openbox.service start waiting", "0", False, id="openbox comes"
        ),
        pytest.param("12 kiosk.service stop running\n13 shutdown.target start waiting", "0", False, id="shut down"),
        pytest.param("12 kiosk.service stop running\n13 rescue.target start waiting", "0", False, id="to be rescued"),
    ],
)
def test_the_terminal_asks_for_a_login_when_the_kiosk_is_not_to_come_back(
    jobs: str, status: str, desk: Desk, *, is_given_back: bool
) -> None:
    desk.program("systemctl", f'case "$1" in list-jobs) echo "{jobs}";; *) echo "$*" >"$HOME/said";; esac')

    assert desk.run(GIVE_BACK, "kiosk.service", EXIT_STATUS=status) == 0
    said = desk.folder / "said"
    assert (said.read_text() if said.exists() else "") == (
        "--no-block start getty@tty1.service\n" if is_given_back else ""
    )


def test_the_x_server_leads_nowhere_and_stays_lit() -> None:
    told = (SESSION / "kiosk.conf").read_text("utf-8")

    for option in ("DontVTSwitch", "DontZap"):
        assert f'Option "{option}" "true"' in told
    for option in ("BlankTime", "StandbyTime", "SuspendTime", "OffTime"):
        assert f'Option "{option}" "0"' in told
