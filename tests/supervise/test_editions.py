"""The editions of a real store; the disk refuses where a file or folder stands in the way."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import pytest

from kiosk.edition.deposit import Deposited, deposit
from kiosk.edition.journal import JOURNAL, PIN, Journal, SetAside, read_journal, write_journal, write_pin
from kiosk.edition.manifest import HashedFile, Origin
from kiosk.edition.model import Edition
from kiosk.edition.value import replace
from kiosk.supervise.editions import Editions

TRIAL_SECONDS = 60.0
FILES = (HashedFile("contact.toml", "ab"), HashedFile("device.toml", ""))

Put: TypeAlias = Callable[[str], str]


@pytest.fixture
def put(tmp_path: Path, edition: Edition) -> Put:
    """Give a function that puts an edition into the store, for an office of this name, and gives its hash."""

    def kept(name: str) -> str:
        named = replace(edition, organisation=replace(edition.organisation, name=name))
        outcome = deposit(tmp_path, named, {}, Origin(datetime.now(UTC), "1.0", FILES))
        assert isinstance(outcome, Deposited)
        return outcome.hash

    return kept


@pytest.fixture
def begin(tmp_path: Path) -> Callable[..., Editions]:
    """Give a function that begins a run with this in the journal."""

    def begun(**fields: object) -> Editions:
        write_journal(tmp_path, replace(Journal(), **fields))
        return Editions(tmp_path, TRIAL_SECONDS)

    return begun


Begin: TypeAlias = Callable[..., Editions]


def pass_trial(editions: Editions, edition: str, now: float = 0.0) -> str:
    """Paint the edition and let its minute pass."""
    editions.painted(edition, now)
    return editions.pass_trial(now + TRIAL_SECONDS)


def test_an_empty_store_wants_nothing_shown(tmp_path: Path) -> None:
    editions = Editions(tmp_path / "nowhere", TRIAL_SECONDS)

    assert editions.worth_showing() == ()
    assert not (tmp_path / "nowhere").exists()


def test_without_a_journal_the_newest_is_wanted_first(tmp_path: Path, put: Put) -> None:
    older, newer = put("older"), put("newer")

    assert Editions(tmp_path, TRIAL_SECONDS).worth_showing() == (newer, older)


def test_with_one_what_the_files_said_is_first_and_then_the_good_one(begin: Begin, put: Put) -> None:
    previous, good, current, newest = put("previous"), put("good"), put("current"), put("newest")

    assert begin(current=current, good=good, previous=previous).worth_showing() == (current, good, previous, newest)


def test_what_staff_have_pinned_comes_before_all(begin: Begin, tmp_path: Path) -> None:
    write_pin(tmp_path, "pinned")

    assert begin(current="current", good="good").worth_showing()[0] == "pinned"


@pytest.mark.parametrize(
    ("show", "on_trial"),
    [
        pytest.param(lambda editions: editions.put_on_trial("b"), "b", id="when it is ordered"),
        pytest.param(lambda editions: editions.painted("c", 0.0), "c", id="when it was painted unexpectedly"),
    ],
)
def test_the_trial_is_on_the_disk_before_the_edition_is_on_the_screen(
    begin: Begin, tmp_path: Path, show: Callable[[Editions], object], on_trial: str
) -> None:
    editions = begin(current="a")

    show(editions)

    assert read_journal(tmp_path).on_trial == on_trial


def test_to_ask_what_may_be_shown_puts_nothing_on_trial(begin: Begin, tmp_path: Path) -> None:
    editions = begin(current="a")

    assert editions.worth_showing() == ("a",)

    assert read_journal(tmp_path) == Journal("a")


def test_what_was_made_is_on_the_disk_as_what_the_files_say(begin: Begin, tmp_path: Path) -> None:
    editions = begin(current="a", good="a")

    assert editions.accept("b")

    assert read_journal(tmp_path) == Journal("b", good="a")


def test_an_edition_is_good_after_its_minute(begin: Begin, tmp_path: Path) -> None:
    editions = begin(current="b", good="a")
    editions.painted("b", now=5.0)

    editions.pass_trial(now=5.0 + TRIAL_SECONDS - 0.1)
    before = read_journal(tmp_path).good
    editions.pass_trial(now=5.0 + TRIAL_SECONDS)

    assert (before, read_journal(tmp_path)) == ("a", Journal("b", good="b", previous="a"))


def test_the_end_of_the_trial_is_due_only_while_there_is_one(begin: Begin) -> None:
    editions = begin(current="b", good="a")
    before = editions.due
    editions.painted("b", now=5.0)
    meanwhile = editions.due

    editions.pass_trial(now=70.0)

    assert (before, meanwhile, editions.due) == (None, 65.0, None)


def test_the_minute_begins_when_it_is_painted_and_not_when_it_is_ordered(begin: Begin, tmp_path: Path) -> None:
    editions = begin(current="b", good="a")
    editions.painted("b", now=0.0)
    editions.accept("c")

    editions.put_on_trial("c")
    editions.pass_trial(now=1000.0)

    assert read_journal(tmp_path) == Journal("c", good="a", on_trial="c")


def test_the_holding_card_is_on_no_trial(begin: Begin) -> None:
    editions = begin()

    editions.painted("", now=0.0)

    assert editions.due is None


def test_after_an_unclean_end_the_good_one_is_wanted_and_the_new_one_last(begin: Begin) -> None:
    assert begin(current="b", good="a", on_trial="b").worth_showing() == ("a", "b")


def test_after_a_clean_end_the_new_one_is_wanted_again(begin: Begin, tmp_path: Path) -> None:
    editions = begin(current="b", good="a")
    editions.put_on_trial("b")

    editions.end()

    assert Editions(tmp_path, TRIAL_SECONDS).worth_showing() == ("b", "a")


def test_one_that_hung_the_display_is_not_wanted_and_not_accepted_again(begin: Begin) -> None:
    editions = begin(current="b", good="a", on_trial="")
    editions.painted("b", now=0.0)

    editions.display_died("it hung", is_guilty=True)

    assert editions.worth_showing() == ("a",)
    assert not editions.accept("b")
    assert editions.refusal() == "it hung"


def test_a_death_ends_the_trial(begin: Begin) -> None:
    editions = begin(current="b", good="a")
    editions.painted("b", now=0.0)

    editions.display_died("it hung", is_guilty=True)

    assert editions.due is None


def test_a_display_that_dies_under_the_good_one_blames_nobody(begin: Begin, tmp_path: Path) -> None:
    editions = begin(current="a", good="a")
    pass_trial(editions, "a")

    editions.display_died("it hung", is_guilty=True)

    assert read_journal(tmp_path) == Journal("a", good="a")


def test_what_may_be_innocent_has_its_second_trial_when_the_good_one_is_well(begin: Begin) -> None:
    editions = begin(current="b", good="a", on_trial="b")
    editions.accept("b")

    assert pass_trial(editions, "a") == "b"
    assert editions.journal.current == "b"


@pytest.mark.parametrize(
    "made",
    [
        pytest.param("c", id="they say something else"),
        pytest.param("", id="nobody knows yet"),
    ],
)
def test_it_has_none_unless_the_files_still_say_so(begin: Begin, made: str) -> None:
    editions = begin(current="b", good="a", on_trial="b")
    if made:
        editions.accept(made)

    assert pass_trial(editions, "a") == ""


def test_it_has_none_while_staff_want_another_one(begin: Begin, tmp_path: Path) -> None:
    write_pin(tmp_path, "a")
    editions = begin(current="b", good="a", on_trial="b")
    editions.accept("b")

    assert pass_trial(editions, "a") == ""


def test_there_is_no_third_trial(begin: Begin) -> None:
    editions = begin(current="b", good="a", on_trial="b")
    editions.accept("b")
    editions.put_on_trial(pass_trial(editions, "a"))

    editions.display_died("it was killed", is_guilty=False)

    assert pass_trial(editions, "a", now=100.0) == ""
    assert editions.refusal() == "it was killed"


def test_one_that_passes_its_second_trial_is_good(begin: Begin, tmp_path: Path) -> None:
    editions = begin(current="b", good="a", on_trial="b")
    editions.accept("b")
    editions.put_on_trial(pass_trial(editions, "a"))

    pass_trial(editions, "b", now=100.0)

    assert read_journal(tmp_path) == Journal("b", good="b", previous="a")


def test_one_that_is_made_again_during_its_second_trial_is_not_refused(begin: Begin) -> None:
    editions = begin(current="b", good="a", on_trial="b")
    editions.accept("b")
    editions.put_on_trial(pass_trial(editions, "a"))

    assert editions.accept("b")


def test_one_that_may_be_innocent_stays_where_there_is_no_other(begin: Begin) -> None:
    editions = begin(current="b")
    editions.painted("b", now=0.0)

    editions.display_died("it was killed", is_guilty=False)

    assert editions.worth_showing() == ("b",)
    assert editions.accept("b")


def test_a_damaged_one_is_wanted_no_more_by_name(begin: Begin, put: Put) -> None:
    good, damaged = put("good"), put("damaged")
    editions = begin(current=damaged, good=good)

    editions.is_damaged(damaged)

    assert editions.journal == Journal("", good=good)


def test_another_wish_of_staff_is_followed_and_forgives(begin: Begin, tmp_path: Path) -> None:
    editions = begin(current="b", good="b", set_aside=(SetAside("a", "it hung"),))

    write_pin(tmp_path, "a")

    assert editions.follow_pin()
    assert editions.worth_showing()[0] == "a"
    assert read_journal(tmp_path).set_aside == ()


def test_the_same_wish_is_no_news(begin: Begin, tmp_path: Path) -> None:
    write_pin(tmp_path, "a")

    assert not begin(current="b").follow_pin()


def test_a_wish_that_is_taken_back_leaves_what_the_files_say(begin: Begin, tmp_path: Path) -> None:
    write_pin(tmp_path, "a")
    editions = begin(current="b", good="b")

    write_pin(tmp_path, "")

    assert editions.follow_pin()
    assert editions.worth_showing() == ("b",)


def test_a_store_that_cannot_be_written_is_followed_in_memory(tmp_path: Path, put: Put) -> None:
    older, newer = put("older"), put("newer")
    (tmp_path / JOURNAL).mkdir()
    editions = Editions(tmp_path, TRIAL_SECONDS)

    editions.accept(newer)
    pass_trial(editions, newer)
    editions.accept(older)

    assert editions.journal == Journal(older, good=newer)
    assert editions.worth_showing() == (older, newer)


def test_a_store_that_cannot_be_written_is_logged_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / JOURNAL).mkdir()
    editions = Editions(tmp_path, TRIAL_SECONDS)

    for name in ("a", "b", "c"):
        editions.accept(name)

    assert caplog.messages == ["the journal cannot be written"]


def cannot_be_read(file: Path) -> None:
    """Let a link that leads round in a circle stand in its place."""
    file.unlink(missing_ok=True)
    file.symlink_to(file)


def test_a_journal_that_cannot_be_read_now_is_not_written_over(tmp_path: Path) -> None:
    cannot_be_read(tmp_path / JOURNAL)
    editions = Editions(tmp_path, TRIAL_SECONDS)

    editions.accept("c")
    pass_trial(editions, "c")

    assert editions.journal.good == "c"
    assert (tmp_path / JOURNAL).is_symlink()


def test_one_that_can_be_read_again_goes_on(tmp_path: Path) -> None:
    cannot_be_read(tmp_path / JOURNAL)
    editions = Editions(tmp_path, TRIAL_SECONDS)
    (tmp_path / JOURNAL).unlink()
    write_journal(tmp_path, Journal("b", good="b", previous="a", set_aside=(SetAside("z", "it hung"),)))

    editions.accept("c")

    assert read_journal(tmp_path) == Journal("c", good="b", previous="a", set_aside=(SetAside("z", "it hung"),))
    assert editions.journal == read_journal(tmp_path)


def test_what_the_disk_refused_is_written_when_it_takes_it_again(tmp_path: Path) -> None:
    (tmp_path / JOURNAL).mkdir()
    editions = Editions(tmp_path, TRIAL_SECONDS)
    editions.accept("a")
    (tmp_path / JOURNAL).rmdir()

    editions.accept("a")

    assert read_journal(tmp_path) == Journal("a")


def test_a_wish_that_cannot_be_read_now_is_still_what_it_was(begin: Begin, tmp_path: Path) -> None:
    write_pin(tmp_path, "a")
    editions = begin(current="b", good="b")

    cannot_be_read(tmp_path / PIN)

    assert not editions.follow_pin()
    assert editions.pin == "a"


def test_a_journal_that_says_the_same_is_not_written_again(begin: Begin, tmp_path: Path) -> None:
    editions = begin(current="a", good="a")
    before = (tmp_path / JOURNAL).stat()

    editions.accept("a")
    editions.worth_showing()
    pass_trial(editions, "a")

    assert (tmp_path / JOURNAL).stat() == before


@pytest.mark.parametrize(
    ("fields", "version", "made_from"),
    [
        pytest.param(("current",), "1.0", (("contact.toml", "ab"), ("device.toml", "")), id="what the files said"),
        pytest.param(("good",), "1.0", (("contact.toml", "ab"), ("device.toml", "")), id="the good one else"),
        pytest.param((), "1.0", (), id="there is none"),
        pytest.param(("current",), "1.1", (), id="another version made it"),
    ],
)
def test_an_edition_says_what_it_was_made_from(
    begin: Begin, put: Put, fields: tuple[str, ...], version: str, made_from: tuple[tuple[str, str], ...]
) -> None:
    name = put("office")

    assert begin(**dict.fromkeys(fields, name)).made_from(version) == made_from


def test_a_damaged_manifest_says_nothing(begin: Begin, put: Put, tmp_path: Path) -> None:
    name = put("office")
    (tmp_path / name / "manifest.json").write_bytes(b"{}")

    assert begin(current=name).made_from("1.0") == ()
