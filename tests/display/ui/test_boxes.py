"""Letters without a font are found; the scripts that come with the kiosk have one, whatever the system has."""

# ruff: noqa: RUF001  # letters of many scripts are what is tested

import pytest
from PySide6.QtGui import QFont

from kiosk.display.ui.boxes import CJK, SYMBOLS, boxed_scripts, is_box, script_of
from kiosk.display.ui.style import Style
from kiosk.edition.palettes import LIGHT

STYLE = Style(LIGHT, 1.0)
BUNDLED = {
    "English": "Water has no passport — “so they say”, €3·20",
    "Shona": "Mvura haina pasipoti",
    "French": "L’œuvre naît à Noël, dès août",
    "Polish": "Zażółć gęślą jaźń",
    "Turkish": "Şişli’de İğde ağacı",
    "Vietnamese": "Nước không có hộ chiếu",
    "Greek": "Το νερό δεν έχει διαβατήριο",
    "Russian": "У воды нет паспорта № 1",
    "Ukrainian": "Ґава їсть їжу, щоб",
    "Arabic": "الماء ليس له جواز سفر، أليس كذلك؟ ٢٠٢٦",
    "Persian": "آب گذرنامه ندارد؛ چگونه پژوهشگر گفت ۱۲۳",
    "Urdu": "پانی کا پاسپورٹ نہیں ہوتا، ٹھیک ہے ڑ ں ے",
}


def alone(family: str) -> QFont:
    """Give a font behind which no other one stands, as on a computer that has no other."""
    font = QFont(STYLE.serif(31))
    font.setFamilies([family])
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


@pytest.mark.parametrize("text", BUNDLED.values(), ids=BUNDLED)
def test_twelve_languages_need_no_font_of_the_system(text: str) -> None:
    families = STYLE.serif(31).families()

    assert [letter for letter in set(text) if all(is_box(letter, alone(family)) for family in families)] == []


@pytest.mark.parametrize(("letter", "script"), [("中", CJK), ("あ", CJK), ("「", CJK), ("한", CJK), ("ש", "Hebrew"), ("ก", "Thai"), ("ह", "Devanagari"), ("☂", SYMBOLS)])  # fmt: skip
def test_a_letter_without_a_font_is_found_and_its_script_named(letter: str, script: str) -> None:
    assert is_box(letter, alone("Source Serif 4"))
    assert script_of(letter) == script


def test_scripts_are_named_once() -> None:
    assert boxed_scripts("Rivers 两条河 และแม่น้ำ", alone("Source Serif 4")) == (CJK, "Thai")


@pytest.mark.parametrize("letter", ["\u200d", "\u0301", "\u2068", "\u00a0", "\u202f", "\n"])
def test_what_is_not_drawn_by_itself_is_no_box(letter: str) -> None:
    assert not is_box(letter, alone("Source Serif 4"))
