# ruff: noqa: RUF001  # texts are written as people write them

from lxml.html import document_fromstring  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.elements import letters_of, one_line, remove, text_of


def test_letters_are_what_two_writings_of_a_text_have_in_common() -> None:
    assert letters_of("“It’s no\u00adthing,” he said – 12 times.") == "itsnothinghesaid12times"
    assert letters_of("渡轮,票价!") == "渡轮票价"


def test_text_is_in_one_line() -> None:
    assert one_line("  a\n\tb\u00a0 c ") == "a b c"
    assert text_of(document_fromstring("<p>a <b>b</b>\nc</p>")) == "a b c"


def test_the_text_behind_an_element_stays_when_it_goes() -> None:
    tree = document_fromstring("<p>a<b>b</b>c</p>")
    remove(tree.find(".//b"))

    assert text_of(tree) == "ac"
