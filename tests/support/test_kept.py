import json

import pytest

from kiosk.support.kept import files_in, particulars_in


def test_the_particulars_of_an_edition_are_known_and_no_words_of_its_articles() -> None:
    edition = {
        "organisation": {"kind": "Organisation", "name": "Quibble"},
        "contact": {"phones": [{"kind": "Phone", "number": "+263 77", "link": {"code": {"rows": ["1f"]}}}]},
        "articles": [{"title": "The"}],
    }

    assert particulars_in(json.dumps(edition)) == {"Quibble", "+263 77"}


def test_the_names_of_articles_are_known() -> None:
    status = {"sources": [{"file": "/srv/kiosk/articles/petronella.md"}, {"file": "C:\\kiosk\\sue.txt"}]}

    assert files_in(json.dumps(status)) == {"articles", "petronella", "kiosk", "sue"}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"sources": 1}', '{"sources": [1, {}]}', "[" * 100_000])
def test_what_is_damaged_tells_nothing(text: str) -> None:
    assert particulars_in(text) == files_in(text) == frozenset()
