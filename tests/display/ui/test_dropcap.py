import pytest

from kiosk.display.ui.dropcap import FEWEST_LETTERS, drop_cap_letter
from kiosk.edition.model import Paragraph, Run

LONG = " on the river" * 20


@pytest.mark.parametrize(
    ("beginning", "letter"),
    [
        ("Ukraine", "U"),
        ("Élan", "É"),
        ("Жизнь", "Ж"),
        ("L'alimentation", "L'"),
        ("L\N{RIGHT SINGLE QUOTATION MARK}eau", "L\N{RIGHT SINGLE QUOTATION MARK}"),
        ("'Twas", ""),
        ("“Quoted", ""),
        ("7 days", ""),
        ("lower", ""),
        ("عنوان", ""),
        ("中文", ""),
    ],
)
def test_a_paragraph_begins_with_a_large_letter_where_one_is_right(beginning: str, letter: str) -> None:
    assert drop_cap_letter((Paragraph((Run(beginning + LONG),)),)) == letter


def test_a_short_paragraph_has_none() -> None:
    assert drop_cap_letter((Paragraph((Run("U" + "k" * (FEWEST_LETTERS - 2)),)),)) == ""


def test_a_link_has_none() -> None:
    assert drop_cap_letter((Paragraph((Run("Ukraine" + LONG, link=0),)),)) == ""
