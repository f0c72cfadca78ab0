from datetime import UTC, datetime, timedelta

import pytest

from kiosk.edition.codec import encode
from kiosk.edition.value import replace
from kiosk.supervise.facts import MOST_PROBLEMS, facts_of, problems_of
from kiosk.supervise.messages import Facts, Told
from kiosk.supervise.standing import Followed, Mistaken, NotKept, NotMade, NotYetKnown, Refused, Standing
from kiosk.supervise.status import Source, Status
from kiosk.supervise.world import WorldSource

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
SECRET = "/home/desk/secret"  # noqa: S105  # a path that must not be told
TOLD = Told(
    f"{SECRET}/contact.toml", 3, 1, "phone", "is short", "Write more", "error", f"{SECRET}/contact.toml:3:1: ..."
)


def status(standing: Standing, **changes: object) -> Status:
    fields: dict[str, object] = {
        "written_at": NOON,
        "started_at": NOON,
        "version": "1.2",
        "pid": 4711,
        "health": "shown",
        "standing": standing,
        "lock": f"{SECRET}/lock",
        "state_folder": SECRET,
    }
    return Status(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("standing", "word"),
    [
        pytest.param(NotYetKnown(), "not read", id="not read"),
        pytest.param(Followed(), "shown", id="shown"),
        pytest.param(Mistaken((TOLD,)), "mistaken", id="mistaken"),
        pytest.param(Refused(SECRET), "refused", id="refused"),
        pytest.param(NotMade(SECRET), "not made", id="not made"),
        pytest.param(NotKept(SECRET), "not kept", id="not kept"),
    ],
)
def test_how_the_files_stand_is_a_word_without_a_reason(standing: Standing, word: str) -> None:
    assert facts_of(status(standing)).stands == word


def test_the_facts_are_those_of_the_status() -> None:
    sources = (
        Source("a", is_there=True, is_shown=True, refreshed_at=NOON - timedelta(hours=1)),
        Source("b", is_there=True, is_shown=True, refreshed_at=NOON),
        Source("c", is_there=False, is_shown=False),
    )

    facts = facts_of(
        status(
            Followed(),
            edition="ab12",
            shown_since=NOON,
            sources=sources,
            pinned="ab12",
            state_place="memory",
            waits_for_files_since=NOON,
            deaths=3,
            memory_bytes=90,
        )
    )

    assert facts == Facts(
        health="shown",
        stands="shown",
        version="1.2",
        started_at=NOON,
        edition="ab12",
        shown_since=NOON,
        read_at=NOON,
        is_pinned=True,
        is_kept=False,
        do_files_answer=False,
        deaths=3,
        memory_bytes=90,
    )


def test_no_path_and_no_process_is_told() -> None:
    sources = (Source(f"{SECRET}/contact.toml", is_there=True, is_shown=True),)
    known = status(NotKept(SECRET), state_why=SECRET, last_death=SECRET, sources=sources, display_pid=4712)

    told = encode(facts_of(known)).decode()

    assert SECRET not in told
    assert "471" not in told


def test_a_problem_names_its_file_without_the_folder() -> None:
    (problem,) = problems_of(status(Mistaken((TOLD,))))

    assert problem == Told("contact.toml", 3, 1, "phone", "is short", "Write more", "error", "")


def test_warnings_are_told_as_well() -> None:
    assert len(problems_of(status(Followed((TOLD,))))) == 1


def test_a_thousand_problems_are_not_all_told() -> None:
    assert len(problems_of(status(Mistaken((TOLD,) * 1000)))) == MOST_PROBLEMS


def test_a_source_in_the_world_is_told_when_it_asks_for_staff() -> None:
    away = WorldSource(
        "paper.example", NOON, NOON, trouble="refused", what="answers that it is gone", cure="Name another"
    )
    overdue = replace(away, asks_for_staff=True)

    problems = problems_of(status(Followed((TOLD,)), world=(away, overdue)))

    assert problems[1:] == (Told("paper.example", 0, 0, "", "answers that it is gone", "Name another", "warning", ""),)


def test_other_standings_have_no_problems() -> None:
    assert problems_of(status(NotMade("x"))) == ()
