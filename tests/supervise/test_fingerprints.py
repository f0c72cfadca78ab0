import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import pytest

from kiosk.edition.origin import ABSENT, BUSY, fingerprint
from kiosk.supervise.fingerprints import BUSY_SECONDS, DOUBTFUL_NS, Fingerprints

ReadsOf: TypeAlias = Callable[[Path, Callable[[], object]], int]

LONG_AGO_NS = 10 * DOUBTFUL_NS
NOBODY = 65534
WAITS_AT_MOST = 10.0

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other ways to refuse a file")


class FakeClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def fingerprints(clock: FakeClock) -> Fingerprints:
    return Fingerprints(clock)


@pytest.fixture
def file() -> Iterator[Path]:
    """Give a file in a folder that any user may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        file = Path(folder) / "contact.toml"
        file.write_text("one")
        yield file


@contextmanager
def refused(file: Path) -> Iterator[None]:
    """Let nobody read the file meanwhile, this process included."""
    user = os.geteuid()
    file.chmod(0o000)
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)
        file.chmod(0o644)


def grow_old(file: Path) -> None:
    """Give the file a time of long ago; the time of its inode stays, for nobody can set it."""
    long_ago = file.stat().st_mtime_ns - LONG_AGO_NS
    os.utime(file, ns=(long_ago, long_ago))


def digest(fingerprints: Fingerprints, file: Path, *, thorough: bool = False) -> str:
    ((name, digest),) = fingerprints.of((str(file),), thorough=thorough)
    assert name == str(file)
    return digest


def test_each_file_comes_with_its_hash_in_the_order_asked_for(fingerprints: Fingerprints, file: Path) -> None:
    other = file.with_name("device.toml")
    other.write_text("two")

    looked = fingerprints.of((str(other), str(file)))

    assert looked == ((str(other), fingerprint(other)), (str(file), fingerprint(file)))


def write_in_place(file: Path) -> None:
    with file.open("r+") as stream:
        stream.write("two")


def keep_size_and_time(file: Path) -> None:
    before = file.stat()
    file.write_text("two")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def put_another_in_its_place(file: Path) -> None:
    before, other = file.stat(), file.with_name("other")
    other.write_text("two")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)


def lead_elsewhere(file: Path) -> None:
    other = file.with_name("other")
    other.write_text("two")
    file.unlink()
    file.symlink_to(other)


@pytest.mark.parametrize(
    "save",
    [
        write_in_place,
        keep_size_and_time,
        put_another_in_its_place,
        lead_elsewhere,
        lambda file: file.write_text("a longer text"),
        lambda file: file.write_text(""),
        Path.unlink,
    ],
)
def test_a_change_is_seen_however_it_was_made(
    fingerprints: Fingerprints, file: Path, save: Callable[[Path], None]
) -> None:
    before = digest(fingerprints, file)

    save(file)

    assert digest(fingerprints, file) != before


@pytest.mark.parametrize(
    "meanwhile",
    [
        pytest.param(lambda file: file.with_name("notes.txt").write_text("b"), id="a neighbour"),
        pytest.param(lambda file: file.write_text("one"), id="the same written again"),
        pytest.param(lambda file: file.chmod(0o600), id="other rights"),
        pytest.param(grow_old, id="another time"),
    ],
)
def test_what_leaves_the_content_as_it_was_is_no_change(
    fingerprints: Fingerprints, file: Path, meanwhile: Callable[[Path], None]
) -> None:
    before = digest(fingerprints, file)

    meanwhile(file)

    assert digest(fingerprints, file) == before


def test_a_file_that_vanished_is_absent_and_back_when_it_is(fingerprints: Fingerprints, file: Path) -> None:
    before, away = digest(fingerprints, file), file.with_suffix(".bak")

    file.rename(away)
    vanished = digest(fingerprints, file)
    away.rename(file)

    assert (vanished, digest(fingerprints, file)) == (ABSENT, before)


@pytest.mark.parametrize("name", ["a\0b", "/no/such/folder/contact.toml", "", "x" * 5000])
def test_a_name_no_file_can_have_is_absent(fingerprints: Fingerprints, name: str) -> None:
    assert fingerprints.of((name,)) == ((name, ABSENT),)


def test_a_folder_has_its_own_that_tells_of_its_articles(fingerprints: Fingerprints, file: Path) -> None:
    before = digest(fingerprints, file.parent)

    file.with_name("new.md").write_text("# New")

    assert digest(fingerprints, file.parent) not in {before, ABSENT}


@on_posix
def test_a_pipe_in_its_place_keeps_nobody_waiting(fingerprints: Fingerprints, file: Path) -> None:
    file.unlink()
    os.mkfifo(file)
    seen: list[str] = []

    look = threading.Thread(target=lambda: seen.append(digest(fingerprints, file)), daemon=True)
    look.start()
    look.join(WAITS_AT_MOST)

    assert seen == [ABSENT]


OLD = Path(os.__file__)
"""A file that nobody writes during a test, and whose times are long past; those of an inode cannot be set."""


@pytest.fixture(scope="module")
def opened() -> list[str]:
    """Give the list to which every file is added that this process opens; what was asked for once cannot be undone."""
    names: list[str] = []

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            names.append(str(arguments[0]))

    sys.addaudithook(hook)
    return names


@pytest.fixture
def reads_of(opened: list[str]) -> ReadsOf:
    """Give a function that counts how often the file is opened during a look."""

    def count(file: Path, look: Callable[[], object]) -> int:
        opened.clear()
        look()
        return opened.count(str(file))

    return count


def test_an_old_file_is_read_once(fingerprints: Fingerprints, reads_of: ReadsOf) -> None:
    first = reads_of(OLD, lambda: digest(fingerprints, OLD))
    later = reads_of(OLD, lambda: [digest(fingerprints, OLD) for _ in range(5)])

    assert (first, later) == (1, 0)


def test_a_thorough_look_reads_it_all_the_same(fingerprints: Fingerprints, reads_of: ReadsOf) -> None:
    digest(fingerprints, OLD)

    assert reads_of(OLD, lambda: digest(fingerprints, OLD, thorough=True)) == 1


def test_a_file_that_was_written_just_now_is_read_at_every_look(
    fingerprints: Fingerprints, file: Path, reads_of: ReadsOf
) -> None:
    digest(fingerprints, file)

    assert reads_of(file, lambda: [digest(fingerprints, file) for _ in range(5)]) == 5


def test_a_file_that_is_asked_for_no_more_is_forgotten(fingerprints: Fingerprints, reads_of: ReadsOf) -> None:
    digest(fingerprints, OLD)
    fingerprints.of(())

    assert reads_of(OLD, lambda: digest(fingerprints, OLD)) == 1


@on_posix
def test_a_busy_file_counts_as_it_was_for_three_seconds(
    fingerprints: Fingerprints, clock: FakeClock, file: Path
) -> None:
    before = digest(fingerprints, file)
    seen = []

    with refused(file):
        for clock.now in (10.0, 10.0 + BUSY_SECONDS - 0.1, 10.0 + BUSY_SECONDS):
            seen.append(digest(fingerprints, file))

    assert seen == [before, before, BUSY]


@on_posix
def test_a_busy_file_that_can_be_read_again_has_its_full_patience_the_next_time(
    fingerprints: Fingerprints, clock: FakeClock, file: Path
) -> None:
    before = digest(fingerprints, file)
    with refused(file):
        digest(fingerprints, file)
    digest(fingerprints, file)

    clock.now = 100.0
    with refused(file):
        assert digest(fingerprints, file) == before


@on_posix
def test_a_file_that_nobody_could_ever_read_is_told_at_once(fingerprints: Fingerprints, file: Path) -> None:
    with refused(file):
        assert digest(fingerprints, file) == BUSY
