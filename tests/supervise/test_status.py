from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.edition.codec import encode
from kiosk.edition.value import replace
from kiosk.supervise.messages import Told
from kiosk.supervise.standing import Followed, Mistaken, NotKept, NotMade, NotYetKnown, Refused, Standing
from kiosk.supervise.status import STATUS, Source, Status, read_status, remove_status, utc_now, write_status
from kiosk.supervise.world import WorldSource

NOON = datetime(2026, 11, 23, 12, 0, 0, 123_456, tzinfo=UTC)
TOLD = Told(
    "contact.toml", 3, 1, "phone", "is too short", "Write more", "error", "contact.toml:3:1: phone is too short"
)
SMALLEST = Status(NOON, NOON, "1.0", 4711, "starting", NotYetKnown(), "/state/lock", "/state")
FULL = Status(
    written_at=NOON,
    started_at=NOON - timedelta(days=3),
    version="1.0",
    pid=4711,
    health="safe mode",
    standing=Mistaken((TOLD,)),
    lock="/state/lock",
    state_folder="/tmp/kiosk-user/lobby",  # noqa: S108  # as it would be called
    state_place="temporary",
    state_why="No space left on device",
    edition="ab" * 32,
    shown_since=NOON - timedelta(hours=1),
    is_on_trial=True,
    pinned="ab" * 32,
    is_held=True,
    waits_for_files_since=NOON - timedelta(seconds=30),
    sources=(Source("contact.toml", is_there=True, is_shown=False, refreshed_at=NOON),),
    display_pid=4712,
    deaths=5,
    last_death="it hung",
    frame_age=0.5,
    touch_age=3600.0,
    memory_bytes=120_000_000,
    world=(
        WorldSource("paper.example", NOON, NOON, NOON, "refused", "answers 404", "Name another", asks_for_staff=True),
        WorldSource("office.example", NOON),
    ),
)


@pytest.mark.parametrize("status", [SMALLEST, FULL], ids=["the smallest", "a full one"])
def test_a_status_comes_back_as_it_was_written(tmp_path: Path, status: Status) -> None:
    write_status((tmp_path,), status)

    assert read_status((tmp_path,)) == status


@pytest.mark.parametrize(
    "standing",
    [NotYetKnown(), Followed(), Followed((TOLD,)), Mistaken((TOLD,)), Refused("why"), NotMade("why"), NotKept("why")],
)
def test_it_says_how_the_files_stand(tmp_path: Path, standing: Standing) -> None:
    write_status((tmp_path,), replace(SMALLEST, standing=standing))

    read = read_status((tmp_path,))
    assert read is not None
    assert read.standing == standing


def test_the_newest_of_several_counts(tmp_path: Path) -> None:
    later = replace(SMALLEST, written_at=NOON + timedelta(seconds=1), pid=2)
    for folder, status in (("a", SMALLEST), ("b", later), ("c", SMALLEST)):
        (tmp_path / folder).mkdir()
        write_status((tmp_path / folder,), status)

    assert read_status(tuple(tmp_path / folder for folder in "abc")) == later


def test_where_no_kiosk_has_written_there_is_none(tmp_path: Path) -> None:
    assert read_status((tmp_path, tmp_path / "nowhere")) is None


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(encode(SMALLEST)[:-9], id="cut off"),
        pytest.param(b"\xff\xfe", id="no text"),
        pytest.param(b"[" * 100_000, id="bottomless"),
        pytest.param(encode(SMALLEST).replace(b"starting", b"glowing"), id="of another version"),
    ],
)
def test_a_damaged_one_is_passed_over(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / STATUS).write_bytes(content)
    (tmp_path / "whole").mkdir()
    write_status((tmp_path / "whole",), SMALLEST)

    assert read_status((tmp_path / "damaged", tmp_path / "whole")) == SMALLEST


def test_the_first_folder_that_takes_it_has_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "usual" / STATUS / "in the way").mkdir(parents=True)
    folders = (tmp_path / "file", tmp_path / "usual", tmp_path / "refuge", tmp_path / "further")

    write_status(folders, SMALLEST)

    assert read_status((tmp_path / "refuge",)) == SMALLEST
    assert not (tmp_path / "further").exists()


def test_where_none_takes_it_nobody_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    write_status((tmp_path / "file",), SMALLEST)

    assert read_status((tmp_path / "file",)) is None


def test_it_is_removed_wherever_it_is(tmp_path: Path) -> None:
    (tmp_path / STATUS).mkdir()
    (tmp_path / "refuge").mkdir()
    write_status((tmp_path / "refuge",), SMALLEST)

    remove_status((tmp_path, tmp_path / "nowhere", tmp_path / "refuge"))

    assert list((tmp_path / "refuge").iterdir()) == []


def test_the_times_are_of_no_time_zone() -> None:
    assert utc_now().tzinfo is UTC
