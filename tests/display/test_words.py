"""The catalogues hold exactly the words of the screen, in every language that is shipped: see packaging/words/."""

import ast
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from kiosk.paths import resources

DISPLAY = Path(__file__).parents[2] / "kiosk" / "display"
LOCALE = resources() / "locale"
SHIPPED = ("ar", "fr", "pt")
KEYWORDS = {"say": None, "count": (1, 2)}
ENOUGH_NUMBERS = 1000


@pytest.fixture(params=SHIPPED)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def catalogue(language: str) -> Catalog:
    return _read(LOCALE / language / "LC_MESSAGES" / "kiosk.po", language)


@pytest.fixture
def compiled(language: str) -> GNUTranslations:
    with (LOCALE / language / "LC_MESSAGES" / "kiosk.mo").open("rb") as file:
        return GNUTranslations(file)


def test_every_catalogue_that_lies_there_is_tested() -> None:
    assert sorted(path.name for path in LOCALE.iterdir() if path.is_dir()) == sorted(SHIPPED)


def test_the_template_holds_the_words_of_the_code() -> None:
    found = extract_from_dir(DISPLAY, keywords=KEYWORDS)

    assert {_one(words) for _, _, words, _, _ in found} == set(_messages(_read(LOCALE / "kiosk.pot")))


def test_words_stand_in_the_code_where_they_can_be_gathered() -> None:
    assert [place for file in DISPLAY.rglob("*.py") for place in _computed_words(file)] == []


def test_a_catalogue_holds_the_words_of_the_template(catalogue: Catalog) -> None:
    assert set(_messages(catalogue)) == set(_messages(_read(LOCALE / "kiosk.pot")))


def test_a_catalogue_is_complete(catalogue: Catalog) -> None:
    assert [english for english, message in _messages(catalogue).items() if not all(_forms(message))] == []


def test_a_catalogue_has_no_guesses(catalogue: Catalog) -> None:
    assert [english for english, message in _messages(catalogue).items() if message.fuzzy] == []


def test_a_catalogue_keeps_every_placeholder(catalogue: Catalog, compiled: GNUTranslations) -> None:
    assert [
        (english, form)
        for english, message in _messages(catalogue).items()
        for form in _forms(message)
        if _placeholders(form) != _placeholders(english) and not _stands_for_one_number(compiled, message, form)
    ] == []


def test_a_sentence_stays_a_sentence(catalogue: Catalog) -> None:
    assert [
        (english, form)
        for english, message in _messages(catalogue).items()
        for form in _forms(message)
        if form.endswith(".") != english.endswith(".")
    ] == []


def test_what_the_screen_reads_is_what_the_catalogue_says(catalogue: Catalog, language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / "kiosk.mo").open("rb") as file:
        compiled = read_mo(file)

    assert _sayings(compiled) == _sayings(catalogue)


def test_french_puts_a_space_before_a_colon_that_never_breaks() -> None:
    french = _read(LOCALE / "fr" / "LC_MESSAGES" / "kiosk.po", "fr")
    text = "".join(form for message in _messages(french).values() for form in _forms(message))

    assert re.findall(r"[^\N{NO-BREAK SPACE}]:", text) == []


def test_the_apostrophe_is_the_typographic_one(catalogue: Catalog) -> None:
    assert [
        english for english, message in _messages(catalogue).items() if any("'" in it for it in _forms(message))
    ] == []


def _read(path: Path, language: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _messages(catalogue: Catalog) -> dict[str, Message]:
    return {_one(message.id): message for message in catalogue if message.id}


def _one(words: str | tuple[str, ...] | list[str]) -> str:
    return words if isinstance(words, str) else words[0]


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}", text))


def _sayings(catalogue: Catalog) -> dict[str, tuple[str, ...]]:
    return {english: _forms(message) for english, message in _messages(catalogue).items()}


def _stands_for_one_number(compiled: GNUTranslations, message: Message, form: str) -> bool:
    """Arabic, say, has forms for one and for two alone, which need no figure."""
    one = _one(message.id)
    return [compiled.ngettext(one, one, number) for number in range(ENOUGH_NUMBERS)].count(form) == 1


def _computed_words(file: Path) -> Iterator[str]:
    """Find each call for words that are not written out, or joined from parts, which no catalogue can know."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(attr="say"), args=[ast.Constant()]):
                continue
            case ast.Call(
                func=ast.Attribute(attr="count", value=ast.Name("speech")), args=[ast.Constant(), ast.Constant(), _]
            ):
                continue
            case ast.Call(func=ast.Attribute(attr="say") | ast.Attribute(attr="count", value=ast.Name("speech"))):
                yield f"{file.name}:{node.lineno}"
