"""Language tags."""

import pytest

from kiosk.paths import resources
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.languages import SPOKEN, languages_of, untranslated

WRONG = {
    "a name": (("English",), 'Write "en"'),
    "an underscore": (("pt_PT",), 'Write "pt-PT"'),
    "capitals": (("EN",), 'Write "en"'),
    "nonsense": (("en", "12"), 'Write "en"'),
    "twice": (("en", "sn", "en"), "Delete one of them"),
}


def test_tags_are_kept_in_their_order() -> None:
    assert languages_of(("sn", "en", "pt-PT", "sr-Latn-RS")) == ("sn", "en", "pt-PT", "sr-Latn-RS")


@pytest.mark.parametrize(("tags", "cure"), WRONG.values(), ids=WRONG)
def test_what_is_no_tag_gets_the_tag_that_was_meant(tags: tuple[str, ...], cure: str) -> None:
    fault = languages_of(tags)

    assert isinstance(fault, Fault)
    assert fault.cure == cure


def test_a_language_without_a_catalogue_is_a_warning_that_says_what_visitors_will_see() -> None:
    warning = untranslated(("en", "sn", "pt-PT", "nd"))

    assert warning == Fault(
        "",
        "the screen's own words are not translated into sn, nd yet",
        "They are shown in English. There are: en, fr, pt, ar",
        "warning",
    )


def test_a_language_with_a_catalogue_needs_no_warning() -> None:
    assert untranslated(("en", "fr", "pt-BR", "ar")) is None


def test_the_translated_languages_are_those_that_have_a_catalogue() -> None:
    catalogues = {file.parent.parent.name for file in (resources() / "locale").rglob("*.mo")}

    assert catalogues | {"en"} == set(SPOKEN)
