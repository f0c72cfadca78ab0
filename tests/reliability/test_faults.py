"""G4: every Nth call to the disk fails, with every error; what was whole before is whole afterwards."""

import errno
import json
import logging
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path

import pytest
import segno

from kiosk import log
from kiosk.edition.deposit import Deposited, NotWritten, deposit
from kiosk.edition.device import Device, device_settings
from kiosk.edition.durable import ORPHANED_AFTER_SECONDS, remove_orphans, write_atomically
from kiosk.edition.journal import Journal, read_journal, read_pin, write_journal, write_pin
from kiosk.edition.sealed import write_sealed
from kiosk.edition.store import Verified, read
from kiosk.edition.value import replace
from kiosk.log_file import ROTATE_AGAIN_SECONDS, LogFile
from kiosk.paths import device_settings_in, resources, store_in
from kiosk.prepare.job import Outcome, prepare
from kiosk.prepare.starter import write_starter
from kiosk.supervise import promotion
from kiosk.supervise.editions import Editions
from kiosk.supervise.standing import NotYetKnown
from kiosk.supervise.state_folder import Place, StateFolder, settle
from kiosk.supervise.status import Status, read_status, write_status
from tests.reliability.fault_store import (
    MONDAY,
    PICTURES,
    TUESDAY,
    Anew,
    choice,
    edition_called,
    files_in,
    folder_in_memory,
    half_editions,
    no_choice,
    put,
    temporary_in,
    third_contents,
)
from tests.reliability.faults import FaultFS, HalfWrites, Tally, every_fault, every_full_disk

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

TRIAL_SECONDS = 60.0
TWO = (errno.ENOSPC, errno.EACCES)
"""Where a disk goes on failing: PermissionError is the only one of these that anything treats by itself."""
CONTACT = """schema = 1
[organisation]
name = "Haig Park"
country = "ZW"
[[email]]
label = "Email"
address = "hello@haigpark.example"
[[article]]
file = "article.md"
"""


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> Callable[[Tally], None]:
    """Give what says how many trials there were and fails where one of them went wrong."""

    def tell(tally: Tally) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{request.node.name}: {tally.trials} faults, {len(tally.wrong)} wrong")
        assert not tally.wrong, "\n".join(tally.wrong)

    return tell


@pytest.fixture
def disk() -> Iterator[Path]:
    with folder_in_memory() as folder:
        yield folder


@pytest.fixture
def anew(disk: Path) -> Anew:
    return Anew(disk)


def after(anew: Anew, operation: Callable[[], object]) -> dict[str, bytes]:
    """Give what the files are when nothing disturbs the operation."""
    anew()
    operation()
    return files_in(anew.state)


def harm(anew: Anew, *allowed: dict[str, bytes]) -> list[str]:
    """Say what is wrong: a file with a third content, half an edition, nothing to show."""
    return [
        *third_contents(anew.state, anew.before, *allowed),
        *half_editions(anew.state, anew.before, allowed[-1]),
        *no_choice(anew.state),
    ]


def left_behind(state: Path) -> list[str]:
    return [f"{name} is left behind" for name in temporary_in(state)]


def left_for_good(anew: Anew) -> list[str]:
    """Say which temporary files the next deposit leaves when they are old: the disk refused to remove them at once."""
    for name in temporary_in(anew.state):
        old = (anew.state / name).stat().st_mtime - ORPHANED_AFTER_SECONDS - 1
        os.utime(anew.state / name, (old, old))
    put(anew.state, "the next")
    remove_orphans(anew.state)  # as every job does
    return left_behind(anew.state)


def every_fault_in(
    anew: Anew,
    operation: Callable[[], object],
    *allowed: dict[str, bytes],
    arrange: Callable[[], object] | None = None,
    handled: type[Exception] | tuple[()] = (),
    check: Callable[[], list[str]] = list,
) -> Tally:
    """Disturb the operation once, for good, and by a disk that becomes full in the middle of a write."""
    begin = arrange or anew
    new = allowed or (after(anew, operation),)

    def once() -> list[str]:
        return [*check(), *harm(anew, *new), *left_behind(anew.state)]

    def for_good() -> list[str]:
        return [*check(), *harm(anew, *new), *left_for_good(anew)]

    single = every_fault(anew.state, operation, once, arrange=begin, handled=handled)
    lasting = every_fault(anew.state, operation, for_good, arrange=begin, handled=handled, once=False, errors=TWO)
    full = every_full_disk(anew.state, operation, once, arrange=begin, handled=handled)
    assert full.trials > 1, "it writes nothing"
    return Tally(
        single.trials + lasting.trials + full.trials,
        [*single.wrong, *(f"from then on {wrong}" for wrong in lasting.wrong), *full.wrong],
    )


