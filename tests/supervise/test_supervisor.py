"""The supervisor with small programs in the places of the display and of prepare."""

import json
import logging
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.edition.deposit import Deposited, deposit
from kiosk.edition.device import Access
from kiosk.edition.digest import sha256
from kiosk.edition.journal import Journal, SetAside, read_journal, write_journal, write_pin
from kiosk.edition.manifest import HashedFile, Origin
from kiosk.edition.model import Edition
from kiosk.edition.origin import fingerprint
from kiosk.edition.sealed import write_sealed
from kiosk.edition.value import replace
from kiosk.paths import access_in, prepared_in, store_in
from kiosk.supervise.call import call, make_ready
from kiosk.supervise.children import Child
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.jobs import Prepared
from kiosk.supervise.messages import Told
from kiosk.supervise.plan import Plan
from kiosk.supervise.stage import Mode
from kiosk.supervise.status import STATUS
from kiosk.supervise.supervisor import Supervisor
from tests.supervise.small_programs import PAINTS, VERSION, display, prepare

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the small programs are of POSIX")

INTERVALS = Intervals(look=0.05)
OLD, NEW = sha256(b"old"), sha256(b"new")
WARNING = Told("contact.toml", 3, 1, "logo", "does not exist", "Put it there", "warning", "The logo does not exist.")


def run(plan: Plan, intervals: Intervals = INTERVALS) -> None:
    Supervisor(plan, plan.start_display(), intervals).run()


def put(state: Path, edition: Edition, contact: Path) -> str:
    """Put an edition into the store that says what the files say, and has proved itself."""
    origin = Origin(datetime.now(UTC), VERSION, (HashedFile(str(contact), fingerprint(contact)),))
    outcome = deposit(store_in(state), edition, {}, origin)
    assert isinstance(outcome, Deposited)
    write_sealed(access_in(state), Access())
    write_sealed(prepared_in(state), Prepared(outcome.hash, origin.made_from))
    write_journal(store_in(state), Journal(outcome.hash, good=outcome.hash))
    return outcome.hash


def fingerprint_of(contact: Path) -> HashedFile:
    return HashedFile(str(contact), fingerprint(contact))


def set_aside(state: Path, edition: str) -> None:
    store_in(state).mkdir()
    write_journal(store_in(state), Journal(set_aside=(SetAside(edition, "it hung"),)))


def how_it_ended(plan: Plan, lines: str) -> int | None:
    """Run the supervisor with a display of these lines and give the exit status of the display."""
    child = display(lines)()
    Supervisor(plan, child, INTERVALS).run()
    return child.returncode


def counted(plan: Plan, started: list[Path]) -> Plan:
    """Give the plan with jobs that are noted in the list by the folder they are to write into."""

    def job(state: Path) -> Child:
        started.append(state)
        return plan.start_prepare(state)

    return replace(plan, start_prepare=job)


def test_a_closed_window_ends_the_kiosk_and_leaves_no_status(plan: Plan, state: Path) -> None:
    run(replace(plan, start_display=display(PAINTS)))

    assert not (state / STATUS).exists()


def test_the_display_is_told_what_to_show_and_how(
    plan: Plan, state: Path, contact: Path, edition: Edition, record: Path
) -> None:
    name = put(state, edition, contact)
    screen = display("record(sys.stdin.readline().strip())\n", record)

    run(replace(plan, start_display=screen, mode=Mode(captive=False, screen="2")))

    assert json.loads(record.read_text()) == {
        "kind": "Begin",
        "state": str(state),
        "editions": [name],
        "screen": "2",
    }


def test_a_new_edition_is_shown(plan: Plan, record: Path, state: Path) -> None:
    screen = display(PAINTS + 'message = hear("Show")\nrecord(message["state"])\nrecord(message["edition"])', record)

    run(replace(plan, start_display=screen))

    assert record.read_text() == f"{state}\n{OLD}\n"


def test_the_files_are_followed(plan: Plan, contact: Path, record: Path) -> None:
    changes = f'record(hear("Show")["edition"])\nwrite({str(contact)!r}, "new")\n'
    screen = display(PAINTS + changes + 'record(hear("Show")["edition"])', record)

    run(replace(plan, start_display=screen))

    assert record.read_text() == f"{OLD}\n{NEW}\n"


