"""The vCard, byte for byte."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.edition.vcard import FOLD_OCTETS, Card, vcard


def test_a_card_is_written_in_full() -> None:
    card = Card(
        name="Haig Park Office",
        phones=("+263775679494",),
        mails=("hello@haigpark.example",),
        addresses=("3-68th Avenue",),
        urls=("https://haigpark.example/",),
    )

    assert vcard(card).text == (
        "BEGIN:VCARD\r\n"
        "VERSION:3.0\r\n"
        "N:Haig Park Office\r\n"
        "FN:Haig Park Office\r\n"
        "ORG:Haig Park Office\r\n"
        "TEL:+263775679494\r\n"
        "EMAIL:hello@haigpark.example\r\n"
        "ADR:;;3-68th Avenue\r\n"
        "URL:https://haigpark.example/\r\n"
        "END:VCARD\r\n"
    )


def test_separators_and_line_breaks_are_escaped() -> None:
    assert "FN:A\\\\B\\; C\\, D\\nE\r\n" in vcard(Card(name="A\\B; C, D\r\nE")).text


def test_a_brief_card_names_the_organisation_once() -> None:
    assert vcard(Card(name="Haig Park", brief=True)).text.count("Haig Park") == 1


def test_a_line_of_75_octets_is_not_folded() -> None:
    name = "x" * (FOLD_OCTETS - len("ORG:"))

    assert f"\r\nORG:{name}\r\n" in vcard(Card(name=name)).text


def test_a_line_of_76_octets_continues_after_a_space() -> None:
    name = "x" * (FOLD_OCTETS - len("ORG:")) + "y"

    assert f"\r\nORG:{name[:-1]}\r\n y\r\n" in vcard(Card(name=name)).text


def test_a_fold_never_splits_a_letter() -> None:
    name = "x" * (FOLD_OCTETS - len("ORG:") - 1) + "ŋ"

    assert f"\r\nORG:{name[:-1]}\r\n ŋ\r\n" in vcard(Card(name=name)).text


@given(st.text(min_size=1, max_size=200))
def test_no_line_is_longer_than_the_format_allows(name: str) -> None:
    text = vcard(Card(name=name.encode(errors="ignore").decode())).text

    assert max(len(line.encode()) for line in text.split("\r\n")) <= FOLD_OCTETS


@given(st.text(alphabet="\\;,\nab ü😀", max_size=150))
def test_unfolding_and_unescaping_gives_the_name_back(name: str) -> None:
    unfolded = vcard(Card(name=name)).text.replace("\r\n ", "")
    written = next(line for line in unfolded.split("\r\n") if line.startswith("FN:")).removeprefix("FN:")

    assert _unescaped(written) == name


def _unescaped(text: str) -> str:
    letters = iter(text)
    return "".join(next(letters).replace("n", "\n") if letter == "\\" else letter for letter in letters)