@dataclass
class Depositing:
    """Deposits, and says whether the answer is true."""

    store: Path
    name: str
    outcome: Deposited | NotWritten | None = None

    def __call__(self) -> None:
        self.outcome = None
        self.outcome = deposit(self.store, edition_called(self.name), PICTURES, TUESDAY)

    def untrue(self) -> list[str]:
        match self.outcome:
            case Deposited(name) if not isinstance(reading := read(self.store, name), Verified):
                return [f"deposited, yet {reading}"]
            case _:
                return []


class TestDeposit:
    def test_of_a_new_edition(self, anew: Anew, told: Callable[[Tally], None]) -> None:
        depositing = Depositing(anew.store, "new")

        told(every_fault_in(anew, depositing, check=depositing.untrue))

    def test_of_an_edition_that_is_there(self, anew: Anew, told: Callable[[Tally], None]) -> None:
        depositing = Depositing(anew.store, "good")

        told(every_fault_in(anew, depositing, check=depositing.untrue))

    def test_that_takes_the_place_of_an_old_one(self, anew: Anew, told: Callable[[Tally], None]) -> None:
        depositing = Depositing(anew.store, "new")

        def arrange() -> None:
            anew()
            write_journal(anew.store, replace(read_journal(anew.store), current=anew.hashes["good"]))
            put(anew.state, "newer")

        arrange()
        anew.before = files_in(anew.state)
        depositing()
        assert isinstance(read(anew.store, anew.hashes["third"]), Verified) is False

        told(every_fault_in(anew, depositing, files_in(anew.state), arrange=arrange, check=depositing.untrue))

    def test_over_a_damaged_one(self, anew: Anew, told: Callable[[Tally], None]) -> None:
        depositing = Depositing(anew.store, "good")
        edition = anew.store / anew.hashes["good"]

        def arrange() -> None:
            anew()
            (edition / "edition.json").write_bytes(b"{}")

        def check() -> list[str]:
            third = third_contents(anew.state, anew.before, *states)
            return [*depositing.untrue(), *third, *no_choice(anew.state), *left_behind(anew.state)]

        arrange()
        states = [files_in(anew.state), {path: text for path, text in anew.before.items() if edition.name not in path}]
        depositing()
        states.append(files_in(anew.state))

        told(every_fault(anew.state, depositing, check, arrange=arrange))

    def test_into_no_store_yet(self, disk: Path, told: Callable[[Tally], None]) -> None:
        state = disk / "state"
        depositing = Depositing(store_in(state), "first")

        def arrange() -> None:
            shutil.rmtree(state, ignore_errors=True)

        def check() -> list[str]:
            is_shown = isinstance(choice(state), Verified)
            lost = ["deposited, yet not chosen"] if isinstance(depositing.outcome, Deposited) and not is_shown else []
            return [*depositing.untrue(), *lost, *left_behind(disk)]

        told(every_fault(state, depositing, check, arrange=arrange))


@dataclass(frozen=True)
class Written:
    """A small file's writer."""

    name: str
    write: Callable[[Path], None]


SMALL_FILES = [
    Written("journal", lambda state: write_journal(store_in(state), Journal(current="a" * 64))),
    Written("pin", lambda state: write_pin(store_in(state), "a" * 64)),
    Written("device", lambda state: write_sealed(device_settings_in(state), Device(sheet_seconds=99))),
]


