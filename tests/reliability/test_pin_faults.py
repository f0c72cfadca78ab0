"""Every Nth call to the disk fails, with every error: no wrong try is forgotten, and no PIN is lost."""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.commands.exit_status import DONE, PROBLEMS, REFUSED
from kiosk.commands.set_pin import remove_pin, set_pin
from kiosk.edition.device import Access, Device, access_settings, device_settings
from kiosk.edition.sealed import read_sealed, write_sealed
from kiosk.edition.value import replace
from kiosk.paths import access_in, attempts_in, device_settings_in
from kiosk.prepare.config.read import read_device
from kiosk.prepare.job import prepare
from kiosk.staff.pin import matches
from kiosk.supervise.attempts import Attempts, fingerprint_of
from kiosk.supervise.attempts_file import AttemptsBook
from tests.reliability.fault_store import folder_in_memory, temporary_in
from tests.reliability.faults import FaultFS, HalfWrites, Tally, every_fault, every_full_disk

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

PIN_HASH = "scrypt$one"
OLD = "scrypt$15$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$zhN3xH1yBbVw9I9jBMNTrtbK4VTj7Hxg91mdRc4j3Qs="
NOW, LATER = 1000.0, 100_000.0
BEFORE = 12
"""Wrong tries: the wait after them is an hour."""

Told = Callable[[Tally], None]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> Told:
    """Give what says how many trials there were and fails where one of them went wrong."""

    def tell(tally: Tally) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{request.node.name}: {tally.trials} faults, {len(tally.wrong)} wrong")
        assert tally.trials > 5, "nothing was disturbed"
        assert not tally.wrong, "\n".join(tally.wrong)

    return tell


@pytest.fixture
def disk() -> Iterator[Path]:
    with folder_in_memory() as folder:
        yield folder


def every_kind_of_fault(
    folder: Path, operation: Callable[[], object], check: Callable[[], list[str]], arrange: Callable[[], object]
) -> Tally:
    """Disturb it once, for good, and by a disk that becomes full in the middle of a write."""
    once = every_fault(folder, operation, check, arrange=arrange)
    lasting = every_fault(folder, operation, check, arrange=arrange, once=False)
    full = every_full_disk(folder, operation, check, arrange=arrange)
    return Tally(once.trials + lasting.trials + full.trials, [*once.wrong, *lasting.wrong, *full.wrong])


@dataclass
class Counted:
    """A folder of state with a count, and the book that is disturbed while it counts on."""

    state: Path
    book: AttemptsBook | None = None
    counted: int = 0

    def arrange(self) -> None:
        self._restore(self.state)
        self.open()

    def arrange_closed(self) -> None:
        self._restore(self.state)
        self.book = None

    def open(self) -> None:
        self.book = AttemptsBook(self.state, lambda: NOW)

    def count(self) -> None:
        self._book.count(PIN_HASH, LATER)

    def succeed(self) -> None:
        self._book.succeed(PIN_HASH)

    def open_and_count(self) -> None:
        self.open()
        self.count()

    def wait(self, now: float = LATER) -> float:
        return self._book.wait_seconds(PIN_HASH, now)

    def on_disk(self) -> int:
        return read_sealed(attempts_in(self.state), Attempts(count=-1)).count

    def left_behind(self) -> list[str]:
        return [f"{name} is left behind" for name in temporary_in(self.state)]

    @property
    def _book(self) -> AttemptsBook:
        assert self.book is not None
        return self.book

    @staticmethod
    def _restore(state: Path) -> None:
        shutil.rmtree(state, ignore_errors=True)
        state.mkdir()
        write_sealed(attempts_in(state), Attempts(fingerprint_of(PIN_HASH), BEFORE, NOW + 3600.0, NOW))


