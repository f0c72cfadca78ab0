"""The journal's way from one edition to the next, step by step."""

from collections.abc import Callable
from functools import partial

import pytest

from kiosk.edition.journal import Journal, SetAside
from kiosk.supervise.promotion import (
    MOST_SET_ASIDE,
    after_start,
    ended_cleanly,
    failed,
    may_return,
    proved,
    refusal,
    rejoined,
    released,
    shown,
    unreadable,
    with_candidate,
)

UNCLEAN = "the kiosk ended unexpectedly while it was new on the screen"

guilty = partial(failed, why="it hung", is_guilty=True)
innocent = partial(failed, why="it was killed", is_guilty=False)


@pytest.mark.parametrize(
    ("before", "step", "after"),
    [
        pytest.param(
            Journal("a", good="a"),
            lambda journal: with_candidate(journal, "b"),
            Journal("b", good="a"),
            id="a candidate is what the files say and not yet on trial",
        ),
        pytest.param(
            Journal("b", good="a"),
            lambda journal: shown(journal, "b"),
            Journal("b", good="a", on_trial="b"),
            id="a candidate on the screen is on trial",
        ),
        pytest.param(
            Journal("a", good="a", on_trial="b"),
            lambda journal: shown(journal, "a"),
            Journal("a", good="a"),
            id="the good one is on no trial",
        ),
        pytest.param(
            Journal("b", good="b", previous="a"),
            lambda journal: shown(journal, "a"),
            Journal("b", good="b", previous="a"),
            id="nor is the one before it",
        ),
        pytest.param(
            Journal("b", on_trial="b"),
            lambda journal: shown(journal, ""),
            Journal("b"),
            id="nor is the holding card",
        ),
        pytest.param(
            Journal("b", good="a", previous="z", on_trial="b"),
            proved,
            Journal("b", good="b", previous="a"),
            id="the one that proved itself is good and the good one is the one before it",
        ),
        pytest.param(
            Journal("b", good="a", previous="z"),
            proved,
            Journal("b", good="a", previous="z"),
            id="without a trial nothing is proved",
        ),
        pytest.param(
            Journal("b", good="a", on_trial="b", set_aside=(SetAside("b", "power cut"), SetAside("c", "it hung"))),
            proved,
            Journal("b", good="b", previous="a", set_aside=(SetAside("c", "it hung"),)),
            id="a second trial that it passes clears its name",
        ),
        pytest.param(
            Journal("b", good="a", on_trial="b"),
            guilty,
            Journal("a", good="a", set_aside=(SetAside("b", "it hung"),)),
            id="one that hung is set aside and the good one is back",
        ),
        pytest.param(
            Journal("b", good="a", on_trial="b"),
            innocent,
            Journal("a", good="a", set_aside=(SetAside("b", "it was killed", may_return=True),)),
            id="one that may be innocent may return",
        ),
        pytest.param(
            Journal("b", good="a", on_trial="b", set_aside=(SetAside("b", "power cut", may_return=True),)),
            innocent,
            Journal("a", good="a", set_aside=(SetAside("b", "it was killed"),)),
            id="but only once",
        ),
        pytest.param(
            Journal("b", good="a", on_trial="pinned"),
            guilty,
            Journal("b", good="a", set_aside=(SetAside("pinned", "it hung"),)),
            id="what the files say stays when another one was on trial",
        ),
        pytest.param(
            Journal("b", on_trial="b"),
            guilty,
            Journal("", set_aside=(SetAside("b", "it hung"),)),
            id="without a good one there is none",
        ),
        pytest.param(
            Journal("b", on_trial="b"),
            innocent,
            Journal("b"),
            id="but one that may be innocent stays where it is",
        ),
        pytest.param(
            Journal("a", good="a"),
            guilty,
            Journal("a", good="a"),
            id="a display that dies under a good edition changes nothing",
        ),
        pytest.param(
            Journal("b", good="a", on_trial="b"),
            after_start,
            Journal("a", good="a", set_aside=(SetAside("b", UNCLEAN, may_return=True),)),
            id="a start that finds a trial tells of an unclean end",
        ),
        pytest.param(
            Journal("b", on_trial="b"),
            after_start,
            Journal("b"),
            id="but where there is no other it stays",
        ),
        pytest.param(
            Journal("a", good="a"), after_start, Journal("a", good="a"), id="a start that finds none does not"
        ),
        pytest.param(
            Journal("b", good="a", on_trial="b"),
            ended_cleanly,
            Journal("b", good="a"),
            id="a clean end breaks the trial off without blame",
        ),
        pytest.param(
            Journal("b", good="b", previous="a", on_trial="b"),
            lambda journal: unreadable(journal, "b"),
            Journal("", good="", previous="a"),
            id="a damaged edition is named no more",
        ),
        pytest.param(
            Journal("b", good="a", previous="z"),
            lambda journal: unreadable(journal, "z"),
            Journal("b", good="a"),
            id="nor is a damaged one before",
        ),
        pytest.param(
            Journal("a", set_aside=(SetAside("b", "it hung"), SetAside("c", "it hung"))),
            lambda journal: released(journal, "b"),
            Journal("a", set_aside=(SetAside("c", "it hung"),)),
            id="staff who ask for one forgive it",
        ),
    ],
)
def test_a_step_makes_this_of_the_journal(before: Journal, step: Callable[[Journal], Journal], after: Journal) -> None:
    assert step(before) == after