@pytest.mark.parametrize("file", SMALL_FILES, ids=lambda file: file.name)
def test_a_small_file_is_old_or_new(file: Written, anew: Anew, told: Callable[[Tally], None]) -> None:
    def read_back() -> tuple[Journal, str, Device]:
        return read_journal(anew.store), read_pin(anew.store), device_settings(device_settings_in(anew.state))

    anew()
    legal = [read_back()]
    file.write(anew.state)
    legal.append(read_back())

    told(
        every_fault_in(
            anew,
            lambda: file.write(anew.state),
            handled=OSError,
            check=lambda: [] if read_back() in legal else [f"{read_back()} is read"],
        )
    )


@pytest.mark.parametrize("file", SMALL_FILES, ids=lambda file: file.name)
def test_a_disk_that_takes_one_half_at_a_time_gets_all(file: Written, anew: Anew) -> None:
    new = after(anew, lambda: file.write(anew.state))
    anew()

    with HalfWrites(anew.state) as disk:
        file.write(anew.state)

    assert disk.calls > 1
    assert files_in(anew.state) == new


def test_a_deposit_on_a_disk_that_takes_one_half_at_a_time_is_whole(anew: Anew) -> None:
    new = after(anew, Depositing(anew.store, "new"))
    anew()

    with HalfWrites(anew.state):
        Depositing(anew.store, "new")()

    assert files_in(anew.state) == new


class TestStatus:
    OLD = Status(MONDAY.made_at, MONDAY.made_at, "1.0", 1, "starting", NotYetKnown(), "lock", "state")
    NEW = replace(OLD, written_at=TUESDAY.made_at, health="shown", state_why="x" * 3000)

    def test_is_in_the_next_folder_where_the_first_refuses(
        self, anew: Anew, disk: Path, told: Callable[[Tally], None]
    ) -> None:
        states = (anew.state, disk / "kiosk" / "refuge")

        def arrange() -> None:
            anew()
            write_status(states[:1], self.OLD)
            shutil.rmtree(states[1].parent, ignore_errors=True)

        def check() -> list[str]:
            status = read_status(states)
            return [] if status == self.NEW else [f"{status} is read"]

        arrange()
        anew.before = files_in(anew.state)
        write_status(states, self.NEW)
        new = files_in(anew.state)

        told(every_fault_in(anew, lambda: write_status(states, self.NEW), new, arrange=arrange, check=check))

    def test_is_old_where_no_folder_takes_the_new_one(self, anew: Anew, told: Callable[[Tally], None]) -> None:
        states = (anew.state,)

        def arrange() -> None:
            anew()
            write_status(states, self.OLD)

        def check() -> list[str]:
            status = read_status(states)
            return [] if status in {self.OLD, self.NEW} else [f"{status} is read"]

        told(every_fault(anew.state, lambda: write_status(states, self.NEW), check, arrange=arrange))


Step = Callable[[Editions, dict[str, str]], object]


@dataclass(frozen=True)
class Transition:
    name: str
    act: Step
    before: tuple[Step, ...] = ()
    pin: str = ""


ACCEPTED: Step = lambda editions, named: editions.accept(named["third"])  # noqa: E731  # a table of steps
SHOWN: Step = lambda editions, named: editions.put_on_trial(named["third"])  # noqa: E731  # as above
PAINTED: Step = lambda editions, named: editions.painted(named["third"], 0.0)  # noqa: E731  # as above
PASSED: Step = lambda editions, _: editions.pass_trial(TRIAL_SECONDS)  # noqa: E731  # as above
KILLED: Step = lambda editions, _: editions.display_died("killed", is_guilty=False)  # noqa: E731  # as above
SECOND_ON_TRIAL: Step = lambda editions, named: editions.painted(named["second"], 0.0)  # noqa: E731  # as above

TRANSITIONS = [
    Transition("accept", ACCEPTED),
    Transition("put_on_trial", SHOWN, (ACCEPTED,)),
    Transition("painted", PAINTED, (ACCEPTED,)),
    Transition("pass_trial", PASSED, (ACCEPTED, SHOWN, PAINTED)),
    Transition("display_died", lambda editions, _: editions.display_died("hung", is_guilty=True), (ACCEPTED, SHOWN)),
    Transition("is_damaged", lambda editions, named: editions.is_damaged(named["good"])),
    Transition("follow_pin", lambda editions, _: editions.follow_pin(), (ACCEPTED, SHOWN, KILLED), "third"),
    Transition("end", lambda editions, _: editions.end(), (ACCEPTED, SHOWN)),
]