def test_a_call_brings_the_window_to_the_front_and_one_from_before_the_start_does_not(
    plan: Plan, state: Path, record: Path
) -> None:
    make_ready(state)
    call(state, "of an earlier kiosk")
    from_outside = f"from pathlib import Path; from kiosk.supervise.call import call; call(Path({str(state)!r}), 'now')"
    calls = f"import subprocess\nsubprocess.run([{sys.executable!r}, '-c', {from_outside!r}], check=True)\n"
    screen = display(PAINTS + 'hear("Show")\n' + calls + 'record(hear("ComeForward")["token"])', record)

    run(replace(plan, start_display=screen))

    assert record.read_text() == "now\n"


def test_nothing_is_prepared_while_the_edition_says_what_the_files_say(
    plan: Plan, state: Path, contact: Path, edition: Edition
) -> None:
    put(state, edition, contact)
    started: list[Path] = []

    run(counted(replace(plan, start_display=display(PAINTS)), started))

    assert started == []


def test_the_warnings_of_the_last_run_still_hold(
    plan: Plan, state: Path, contact: Path, edition: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    name = put(state, edition, contact)
    write_sealed(prepared_in(state), Prepared(name, (fingerprint_of(contact),), (WARNING,)))
    started: list[Path] = []

    run(counted(replace(plan, start_display=display(PAINTS)), started))

    assert capsys.readouterr().err == "The logo does not exist.\n"
    assert started == []


@pytest.mark.parametrize("spoil", ["none", "damaged", "of another edition", "of other files", "not to be read"])
def test_where_it_is_not_known_what_was_told_the_files_are_read_again(  # noqa: PLR0917  # pytest names what it hands over
    plan: Plan, state: Path, contact: Path, edition: Edition, record: Path, spoil: str
) -> None:
    name, file = put(state, edition, contact), prepared_in(state)
    files = (fingerprint_of(contact),)
    if spoil == "none":
        file.unlink()
    elif spoil == "damaged":
        file.write_bytes(file.read_bytes().replace(b"contact", b"content"))
    elif spoil == "of another edition":
        write_sealed(file, Prepared("f" * 64, files, (WARNING,)))
    elif spoil == "of other files":
        write_sealed(file, Prepared(name, (replace(files[0], sha256=NEW),), (WARNING,)))
    else:
        file.unlink()
        file.symlink_to(file)

    run(replace(plan, start_display=display(PAINTS + 'record(hear("Show")["edition"])', record)))

    assert record.read_text() == f"{OLD}\n"


@pytest.mark.parametrize("spoil", ["the file has changed", "the manifest is damaged", "another version made it"])
def test_a_stale_edition_is_made_anew(  # noqa: PLR0917  # pytest names what it hands over
    plan: Plan, state: Path, contact: Path, edition: Edition, record: Path, spoil: str
) -> None:
    name = put(state, edition, contact)
    if spoil == "the file has changed":
        contact.write_text("new")
    elif spoil == "the manifest is damaged":
        (store_in(state) / name / "manifest.json").write_bytes(b"{}")
    version = "1.1" if spoil == "another version made it" else VERSION
    screen = display(PAINTS + 'record(hear("Show")["edition"])', record)

    run(replace(plan, start_display=screen, version=version))

    assert record.read_text().strip() == fingerprint(contact)


def test_an_edition_that_the_display_cannot_read_is_made_anew(
    plan: Plan, state: Path, contact: Path, edition: Edition, record: Path
) -> None:
    name = put(state, edition, contact)
    tells = f'hear("Begin")\nsay("Unshowable", edition={name!r}, why="it is damaged")\nsay("Painted", edition="")\n'

    run(replace(plan, start_display=display(tells + 'record(hear("Show")["edition"])', record)))

    assert record.read_text() == f"{OLD}\n"
    assert read_journal(store_in(state)).good == ""


def test_one_that_the_disk_does_not_give_now_is_not_made_anew_at_once_and_keeps_its_name(
    plan: Plan, state: Path, contact: Path, edition: Edition
) -> None:
    name = put(state, edition, contact)
    tells = f'hear("Begin")\nsay("Unshowable", edition={name!r}, why="held", damaged=False)\nsay("Painted", edition="")'
    started: list[Path] = []

    run(counted(replace(plan, start_display=display(tells)), started))

    assert started == []
    assert read_journal(store_in(state)) == Journal(name, good=name)


def test_nothing_is_prepared_before_the_first_frame(plan: Plan, state: Path, contact: Path, edition: Edition) -> None:
    put(state, edition, contact)
    happened: list[str] = []

    def job(folder: Path) -> Child:
        happened.append("a job")
        return plan.start_prepare(folder)

    lines = 'say("OpenLink", uri="before")\nsay("Painted", edition="")\nsay("OpenLink", uri="after")'
    run(replace(plan, version="1.1", start_display=display(lines), start_prepare=job, open_link=happened.append))

    assert happened == ["before", "a job", "after"]


def test_a_display_that_does_not_paint_is_not_waited_for_without_end(
    plan: Plan, state: Path, contact: Path, edition: Edition, record: Path
) -> None:
    put(state, edition, contact)
    contact.write_text("new")
    screen = display('record(hear("Show")["edition"])', record)

    run(replace(plan, start_display=screen), replace(INTERVALS, first_frame=0.01))

    assert record.read_text() == f"{NEW}\n"


def test_a_dead_display_is_started_again(plan: Plan, record: Path) -> None:
    screen = display('record("x")\nsys.exit(os.path.getsize(sys.argv[1]) < 3)', record)

    run(replace(plan, start_display=screen))

    assert record.read_text() == "x\nx\n"


def test_one_that_is_started_again_shows_the_good_edition_and_not_the_one_that_killed_it(
    plan: Plan, state: Path, contact: Path, edition: Edition, record: Path
) -> None:
    good = put(state, edition, contact)
    contact.write_text("new")
    dies = (
        'record(" ".join(hear("Begin").get("editions", [])))\nif os.path.getsize(sys.argv[1]) > 70: sys.exit(0)\n'
        f'say("Painted", edition={good!r})\nsay("Beat", edition={good!r})\nhear("Show")\nsys.exit(70)'
    )

    run(replace(plan, start_display=display(dies, record)))

    assert record.read_text() == f"{good}\n{good}\n"
    assert read_journal(store_in(state)).set_aside == (SetAside(NEW, "it ended with status 70"),)


def test_a_computer_that_lacks_something_is_told_so_once(plan: Plan, capsys: pytest.CaptureFixture[str]) -> None:
    lacks = display('say("Lacks", what="It has no libGL.so.1.")\nsys.exit(72)')

    ending = Supervisor(replace(plan, start_display=lacks), lacks(), INTERVALS).run()

    assert ending == "not possible here"
    assert capsys.readouterr().err == "It has no libGL.so.1.\n"


def test_one_that_has_shown_something_gets_another_chance(plan: Plan, record: Path) -> None:
    lines = f'record("x")\nif os.path.getsize(sys.argv[1]) > 4: sys.exit(0)\n{PAINTS}say("Lacks", what="gone")\nsys.exit(72)'
    screen = display(lines, record)

    assert Supervisor(replace(plan, start_display=screen), screen(), INTERVALS).run() == "ended"
    assert record.read_text() == "x\nx\nx\n"


def test_the_card_is_laid_when_there_is_a_picture_and_leaves_with_the_kiosk(
    plan: Plan, state: Path, record: Path
) -> None:
    notes = Path(f"{record}.card")
    card = display('record(sys.stdin.readline().strip())\nhear("nothing")', notes)
    screen = display(f'{PAINTS}say("Pictured")\nwhile not os.path.exists({str(notes)!r}): pass')

    run(replace(plan, start_display=screen, start_card=card, mode=Mode(captive=False, screen="2")))

    assert notes.read_text() == f'{{"kind":"Cover","screen":"2","state":"{state}"}}\n'


def test_without_a_picture_the_card_is_laid_a_while_after_the_start(plan: Plan, record: Path) -> None:
    notes = Path(f"{record}.card")
    screen = display(f"while not os.path.exists({str(notes)!r}): pass")

    run(
        replace(plan, start_display=screen, start_card=display("record(1)", notes)),
        replace(INTERVALS, first_frame=0.01),
    )

    assert notes.exists()


def test_the_card_is_black_while_the_screen_is_dark(plan: Plan, record: Path) -> None:
    notes = Path(f"{record}.card")
    card = display('for line in sys.stdin: record(json.loads(line).get("dark", False))', notes)
    waits = f'while "True" not in (read({str(notes)!r}).decode() if os.path.exists({str(notes)!r}) else ""): pass'

    screen = display(f'{PAINTS}say("Pictured")\nsay("Scene", light="dimmed")\n{waits}')
    run(replace(plan, start_display=screen, start_card=card))

    assert notes.read_text().split()[-1] == "True"


def test_a_display_under_the_card_is_told_to_lie_over_it(plan: Plan, record: Path) -> None:
    card = display('hear("Cover")\nsay("InFront")\nhear("nothing")')
    screen = display(f'{PAINTS}say("Pictured")\nrecord(hear("Uncover")["kind"])', record)

    run(replace(plan, start_display=screen, start_card=card))

    assert record.read_text() == "Uncover\n"


def test_a_link_is_opened_in_a_window(plan: Plan) -> None:
    opened: list[str] = []
    screen = display('say("OpenLink", uri="tel:+1")')

    run(replace(plan, start_display=screen, open_link=opened.append))

    assert opened == ["tel:+1"]


def test_where_no_links_are_opened_one_is_passed_over(plan: Plan, record: Path) -> None:
    screen = display('say("OpenLink", uri="tel:+1")\nrecord(hear("Show")["edition"])', record)

    run(replace(plan, start_display=screen, open_link=None))

    assert record.read_text() == f"{OLD}\n"


def test_a_display_that_talks_nonsense_is_listened_to_still(plan: Plan) -> None:
    opened: list[str] = []
    screen = display('print("QPainter::begin: Paint device returned engine == 0")\nsay("OpenLink", uri="tel:+1")')

    run(replace(plan, start_display=screen, open_link=opened.append))

    assert opened == ["tel:+1"]


def test_a_prepare_that_crashes_is_told_and_the_files_are_followed_still(
    plan: Plan, contact: Path, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = display(PAINTS + f'hear("Mark")\nwrite({str(contact)!r}, "new")\nrecord(hear("Show")["edition"])', record)
    jobs = iter([prepare("sys.exit(3)"), plan.start_prepare])

    def next_job(folder: Path) -> Child:
        return next(jobs)(folder)

    run(replace(plan, start_display=screen, start_prepare=next_job))

    words = "Your files could not be prepared and will be tried again: it said nothing (exit status 3)\n"
    assert capsys.readouterr().err.startswith(words)
    assert record.read_text() == f"{NEW}\n"


def test_a_bad_edit_marks_the_screen_and_mending_it_takes_the_mark_away(
    plan: Plan, contact: Path, record: Path
) -> None:
    file = repr(str(contact))
    lines = (
        f'hear("Show")\nwrite({file}, "wrong")\nrecord(hear("Mark", "Show"))\n'
        f'write({file}, "new")\nrecord(hear("Mark", "Show")["kind"])\nrecord(hear("Mark", "Show"))'
    )

    run(replace(plan, start_display=display(PAINTS + lines, record)))

    on, off = {"kind": "Mark", "on": True}, {"kind": "Mark", "on": False}
    assert record.read_text() == f"{on}\nShow\n{off}\n"


def test_a_display_that_is_started_again_is_marked_still(plan: Plan, contact: Path, record: Path) -> None:
    contact.write_text("wrong")
    lines = (
        'record(hear("Begin").get("marked", False))\nif os.path.getsize(sys.argv[1]) > 8: sys.exit(0)\n'
        'say("Painted", edition="")\nhear("Mark")\nsys.exit(1)'
    )

    run(replace(plan, start_display=display(lines, record)))

    assert record.read_text() == "False\nTrue\n"


def test_staff_are_told_when_their_mistakes_are_mended(
    plan: Plan, contact: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contact.write_text("wrong")
    screen = display(PAINTS + f'hear("Mark")\nwrite({str(contact)!r}, "new")\nhear("Show")')

    run(replace(plan, start_display=screen))

    assert capsys.readouterr().err == "It is wrong.\nYour files are in order again, and the screen shows them.\n"


def test_an_edition_that_is_set_aside_is_refused_and_the_screen_marked(
    plan: Plan, state: Path, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_aside(state, OLD)

    run(replace(plan, start_display=display(PAINTS + 'record(hear("Mark", "Show")["kind"])', record)))

    assert record.read_text() == "Mark\n"
    assert capsys.readouterr().err == ("This version is set aside: it hung. The screen shows the version before it.\n")


def test_staff_who_ask_for_an_edition_see_it(
    plan: Plan, state: Path, contact: Path, edition: Edition, record: Path
) -> None:
    good = put(state, edition, contact)
    asks = "write(sys.argv[1] + '.asks', '')\n" + 'record(hear("Show")["edition"])\n'
    pinned = store_in(state) / ".pinned"
    write_pin(store_in(state), "f" * 64)
    (store_in(state) / "pin.json").rename(pinned)
    moves = f"os.replace({str(pinned)!r}, {str(store_in(state) / 'pin.json')!r})\n"

    run(replace(plan, start_display=display(PAINTS + moves + asks, record)))

    assert record.read_text() == "f" * 64 + "\n"
    assert read_journal(store_in(state)).good == good


def not_stored_in(plan: Plan, full: Path) -> Plan:
    """Give the plan with jobs for which one folder takes nothing."""
    fails = prepare(f'report("NotStored", {plan.files[0]!r}, why="No space left on device")')
    return replace(plan, start_prepare=lambda state: (fails if state == full else plan.start_prepare)(state))


def test_where_the_disk_is_full_the_state_moves_to_the_next_place(
    plan: Plan, state: Path, tmp_path: Path, record: Path
) -> None:
    refuge = tmp_path / "refuge" / "state"
    screen = display(PAINTS + 'message = hear("Show")\nrecord(message["state"])\nrecord(message["edition"])', record)
    places = replace(plan, start_display=screen, places=((state, "usual"), (refuge, "temporary")))

    run(not_stored_in(places, state))

    assert record.read_text() == f"{refuge}\n{OLD}\n"
    assert read_journal(store_in(refuge)).current == OLD


def test_the_good_edition_comes_along_and_its_display_is_left_in_peace(  # noqa: PLR0917  # pytest names what it hands over
    plan: Plan, state: Path, tmp_path: Path, contact: Path, edition: Edition, record: Path
) -> None:
    good, refuge = put(state, edition, contact), tmp_path / "refuge" / "state"
    contact.write_text("new")
    screen = display(f'say("Painted", edition={good!r})\nhear("Show")\nrecord("shown")', record)
    places = replace(plan, start_display=screen, places=((state, "usual"), (refuge, "temporary")))

    run(not_stored_in(places, state))

    assert record.read_text() == "shown\n"
    assert (store_in(refuge) / good / "edition.json").is_file()
    assert read_journal(store_in(refuge)).good == good


def test_a_move_is_no_reason_to_set_aside_what_is_on_trial(
    plan: Plan, state: Path, tmp_path: Path, contact: Path, record: Path
) -> None:
    refuge = tmp_path / "refuge" / "state"
    lines = f'say("Painted", edition=hear("Show")["edition"])\nwrite({str(contact)!r}, "new")\nrecord(hear("Show")["state"])'
    places = replace(plan, start_display=display(PAINTS + lines, record), places=((state, "usual"), (refuge, "memory")))
    fails = prepare(f'report("NotStored", {str(contact)!r}, why="No space left on device")')

    def job(folder: Path) -> Child:
        return (fails if folder == state and contact.read_text() == "new" else plan.start_prepare)(folder)

    run(replace(places, start_prepare=job))

    assert record.read_text() == f"{refuge}\n"
    assert read_journal(store_in(refuge)).set_aside == ()


def test_where_no_disk_takes_anything_staff_are_told_and_the_screen_stays(
    plan: Plan, state: Path, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = display(PAINTS + 'record(hear("Mark", "Show")["kind"])', record)

    run(not_stored_in(replace(plan, start_display=screen), state))

    assert record.read_text() == "Mark\n"
    assert capsys.readouterr().err == (
        "Nothing can be written to the disk, and the screen stays as it is: No space left on device\n"
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_system_can_end_the_kiosk(plan: Plan, number: signal.Signals) -> None:
    lines = PAINTS + f"hear('Show')\nos.kill(os.getppid(), {number:d})\nsys.stdin.read()\nsys.exit(0)"

    assert how_it_ended(plan, lines) == 0


def test_a_job_that_is_at_work_then_ends_too(plan: Plan, record: Path) -> None:
    slow = prepare("write(sys.argv[1], str(os.getpid()))\nsignal.pause()", record)
    lines = "import time\nwhile not os.path.exists(sys.argv[1]): time.sleep(0.01)\nos.kill(os.getppid(), 15)\nhear()"

    run(replace(plan, start_display=display(lines, record), start_prepare=slow))

    with pytest.raises(ProcessLookupError):
        os.kill(int(record.read_text()), 0)


def test_a_display_that_does_not_leave_is_ended_by_force(plan: Plan) -> None:
    stays = "hear('Show')\nos.kill(os.getppid(), 15)\nsys.stdin.read()\nsignal.pause()"
    lines = "signal.signal(15, signal.SIG_IGN)\n" + PAINTS + stays

    assert how_it_ended(plan, lines) == -signal.SIGKILL


def test_a_status_that_cannot_be_removed_does_not_spoil_the_end(plan: Plan, state: Path) -> None:
    (state / STATUS).mkdir()

    run(replace(plan, start_display=display(PAINTS)))

    assert (state / STATUS).is_dir()


def test_a_display_that_cannot_be_started_again_is_tried_later(plan: Plan) -> None:
    starts = iter([display("sys.exit(1)"), None, display("sys.exit(0)")])

    def start_next() -> Child:
        starter = next(starts)
        if starter is None:
            raise BlockingIOError
        return starter()

    run(replace(plan, start_display=start_next))

    assert list(starts) == []


def test_the_service_manager_hears_that_it_is_ready_and_that_it_ends(plan: Plan) -> None:
    said: list[str] = []

    class Manager:
        watchdog_seconds = None

        def ready(self) -> None:
            said.append("ready")

        def stopping(self) -> None:
            said.append("stopping")

        def status(self, text: str) -> None:
            pass

        def watchdog(self) -> None:
            pass

    run(replace(plan, start_display=display(PAINTS), service=Manager()))

    assert said == ["ready", "stopping"]


def test_a_start_is_not_taken_for_a_computer_that_stood_still(
    plan: Plan, state: Path, contact: Path, edition: Edition, caplog: pytest.LogCaptureFixture
) -> None:
    put(state, edition, contact)
    caplog.set_level(logging.INFO)

    for _ in range(5):
        run(replace(plan, start_display=display("import time; time.sleep(0.05)")))

    assert "the computer stood still" not in caplog.messages


STANDS_STILL = """
import signal, sys
from pathlib import Path
from kiosk.supervise import supervisor
from kiosk.supervise.computer import Untouched
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.plan import Plan
from kiosk.supervise.stage import Mode
from kiosk.supervise.state_folder import StateFolder
from kiosk.system.service import service_of
from tests.supervise.small_programs import PAINTS, display, errand, gather, prepare

record, state = Path(sys.argv[1]), Path(sys.argv[2])
stops = '''import time
record("started")
if os.path.getsize(sys.argv[1]) > 8:
    sys.exit(0)
hear("Mark")
time.sleep(0.3)
for _ in range(int(sys.argv[2])):
    say("OpenLink", uri="tel:+1")
os.kill(os.getppid(), signal.SIGSTOP)
time.sleep(2)
os.kill(os.getppid(), signal.SIGCONT)
time.sleep(0.3)
sys.exit(0)'''
supervisor.SLEPT_SECONDS = 0.2
plan = Plan(
    start_display=display(PAINTS + stops.replace("int(sys.argv[2])", sys.argv[3]), record),
    start_prepare=prepare(""),
    state=StateFolder(state, "usual"),
    places=((state, "usual"),),
    files=(),
    version="1",
    mode=Mode(captive=False, screen=""),
    service=service_of({}),
    computer=Untouched(state),
    start_check=errand(""),
    start_doctor=errand(""),
    start_gather=gather(""),
)
supervisor.Supervisor(plan, plan.start_display(), Intervals(patience=1.5)).run()
"""


@pytest.mark.parametrize("waiting", [pytest.param(0, id="nothing waits"), pytest.param(5000, id="much waits")])
def test_a_supervisor_that_stood_still_itself_does_not_blame_the_display(
    record: Path, state: Path, waiting: int
) -> None:
    command = [sys.executable, "-c", STANDS_STILL, str(record), str(state), str(waiting)]

    subprocess.run(command, check=True, cwd=Path(__file__).parents[2], timeout=60)

    assert record.read_text() == "started\n"
