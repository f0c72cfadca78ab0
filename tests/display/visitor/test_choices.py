import pytest

from kiosk.display.visitor.choices import (
    TEXT_SCALES,
    Choices,
    with_larger_text,
    with_next_language,
    with_same_article,
    with_smaller_text,
)
from kiosk.edition.legible import joined


def test_every_visitor_finds_the_first_article_in_the_usual_size_and_language() -> None:
    assert Choices() == Choices(article=0, text_scale=1.0, high_contrast=False, language="", sheet="", low_reach=False)


def test_the_usual_text_size_is_one_of_the_steps() -> None:
    assert Choices().text_scale in TEXT_SCALES


def test_text_grows_step_by_step_to_its_limit() -> None:
    choices, seen = Choices(text_scale=TEXT_SCALES[0]), [TEXT_SCALES[0]]
    for _ in TEXT_SCALES:
        choices = with_larger_text(choices)
        seen.append(choices.text_scale)

    assert seen == [*TEXT_SCALES, TEXT_SCALES[-1]]


def test_text_shrinks_step_by_step_to_its_limit() -> None:
    choices, seen = Choices(text_scale=TEXT_SCALES[-1]), [TEXT_SCALES[-1]]
    for _ in TEXT_SCALES:
        choices = with_smaller_text(choices)
        seen.append(choices.text_scale)

    assert seen == [*reversed(TEXT_SCALES), TEXT_SCALES[0]]


def test_a_size_between_the_steps_goes_to_the_nearest_step() -> None:
    between = Choices(text_scale=1.1)

    assert (with_smaller_text(between).text_scale, with_larger_text(between).text_scale) == (1.0, 1.2)


@pytest.mark.parametrize(
    ("current", "following"),
    [
        pytest.param("", "fr", id="the default is the first"),
        pytest.param("en", "fr", id="the first by name"),
        pytest.param("fr", "ar", id="the second"),
        pytest.param("ar", "en", id="round from the last"),
        pytest.param("sn", "fr", id="one that is no longer offered"),
    ],
)
def test_the_next_language_follows(current: str, following: str) -> None:
    assert with_next_language(Choices(language=current), ("en", "fr", "ar")).language == following


@pytest.mark.parametrize(
    ("article", "before", "now", "stays_at"),
    [
        pytest.param(1, ("a", "b"), ("a", "b"), 1, id="nothing has changed"),
        pytest.param(1, ("a", "b"), ("new", "a", "b"), 2, id="another came before it"),
        pytest.param(1, ("a", "b"), ("b",), 0, id="the one before it went"),
        pytest.param(0, ("a", "b"), ("b", "a"), 1, id="they changed places"),
        pytest.param(1, ("a", "b"), ("a", "c"), 1, id="it went itself"),
        pytest.param(5, ("a", "b"), ("b",), 0, id="the rotation had gone round"),
        pytest.param(1, (), ("a", "b"), 1, id="there were none"),
        pytest.param(1, ("a", "b"), (), 1, id="there are none"),
        pytest.param(1, ("a", "a"), ("a",), 0, id="two of one title"),
        pytest.param(-1, ("a", "b"), ("b",), -1, id="none was shown"),
    ],
)
def test_the_article_that_is_being_read_stays(
    article: int, before: tuple[str, ...], now: tuple[str, ...], stays_at: int
) -> None:
    assert with_same_article(Choices(article=article), before, now).article == stays_at


def test_all_else_stays_with_it() -> None:
    chosen = Choices(article=1, text_scale=1.2, high_contrast=True, language="fr", sheet="vcard")

    assert with_same_article(chosen, ("a", "b"), ("b",)) == Choices(
        0, 1.2, high_contrast=True, language="fr", sheet="vcard"
    )


@pytest.mark.parametrize("usual", [1.0, 1.3, 1.75])
def test_on_a_screen_that_starts_larger_every_step_still_changes_something(usual: float) -> None:
    choices, seen = Choices(), [joined(usual, 1.0)]
    while (larger := with_larger_text(choices, usual)) != choices:
        choices = larger
        seen.append(joined(usual, choices.text_scale))

    assert seen == sorted(set(seen))
    assert seen[-1] == TEXT_SCALES[-1]


def test_text_that_has_grown_to_its_limit_shrinks_with_one_touch() -> None:
    choices = with_smaller_text(Choices(text_scale=1.75), 1.5)

    assert joined(1.5, choices.text_scale) == 1.5