@pytest.mark.parametrize(
    ("earlier", "since", "after"),
    [
        pytest.param(
            Journal("b", good="b", previous="a"), Journal(), Journal("b", good="b", previous="a"), id="nothing"
        ),
        pytest.param(
            Journal("b", good="b", previous="a"),
            Journal("c", on_trial="c"),
            Journal("c", good="b", previous="a", on_trial="c"),
            id="a candidate on trial",
        ),
        pytest.param(
            Journal("b", good="b", previous="a"),
            Journal("c", good="c"),
            Journal("c", good="c", previous="b"),
            id="another good one",
        ),
        pytest.param(
            Journal("b", good="a", on_trial="b"),
            Journal(),
            Journal("a", good="a", set_aside=(SetAside("b", UNCLEAN, may_return=True),)),
            id="nothing, after an unclean end",
        ),
        pytest.param(
            Journal("a", good="a", set_aside=(SetAside("b", "it hung"),)),
            Journal("a", set_aside=(SetAside("c", "it hung"),)),
            Journal("a", good="a", set_aside=(SetAside("b", "it hung"), SetAside("c", "it hung"))),
            id="one set aside",
        ),
    ],
)
def test_a_journal_that_was_not_read_at_the_start_goes_on_with_what_has_happened_since(
    earlier: Journal, since: Journal, after: Journal
) -> None:
    assert rejoined(earlier, since) == after


def test_damage_is_no_reason_to_refuse_what_is_made_anew() -> None:
    assert refusal(unreadable(Journal("b", on_trial="b"), "b"), "b") == ""


def test_what_is_set_aside_is_refused_with_the_reason() -> None:
    journal = guilty(Journal("b", good="a", on_trial="b"))

    assert (refusal(journal, "b"), refusal(journal, "a")) == ("it hung", "")


@pytest.mark.parametrize(
    ("edition", "may"),
    [
        pytest.param("innocent", True, id="it was killed from outside"),
        pytest.param("guilty", False, id="it hung"),
        pytest.param("unknown", False, id="it was never set aside"),
        pytest.param("", False, id="the holding card"),
    ],
)
def test_only_one_that_may_be_innocent_may_return(edition: str, *, may: bool) -> None:
    journal = Journal(set_aside=(SetAside("guilty", "it hung"), SetAside("innocent", "killed", may_return=True)))

    assert may_return(journal, edition) is may


def test_a_guilty_second_trial_is_the_last_whatever_happens_then() -> None:
    journal = Journal("b", good="a")
    for fail in (innocent, guilty, innocent):
        journal = fail(shown(journal, "b"))

    assert not may_return(journal, "b")


def test_at_most_twenty_are_set_aside_and_the_latest_are_kept() -> None:
    journal = Journal(good="a")
    for number in range(MOST_SET_ASIDE + 5):
        journal = guilty(shown(with_candidate(journal, f"edition {number}"), f"edition {number}"))

    assert [aside.edition for aside in journal.set_aside] == [f"edition {number}" for number in range(5, 25)]


def test_one_that_fails_again_is_set_aside_but_once() -> None:
    journal = Journal("b", good="a", on_trial="b")
    for _ in range(3):
        journal = innocent(shown(journal, "b"))

    assert [aside.edition for aside in journal.set_aside] == ["b"]


def test_a_whole_life() -> None:
    journal = Journal()
    for edition in ("one", "two", "three"):
        journal = proved(shown(with_candidate(journal, edition), edition))

    assert journal == Journal(current="three", good="three", previous="two")
