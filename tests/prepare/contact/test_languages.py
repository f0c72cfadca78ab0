"""Language tags."""

import pytest

from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.languages import languages_of

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
