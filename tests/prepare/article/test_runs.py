import pytest

from kiosk.edition.model import Code, Divider, Heading, Listing, Paragraph, Quote, Run, Table
from kiosk.prepare.article.runs import finished, text_of
from kiosk.prepare.sanitise import LONGEST_WORD


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        pytest.param([Run("a"), Run("b")], (Run("ab"),), id="neighbours of one style are joined"),
        pytest.param([Run("a"), Run("b", link=0)], (Run("a"), Run("b", link=0)), id="others are not"),
        pytest.param(
            [Run("  a "), Run(" b ", strong=True)], (Run("a "), Run("b", strong=True)), id="one space between"
        ),
        pytest.param([Run("a \n b")], (Run("a\nb"),), id="none around a line break"),
        pytest.param([Run("a  b", code=True)], (Run("a  b", code=True),), id="code keeps its spaces"),
        pytest.param([Run(" "), Run("", strong=True), Run("\n")], (), id="blanks are nothing"),
        pytest.param([Run("a"), Run("\u202e", strong=True)], (Run("a"),), id="a run of nothing visible goes"),
        pytest.param(
            [Run("a"), Run("\u0301" * 4 + "b", strong=True)],
            (Run("a"), Run("b", strong=True)),
            id="marks do not stack from one run onto another",
        ),
        pytest.param([], (), id="nothing"),
    ],
)
def test_runs_are_finished(runs: list[Run], expected: tuple[Run, ...]) -> None:
    assert finished(runs) == expected


def test_a_long_word_may_break_though_its_style_changes() -> None:
    runs = [Run("x" * 1500, strong=bool(number % 2)) for number in range(6)]

    words = "".join(run.text for run in finished(runs)).split("\u200b")

    assert max(map(len, words)) == LONGEST_WORD


def test_all_words_are_counted_but_code() -> None:
    run = (Run("w"),)
    paragraph = Paragraph(run)
    blocks = (
        paragraph,
        Heading(2, run),
        Listing(((paragraph,), (paragraph,))),
        Quote((paragraph,)),
        Table((run,), ((run,),)),
        Code("no"),
        Divider(),
    )

    assert text_of(blocks).split() == ["w"] * 7
