import pytest

from kiosk.supervise.messages import Told
from kiosk.supervise.standing import (
    Followed,
    Mistaken,
    NotKept,
    NotMade,
    NotYetKnown,
    Refused,
    Standing,
    asks_for_staff,
    words_for_the_terminal,
)

MENDED = "Your files are in order again, and the screen shows them.\n"
OTHERS = (NotYetKnown(), Refused("it hung"), NotMade("it said nothing"), NotKept("disk full"))


def told(text: str) -> Told:
    return Told("contact.toml", 1, 1, "", "", "", "error", text)


MISTAKEN = Mistaken((told("One."), told("Two.")))


@pytest.mark.parametrize(
    ("standing", "asks"),
    [
        pytest.param(NotYetKnown(), False, id="nothing is known yet"),
        pytest.param(Followed(), False, id="all is well"),
        pytest.param(Followed((told("A warning."),)), False, id="all but a warning"),
        pytest.param(MISTAKEN, True, id="mistakes"),
        pytest.param(Refused("it hung"), True, id="set aside"),
        pytest.param(NotMade("it said nothing"), True, id="not made"),
        pytest.param(NotKept("disk full"), True, id="not kept"),
    ],
)
def test_the_sign_is_on_while_the_screen_does_not_show_what_staff_wrote(standing: Standing, *, asks: bool) -> None:
    assert asks_for_staff(standing) is asks


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        pytest.param(NotYetKnown(), Followed(), "", id="well from the start"),
        pytest.param(Followed(), Followed(), "", id="well again"),
        pytest.param(Followed(), Followed((told("A warning."),)), "A warning.\n", id="a warning"),
        pytest.param(Followed(), MISTAKEN, "One.\nTwo.\n", id="mistakes"),
        pytest.param(MISTAKEN, Followed(), MENDED, id="mended"),
        pytest.param(MISTAKEN, Followed((told("A warning."),)), f"A warning.\n{MENDED}", id="mended but for a warning"),
        pytest.param(NotMade("it said nothing"), Followed(), MENDED, id="made after all"),
        pytest.param(NotKept("disk full"), Followed(), MENDED, id="kept after all"),
        pytest.param(
            Followed(),
            Refused("it hung"),
            "This version is set aside: it hung. The screen shows the version before it.\n",
            id="set aside",
        ),
        pytest.param(
            Followed(),
            NotMade("it took longer than 60 s"),
            "Your files could not be prepared and will be tried again: it took longer than 60 s\n",
            id="not made",
        ),
        pytest.param(
            Followed(),
            NotKept("No space left on device"),
            "Nothing can be written to the disk, and the screen stays as it is: No space left on device\n",
            id="not kept",
        ),
        pytest.param(Followed(), NotYetKnown(), "", id="nothing is known"),
    ],
)
def test_whoever_started_the_kiosk_reads(before: Standing, now: Standing, words: str) -> None:
    assert words_for_the_terminal(before, now) == words


@pytest.mark.parametrize("now", OTHERS, ids=lambda standing: type(standing).__name__)
def test_only_what_is_followed_counts_as_mended(now: Standing) -> None:
    assert MENDED not in words_for_the_terminal(MISTAKEN, now)
