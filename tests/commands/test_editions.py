import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import pytest

from kiosk.commands.editions import NONE_BEFORE, editions, kept_in, release, rollback
from kiosk.commands.exit_status import DONE, MISUSE, REFUSED
from kiosk.edition.deposit import Deposited, deposit
from kiosk.edition.journal import JOURNAL, PIN, Journal, SetAside, read_pin, write_journal, write_pin
from kiosk.edition.manifest import Origin
from kiosk.edition.model import Edition
from kiosk.edition.value import replace

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
UNKNOWN = "Nothing was changed: there is no such edition. To see them all: kiosk editions\n"
Put: TypeAlias = Callable[[str], str]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not follow TZ")


@pytest.fixture(autouse=True)
def in_harare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the kiosk's computer be two hours ahead of UTC."""
    monkeypatch.setenv("TZ", "Africa/Harare")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def put(tmp_path: Path, edition: Edition) -> Put:
    """Give a function that puts an edition into the store whose article has this title, each a second newer."""
    made: list[str] = []

    def kept(title: str) -> str:
        article = replace(edition.articles[0], title=title)
        outcome = deposit(tmp_path, replace(edition, articles=(article,)), {}, Origin(NOON, "1.0", ()))
        assert isinstance(outcome, Deposited)
        made.append(outcome.hash)
        os.utime(tmp_path / outcome.hash / "manifest.json", (1000 + len(made), 1000 + len(made)))
        return outcome.hash

    return kept


def damage(store: Path, edition: str) -> None:
    (store / edition / "edition.json").write_bytes(b"{}")


def forge_name(store: Path, name: str) -> str:
    """Put something into the store that has the name of an edition."""
    (store / name).mkdir(parents=True)
    return name


def named(journal: Journal, names: dict[str, str]) -> Journal:
    """Put the hashes of editions in the places of their short names."""
    return replace(
        journal,
        current=names.get(journal.current, ""),
        good=names.get(journal.good, ""),
        previous=names.get(journal.previous, ""),
        on_trial=names.get(journal.on_trial, ""),
        set_aside=tuple(replace(aside, edition=names[aside.edition]) for aside in journal.set_aside),
    )


def words_of_rollback(edition: str) -> str:
    return f"Edition {edition[:12]} stays on the screen now. To follow the files again: kiosk rollback --release\n"


def test_an_empty_store_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert editions(tmp_path / "nowhere", as_json=False) == DONE
    assert capsys.readouterr().out == "There are no editions yet.\n"


def test_they_are_listed_the_newest_first_with_their_parts(
    tmp_path: Path, put: Put, capsys: pytest.CaptureFixture[str]
) -> None:
    good, current, other = put("Spring"), put("Summer"), put("Autumn")
    write_journal(tmp_path, Journal(current, good=good, on_trial=current))

    assert editions(tmp_path, as_json=False) == DONE

    assert capsys.readouterr().out == (
        f"{other[:12]}  2026-11-23 14:00:00  Autumn\n"
        f"{current[:12]}  2026-11-23 14:00:00  Summer (current, on trial)\n"
        f"{good[:12]}  2026-11-23 14:00:00  Spring (good)\n"
    )


@pytest.mark.parametrize(
    ("journal", "pin", "roles"),
    [
        pytest.param(Journal(), False, (), id="none"),
        pytest.param(Journal("it", good="it"), False, ("current", "good"), id="what the files say and good"),
        pytest.param(Journal("it", on_trial="it"), False, ("current", "on trial"), id="on trial"),
        pytest.param(Journal("other", previous="it"), False, ("previous",), id="good before"),
        pytest.param(Journal("other", good="it"), True, ("pinned", "good"), id="pinned"),
        pytest.param(Journal(set_aside=(SetAside("it", "it hung"),)), False, ("set aside: it hung",), id="set aside"),
    ],
)
def test_an_edition_has_these_parts(
    tmp_path: Path, put: Put, journal: Journal, roles: tuple[str, ...], *, pin: bool
) -> None:
    it = put("Spring")
    write_journal(tmp_path, named(journal, {"it": it}))
    write_pin(tmp_path, it if pin else "")

    (kept,) = kept_in(tmp_path)

    assert kept.roles == roles