class TestEditions:
    @pytest.mark.parametrize("transition", TRANSITIONS, ids=lambda transition: transition.name)
    def test_never_raise_and_keep_the_old_journal_or_the_new_one(
        self, transition: Transition, anew: Anew, told: Callable[[Tally], None]
    ) -> None:
        stage = Trial(anew, transition.before, transition.pin)

        stage()
        anew.before = files_in(anew.state)
        transition.act(stage.editions, anew.hashes)
        new = files_in(anew.state)
        assert new != anew.before

        told(every_fault_in(anew, lambda: transition.act(stage.editions, anew.hashes), new, arrange=stage))

    def test_a_second_trial_begins_after_the_first_is_passed_or_not_at_all(
        self, anew: Anew, told: Callable[[Tally], None]
    ) -> None:
        stage = Trial(anew, (ACCEPTED, SHOWN, KILLED, SECOND_ON_TRIAL))
        stage()
        anew.before = files_in(anew.state)
        journal = promotion.proved(stage.editions.journal)
        write_journal(anew.store, journal)
        proved = files_in(anew.state)
        write_journal(anew.store, promotion.with_candidate(journal, anew.hashes["third"]))
        returned = files_in(anew.state)

        told(every_fault_in(anew, lambda: PASSED(stage.editions, anew.hashes), proved, returned, arrange=stage))

    def test_begin_whatever_fails(self, anew: Anew, told: Callable[[Tally], None]) -> None:
        def arrange() -> None:
            anew()
            write_journal(anew.store, on_trial)

        anew()
        on_trial = replace(read_journal(anew.store), on_trial=anew.hashes["current"])
        arrange()
        anew.before = files_in(anew.state)
        Editions(anew.store, TRIAL_SECONDS)
        new = files_in(anew.state)

        told(every_fault_in(anew, lambda: Editions(anew.store, TRIAL_SECONDS), new, arrange=arrange))

    def test_a_journal_that_cannot_be_read_at_the_start_is_not_forgotten(
        self, anew: Anew, told: Callable[[Tally], None]
    ) -> None:
        def start_and_follow() -> None:
            Editions(anew.store, TRIAL_SECONDS).accept(anew.hashes["third"])

        told(every_fault_in(anew, start_and_follow))

    def test_a_pin_that_cannot_be_read_is_still_staffs_wish(self, anew: Anew, told: Callable[[Tally], None]) -> None:
        stage = Trial(anew, ())

        def arrange() -> None:
            stage()
            write_pin(anew.store, anew.hashes["second"])
            stage.editions.follow_pin()

        def check() -> list[str]:
            return [] if stage.editions.pin == anew.hashes["second"] else [f"{stage.editions.pin!r} is shown instead"]

        def follow() -> None:
            stage.editions.follow_pin()

        told(every_fault(anew.state, follow, check, arrange=arrange))

    def test_what_the_disk_refused_once_is_on_it_when_the_kiosk_ends(
        self, anew: Anew, told: Callable[[Tally], None]
    ) -> None:
        """An edition that has passed its trial must not be set aside by the next start."""
        stage = Trial(anew, (ACCEPTED, SHOWN, PAINTED))

        def check() -> list[str]:
            stage.editions.end()
            refused = Editions(anew.store, TRIAL_SECONDS).journal.set_aside
            return [f"{aside.why}, says the next start of a good edition" for aside in refused]

        told(every_fault(anew.state, lambda: PASSED(stage.editions, anew.hashes), check, arrange=stage))


@dataclass
class Trial:
    """Brings editions, undisturbed, to where a transition begins."""

    anew: Anew
    steps: tuple[Step, ...]
    pin: str = ""
    editions: Editions = field(init=False)

    def __call__(self) -> None:
        self.anew()
        self.editions = Editions(self.anew.store, TRIAL_SECONDS)
        for step in self.steps:
            step(self.editions, self.anew.hashes)
        write_pin(self.anew.store, self.anew.hashes.get(self.pin, ""))


