"""The exact words, for every way that a kiosk can stand."""

import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.commands.exit_status import DONE, NOT_RUNNING, PROBLEMS
from kiosk.commands.status import lines_of, not_found, state_in_use, status
from kiosk.edition.value import replace
from kiosk.paths import refuges_of, state_lock
from kiosk.said_as import SAID_AS
from kiosk.supervise.messages import Health, Scene, Told
from kiosk.supervise.standing import Followed, Mistaken, NotKept, NotMade, NotYetKnown, Refused, Standing
from kiosk.supervise.status import STATUS, Source, Status, utc_now, write_status
from kiosk.supervise.world import WorldSource
from kiosk.system.lock import Held, take

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
EDITION = "ab12" * 16
WELL = Status(
    written_at=NOON,
    started_at=NOON - timedelta(days=3),
    version="1.0",
    pid=4711,
    health="shown",
    standing=Followed(),
    lock="",
    state_folder="/state",
    edition=EDITION,
    shown_since=NOON - timedelta(hours=1),
    frame_age=0.6,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not follow TZ")

PAINTED = "The last frame was painted 1 s before this was written, at 14:00:00."


def told(text: str, severity: str = "error") -> Told:
    return Told("contact.toml", 1, 1, "", "", "", "warning" if severity == "warning" else "error", text)


@pytest.fixture(autouse=True)
def in_harare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the kiosk's computer be two hours ahead of UTC."""
    monkeypatch.setenv("TZ", "Africa/Harare")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the usual folder of a kiosk whose refuges are in a folder of the test."""
    for name, folder in (("TMPDIR", "tmp"), ("XDG_RUNTIME_DIR", "run")):
        (tmp_path / folder).mkdir()
        monkeypatch.setenv(name, str(tmp_path / folder))
    (tmp_path / "lobby").mkdir()
    return tmp_path / "lobby"


@pytest.fixture
def running(state: Path) -> Iterator[Status]:
    """Hold the lock of a kiosk that runs well, and give its status of just now."""
    held = take(state_lock(state))
    assert isinstance(held, Held)
    yield replace(WELL, written_at=utc_now(), lock=str(state_lock(state)), state_folder=str(state))
    held.release()


def lines(known: Status) -> list[str]:
    return list(lines_of(known, NOON + timedelta(minutes=1)))


def test_all_is_well() -> None:
    assert lines(WELL) == [
        "The screen shows edition ab12ab12ab12, since 13:00:00.",
        "That is what your files say.",
        PAINTED,
    ]


@pytest.mark.parametrize(
    ("health", "first_line"),
    [
        pytest.param("starting", "The kiosk is starting.", id="starting"),
        pytest.param("shown", "The screen shows edition ab12ab12ab12, since 13:00:00.", id="shown"),
        pytest.param(
            "restarting",
            "The window is being started again; before, the screen showed edition ab12ab12ab12.",
            id="restarting",
        ),
        pytest.param(
            "safe mode",
            "The screen shows the contact details alone, of edition ab12ab12ab12, since 13:00:00: with the articles, "
            "the window ended 5 times within ten minutes. It tries the articles again by itself.",
            id="safe mode",
        ),
        pytest.param(
            "switched off",
            "Somebody switched the screen off at this computer. A touch shows edition ab12ab12ab12 again.",
            id="switched off",
        ),
    ],
)
def test_the_first_line_says_what_is_on_the_screen(health: Health, first_line: str) -> None:
    assert lines(replace(WELL, health=health, deaths=5))[0] == first_line


def test_without_an_edition_it_is_the_holding_card() -> None:
    known = replace(WELL, edition="", shown_since=None)

    assert lines(known)[:2] == [
        "The screen shows the holding card, for there is no version to show.",
        "Your files are in order, and the first version is about to come on the screen.",
    ]


def test_a_time_of_another_day_comes_with_its_day() -> None:
    known = replace(WELL, shown_since=NOON - timedelta(days=2))

    assert lines(known)[0] == "The screen shows edition ab12ab12ab12, since 2026-11-21 14:00."


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        pytest.param(NotYetKnown(), ["Your files are being read."], id="not yet known"),
        pytest.param(Followed(), ["That is what your files say."], id="followed"),
        pytest.param(
            Followed((told("The picture is small.", "warning"),)),
            ["That is what your files say, but for this:", "  The picture is small."],
            id="followed with a warning",
        ),
        pytest.param(
            Mistaken((told("The phone is too short."), told("The picture is small.", "warning"))),
            [
                "It is not what your files say now: they have 1 mistake, and the screen waits for you to mend this:",
                "  The phone is too short.",
                "  The picture is small.",
            ],
            id="one mistake",
        ),
        pytest.param(
            Mistaken((told("The phone is too short."), told("So is the name."))),
            [
                "It is not what your files say now: they have 2 mistakes, and the screen waits for you to mend this:",
                "  The phone is too short.",
                "  So is the name.",
            ],
            id="two mistakes",
        ),
        pytest.param(
            Refused("it hung"),
            [
                "It is not what your files say now: that version is set aside, because it hung.",
                "Change something in your files, or ask for it all the same: kiosk editions, then kiosk rollback EDITION.",
            ],
            id="refused",
        ),
        pytest.param(
            NotMade("it took longer than 60 s"),
            [
                "It may not be what your files say now: preparing them failed, and is tried again by itself (it took longer than 60 s)."
            ],
            id="not made",
        ),
        pytest.param(
            NotKept("No space left on device"),
            ["It is not what your files say now: no disk takes anything. Make room on it (No space left on device)."],
            id="not kept",
        ),
    ],
)
def test_then_it_says_how_the_files_stand(standing: Standing, words: list[str]) -> None:
    assert lines(replace(WELL, standing=standing))[1:-1] == words


@pytest.mark.parametrize(
    ("known", "line"),
    [
        pytest.param(
            replace(WELL, waits_for_files_since=NOON),
            "Your files do not answer: the network drive or disk they are on is not reachable. The screen stays as it is.",
            id="files that do not answer",
        ),
        pytest.param(
            replace(WELL, is_held=True),
            "Your files change to and fro all the time, so the screen waits until they stay as they are for half a minute.",
            id="files that go to and fro",
        ),
        pytest.param(
            replace(WELL, pinned=WELL.edition),
            "Somebody asked for edition ab12ab12ab12 to stay. To follow the files again: kiosk rollback --release",
            id="a wish of staff",
        ),
        pytest.param(
            replace(WELL, pinned=WELL.edition),
            "Your files are in order, and wait:",
            id="files that wait for the end of a wish",
        ),
        pytest.param(
            replace(WELL, pinned="cd34" * 16),
            "Somebody asked for edition cd34cd34cd34, which cannot be shown. To forget that: kiosk rollback --release",
            id="a wish that cannot be fulfilled",
        ),
        pytest.param(
            replace(WELL, is_on_trial=True),
            "It is new: should it fail within its first minute, what was on the screen before comes back by itself.",
            id="on trial",
        ),
        pytest.param(
            replace(WELL, state_place="temporary", state_folder="/elsewhere", state_why="No space left on device"),
            "The kiosk keeps its versions in a temporary folder, /elsewhere, because its usual folder takes nothing "
            "(No space left on device). Make room there or allow the kiosk to write, and start it again.",
            id="a temporary folder",
        ),
        pytest.param(
            replace(WELL, state_place="memory", state_folder="/elsewhere", state_why="Permission denied"),
            "The kiosk keeps its versions in memory, /elsewhere, because its usual folder takes nothing "
            "(Permission denied). Make room there or allow the kiosk to write, and start it again.",
            id="memory",
        ),
        pytest.param(
            replace(WELL, state_place="none", state_why="Permission denied"),
            "Nothing can be written to any disk (Permission denied); after a restart an older version may be shown.",
            id="no folder at all",
        ),
        pytest.param(
            replace(WELL, deaths=3, last_death="it hung"),
            "The window had to be started again 3 times in a row; the last time because it hung.",
            id="deaths in a row",
        ),
        pytest.param(
            replace(WELL, frame_age=None),
            "When the last frame was painted was not known yet when this was written, at 14:00:00.",
            id="a window that nobody sees",
        ),
        pytest.param(
            replace(WELL, scene=Scene("dimmed", NOON + timedelta(hours=2))),
            "It is dimmed until 16:00:00, because you are closed (night in device.toml). A touch brightens it for a while.",
            id="dimmed",
        ),
        pytest.param(
            replace(WELL, scene=Scene("off", NOON + timedelta(days=2))),
            "It is off until 2026-11-25 14:00, because you are closed (night in device.toml). "
            "A touch switches it on for a while.",
            id="off",
        ),
        pytest.param(
            replace(WELL, scene=Scene("off")),
            "It is off until you open again, because you are closed (night in device.toml). "
            "A touch switches it on for a while.",
            id="off for long",
        ),
        pytest.param(
            replace(WELL, scene=Scene(notice_since=NOON, notice_until=NOON + timedelta(minutes=5))),
            "The notice has been in the articles' place since 14:00:00, and goes at 14:05:00.",
            id="a notice",
        ),
    ],
)
def test_what_else_there_is_to_know_is_a_line_of_its_own(known: Status, line: str) -> None:
    assert line in lines(known)
    assert line not in lines(WELL)


def test_one_death_is_not_told_as_many() -> None:
    assert "1 times" not in "".join(lines(replace(WELL, deaths=1, last_death="it hung")))


def test_every_source_says_how_it_stands() -> None:
    sources = (
        Source("contact.toml", is_there=True, is_shown=True),
        Source("welcome.md", is_there=True, is_shown=False),
        Source("logo.png", is_there=False, is_shown=False),
    )

    assert lines(replace(WELL, sources=sources))[-3:] == [
        "  on the screen: contact.toml",
        "  not yet shown: welcome.md",
        "  missing     : logo.png",
    ]


@pytest.mark.parametrize(
    ("refreshed_at", "words"),
    [
        pytest.param(None, "", id="not yet"),
        pytest.param(NOON, " (last read at 14:00:00)", id="today"),
        pytest.param(NOON - timedelta(days=1), " (last read at 2026-11-22 14:00)", id="yesterday"),
    ],
)
def test_a_source_says_when_it_was_last_read(refreshed_at: datetime | None, words: str) -> None:
    source = Source("contact.toml", is_there=True, is_shown=True, refreshed_at=refreshed_at)

    assert lines(replace(WELL, sources=(source,)))[-1] == f"  on the screen: contact.toml{words}"


REACHED = WorldSource("paper.example/world", NOON + timedelta(minutes=30), NOON, NOON)
OFFLINE = WorldSource(
    name="office.example/news",
    next_at=NOON + timedelta(minutes=4),
    tried_at=NOON,
    reached_at=NOON - timedelta(days=2),
    trouble="offline",
    what="does not answer",
    cure="See to the network of this computer",
)
REFUSED = replace(
    OFFLINE, trouble="refused", reached_at=None, what="says that it has no such page.", cure="Copy it again."
)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param(
            WorldSource("paper.example", NOON), ["  not visited  : paper.example (first at 14:00:00)"], id="not visited"
        ),
        pytest.param(
            REACHED,
            ["  reached      : paper.example/world (last reached at 14:00:00, next at 14:30:00)"],
            id="reached",
        ),
        pytest.param(
            OFFLINE,
            [
                "  not reached  : office.example/news (last reached at 2026-11-21 14:00, next at 14:04:00)",
                "    It does not answer. See to the network of this computer.",
            ],
            id="offline",
        ),
        pytest.param(
            replace(OFFLINE, reached_at=None, cure="Is this computer online?"),
            [
                "  not reached  : office.example/news (next at 14:04:00)",
                "    It does not answer. Is this computer online?",
            ],
            id="a question",
        ),
        pytest.param(
            REFUSED,
            [
                "  not reached  : office.example/news (next at 14:04:00)",
                "    It says that it has no such page. Copy it again.",
            ],
            id="never reached",
        ),
    ],
)
def test_every_source_in_the_world_says_how_it_stands(source: WorldSource, words: list[str]) -> None:
    assert lines(replace(WELL, world=(source,)))[3:] == words


@pytest.mark.parametrize(
    ("world", "words"),
    [
        pytest.param((REACHED, OFFLINE), [], id="not for long"),
        pytest.param(
            (REACHED, replace(REFUSED, asks_for_staff=True)),
            [
                (
                    "Nothing has come for long from office.example/news. Its last articles stay, "
                    "unless max_age_days retires them."
                )
            ],
            id="one of them",
        ),
        pytest.param(
            (OFFLINE, replace(OFFLINE, asks_for_staff=True)),
            [
                "Nothing has come from the internet for long: see to the network of this computer. The last articles stay."
            ],
            id="all of them, for want of a network",
        ),
    ],
)
def test_what_is_out_of_reach_for_long_is_told_before_the_details(
    world: tuple[WorldSource, ...], words: list[str]
) -> None:
    told = lines(replace(WELL, world=world))

    assert told[2 : told.index(PAINTED)] == words


@pytest.mark.parametrize(("seconds", "is_told"), [(150, False), (151, True)])
def test_a_status_that_is_old_says_so_at_once(seconds: int, *, is_told: bool) -> None:
    told = list(lines_of(WELL, NOON + timedelta(seconds=seconds)))

    words = "But it has said nothing since 14:00:00: end it and start it again."
    assert (told[1] == words) is is_told


@pytest.mark.parametrize(
    ("known", "exit_status"),
    [
        pytest.param(WELL, DONE, id="all is well"),
        pytest.param(replace(WELL, standing=NotYetKnown()), DONE, id="nothing is known yet"),
        pytest.param(replace(WELL, scene=Scene("off", NOON)), DONE, id="off by night"),
        pytest.param(replace(WELL, standing=Mistaken((told("Wrong."),))), PROBLEMS, id="mistakes"),
        pytest.param(replace(WELL, standing=Refused("it hung")), PROBLEMS, id="set aside"),
        pytest.param(replace(WELL, standing=NotMade("it hung")), PROBLEMS, id="not made"),
        pytest.param(replace(WELL, standing=NotKept("disk full")), PROBLEMS, id="not kept"),
        pytest.param(replace(WELL, waits_for_files_since=NOON), PROBLEMS, id="files do not answer"),
        pytest.param(replace(WELL, health="starting"), PROBLEMS, id="nothing is on the screen"),
        pytest.param(replace(WELL, health="safe mode"), PROBLEMS, id="safe mode"),
        pytest.param(replace(WELL, world=(REACHED, OFFLINE)), DONE, id="a source out of reach"),
        pytest.param(replace(WELL, world=(replace(OFFLINE, asks_for_staff=True),)), PROBLEMS, id="for long"),
    ],
)
def test_the_exit_status_says_whether_staff_have_something_to_do(
    state: Path, running: Status, known: Status, exit_status: int
) -> None:
    now = replace(known, written_at=running.written_at, lock=running.lock, state_folder=running.state_folder)
    write_status((state,), now)

    assert status(state, as_json=False) == exit_status


def test_it_is_printed(state: Path, running: Status, capsys: pytest.CaptureFixture[str]) -> None:
    write_status((state,), running)

    status(state, as_json=False)

    printed = capsys.readouterr().out.splitlines()
    assert printed[1] == "That is what your files say."
    assert len(printed) == 3


@pytest.mark.parametrize(("seconds", "exit_status"), [(140, DONE), (160, PROBLEMS)])
def test_a_status_that_is_not_renewed_tells_of_trouble(
    state: Path, running: Status, seconds: int, exit_status: int
) -> None:
    write_status((state,), replace(running, written_at=utc_now() - timedelta(seconds=seconds)))

    assert status(state, as_json=False) == exit_status


NOT_RUNNING_WORDS = (
    "No kiosk is running with these files. If you started it with --config or --screen, say the same to kiosk status;\n"
    "otherwise start it with: kiosk run\n"
)


def test_where_the_service_runs_one_it_says_how_to_ask_that() -> None:
    assert not_found(service_runs=True) == (
        f"{NOT_RUNNING_WORDS}The service runs a kiosk on this computer. To ask that one: sudo kiosk-lobby status\n"
        "What is wrong in its files you may ask without sudo: kiosk check /etc/kiosk/contact.toml\n"
    )
    assert not_found(service_runs=False) == NOT_RUNNING_WORDS


@pytest.mark.parametrize("service_runs", [False, True])
def test_of_the_kiosk_of_the_service_it_says_how_to_have_it(
    monkeypatch: pytest.MonkeyPatch, *, service_runs: bool
) -> None:
    monkeypatch.setenv(SAID_AS, "sudo kiosk-lobby")

    assert not_found(service_runs).startswith(
        "The service runs no kiosk now. To have it on the screen: sudo kiosk-lobby use"
    )


def test_to_the_kiosk_of_the_service_commands_are_said_by_kiosk_lobby(
    state: Path, running: Status, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(SAID_AS, "sudo kiosk-lobby")
    write_status((state,), replace(running, pinned=EDITION))

    status(state, as_json=False)

    assert "To follow the files again: sudo kiosk-lobby rollback --release\n" in capsys.readouterr().out


@pytest.mark.parametrize("as_json", [False, True])
def test_where_no_kiosk_has_ever_run_it_says_so(
    state: Path, capsys: pytest.CaptureFixture[str], *, as_json: bool
) -> None:
    assert status(state, as_json=as_json) == NOT_RUNNING
    assert capsys.readouterr().out == ("null\n" if as_json else NOT_RUNNING_WORDS)


def test_a_status_that_a_dead_kiosk_left_behind_is_not_believed(
    state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_status((state,), replace(WELL, written_at=utc_now(), lock=str(state_lock(state))))

    assert status(state, as_json=False) == NOT_RUNNING
    assert capsys.readouterr().out == NOT_RUNNING_WORDS


def test_a_damaged_status_is_none(state: Path, running: Status) -> None:
    assert running.health == "shown"
    (state / STATUS).write_bytes(b"{")

    assert status(state, as_json=False) == NOT_RUNNING


def test_a_kiosk_that_keeps_its_state_elsewhere_is_found(state: Path, running: Status) -> None:
    (refuge, _), *_ = refuges_of(state)
    write_status((refuge,), replace(running, state_folder=str(refuge)))

    assert status(state, as_json=False) == DONE


def test_json_holds_all_of_it(state: Path, running: Status, capsys: pytest.CaptureFixture[str]) -> None:
    write_status((state,), replace(running, standing=Refused("Büro"), deaths=2))

    exit_status = status(state, as_json=True)

    printed = capsys.readouterr().out
    record = json.loads(printed)
    assert exit_status == PROBLEMS
    assert record["standing"] == {"kind": "Refused", "why": "Büro"}
    assert (record["health"], record["deaths"], record["edition"]) == ("shown", 2, EDITION)
    assert "Büro" in printed


def test_the_folder_in_use_is_the_one_the_kiosk_says(state: Path, running: Status) -> None:
    (refuge, _), *_ = refuges_of(state)
    write_status((refuge,), replace(running, state_folder=str(refuge)))

    assert state_in_use(state) == refuge


def test_where_no_kiosk_runs_it_is_the_usual_one(state: Path) -> None:
    assert state_in_use(state) == state


def test_nor_is_it_one_that_a_dead_kiosk_has_used(state: Path) -> None:
    (refuge, _), *_ = refuges_of(state)
    write_status((refuge,), replace(WELL, lock=str(state_lock(state)), state_folder=str(refuge)))

    assert state_in_use(state) == state


@pytest.mark.parametrize(
    ("standing", "told_of_it"),
    [
        pytest.param(
            NotYetKnown(),
            ["It waits for your files, which are being read: that takes some seconds."],
            id="not yet read",
        ),
        pytest.param(
            Followed((told("a warning", "warning"),)),
            ["Your files are in order, and the first version is about to come on the screen.", "  a warning"],
            id="not yet painted",
        ),
        pytest.param(
            Mistaken((told("one"), told("two"))),
            [
                "It waits for you: your files have 2 mistakes, and nothing can be shown before this is mended:",
                "  one",
                "  two",
            ],
            id="mistakes",
        ),
        pytest.param(
            Refused("the window ended"),
            ["It waits for a change in your files: what they say now is set aside, because the window ended."],
            id="set aside",
        ),
        pytest.param(
            NotMade("it took too long"),
            ["It waits for the first version: preparing it failed, and is tried again by itself (it took too long)."],
            id="not made",
        ),
        pytest.param(
            NotKept("no space left"),
            ["It waits for room: no disk takes the first version. Make room on it (no space left)."],
            id="no room",
        ),
    ],
)
def test_before_the_first_version_it_says_what_is_waited_for(standing: Standing, told_of_it: list[str]) -> None:
    first = "The screen shows the holding card, for there is no version to show."

    known = replace(WELL, standing=standing, edition="", shown_since=None)

    assert lines(known) == [first, *told_of_it, PAINTED]
