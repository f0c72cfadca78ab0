"""The staff's menu: one line about the screen, and a row for each thing that can be done."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from kiosk.display.page.speech import Speech
from kiosk.display.page.staff_menu import derive_menu
from kiosk.display.page.staff_page import MenuRow
from kiosk.display.page.staff_view import MenuOpen
from kiosk.edition.model import DatedHours, Hours, Span
from kiosk.supervise.messages import Facts, Told

OFFICE = Hours(week=((Span(8 * 60, 17 * 60),),) * 5 + ((), ()))
Facing = Callable[..., MenuRow]


@pytest.fixture
def row(facts: Callable[..., Facts], now: datetime, speech: Speech) -> Facing:
    """Give a function that finds a row of the menu by its key."""

    def found(
        key: str, menu: MenuOpen | None = None, hours: Hours | None = OFFICE, at: datetime | None = None
    ) -> MenuRow:
        page = derive_menu(menu or MenuOpen(facts()), hours, at or now, speech)
        return next(row for row in page.rows if row.key == key)

    return found


@pytest.mark.parametrize(
    ("change", "line"),
    [
        pytest.param({}, "Shown since 08:12 · edition 7f3a · healthy", id="well"),
        pytest.param({"edition": ""}, "no version to show · healthy", id="the holding card"),
        pytest.param({"health": "starting"}, "Shown since 08:12 · edition 7f3a · starting", id="starting"),
        pytest.param(
            {"health": "restarting", "deaths": 3},
            "Shown since 08:12 · edition 7f3a · starting again · restarted 3 times",
            id="dying",
        ),
        pytest.param({"deaths": 1}, "Shown since 08:12 · edition 7f3a · restarted 1 time", id="died once"),
        pytest.param(
            {"health": "safe mode"}, "Shown since 08:12 · edition 7f3a · contact details only", id="safe mode"
        ),
        pytest.param(
            {"stands": "mistaken"}, "Shown since 08:12 · edition 7f3a · mistakes in your files", id="mistakes"
        ),
        pytest.param(
            {"stands": "refused"}, "Shown since 08:12 · edition 7f3a · newest version set aside", id="set aside"
        ),
        pytest.param(
            {"stands": "not made"}, "Shown since 08:12 · edition 7f3a · newest version not made", id="not made"
        ),
        pytest.param(
            {"stands": "not kept"},
            "Shown since 08:12 · edition 7f3a · no disk takes the newest version",
            id="no disk",
        ),
        pytest.param(
            {"stands": "not read"}, "Shown since 08:12 · edition 7f3a · your files are being read", id="being read"
        ),
        pytest.param(
            {"do_files_answer": False, "is_kept": False},
            "Shown since 08:12 · edition 7f3a · your files do not answer · not kept on the disk",
            id="disks that are gone",
        ),
        pytest.param(
            {"is_pinned": True}, "Shown since 08:12 · edition 7f3a · an earlier version was asked for", id="pinned"
        ),
    ],
)
def test_one_line_says_how_the_screen_stands(
    facts: Callable[..., Facts], now: datetime, speech: Speech, change: dict[str, object], line: str
) -> None:
    page = derive_menu(MenuOpen(facts(**change)), OFFICE, now, speech)

    assert (page.title, page.line) == ("This screen", line)


def test_the_rows_in_their_order(facts: Callable[..., Facts], now: datetime, speech: Speech) -> None:
    page = derive_menu(MenuOpen(facts()), OFFICE, now, speech)

    assert [(row.key, row.text, row.aside) for row in page.rows] == [
        ("problems", "Problems in your files", "none"),
        ("reload", "Read the files again", "12 minutes ago"),
        ("status", "How this screen is doing", ""),
        ("doctor", "Check this computer", ""),
        ("restart", "Restart the screen", ""),
        ("switch off", "Switch the screen off", "until 08:00"),
        ("leave", "Leave kiosk mode", ""),
    ]


def test_every_row_has_an_icon_and_says_what_it_does(
    facts: Callable[..., Facts], now: datetime, speech: Speech
) -> None:
    page = derive_menu(MenuOpen(facts()), OFFICE, now, speech)

    assert [row.key for row in page.rows if not (row.icon and row.description.endswith("."))] == []


@pytest.mark.parametrize(
    ("severities", "aside", "badge"),
    [
        pytest.param((), "none", "none", id="nothing"),
        pytest.param(("error",), "1 to mend", "amber", id="a mistake"),
        pytest.param(("error", "warning", "error"), "2 to mend", "amber", id="mistakes come first"),
        pytest.param(("warning", "warning"), "2 to look at", "quiet", id="warnings"),
    ],
)
def test_problems_are_counted(
    row: Facing,
    facts: Callable[..., Facts],
    told: Callable[..., Told],
    *,
    severities: tuple[str, ...],
    aside: str,
    badge: str,
) -> None:
    problems = tuple(told(severity=severity) for severity in severities)

    found = row("problems", MenuOpen(facts(), problems))

    assert (found.aside, found.badge) == (aside, badge)
    assert found.name == f"Problems in your files, {aside}"


def test_files_that_were_not_read_yet_have_no_verdict(row: Facing, facts: Callable[..., Facts]) -> None:
    assert row("problems", MenuOpen(facts(stands="not read"))).aside == "not read yet"


def test_files_that_are_read_on_demand_say_so(row: Facing, facts: Callable[..., Facts]) -> None:
    assert row("reload", MenuOpen(facts(), awaits_reading=True)).aside == "reading …"


def test_files_that_were_never_read_have_no_age(row: Facing, facts: Callable[..., Facts]) -> None:
    assert row("reload", MenuOpen(facts(read_at=None))).aside == ""


@pytest.mark.parametrize(
    ("hours", "ahead", "aside"),
    [
        pytest.param(OFFICE, timedelta(), "until 08:00", id="tomorrow morning"),
        pytest.param(OFFICE, timedelta(days=4), "until Monday 08:00", id="over the weekend"),
        pytest.param(None, timedelta(), "until it is touched", id="no hours"),
        pytest.param(Hours(week=((),) * 7), timedelta(), "until it is touched", id="never open"),
        pytest.param(Hours(week=((Span(0, 1440),),) * 7), timedelta(), "until it is touched", id="always open"),
        pytest.param(
            replace(
                OFFICE,
                exceptions=tuple(DatedHours(date(2026, 11, 24) + timedelta(days=day), ()) for day in range(8)),
            ),
            timedelta(),
            "until 2026-12-02 08:00",
            id="after the holidays",
        ),
    ],
)
def test_the_screen_is_dark_until_the_office_opens(
    row: Facing, now: datetime, hours: Hours | None, ahead: timedelta, aside: str
) -> None:
    assert row("switch off", hours=hours, at=now + ahead).aside == aside


def test_leaving_is_asked_once_more_in_its_place(row: Facing, facts: Callable[..., Facts]) -> None:
    assert row("leave", MenuOpen(facts(), asks_to_leave=True)).text == "Touch again to leave"


def test_an_edition_is_named_by_nothing_but_its_hash(
    facts: Callable[..., Facts], now: datetime, speech: Speech
) -> None:
    page = derive_menu(MenuOpen(facts(edition="../etc/ab12")), OFFICE, now, speech)

    assert "edition ecab" in page.line