@dataclass
class Preparing:
    """Makes an edition of staff's files, all of it in one folder; `files` may be disturbed as well."""

    folder: Path
    anew: Anew
    outcome: Outcome | None = None

    def __call__(self) -> None:
        self.outcome = None
        self.outcome = prepare(self.folder / "contact.toml", self.folder / "device.toml", self.anew.state)

    def wrong(self) -> list[str]:
        now = files_in(self.anew.state)
        lost = [path for path, content in self.anew.before.items() if now.get(path) != content and "device" not in path]
        settings = device_settings(device_settings_in(self.anew.state))
        strange = [f"{settings} is read"] if settings not in {Device(screen="HDMI-1"), Device(screen="DP-1")} else []
        whole = half_editions(self.anew.state, self.anew.before, now)
        return [*(f"{path} has changed" for path in lost), *strange, *whole, *no_choice(self.anew.state)]

    def wrong_at_once(self) -> list[str]:
        return [*self.wrong(), *left_behind(self.anew.state)]


class TestPrepare:
    @pytest.fixture(autouse=True)
    def _quick_codes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Keep each QR code: drawing them anew would be three quarters of a job, and touches no disk."""
        monkeypatch.setattr(segno, "make_qr", cache(segno.make_qr))

    @pytest.fixture
    def staff(self, disk: Path) -> Path:
        folder = disk / "staff"
        folder.mkdir()
        (folder / "contact.toml").write_text(CONTACT, "utf-8")
        (folder / "article.md").write_text("# Welcome\n\nCome in.\n", "utf-8")
        (folder / "device.toml").write_text('screen = "DP-1"\n', "utf-8")
        return folder

    def test_a_disk_that_fails_once(self, staff: Path, anew: Anew, told: Callable[[Tally], None]) -> None:
        job = Preparing(staff, anew)

        told(every_fault(staff.parent, job, job.wrong_at_once, arrange=anew))

    def test_a_disk_that_fails_from_then_on(self, staff: Path, anew: Anew, told: Callable[[Tally], None]) -> None:
        job = Preparing(staff, anew)

        told(every_fault(staff.parent, job, job.wrong, arrange=anew, once=False, errors=TWO))

    def test_a_disk_that_becomes_full(self, staff: Path, anew: Anew, told: Callable[[Tally], None]) -> None:
        job = Preparing(staff, anew)

        told(every_full_disk(staff.parent, job, job.wrong_at_once, arrange=anew))

    @pytest.mark.deep
    @pytest.mark.parametrize("once", [True, False])
    def test_the_starter_files(self, disk: Path, anew: Anew, told: Callable[[Tally], None], *, once: bool) -> None:
        write_starter(resources(), disk / "starter")
        (disk / "starter" / "device.toml").write_text('screen = "DP-1"\n', "utf-8")
        job = Preparing(disk / "starter", anew)

        told(every_fault(disk, job, job.wrong_at_once if once else job.wrong, arrange=anew, once=once))


@dataclass
class Logging:
    """A log of the whole process, installed anew for each trial."""

    file: Path
    handlers: list[logging.Handler] = field(default_factory=list)

    def arrange(self) -> None:
        self.remove()
        shutil.rmtree(self.file.parent, ignore_errors=True)

    def note(self) -> None:
        log.install(self.file, "supervisor")
        self.handlers.append(logging.getLogger().handlers[-1])
        log.note("display died", status=3)
        log.note("display started", pid=1)

    def remove(self) -> None:
        while self.handlers:
            handler = self.handlers.pop()
            logging.getLogger().removeHandler(handler)
            handler.close()

    def lost(self) -> list[str]:
        self.remove()
        events = [json.loads(line)["event"] for line in self.file.read_text("utf-8").splitlines() if is_whole(line)]
        return [] if events == ["display died", "display started"] else [f"the log tells {events}"]


def is_whole(line: str) -> bool:
    with suppress(ValueError):
        return isinstance(json.loads(line), dict)
    return False


class TestLog:
    @pytest.fixture
    def logger(self, disk: Path) -> Iterator[Logging]:
        root, hooks = logging.getLogger(), (sys.excepthook, threading.excepthook)
        level = root.level
        logger = Logging(disk / "log" / "supervisor.log")
        yield logger
        logger.remove()
        root.setLevel(level)
        sys.excepthook, threading.excepthook = hooks

    @pytest.mark.parametrize("once", [True, False])
    def test_lines_wait_for_the_disk(
        self, logger: Logging, disk: Path, told: Callable[[Tally], None], *, once: bool
    ) -> None:
        told(every_fault(disk, logger.note, logger.lost, arrange=logger.arrange, once=once))

    def test_a_torn_line_is_written_again(self, logger: Logging, disk: Path, told: Callable[[Tally], None]) -> None:
        told(every_full_disk(disk, logger.note, logger.lost, arrange=logger.arrange))

    def test_a_disk_that_takes_one_half_at_a_time_gets_all(self, logger: Logging, disk: Path) -> None:
        with HalfWrites(disk) as halving:
            logger.note()

        assert halving.calls > len(logger.handlers)
        assert logger.lost() == []

    @pytest.mark.parametrize("once", [True, False])
    def test_no_line_is_lost_where_the_files_change_places(
        self, disk: Path, told: Callable[[Tally], None], *, once: bool
    ) -> None:
        folder = disk / "log"

        def arrange() -> None:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()

        def append() -> None:
            file = log_file(folder / "kiosk.log")
            for number in range(6):
                file.append(b"line %d\n" % number)
            waiting.append(file)

        def lost() -> list[str]:
            waiting.pop().write_waiting()
            lines = sorted(line for content in files_in(folder).values() for line in content.splitlines())
            return [] if lines == [b"line %d" % number for number in range(6)] else [f"the files hold {lines}"]

        waiting: list[LogFile] = []
        told(every_fault(disk, append, lost, arrange=arrange, once=once))


def log_file(path: Path) -> LogFile:
    """Give one of two lines a file, whose renaming can be disturbed."""
    return LogFile(
        path,
        lambda count: b"%d lost\n" % count,
        file_bytes=20,
        clock=count(0, ROTATE_AGAIN_SECONDS).__next__,
        retry_seconds=0.0,
        rename=lambda source, target: source.replace(target),
    )


@dataclass
class Settling:
    """Looks for a folder of state that takes files."""

    anew: Anew
    temporary: Path
    memory: Path
    found: StateFolder | None = None

    def arrange(self) -> None:
        self.anew()
        shutil.rmtree(self.temporary.parent, ignore_errors=True)

    def arrange_refusing(self) -> None:
        """Let the usual folder refuse the probe, whoever asks."""
        self.arrange()
        (self.anew.state / ".probe").mkdir()

    def __call__(self) -> None:
        self.found = None
        usual = self.anew.state
        places: tuple[tuple[Path, Place], ...] = (
            (usual, "usual"),
            (self.temporary, "temporary"),
            (self.memory, "memory"),
        )
        self.found = settle(places, usual)

    def wrong(self) -> list[str]:
        shown = no_choice(self.found.folder) if self.found else []
        return [*self.wrong_on_a_dead_disk(), *shown]

    def wrong_on_a_dead_disk(self) -> list[str]:
        """Say what is wrong where the usual folder cannot even be read."""
        if (probe := self.anew.state / ".probe").is_file():  # it could not be removed either
            probe.unlink()
        changed = third_contents(self.anew.state, self.anew.before)
        has_reason = self.found is None or (self.found.place != "usual") == bool(self.found.why)
        return changed if has_reason else [*changed, f"{self.found} without a reason"]


class TestSettle:
    @pytest.fixture
    def settling(self, disk: Path, anew: Anew) -> Settling:
        return Settling(anew, disk / "refuges" / "temporary", disk / "refuges" / "memory")

    def test_a_usual_folder_that_fails_once(self, settling: Settling, told: Callable[[Tally], None]) -> None:
        settling.arrange()
        settling()
        assert settling.found == StateFolder(settling.anew.state, "usual")

        told(every_fault(settling.anew.state, settling, settling.wrong, arrange=settling.arrange))

    def test_a_usual_folder_that_fails_from_then_on(self, settling: Settling, told: Callable[[Tally], None]) -> None:
        check = settling.wrong_on_a_dead_disk

        told(every_fault(settling.anew.state, settling, check, arrange=settling.arrange, once=False))

    def test_what_is_brought_along_fails_once(
        self, settling: Settling, disk: Path, told: Callable[[Tally], None]
    ) -> None:
        told(every_fault(disk, settling, settling.wrong, arrange=settling.arrange_refusing))

    @pytest.mark.parametrize("refuge", ["temporary", "."])
    def test_a_refuge_that_fails_from_then_on_gives_way_to_the_next(
        self, refuge: str, settling: Settling, disk: Path, told: Callable[[Tally], None]
    ) -> None:
        """A temporary folder on a full disk takes the probe, and then not the edition."""
        folder = disk / "refuges" / refuge

        told(every_fault(folder, settling, settling.wrong, arrange=settling.arrange_refusing, once=False, errors=TWO))


def torn(path: Path, content: bytes) -> None:
    """Write as a naive program does: over the old content."""
    with path.open("w") as file:
        file.write(content.decode())


def untidy(path: Path, content: bytes) -> None:
    """Write to a temporary file, and leave it where it is when something fails."""
    temporary = path.with_name(".new-untidy")
    temporary.write_bytes(content)
    temporary.replace(path)


def trusting(path: Path, content: bytes) -> None:
    """Take the first answer of the disk for all."""
    temporary = path.with_name(".new-trusting")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT)
    os.write(descriptor, content)
    os.close(descriptor)
    temporary.replace(path)


def silent(path: Path, content: bytes) -> None:
    """Let an error out that is not an OSError."""
    try:
        write_atomically(path, content)
    except OSError as error:
        raise RuntimeError from error


class TestTheHarnessItself:
    @pytest.mark.parametrize(
        ("writer", "complaint"),
        [
            pytest.param(torn, "neither the old nor the new", id="a plain write"),
            pytest.param(untidy, "left behind", id="a temporary file that stays"),
            pytest.param(silent, "RuntimeError leaves", id="another error"),
        ],
    )
    def test_catches(self, writer: Callable[[Path, bytes], None], complaint: str, anew: Anew) -> None:
        content = b"x" * 10_000

        tally = every_fault_in(anew, lambda: writer(anew.store / "journal.json", content), handled=OSError)

        assert any(complaint in wrong for wrong in tally.wrong)

    def test_catches_who_does_not_look_how_much_was_written(self, anew: Anew) -> None:
        anew()

        with HalfWrites(anew.state):
            trusting(anew.store / "journal.json", b"x" * 1000)

        assert len((anew.store / "journal.json").read_bytes()) == 500

    def test_catches_a_lost_edition(self, anew: Anew) -> None:
        anew()
        (anew.store / anew.hashes["good"] / "edition.json").write_bytes(b"{}")
        (anew.store / anew.hashes["third"] / "manifest.json").unlink()

        assert len(harm(anew, anew.before)) == 4

    def test_tries_every_call_with_every_error_and_once_more(self, anew: Anew) -> None:
        anew()
        with FaultFS(anew.state, 0, errno.EIO) as none:
            write_pin(anew.store, "")

        tally = every_fault(anew.state, lambda: write_pin(anew.store, ""), list, arrange=anew, handled=OSError)

        assert none.calls == 6  # open, write, fsync, replace; open, fsync of the folder
        assert tally.trials == 5 * (none.calls + 1)

    def test_leaves_other_folders_alone(self, anew: Anew, disk: Path) -> None:
        with FaultFS(anew.state, 1, errno.EIO, once=False) as fault:
            (disk / "elsewhere").write_bytes(b"x")

        assert not fault.fired

    def test_raises_the_error_that_the_system_would(self, anew: Anew) -> None:
        anew()
        with FaultFS(anew.state, 1, errno.EACCES) as disk, pytest.raises(PermissionError):
            (anew.store / "pin.json").read_bytes()

        assert disk.failed == [f"EACCES in call 1, open of {anew.store / 'pin.json'}"]

    def test_gives_everything_back(self, disk: Path) -> None:
        before = (os.open, os.write, open, os.scandir)
        with FaultFS(disk, 1, errno.EIO):
            assert (os.open, os.write, open, os.scandir) != before

        assert (os.open, os.write, open, os.scandir) == before
