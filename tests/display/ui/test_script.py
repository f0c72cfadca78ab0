import pytest

from kiosk.display.ui.script import begins_right, may_lean


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("Rivers", False),
        ("Реки", False),
        ("两条河", False),
        ("نهران", True),
        ("נהרות", True),
        ("2026: نهران and rivers", True),
        ("«Rivers» نهران", False),
    ],
)
@pytest.mark.parametrize("otherwise", [True, False])
def test_a_text_begins_where_its_first_letter_does(text: str, *, is_right: bool, otherwise: bool) -> None:
    assert begins_right(text, otherwise=otherwise) is is_right


@pytest.mark.parametrize("text", ["", "12,840.25", "— (…)"])
def test_a_text_without_letters_begins_where_those_around_it_do(text: str) -> None:
    assert (begins_right(text, otherwise=True), begins_right(text, otherwise=False)) == (True, False)


@pytest.mark.parametrize("text", ["Rivers", "Wróbel", "Реки", "Ποτάμια", "Sông Đồng Nai", "“2026”"])
def test_scripts_with_italics_lean(text: str) -> None:
    assert may_lean(text)


@pytest.mark.parametrize("text", ["نهران", "נהרות", "नदियाँ", "แม่น้ำ", "两条河", "二つの川", "강", "ወንዞች", "a 河"])
def test_scripts_without_italics_stand(text: str) -> None:
    assert not may_lean(text)