class TestAttempts:
    @pytest.fixture
    def counted(self, disk: Path) -> Counted:
        return Counted(disk / "state")

    def test_a_try_counts_whatever_the_disk_does(self, counted: Counted, told: Told) -> None:
        def check() -> list[str]:
            in_memory = [] if counted.wait() == 3600 else [f"the wait is {counted.wait()} s"]
            on_disk = [] if counted.on_disk() in {BEFORE, BEFORE + 1} else [f"the disk says {counted.on_disk()}"]
            return [*in_memory, *on_disk]

        told(every_kind_of_fault(counted.state, counted.count, check, counted.arrange))

    def test_nothing_is_left_behind_where_it_fails_once(self, counted: Counted, told: Told) -> None:
        told(every_fault(counted.state, counted.count, counted.left_behind, arrange=counted.arrange))

    def test_a_try_that_is_counted_is_on_the_disk_unless_that_refused(self, counted: Counted) -> None:
        counted.arrange()
        with HalfWrites(counted.state):
            counted.count()

        assert counted.on_disk() == BEFORE + 1

    def test_the_next_try_brings_to_the_disk_what_it_refused(self, counted: Counted, told: Told) -> None:
        def check() -> list[str]:
            counted.count()
            return [] if counted.on_disk() == BEFORE + 2 else [f"the disk says {counted.on_disk()}"]

        told(every_fault(counted.state, counted.count, check, arrange=counted.arrange))

    def test_success_is_known_whatever_the_disk_does(self, counted: Counted, told: Told) -> None:
        def check() -> list[str]:
            in_memory = [] if counted.wait(NOW) == 0 else [f"the wait is {counted.wait(NOW)} s"]
            return in_memory if counted.on_disk() in {BEFORE, 0} else [*in_memory, f"the disk says {counted.on_disk()}"]

        told(every_kind_of_fault(counted.state, counted.succeed, check, counted.arrange))

    def test_a_count_that_could_not_be_read_at_the_start_is_not_forgotten(self, counted: Counted, told: Told) -> None:
        def check() -> list[str]:
            waits = [] if counted.wait(NOW) == 3600 else [f"the wait is {counted.wait(NOW)} s"]
            return waits if counted.on_disk() == BEFORE else [*waits, f"the disk says {counted.on_disk()}"]

        told(every_kind_of_fault(counted.state, counted.open, check, counted.arrange_closed))

    def test_while_it_cannot_be_read_there_are_no_free_tries(self, counted: Counted) -> None:
        counted.arrange_closed()
        with FaultFS(counted.state, 1, 5, once=False):
            counted.open()
            waits = [counted.wait(NOW), counted.wait(NOW + 30)]
            counted.count()
            waits.append(counted.wait())

        assert waits == [30, 0, 60]

    def test_no_fault_gives_a_second_free_try(self, counted: Counted, told: Told) -> None:
        """However it is disturbed, a start and a try leave at least the wait of a sixth."""

        def check() -> list[str]:
            return [] if counted.wait() >= 60 else [f"the wait is {counted.wait()} s"]

        told(every_kind_of_fault(counted.state, counted.open_and_count, check, counted.arrange_closed))

    def test_what_was_counted_moves_along(self, counted: Counted, disk: Path, told: Told) -> None:
        refuge = disk / "refuge"

        def arrange() -> None:
            counted.arrange()
            shutil.rmtree(refuge, ignore_errors=True)
            refuge.mkdir()
            write_sealed(attempts_in(refuge), Attempts(fingerprint_of(PIN_HASH), 3))

        def move() -> None:
            assert counted.book is not None
            counted.book.move(refuge)

        def check() -> list[str]:
            return [] if counted.wait(NOW) == 3600 else [f"the wait is {counted.wait(NOW)} s"]

        told(every_kind_of_fault(disk, move, check, arrange))


