"""What is open of staff's in finished words: the pad, and the line that counts down."""

from collections.abc import Callable
from datetime import datetime

import pytest

from kiosk.display.page.speech import Speech
from kiosk.display.page.staff import derive_pad, derive_staff
from kiosk.display.page.staff_page import MenuPage, PadPage, ReportPage
from kiosk.display.page.staff_view import Closed, MenuOpen, PadOpen, ReportOpen
from kiosk.supervise.messages import Facts

REFUSED = "You don’t have permission to change this screen."  # noqa: RUF001  # the typographic apostrophe


def test_nothing_open_is_no_page(now: datetime, speech: Speech) -> None:
    assert derive_staff(Closed(), 20, None, now, speech) is None


def test_each_view_has_its_page(facts: Callable[..., Facts], now: datetime, speech: Speech) -> None:
    menu = MenuOpen(facts())
    pages = [derive_staff(view, 20, None, now, speech) for view in (PadOpen(), menu, ReportOpen("status", menu))]

    assert [type(page.content) for page in pages if page] == [PadPage, MenuPage, ReportPage]


@pytest.mark.parametrize(("seconds", "text"), [(18, "Closes in 18 seconds"), (1, "Closes in 1 second")])
def test_a_line_counts_down_and_closes_by_touch(now: datetime, speech: Speech, seconds: int, text: str) -> None:
    page = derive_staff(PadOpen(), seconds, None, now, speech)

    assert page is not None
    assert (page.closing.text, page.closing.name) == (text, "Close")


def test_the_page_is_in_the_language_that_is_spoken(
    now: datetime, speech: Speech, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(speech), "language", "ar")
    monkeypatch.setattr(type(speech), "right_to_left", True)

    page = derive_staff(PadOpen(), 20, None, now, speech)

    assert page is not None
    assert (page.language, page.right_to_left) == ("ar", True)


def test_keys_stand_in_the_order_of_a_telephone(speech: Speech) -> None:
    assert [key.key for key in derive_pad(PadOpen(), speech).keys] == [*"123456789", "delete", "0", "enter"]


def test_every_key_is_named_and_says_what_it_does(speech: Speech) -> None:
    keys = derive_pad(PadOpen(), speech).keys

    assert [key.key for key in keys if not (key.name and key.description.endswith("."))] == []
    assert [key.name for key in keys if key.icon] == ["Delete", "OK"]


@pytest.mark.parametrize(("typed", "rings"), [(0, 6), (6, 6), (7, 7), (12, 12)])
def test_there_are_six_rings_and_more_where_more_is_typed(speech: Speech, typed: int, rings: int) -> None:
    page = derive_pad(PadOpen(typed=typed), speech)

    assert (page.typed, page.rings) == (typed, rings)


@pytest.mark.parametrize(("typed", "spoken"), [(0, "0 digits typed"), (1, "1 digit typed"), (3, "3 digits typed")])
def test_only_the_number_of_digits_is_spoken(speech: Speech, typed: int, spoken: str) -> None:
    assert derive_pad(PadOpen(typed=typed), speech).spoken == spoken


@pytest.mark.parametrize(
    ("pad", "text", "strong_text"),
    [
        pytest.param(PadOpen(), "", "", id="fresh"),
        pytest.param(PadOpen(was_wrong=True), REFUSED, "", id="a wrong PIN"),
        pytest.param(
            PadOpen(was_wrong=True, wait_seconds=30), REFUSED, "Try again in 30 seconds", id="wrong, and a wait"
        ),
        pytest.param(PadOpen(wait_seconds=1), REFUSED, "Try again in 1 second", id="opened within a wait"),
        pytest.param(PadOpen(wait_seconds=59), REFUSED, "Try again in 59 seconds", id="just under a minute"),
        pytest.param(PadOpen(wait_seconds=60), REFUSED, "Try again in 1 minute", id="a minute"),
        pytest.param(PadOpen(wait_seconds=61), REFUSED, "Try again in 2 minutes", id="no sooner than it is over"),
        pytest.param(PadOpen(wait_seconds=1680), REFUSED, "Try again in 28 minutes", id="a long wait"),
        pytest.param(
            PadOpen(has_pin=False), "No PIN has been set. On this computer, type:", "kiosk set-pin", id="no PIN"
        ),
    ],
)
def test_the_pad_says(speech: Speech, pad: PadOpen, text: str, strong_text: str) -> None:
    page = derive_pad(pad, speech)

    assert (page.text, page.strong_text) == (text, strong_text)


@pytest.mark.parametrize(
    ("pad", "rests"),
    [
        pytest.param(PadOpen(), False, id="fresh"),
        pytest.param(PadOpen(was_wrong=True), False, id="a wrong PIN"),
        pytest.param(PadOpen(wait_seconds=1), True, id="within a wait"),
        pytest.param(PadOpen(typed=6, awaits_answer=True), True, id="while a PIN is checked"),
    ],
)
def test_keys_rest_while_no_try_is_taken(speech: Speech, pad: PadOpen, *, rests: bool) -> None:
    assert derive_pad(pad, speech).rests is rests


def test_without_a_pin_there_are_no_keys_but_close(speech: Speech) -> None:
    page = derive_pad(PadOpen(has_pin=False), speech)

    assert page.keys == ()
    assert page.rings == 0
    assert page.close is not None
    assert page.close.text == "Close"


def test_with_keys_there_is_no_second_close(speech: Speech) -> None:
    assert derive_pad(PadOpen(), speech).close is None