def test_a_damaged_one_is_listed_as_such(tmp_path: Path, put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    damaged = put("Spring")
    damage(tmp_path, damaged)

    editions(tmp_path, as_json=False)

    assert capsys.readouterr().out == f"{damaged[:12]}  2026-11-23 14:00:00   (damaged)\n"


def test_one_without_a_manifest_is_of_an_unknown_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    forge_name(tmp_path, "ab12" * 16)

    editions(tmp_path, as_json=False)

    assert capsys.readouterr().out == "ab12ab12ab12  unknown               (damaged)\n"


def test_json_is_for_programs(tmp_path: Path, put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    it = put("Frühling")
    forge_name(tmp_path, "ab12" * 16)
    write_journal(tmp_path, Journal(it))

    assert editions(tmp_path, as_json=True) == DONE

    printed = capsys.readouterr().out
    assert json.loads(printed) == [
        {"edition": it, "made_at": "2026-11-23T12:00:00+00:00", "title": "Frühling", "roles": ["current"]},
        {"edition": "ab12" * 16, "made_at": None, "title": "", "roles": ["damaged"]},
    ]
    assert "Frühling" in printed


def test_an_empty_store_is_an_empty_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    editions(tmp_path, as_json=True)

    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("journal", "pin", "wanted"),
    [
        pytest.param(Journal("new", good="good", previous="previous"), "", "good", id="from a new one to the good one"),
        pytest.param(
            Journal("good", good="good", previous="previous"), "", "previous", id="from the good one to the one before"
        ),
        pytest.param(
            Journal("good", good="good", previous="previous", on_trial="new"), "", "good", id="from one on trial"
        ),
        pytest.param(
            Journal("good", good="good", previous="previous"), "previous", "good", id="and from there to the good one"
        ),
    ],
)
def test_a_rollback_goes_to_the_last_good_one_that_is_not_on_the_screen(  # noqa: PLR0917  # pytest names what it hands over
    tmp_path: Path, put: Put, capsys: pytest.CaptureFixture[str], journal: Journal, pin: str, wanted: str
) -> None:
    names = {name: put(name) for name in ("new", "good", "previous")}
    write_journal(tmp_path, named(journal, names))
    write_pin(tmp_path, names.get(pin, ""))

    exit_status = rollback(tmp_path, None)

    assert (exit_status, read_pin(tmp_path)) == (DONE, names[wanted])
    assert capsys.readouterr().out == words_of_rollback(names[wanted])


@pytest.mark.parametrize("journal", [Journal(), Journal("a", good="a")], ids=["no journal", "only one"])
def test_where_there_is_none_before_nothing_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], journal: Journal
) -> None:
    write_journal(tmp_path, journal)

    assert rollback(tmp_path, None) == REFUSED
    assert capsys.readouterr().err == NONE_BEFORE
    assert not (tmp_path / PIN).exists()


@pytest.mark.parametrize("shorten", [lambda name: name, lambda name: name[:12], lambda name: name[:4].upper()])
def test_an_edition_can_be_asked_for_by_its_name_or_the_beginning_of_it(
    tmp_path: Path, put: Put, capsys: pytest.CaptureFixture[str], shorten: Callable[[str], str]
) -> None:
    wanted = put("Spring")
    put("Summer")

    exit_status = rollback(tmp_path, shorten(wanted))

    assert (exit_status, read_pin(tmp_path)) == (DONE, wanted)
    assert capsys.readouterr().out == words_of_rollback(wanted)


@pytest.mark.parametrize("wanted", ["abc", "ffff" * 16, "../../etc", "[a-z]*"])
def test_one_that_is_not_there_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str], wanted: str) -> None:
    forge_name(tmp_path, "abcd" * 16)

    assert rollback(tmp_path, wanted) == MISUSE
    assert capsys.readouterr().err == UNKNOWN
    assert read_pin(tmp_path) == ""


def test_a_beginning_that_fits_two_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for last in "01":
        forge_name(tmp_path, "abcd" * 15 + "abc" + last)

    assert rollback(tmp_path, "abcd") == MISUSE
    assert capsys.readouterr().err == (
        "Nothing was changed: 2 editions begin with abcd. To see them all: kiosk editions\n"
    )
    assert read_pin(tmp_path) == ""


@pytest.mark.parametrize("by_name", [True, False])
def test_a_damaged_one_changes_nothing(
    tmp_path: Path, put: Put, capsys: pytest.CaptureFixture[str], *, by_name: bool
) -> None:
    damaged = put("Spring")
    write_journal(tmp_path, Journal(put("Summer"), good=damaged))
    damage(tmp_path, damaged)

    assert rollback(tmp_path, damaged if by_name else None) == REFUSED
    assert capsys.readouterr().err == (
        f"Nothing was changed: edition {damaged[:12]} is damaged. To see them all: kiosk editions\n"
    )
    assert read_pin(tmp_path) == ""


def test_a_release_follows_the_files_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pin(tmp_path, "ab12")

    assert release(tmp_path) == DONE
    assert capsys.readouterr().out == "The screen follows your files again.\n"
    assert read_pin(tmp_path) == ""


def test_a_store_that_cannot_be_written_is_told(tmp_path: Path, put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = put("Spring")
    (tmp_path / PIN / "in the way").mkdir(parents=True)

    assert rollback(tmp_path, wanted) == REFUSED
    error = capsys.readouterr().err
    assert error.startswith("Nothing was changed, for the kiosk's folder cannot be written: ")
    assert error.count("\n") == 1


def test_a_release_where_no_kiosk_has_ever_run_is_told(tmp_path: Path) -> None:
    assert release(tmp_path / "nowhere") == REFUSED


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(lambda store: editions(store, as_json=False), id="editions"),
        pytest.param(lambda store: rollback(store, None), id="rollback"),
    ],
)
def test_a_folder_that_cannot_be_read_now_is_told(
    tmp_path: Path, put: Put, capsys: pytest.CaptureFixture[str], command: Callable[[Path], int]
) -> None:
    put("Spring")
    (tmp_path / JOURNAL).symlink_to(tmp_path / JOURNAL)

    exit_status = command(tmp_path)

    error = capsys.readouterr().err
    assert exit_status == REFUSED
    assert error.startswith("The kiosk's folder cannot be read: ")
    assert error.count("\n") == 1