@dataclass
class Setting:
    """The administrator's file, changed by a command; what that answered is kept."""

    device: Path
    act: Callable[[Path], int]
    before: bytes = f'screen = "HDMI-1"\r\npin_hash = "{OLD}"\r\n# the end\r\n'.encode()
    status: int = -1

    def arrange(self) -> None:
        shutil.rmtree(self.device.parent, ignore_errors=True)
        self.device.parent.mkdir()
        self.device.write_bytes(self.before)

    def __call__(self) -> None:
        self.status = self.act(self.device)

    def wrong(self) -> list[str]:
        """Say what is wrong: a third content, or an answer that is not true."""
        loaded = read_device(self.device)
        if loaded.value is None or loaded.value.device != Device("HDMI-1"):
            return [f"the file holds {self.device.read_bytes()!r}"]
        changed = loaded.value.access != Access(OLD)
        if self.status not in {DONE, PROBLEMS, REFUSED} or (self.status == DONE and not changed):
            return [f"the status is {self.status}, changed: {changed}"]
        kept = [] if changed or self.device.read_bytes() == self.before else ["it is not as it was"]
        return [*kept, *(f"{name} is left behind" for name in temporary_in(self.device.parent))]


class TestSetPin:
    def test_the_file_is_the_old_or_the_new_one(self, disk: Path, told: Told) -> None:
        setting = Setting(disk / "staff" / "device.toml", lambda device: set_pin(device, lambda _: "740962"))

        once = every_fault(setting.device.parent, setting, setting.wrong, arrange=setting.arrange, errors=(5, 13))
        full = every_full_disk(setting.device.parent, setting, setting.wrong, arrange=setting.arrange)

        told(Tally(once.trials + full.trials, [*once.wrong, *full.wrong]))
        assert matches("740962", self._hash_in(setting.device)), "the last pass, undisturbed, sets the PIN"

    def test_so_it_is_where_the_pin_is_removed(self, disk: Path, told: Told) -> None:
        setting = Setting(disk / "staff" / "device.toml", remove_pin)

        once = every_fault(setting.device.parent, setting, setting.wrong, arrange=setting.arrange)
        full = every_full_disk(setting.device.parent, setting, setting.wrong, arrange=setting.arrange)

        told(Tally(once.trials + full.trials, [*once.wrong, *full.wrong]))

    @staticmethod
    def _hash_in(device: Path) -> str:
        loaded = read_device(device)
        assert loaded.value is not None
        return loaded.value.access.pin_hash


class TestAccess:
    """The hash on its way from device.toml to the check."""

    NEW = replace(Access(), pin_hash=OLD.replace("zhN3", "AAAA"))

    def test_the_pin_is_the_old_or_the_new_one(self, disk: Path, told: Told) -> None:
        staff, state = disk / "staff", disk / "state"

        def arrange() -> None:
            for folder in (staff, state):
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
            (staff / "device.toml").write_text(f'screen = "DP-1"\npin_hash = "{self.NEW.pin_hash}"\n')
            write_sealed(access_in(state), Access(OLD))
            write_sealed(device_settings_in(state), Device("HDMI-1"))

        def make() -> None:
            prepare(staff / "contact.toml", staff / "device.toml", state)

        def check() -> list[str]:
            access, device = access_settings(access_in(state)), device_settings(device_settings_in(state))
            strange = [] if access in {Access(OLD), self.NEW} else [f"{access} is read"]
            return strange if device in {Device("HDMI-1"), Device("DP-1")} else [*strange, f"{device} is read"]

        told(every_kind_of_fault(disk, make, check, arrange))


class TestTheTestsThemselves:
    """Each would see a book that is not like ours."""

    def test_see_a_count_that_is_written_over_the_old_one(self, disk: Path) -> None:
        counted = Counted(disk / "state")

        def over() -> None:
            with attempts_in(counted.state).open("wb") as file:
                file.write(b"half")

        def check() -> list[str]:
            return [] if counted.on_disk() in {BEFORE, BEFORE + 1} else ["torn"]

        assert every_fault(counted.state, over, check, arrange=counted.arrange, handled=OSError).wrong

    def test_see_a_book_that_begins_anew_when_it_cannot_read(self, disk: Path) -> None:
        counted = Counted(disk / "state")

        def forget() -> None:
            try:
                attempts_in(counted.state).read_bytes()
            except OSError:
                attempts_in(counted.state).unlink(missing_ok=True)
            counted.open()

        def check() -> list[str]:
            return [] if counted.wait(NOW) >= 30 else ["free tries"]

        assert every_fault(counted.state, forget, check, arrange=counted.arrange_closed).wrong
