"""The supervisor with small programs in the places of the display and of prepare."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.edition.deposit import Deposited, deposit
from kiosk.edition.manifest import HashedFile, Origin
from kiosk.edition.model import Edition
from kiosk.edition.origin import fingerprint
from kiosk.supervise.children import Child
from kiosk.supervise.supervisor import Plan, Supervisor

VERSION = "1.0"
PAINTS = 'print(\'{"kind": "Painted", "edition": ""}\', flush=True)\n'
PREPARES = 'print(\'{"kind": "Prepared", "edition": "ab12", "files": ["%s"]}\', flush=True)\n'


def display(lines: str, record: Path | None = None) -> Callable[[], Child]:
    """Give a starter of a Python program; `record` is where it may note things, as its first argument."""
    return lambda: start(lines, record, subprocess.PIPE)


def prepare(lines: str, record: Path | None = None) -> Callable[[], Child]:
    return lambda: start(lines, record, subprocess.DEVNULL)


def start(lines: str, record: Path | None, stdin: int) -> Child:
    command = [sys.executable, "-S", "-c", "import sys, os, signal\n" + lines, str(record)]
    return subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, encoding="utf-8")


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """Give the signals back to pytest."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def contact(tmp_path: Path) -> Path:
    file = tmp_path / "contact.toml"
    file.write_text("one")
    return file


@pytest.fixture
def plan(tmp_path: Path, contact: Path) -> Plan:
    return Plan(
        start_display=display("sys.exit(0)"),
        start_prepare=prepare(PREPARES % contact),
        store=tmp_path / "editions",
        files=(str(contact),),
        version=VERSION,
    )


def run(plan: Plan) -> None:
    Supervisor(plan, plan.start_display()).run()


def put(plan: Plan, edition: Edition, contact: Path) -> str:
    origin = Origin(datetime.now(UTC), VERSION, (HashedFile(str(contact), fingerprint(contact)),))
    outcome = deposit(plan.store, edition, {}, origin)
    assert isinstance(outcome, Deposited)
    return outcome.hash


def how_it_ended(plan: Plan, lines: str) -> int | None:
    """Run the supervisor with a display of these lines and give the exit status of the display."""
    child = display(lines)()
    Supervisor(plan, child).run()
    return child.returncode


def test_a_closed_window_ends_the_kiosk(plan: Plan) -> None:
    run(plan)

    assert not plan.store.exists()


def test_a_new_edition_is_shown(plan: Plan, tmp_path: Path) -> None:
    record = tmp_path / "record"
    screen = display(PAINTS + "open(sys.argv[1], 'w').write(sys.stdin.readline())", record)

    run(replace(plan, start_display=screen))

    assert record.read_text() == '{"edition":"ab12","kind":"Show"}\n'


def test_the_files_are_followed(plan: Plan, contact: Path, tmp_path: Path) -> None:
    record = tmp_path / "record"
    changes = f"sys.stdin.readline()\nopen({str(contact)!r}, 'w').write('two')\n"
    screen = display(PAINTS + changes + "open(sys.argv[1], 'w').write(sys.stdin.readline())", record)

    run(replace(plan, start_display=screen))

    assert record.read_text() == '{"edition":"ab12","kind":"Show"}\n'


def test_nothing_is_prepared_while_the_edition_says_what_the_files_say(
    plan: Plan, contact: Path, edition: Edition
) -> None:
    put(plan, edition, contact)
    started: list[Child] = []

    def job() -> Child:
        started.append(plan.start_prepare())
        return started[-1]

    run(replace(plan, start_display=display(PAINTS), start_prepare=job))

    assert started == []


@pytest.mark.parametrize("spoil", ["the file has changed", "the edition is damaged"])
def test_a_stale_or_damaged_edition_is_made_anew(
    plan: Plan, contact: Path, edition: Edition, tmp_path: Path, spoil: str
) -> None:
    name = put(plan, edition, contact)
    if spoil == "the file has changed":
        contact.write_text("two")
    else:
        (plan.store / name / "edition.json").write_bytes(b"{}")

    record = tmp_path / "record"
    screen = display(PAINTS + "open(sys.argv[1], 'w').write(sys.stdin.readline())", record)

    run(replace(plan, start_display=screen))

    assert record.read_text() == '{"edition":"ab12","kind":"Show"}\n'


def test_a_dead_display_is_started_again(plan: Plan, tmp_path: Path) -> None:
    record = tmp_path / "record"
    screen = display(
        "n = open(sys.argv[1], 'a'); n.write('x'); n.close()\nsys.exit(os.path.getsize(sys.argv[1]) < 2)", record
    )

    run(replace(plan, start_display=screen))

    assert record.read_text() == "xx"


def test_a_link_is_opened_in_a_window(plan: Plan) -> None:
    opened: list[str] = []
    screen = display('print(\'{"kind": "OpenLink", "uri": "tel:+1"}\', flush=True)')

    run(replace(plan, start_display=screen, open_link=opened.append))

    assert opened == ["tel:+1"]


def test_a_prepare_that_crashes_is_told_and_the_files_are_followed_still(
    plan: Plan, contact: Path, caplog: pytest.LogCaptureFixture
) -> None:
    screen = display(PAINTS + f"open({str(contact)!r}, 'w').write('two')\nsys.stdin.readline()")
    jobs = iter([prepare("sys.exit(3)"), plan.start_prepare])

    def next_job() -> Child:
        return next(jobs)()

    run(replace(plan, start_display=screen, start_prepare=next_job))

    assert caplog.text.count("ended unexpectedly") == 1
    assert list(jobs) == []


def test_the_system_can_end_the_kiosk(plan: Plan) -> None:
    lines = PAINTS + "os.kill(os.getppid(), 15)\nsys.stdin.read()\nsys.exit(0)"

    assert how_it_ended(plan, lines) == 0


def test_a_display_that_does_not_leave_is_ended_by_force(plan: Plan) -> None:
    lines = (
        "signal.signal(15, signal.SIG_IGN)\n" + PAINTS + "os.kill(os.getppid(), 15)\nsys.stdin.read()\nsignal.pause()"
    )

    assert how_it_ended(plan, lines) == -signal.SIGKILL


def test_staff_are_told_when_their_mistakes_are_mended(
    plan: Plan, contact: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = display(PAINTS + f"open({str(contact)!r}, 'w').write('two')\nsys.stdin.readline()")
    fails = f'print(\'{{"kind": "NotPrepared", "files": ["{contact}"]}}\')'
    jobs = iter([prepare(fails), plan.start_prepare])

    def next_job() -> Child:
        return next(jobs)()

    run(replace(plan, start_display=screen, start_prepare=next_job))

    assert capsys.readouterr().err == "Your files are in order again, and the screen shows them.\n"


def test_a_display_that_cannot_be_started_again_is_tried_later(plan: Plan) -> None:
    starts = iter([display("sys.exit(1)"), None, display("sys.exit(0)")])

    def start_next() -> Child:
        starter = next(starts)
        if starter is None:
            raise BlockingIOError
        return starter()

    run(replace(plan, start_display=start_next))

    assert list(starts) == []
