from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.display.state.visitor import VisitorState
from kiosk.display.visitor.choices import Choices

SECONDS = 3


class Listener(QObject):
    """Records what the state was at each signal."""

    def __init__(self, state: VisitorState) -> None:
        super().__init__()
        self.choices: list[Choices] = []
        self.seconds: list[int] = []
        self._state = state
        state.changed.connect(self._record_choices)
        state.sheet_ticked.connect(self._record_seconds)

    def _record_choices(self) -> None:
        self.choices.append(self._state.choices)

    def _record_seconds(self) -> None:
        self.seconds.append(self._state.sheet_seconds_left)


@pytest.fixture
def state(qapp: QObject) -> VisitorState:
    """Give a state whose sheets stay open for three very short seconds."""
    return VisitorState(qapp, SECONDS, second_ms=1)


@pytest.fixture
def listener(state: VisitorState) -> Listener:
    return Listener(state)


def test_a_new_choice_is_announced_once(state: VisitorState, listener: Listener) -> None:
    state.choose(Choices(article=1))

    assert listener.choices == [Choices(article=1)]


def test_the_same_choice_again_is_no_change(state: VisitorState, listener: Listener) -> None:
    state.choose(Choices())

    assert listener.choices == []


def test_text_at_its_limit_is_no_change(state: VisitorState, listener: Listener) -> None:
    state.choose(Choices(text_scale=1.75))
    state.enlarge_text()

    assert listener.choices == [Choices(text_scale=1.75)]


@pytest.mark.parametrize(
    ("touch", "expected"),
    [
        pytest.param(VisitorState.enlarge_text, Choices(text_scale=1.2), id="larger text"),
        pytest.param(VisitorState.reduce_text, Choices(text_scale=0.85), id="smaller text"),
        pytest.param(VisitorState.toggle_contrast, Choices(high_contrast=True), id="contrast"),
        pytest.param(lambda it: it.take_next_language(("en", "fr")), Choices(language="fr"), id="language"),
        pytest.param(lambda it: it.take_article(1), Choices(article=1), id="article"),
        pytest.param(lambda it: it.open_sheet("phone:0"), Choices(sheet="phone:0"), id="sheet"),
    ],
)
def test_a_touch_changes_the_choices(
    state: VisitorState, touch: Callable[[VisitorState], None], expected: Choices
) -> None:
    touch(state)

    assert state.choices == expected


def test_the_next_visitor_finds_nothing_of_the_one_before(state: VisitorState) -> None:
    state.choose(Choices(article=3, text_scale=1.75, high_contrast=True, language="fr"))
    state.open_sheet("vcard")

    state.start_afresh(1)

    assert state.choices == Choices(article=1)


def test_contrast_goes_off_at_the_second_touch(state: VisitorState) -> None:
    state.toggle_contrast()
    state.toggle_contrast()

    assert state.choices == Choices()


def test_an_open_sheet_counts_down_and_closes_itself(state: VisitorState, listener: Listener, qtbot: QtBot) -> None:
    state.open_sheet("vcard")
    qtbot.waitUntil(lambda: state.choices.sheet == "")

    assert listener.seconds == [3, 2, 1]


def test_a_sheet_that_opens_over_another_has_its_full_time(
    state: VisitorState, listener: Listener, qtbot: QtBot
) -> None:
    state.open_sheet("vcard")
    qtbot.waitUntil(lambda: state.sheet_seconds_left < SECONDS)
    state.open_sheet("phone:0")

    assert listener.seconds[-1] == SECONDS


def test_a_closed_sheet_counts_no_further(state: VisitorState, listener: Listener, qtbot: QtBot) -> None:
    later = VisitorState(state, SECONDS, second_ms=1)
    state.open_sheet("vcard")
    state.close_sheet()
    later.open_sheet("vcard")
    qtbot.waitUntil(lambda: later.choices.sheet == "")

    assert listener.seconds == [3]


def test_the_other_choices_outlive_a_sheet(state: VisitorState) -> None:
    state.enlarge_text()
    state.open_sheet("vcard")
    state.close_sheet()

    assert state.choices == Choices(text_scale=1.2)


def test_what_is_usual_within_low_reach_comes_back_when_a_visitor_has_gone(state: VisitorState) -> None:
    state.be_usually_low(on=True)
    state.toggle_low_reach()
    state.enlarge_text()

    assert state.choices == Choices(text_scale=1.2, low_reach=False)
    state.start_afresh(0)
    assert state.choices == Choices(low_reach=True)


def test_the_same_setting_again_leaves_the_visitors_choice(state: VisitorState) -> None:
    state.be_usually_low(on=True)
    state.toggle_low_reach()
    state.be_usually_low(on=True)

    assert not state.choices.low_reach
