import pytest

from kiosk.prepare.article.language import Unknown, language_tag


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"),
        ("EN-gb", "en-GB"),
        ("pt_BR", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("nde", "nde"),
    ],
)
def test_tags_get_their_usual_capitals(written: str, tag: str) -> None:
    assert language_tag(written) == tag


@pytest.mark.parametrize("written", ["e", "engl", "en-", "en GB", "en-GB-oed!", "日本語", "x" * 5000])
def test_what_is_no_tag_is_answered_with_examples(written: str) -> None:
    assert language_tag(written) == Unknown('a tag such as "en", "fr" or "pt-BR"')


def test_a_name_is_answered_with_its_tag() -> None:
    assert language_tag("Shona") == Unknown('its tag "sn"')
