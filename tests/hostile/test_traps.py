"""The positive controls: a careless reader falls into every trap, and the campaign says so of each."""

from pathlib import Path

import pytest

from kiosk.edition.model import Article, Paragraph, QrCode, Run, Takeaway
from tests.hostile.campaign import Shown, campaign
from tests.hostile.case import MARKER
from tests.hostile.places import why_not
from tests.hostile.screening import screened
from tests.hostile.sound import faults

needs_network = pytest.mark.skipif(bool(why_not()), reason=why_not() or "none")


@needs_network
@pytest.mark.timeout(120)
def test_a_careless_reader_is_caught_in_every_way(tmp_path: Path) -> None:
    said = "\n".join(campaign(tmp_path, "traps", reader="tests.hostile.naive_reader").wrong())

    for sentence in (
        "it connected to ('169.254.169.254', 80)",
        "somebody came to 169.254.169.254 80",
        "it touched /mnt/zqmarker.dtd",
        "it touched /mnt/zqmarker.png",
        "it read outside: /etc/passwd",
        "it started ",
        "traps: charset raised Traceback",
        "traps: crash was killed by SIGABRT",
        "traps: silence was killed by SIGALRM",
        "traps: junk gave 0 articles",
        "traps: program: 'zqhidden' is in a text",
        "traps: redirect: 'zqforbidden' is in a text",
    ):
        assert sentence in said


def told(words: str) -> Shown:
    return Shown(words, Article("Told", (Paragraph((Run(words),)),)), {})


@needs_network
@pytest.mark.timeout(120)
def test_a_display_that_obeys_is_caught_in_every_way(tmp_path: Path) -> None:
    words = (
        "wait 4.5",
        f'<img src="file://{MARKER}.png">',
        "<img src='/etc/passwd'>",
        "visit http://10.0.0.1/",
        "start true",
        "die",
    )
    naive = screened(tmp_path, tuple(map(told, words)), ("-m", "tests.hostile.naive_display"))
    said = "\n".join(naive.wrong())

    for sentence in (
        f"the display touched {MARKER}.png",
        "the display read outside: /etc/passwd",
        "the display opened a socket of AF_INET",
        "the display connected to ('10.0.0.1', 80)",
        "the display started ",
        "wait 4.5 came after 4.",
        "a beat was ",
        "the display ended with -6",
    ):
        assert sentence in said


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a\u202eb", "U+202E is in a text"),
        ("a\x07", "U+0007 is in a text"),
        ("a\U000e0041", "U+E0041 is in a text"),
        ("a\ufdd0", "U+FDD0 is in a text"),
        ("a\u2067b", "isolates that are not closed"),
        ("a\u2069b", "isolates that are not closed"),
        ("a" + "\u0301" * 5, "5 marks on a letter"),
        ("a" * 2001, "a word of 2001"),
        ("a " * 170_000, "too many characters"),
        ("zqhidden", "'zqhidden' is in a text"),
    ],
)
def test_what_no_article_may_have_in_it_is_seen(text: str, fault: str) -> None:
    assert faults(Article("", (Paragraph((Run(text),)),))) == [fault]


@pytest.mark.parametrize(
    "payload", ["javascript:alert(1)", "http://a.example/", "file:///etc/passwd", "https://[::1]/", "tel:112"]
)
def test_a_link_that_no_phone_may_be_given_is_seen(payload: str) -> None:
    links = (Takeaway(payload, "", QrCode(1, ("1",))),)

    assert faults(Article("A title", (), links=links)) == [f"a link to {payload!r}"]


@pytest.mark.parametrize("payload", ["https://a.example/b?c", "mailto:a@b.example", "tel:+263775679494"])
def test_a_link_that_phones_know_is_none(payload: str) -> None:
    links = (Takeaway(payload, "", QrCode(1, ("1",))),)

    assert faults(Article("A title", (Paragraph((Run("Plain wörds\n\u2067אב\u2069"),)),), links=links)) == []
